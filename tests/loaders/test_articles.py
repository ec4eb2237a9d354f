"""Clean text, headings, sentences, and the way back to the characters of the file."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.articles import make_article, sentences

LONG = "全市持续优化营商环境，今年以来新登记各类经营主体一共达到"  # as long as a printed line


def clean(text):
    return make_article("a", text).clean


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("累计数量达209 只，比上年增加12 只。", "累计数量达209只，比上年增加12只。"),
        ("办理 时限 压缩 60 %", "办理时限压缩60%"),
        ("（ 试行 ）办法", "（试行）办法"),
        ("建成 AI 平台 3 个", "建成AI平台3个"),
        ("小数 3. 5 亿元", "小数3.5亿元"),
        ("Section 12 of the plan", "Section 12 of the plan"),
        ("\u3000\u3000办结49件。", "办结49件。"),
        ("\ufeff办结49件。", "办结49件。"),
        ("办结\u00a049\u200b件。", "办结49件。"),
        ("# 标题 一\n正文。", "# 标题 一\n正文。"),
    ],
)
def test_blanks_of_typesetting_are_taken_out_and_those_of_latin_words_kept(text, mended):
    assert clean(text) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (f"{LONG}一十二万\n户，同比增长5%。", f"{LONG}一十二万户，同比增长5%。"),
        (f"{LONG}12\n34户。", f"{LONG}1234户。"),
        pytest.param(
            f"{LONG}12\n2024年，新增企业34家。",
            f"{LONG}12\n2024年，新增企业34家。",
            marks=pytest.mark.xfail(
                strict=True, reason="a year that opens a line is joined to a number before"
            ),
            id="a year opens the next line",
        ),
        (f"{LONG}8万户。\n下一段。", f"{LONG}8万户。\n下一段。"),
        (f"{LONG}8万户\n（一）优化审批。", f"{LONG}8万户\n（一）优化审批。"),
        ("短行\n另一行。", "短行\n另一行。"),
        ("一句。\r\n\r\n两句。\r三句。", "一句。\n两句。\n三句。"),
        ("一页。\x0c二页。", "一页。\n二页。"),
    ],
)
def test_lines_that_the_page_broke_are_joined_and_others_are_not(text, mended):
    assert clean(text) == mended


def test_headings_lead_to_what_stands_under_them():
    article = make_article(
        "a", "# 总题\n\n## 一、政务服务\n第一段。\n（一）审批\n第二段。\n## 二、融资\n第三段。"
    )
    found = [(article.clean[p.start : p.end], p.section) for p in article.paragraphs if not p.heading]
    assert found == [
        ("第一段。", ("总题", "一、政务服务")),
        ("第二段。", ("总题", "一、政务服务", "（一）审批")),
        ("第三段。", ("总题", "二、融资")),
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## 二、融资服务", True),
        ("（二）提升服务效能", True),
        ("第一章 总则", True),
        ("2023年工作安排：", True),
        ("1.推行并联审批。全市压缩环节。", False),
        ("办结诉求49件。", False),
        ("责任单位：市财政局", False),
        ("（记者 张三）", False),
        ("来源：日报", False),
        ("全市优化环境，服务提升", False),
    ],
)
def test_a_short_line_without_a_full_stop_is_a_heading(line, heading):
    article = make_article("a", f"总题\n开头一句。\n{line}\n后面一句。")
    found = next(
        p
        for p in article.paragraphs
        if article.text.splitlines()[2].replace(" ", "") in article.clean[p.start : p.end].replace(" ", "")
    )
    assert found.heading is heading


def test_sentences_end_at_full_stops_and_keep_closing_quotes():
    article = make_article("a", "第一句。“第二句！”第三句？第四句；还是第四句\n第五句……完")
    found = [article.clean[a:b] for p in article.paragraphs for a, b in sentences(article, p)]
    assert found == ["第一句。", "“第二句！”", "第三句？", "第四句；还是第四句", "第五句……", "完"]


def test_paragraphs_count_printed_lines_without_empty_ones():
    text = "标题\n\n\n第一段。\n\n第二段。"
    article = make_article("a", text)
    assert [article.paragraph_number(text.index(word)) for word in ("标题", "第一", "第二")] == [1, 2, 3]


def test_a_figure_over_a_broken_line_counts_in_the_original(read):
    text = f"\r\n{LONG}12\r\n34户，同比增长 5.3 %。\r\n"
    found = read(text)
    assert [(text[row["start"] : row["end"]], row["value"]) for row in found] == [
        ("12\r\n34户", 1234),
        ("5.3 %", 5.3),
    ]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [LONG, "办结", "12", " ", "\u3000", "\n", "\r\n", "。", "a b", "# 题\n", "\t", "（一）"]
        )
    ).map("".join)
)
def test_every_stretch_of_the_clean_text_is_found_in_the_original(text):
    article = make_article("a", text)
    blanks = re.compile(r"[\s\u200b\ufeff]+")
    for match in re.finditer(r"[^\n]{1,5}", article.clean):
        start, end = article.original(*match.span())
        assert blanks.sub("", text[start:end]) == blanks.sub("", match.group())
