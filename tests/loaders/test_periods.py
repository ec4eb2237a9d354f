"""The period a figure speaks of: kind, days, year, and which words told so."""

import datetime

import pytest

from loaders.calendars import make_calendar, published_day
from loaders.numerals import FOLD
from loaders.periods import read_times


def gap(*case, reason):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


def day(text):
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("opening", "kind", "start", "end", "year"),
    [
        ("今年以来", "ytd", "2025-01-01", "2025-08-15", 2025),
        ("2025年以来", "ytd", "2025-01-01", "2025-08-15", 2025),
        ("今年一季度", "quarter", "2025-01-01", "2025-03-31", 2025),
        ("一季度", "quarter", "2025-01-01", "2025-03-31", 2025),
        ("二季度", "quarter", "2025-04-01", "2025-06-30", 2025),
        ("上半年", "ytd", "2025-01-01", "2025-06-30", 2025),
        ("2024年下半年", "span", "2024-07-01", "2024-12-31", 2024),
        ("2024年前三季度", "ytd", "2024-01-01", "2024-09-30", 2024),
        ("1至7月", "ytd", "2025-01-01", "2025-07-31", 2025),
        ("1—7月份", "ytd", "2025-01-01", "2025-07-31", 2025),
        ("前7个月", "ytd", "2025-01-01", "2025-07-31", 2025),
        ("3—5月", "span", "2025-03-01", "2025-05-31", 2025),
        ("7月份", "month", "2025-07-01", "2025-07-31", 2025),
        ("2024年2月", "month", "2024-02-01", "2024-02-29", 2024),
        ("截至7月底", "as_of", "", "2025-07-31", 2025),
        ("截至2月底", "as_of", "", "2025-02-28", 2025),
        ("截至2024年底", "as_of", "", "2024-12-31", 2024),
        ("2024年末", "as_of", "", "2024-12-31", 2024),
        ("一季度末", "as_of", "", "2025-03-31", 2025),
        ("截至目前", "as_of", "", "2025-08-15", 2025),
        ("5月18日", "as_of", "", "2025-05-18", 2025),
        ("2024年", "year", "2024-01-01", "2024-12-31", 2024),
        ("2024年全年", "year", "2024-01-01", "2024-12-31", 2024),
        ("二〇二四年", "year", "2024-01-01", "2024-12-31", 2024),
        ("２０２４年", "year", "2024-01-01", "2024-12-31", 2024),
        ("去年", "year", "2024-01-01", "2024-12-31", 2024),
        ("前年", "year", "2023-01-01", "2023-12-31", 2023),
        ("2023年以来", "cumulative", "2023-01-01", "2025-08-15", 2025),
        ("自平台上线以来", "cumulative", "", "2025-08-15", 2025),
        ("“十四五”以来", "span", "2021-01-01", "2025-08-15", 2025),
        ("“十四五”期间", "span", "2021-01-01", "2025-12-31", 2025),
        ("“十三五”期间", "span", "2016-01-01", "2020-12-31", 2020),
        ("2021年至2024年", "span", "2021-01-01", "2024-12-31", 2024),
        ("2021—2024年", "span", "2021-01-01", "2024-12-31", 2024),
        ("近三年来", "span", "", "2025-08-15", 2025),
        ("去年以来", "cumulative", "2024-01-01", "2025-08-15", 2025),
        ("第一季度", "quarter", "2025-01-01", "2025-03-31", 2025),
        ("2024年12月31日", "as_of", "", "2024-12-31", 2024),
        gap(
            "年初以来",
            "ytd",
            "2025-01-01",
            "2025-08-15",
            2025,
            reason="年初 without 今年 is read only behind 至 and 截至",
        ),
        gap("元至六月", "ytd", "2025-01-01", "2025-06-30", 2025, reason="元 for January"),
        gap("上月", "month", "2025-07-01", "2025-07-31", 2025, reason="上月 is read only in comparisons"),
        ("3月12日至16日", "span", "2025-03-12", "2025-03-16", 2025),
    ],
)
def test_a_time_at_the_head_of_the_sentence_is_the_period(read_one, opening, kind, start, end, year):
    row = read_one(f"{opening}，办结企业诉求320件。")
    assert (row["period_kind"], row["year"]) == (kind, year)
    assert (row["period_start"], row["period_end"]) == (day(start), day(end))
    assert row["period_words"]


@pytest.mark.parametrize(
    ("sentence", "kind", "year", "basis"),
    [
        ("办结企业诉求320件。", "unstated", 2025, "publication"),
        ("累计办结企业诉求320件。", "cumulative", 2025, "publication"),
        ("产值同比增长5.3%。", "unstated", 2025, "publication"),
        ("户数比上年末增长5.3%。", "unstated", 2025, "publication"),
        ("户数较2024年增长5.3%。", "unstated", 2025, "publication"),
        ("去年同期为21件。", "year", 2024, "stated"),
        ("力争达到40万户。", "unstated", None, ""),
        ("到2027年，经营主体达到40万户。", "year", 2027, "stated"),
        ("到“十四五”末，总量达到8万家。", "as_of", 2025, "stated"),
        ("力争年底网办率达到95%。", "as_of", 2025, "stated"),
        ("明年计划新增企业2000家。", "year", 2026, "stated"),
    ],
)
def test_comparisons_are_no_period_and_a_goal_without_a_date_has_no_year(
    read_one, sentence, kind, year, basis
):
    row = read_one(sentence)
    assert (row["period_kind"], row["year"], row["year_basis"]) == (kind, year, basis)


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("2022年、2023年、2024年分别办结120件、135件、150件。", [2022, 2023, 2024]),
        ("2022年至2024年收案数分别为120件、135件、150件。", [2022, 2023, 2024]),
        ("时限由2021年的15天压缩至2024年的3天。", [2021, 2024]),
        ("环节由6个压减至2个。", [None, 2025]),
        ("2025年3月，办结49件。4月，办结52件。", [2025, 2025]),
        ("2023年，办结49件；2024年，办结52件。", [2023, 2024]),
        ("2024年，全市办结49件，其中涉企12件，占24.5%。", [2024, 2024, 2024]),
        ("2024年，全市办结49件。其中涉企12件。", [2024, 2024]),
    ],
)
def test_each_figure_takes_the_time_that_speaks_of_it(read, sentence, years):
    assert [row["year"] for row in read(sentence)] == years


def test_a_time_lent_by_the_paragraph_is_not_called_stated(read):
    first, second = read("2024年，全市办结49件。其中涉企12件。")
    assert (first["year_basis"], second["year_basis"]) == ("stated", "context")


def test_a_heading_lends_its_year(read):
    (row,) = read("## 2023年工作回顾\n全市培育企业120家，服务水平进一步提升。")
    assert (row["year"], row["year_basis"]) == (2023, "context")


def test_a_paragraph_lends_nothing_to_the_next(read):
    rows = read("2023年，全市办结49件，群众满意度不断提高。\n全市培育企业120家，服务水平进一步提升。")
    assert [row["year"] for row in rows] == [2023, 2025]


@pytest.mark.parametrize(
    ("title", "published", "reported"),
    [
        ("2024年国民经济和社会发展统计公报", "2025-03-20", 2024),
        ("2025年政府工作报告", "2025-01-20", 2024),
        ("优化营商环境综述", "2025-08-15", 2025),
        ("优化营商环境综述", "", None),
    ],
)
def test_an_article_reports_on_its_own_year_or_reviews_the_past(title, published, reported):
    assert make_calendar(title, published, "今年办结49件。").reported == reported


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("2025", (2025, None, None)),
        ("2025-12", (2025, 12, None)),
        ("2025-12-31", (2025, 12, 31)),
        ("", (None, None, None)),
    ],
)
def test_a_date_is_read_as_far_as_it_is_printed(printed, read):
    assert published_day(printed) == read


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("2025年以来，共办结49件，同比增长5%", ["2025年以来", "同比"]),
        ("截至2月底余额7537.8亿元", ["2月底"]),
        ("比上年末增长5%", ["比上年末"]),
        ("第12个月度会议", []),
        ("总投资2025万元", []),
        ("编号2025号", []),
    ],
)
def test_finds_the_time_words(sentence, words):
    found = [word.text for word in read_times(sentence.translate(FOLD))]
    assert found == words
