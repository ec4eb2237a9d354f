"""What holds of every text, whatever stands in it."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from loaders.articles import make_article
from loaders.figures import read_figures, read_rows
from loaders.numerals import FOLD, SCALES, chinese
from loaders.tables import BOUNDS, FIGURES, KINDS, PERIOD_KINDS, PLACE_BASES, STATUSES, YEAR_BASES

QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CHOICES = {
    "bound": BOUNDS,
    "kind": KINDS,
    "status": STATUSES,
    "period_kind": PERIOD_KINDS,
    "year_basis": YEAR_BASES,
    "place_basis": PLACE_BASES,
}
DIGESTS = Path(__file__).parents[2] / "data" / "articles"
BLANK = re.compile(r"[\s\u200b\ufeff]+")

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
# Pieces that mean something to the reader, in orders that mean nothing
pieces = st.sampled_from(
    "0 1 2 7 12 365 2025 3.5 1,234 １２ ８．３ 一 二 两 三 九 十 百 千 万 亿 点 零 % ％ ‰ 个百分点 元 万元 亿美元 家 户 人次 件 项 个 个工作日 "
    "个月 年 月 日 天 位 名 第 前 倒数 分之 百分之 成 倍 番 余 多 来 约 近 超 超过 不足 以上 以内 内 以下 左右 - — ~ 至 到 从 由 连续 连冠 "
    "、 ， 。 ； ： （ ） “ ” 《 》 ( ) 同比 增长 下降 减少至 占 率 达 分别 均 为 其中 累计 今年以来 去年 上半年 一季度 截至 底 前三季度 十四五 以来 "
    "力争 计划 目标 全市 全区 全国 鄂尔多斯市 东胜区 准格尔旗 鄂托旗 呼和浩特 北京市 排名 位居 列 12345 热线 〔2024〕 号 # ## 一、 （一） 1. "
    "| -- 2025-03-01 http://a.cn".split()
) | st.sampled_from(["\n", "\n\n", " ", "\u3000", "\r\n", "\t", "\u200b", "\x00", "\u2028"])
jumbles = st.lists(pieces, max_size=40).map("".join)

amounts = st.builds(
    lambda whole, places, power: Decimal(whole).scaleb(-places) * 10**power,
    st.integers(1, 99_999),
    st.integers(0, 2),
    st.sampled_from([0, 4, 8]),
)
SUBJECTS = (
    "办结企业诉求",
    "累计发放贷款",
    "完成固定资产投资",
    "新登记经营主体",
    "服务企业群众",
    "兑现惠企资金",
)
UNITS = ("元", "件", "家", "户", "人次", "笔", "吨", "平方公里", "亿元", "万美元")
numbers = st.builds(lambda n, d: f"{n:,}" if d else str(n), st.integers(1, 999_999), st.booleans())
sentences = st.builds(
    "{}{}{}{}。".format,
    st.sampled_from(SUBJECTS),
    st.sampled_from(["", "超", "约", "近", "不少于"]),
    numbers,
    st.sampled_from(UNITS),
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map("".join)


def rows_of(text, lexicon, **about):
    return read_rows(
        make_article("a", text, **{"place": "鄂尔多斯市", "published": "2025-08-15", **about}), lexicon
    )


def number(printed):
    """The value of one printed number with its multiplier, read here again by other means."""
    match = re.match(r"([0-9][0-9,\s]*(?:\.[0-9]+)?)[余多来]?([十百千万亿]*)", printed)
    if match:
        return Decimal(re.sub(r"[,\s]", "", match[1])) * (chinese(match[2]) if match[2] in SCALES else 1)
    fraction = re.match(r"([二三四五六七八九十]+)分之([一二两三四五六七八九十]+)$", printed)
    if fraction:
        return chinese(fraction[2]) / chinese(fraction[1])
    tenths = re.match(r"([一二三四五六七八九])成([一二三四五六七八九半])", printed)
    if tenths:
        return chinese(tenths[1]) + (Decimal("0.5") if tenths[2] == "半" else chinese(tenths[2]) / 10)
    printed = re.sub(r"^(?:百分之|第)", "", printed)
    words = re.match(
        r"([零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?)[余多来]?([万亿]*)", printed
    )
    if words:
        return chinese(words[1]) * (chinese(words[2]) if words[2] else 1)
    return number(printed.lstrip("第")) if re.match(r"[0-9]", printed) else None


def check(text, rows):
    end = 0
    for row in rows:
        assert end <= row["start"] < row["end"] <= len(text)
        end = row["end"]
        core = text[row["start"] : row["end"]]
        assert BLANK.sub("", core) in BLANK.sub("", row["written"])
        folded = BLANK.sub("", core).translate(FOLD)
        assert BLANK.sub("", row["value_printed"]) in folded
        plain = re.sub("[余多来]", "", folded)  # 3.1万余条 is printed in 万条
        assert row["unit_printed"].translate(FOLD) in plain or row["unit"] not in plain
        assert row["sentence"].strip() == row["sentence"]
        for column, choices in CHOICES.items():
            assert row[column] in choices
        assert (row["year"] is None) == (row["year_basis"] == "")


@QUICK
@given(anything)
@example("")
@example("百分之1.2.3")
@example("\ufeff1家\x00\u2028\x85\x1c2家")
def test_any_text_is_read(lexicon, text):
    check(text, rows_of(text, lexicon))


@QUICK
@given(jumbles)
def test_any_jumble_of_official_words_is_read(lexicon, text):
    check(text, rows_of(text, lexicon))


@QUICK
@given(anything, st.one_of(st.none(), st.dates()).map(lambda day: str(day or "")), anything, anything)
def test_any_title_date_publisher_and_place_are_taken(lexicon, title, published, publisher, place):
    rows_of("全市今年办结49件。", lexicon, title=title, published=published, publisher=publisher, place=place)


@pytest.mark.parametrize(
    "published", ["2025年3月", "二〇二五年", "-", "2025-02-30", "2025-13", "0000", "99999-99-99"]
)
def test_a_date_that_is_none_stops_no_reading(lexicon, published):
    (row,) = rows_of("全市今年办结49件。", lexicon, published=published)
    assert row["value"] == 49


def recompute(text, rows):
    for row in rows:
        core = BLANK.sub("", text[row["start"] : row["end"]]).translate(FOLD)
        low = number(core)
        assert low is not None, core
        if row["value_high"] is None:
            shared = re.fullmatch(r"[0-9,.]+", core)  # a member of a list takes the multiplier of the last
            factors = [*SCALES.values(), 1] if shared and row["unit"] else [1]
            assert any(float(low * factor) == abs(row["value"]) for factor in factors), core
        else:
            high = number(re.split(r"[-—~至到]+", core)[-1])
            assert float(high) == abs(row["value_high"]), core
            assert abs(row["value"]) < abs(row["value_high"]), core


@QUICK
@given(jumbles)
def test_the_value_can_be_recomputed_from_the_core_alone(lexicon, text):
    recompute(text, rows_of(text, lexicon))


@pytest.mark.parametrize("path", sorted(DIGESTS.glob("*.md")), ids=lambda path: path.stem)
def test_all_of_this_holds_of_every_digest(lexicon, path):
    text = path.read_text("utf-8")
    rows = rows_of(text, lexicon)
    check(text, rows)
    recompute(text, rows)
    assert len({row["figure_id"] for row in rows}) == len(rows)


@QUICK
@given(amounts, st.sampled_from(["plain", "commas", "full width"]), st.sampled_from(["", "万", "亿"]))
def test_what_is_printed_is_what_is_read(lexicon, amount, way, scale):
    factor = SCALES.get(scale, Decimal(1))
    shown = f"{amount:,f}" if way == "commas" else f"{amount:f}"
    assume(not re.match(r"1[3-9][0-9]{9}\.", shown))  # taken for a mobile telephone
    if way == "full width":
        shown = shown.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    (row,) = rows_of(f"全市累计发放贷款{shown}{scale}元，惠及面持续扩大。", lexicon)
    assert row["value"] == float(amount * factor)
    assert (row["unit"], row["unit_printed"]) == ("元", scale + "元")


def test_eleven_digits_with_a_unit_are_no_telephone(lexicon):
    (row,) = rows_of("全市累计发放贷款13000000000元，惠及面持续扩大。", lexicon)
    assert row["value"] == 13_000_000_000


@QUICK
@given(jumbles)
def test_the_same_text_gives_the_same_figures(lexicon, text):
    first, second = rows_of(text, lexicon), rows_of(text, lexicon)
    assert first == second
    ids = [row["figure_id"] for row in first]
    assert len(set(ids)) == len(ids)


@settings(QUICK, max_examples=60)
@given(st.lists(paragraphs, min_size=1, max_size=5), paragraphs, st.data())
def test_a_paragraph_added_changes_no_value_of_the_others(lexicon, texts, added, data):
    place = data.draw(st.integers(0, len(texts)))
    longer = [*texts[:place], added, *texts[place:]]

    def values(lines):
        article = "\n".join(lines)
        starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
        found = [[] for _ in lines]
        for row in rows_of(article, lexicon):
            line = max(i for i, start in enumerate(starts) if start <= row["start"])
            found[line].append(
                (row["start"] - starts[line], row["value"], row["value_high"], row["unit"], row["bound"])
            )
        return found

    after = values(longer)
    assert values(texts) == after[:place] + after[place + 1 :]


@settings(QUICK, max_examples=60)
@given(st.lists(paragraphs, min_size=1, max_size=5), paragraphs, st.data())
def test_a_paragraph_added_changes_no_id_of_other_expressions(lexicon, texts, added, data):
    place = data.draw(st.integers(0, len(texts)))
    before = rows_of("\n".join(texts), lexicon)
    after = rows_of("\n".join([*texts[:place], added, *texts[place:]]), lexicon)
    shared = {row["written"] for row in rows_of(added, lexicon)}
    ids = {row["figure_id"] for row in before if row["written"] not in shared}
    assert ids <= {row["figure_id"] for row in after}


@settings(QUICK, max_examples=40)
@given(jumbles)
def test_the_table_has_the_columns_it_promises(lexicon, text):
    frame = read_figures(make_article("a", text), lexicon)
    assert list(frame.columns) == [column.name for column in FIGURES]
