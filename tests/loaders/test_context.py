"""What a sentence borrows from its paragraph, its heading and its article, and what it does not."""

import pytest


def told(rows):
    return [(row["value"], row["year"], row["place"]) for row in rows]


HOME = "鄂尔多斯市"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "2024年，东胜区办结49件。其中涉企12件，占24.5%。",
            [(49, 2024, "东胜区"), (12, 2024, "东胜区"), (24.5, 2024, "东胜区")],
            id="time and place of the sentence before",
        ),
        pytest.param(
            "2023年，东胜区办结49件。2024年，准格尔旗办结52件。",
            [(49, 2023, "东胜区"), (52, 2024, "准格尔旗")],
            id="a sentence with its own takes its own",
        ),
        pytest.param(
            "2023年，东胜区办结49件。\n康巴什区办结52件。",
            [(49, 2023, "东胜区"), (52, 2025, "康巴什区")],
            id="a new paragraph borrows nothing from the last",
        ),
        pytest.param(
            "## 2023年工作回顾\n东胜区办结49件。\n康巴什区办结52件。",
            [(49, 2023, "东胜区"), (52, 2023, "康巴什区")],
            id="a heading holds for every paragraph under it",
        ),
        pytest.param(
            "## 一、东胜区\n2024年办结49件。\n办结52件。\n## 二、融资\n办结55件。",
            [(49, 2024, "东胜区"), (52, 2025, "东胜区"), (55, 2025, HOME)],
            id="until the next heading",
        ),
        pytest.param(
            "2023年，办结49件；2024年，办结52件，同比增长6.1%。",
            [(49, 2023, HOME), (52, 2024, HOME), (6.1, 2024, HOME)],
            id="a semicolon parts two times",
        ),
        pytest.param(
            "2024年，全市办结49件，比2022年的21件增加28件。",
            [(49, 2024, HOME), (21, 2022, HOME), (28, 2024, HOME)],
            id="a year that is compared with speaks of its own number",
        ),
        pytest.param(
            "2024年，全市总量在全国2023年GDP达到5000亿元以上的地级市中位居第5位。",
            [(5, 2024, HOME)],
            id="a year inside a condition is not the period",
        ),
        pytest.param(
            "2024年，全市总量在2023年GDP达到5000亿元以上的地级市中位居第5位。",
            [(5, 2024, HOME)],
            id="a year inside a condition, behind 在",
        ),
    ],
)
def test_time_and_place_reach_as_far_as_they_speak(read, text, figures):
    assert told(read(text)) == figures


def test_a_page_of_several_articles_is_read_article_by_article(read):
    text = (
        "东胜区：政务服务更优办事更快\n今年以来，办结企业诉求49件，群众更加满意。\n"
        "准格尔旗：并联审批再减办理时限\n今年以来，办结企业诉求52件，群众更加满意。"
    )
    assert [row["place"] for row in read(text)] == ["东胜区", "准格尔旗"]


def test_what_a_text_does_not_tell_stays_empty(read_one):
    row = read_one("办结诉求49件。", place="", published="")
    assert (row["place"], row["place_basis"], row["place_words"]) == ("", "", "")
    assert (row["year"], row["year_basis"], row["period_words"]) == (None, "", "")
    assert (row["period_start"], row["period_end"], row["period_kind"]) == (None, None, "unstated")


@pytest.mark.parametrize(
    ("text", "period", "place"),
    [
        ("今年以来，全市办结诉求49件。", "今年以来", "全市"),
        ("截至7月底，东胜区办结诉求49件。", "7月底", "东胜区"),
        ("办结诉求49件。", "", ""),
    ],
)
def test_the_words_that_decided_are_kept(read_one, text, period, place):
    row = read_one(text)
    assert period in row["period_words"]
    assert row["place_words"] == place
    assert row["period_words"] in text


@pytest.mark.parametrize(
    ("published", "year"), [("2025", 2025), ("2025-08", 2025), ("2025-08-15", 2025), ("", None)]
)
def test_the_date_of_the_article_is_the_last_resort(read_one, published, year):
    row = read_one("办结诉求49件。", published=published)
    assert (row["year"], row["year_basis"]) == (year, "publication" if year else "")
