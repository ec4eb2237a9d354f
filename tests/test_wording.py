"""Words, numbers and escaping: both languages complete, no character lost."""

import re
import string
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import wording
from wording import amount, compact, escape_html, escape_markdown, escape_plotly, guard_csv, period
from wording.language import TABLES

ROOT = Path(__file__).parents[1]
HOSTILE = [
    "下降5~8%，其中工业10~12%",
    "a<b>c",
    "# 一",
    "1. 二",
    "*5*",
    "$x$",
    ":red[9]",
    ":+1:",
    "[a](b)",
    "<br>",
    "R&amp;D",
]
SAID = re.compile(r"""\bsay\(\s*f?["']([^"'{]+)(\{)?""")


@pytest.fixture(autouse=True)
def speak_chinese():
    wording.use("zh")
    yield
    wording.use("zh")


def row(**values):
    base = {
        "written": "超20亿元", "value": 2e9, "value_high": None, "unit": "元", "bound": "over", "kind": "level",
        "rank_from": "", "year": 2025, "period_kind": "ytd", "year_basis": "stated",
    }  # fmt: skip
    return base | values


def test_both_tables_have_the_same_keys():
    assert set(TABLES["zh"]) == set(TABLES["en"])


@pytest.mark.parametrize("key", sorted(TABLES["zh"]))
def test_both_languages_fill_in_the_same_values(key):
    names = [
        {name for _, name, _, _ in string.Formatter().parse(TABLES[tongue][key]) if name}
        for tongue in ("zh", "en")
    ]
    assert names[0] == names[1]


def test_english_is_english():
    chinese = re.compile(r"[\u4e00-\u9fff]")
    mixed = {"tool.language", "problems.title"}  # the way back, and problems said in both
    assert [key for key, text in TABLES["en"].items() if chinese.search(text) and key not in mixed] == []


def test_every_key_that_the_code_asks_for_is_there():
    missing = set()
    for folder in ("components", "pages", "charts", "wording", "."):
        for path in (ROOT / folder).glob("*.py"):
            for key, formatted in SAID.findall(path.read_text("utf-8")):
                begun = formatted or key.endswith(".")  # the rest of the key is a code of the data
                known = any(name.startswith(key) for name in TABLES["zh"]) if begun else key in TABLES["zh"]
                if not known:
                    missing.add((path.name, key))
    assert missing == set()


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_markdown_has_a_backslash_before_every_mark(text):
    assert re.sub(r"\\([!-/:-@\[-`{-~])", "", escape_markdown(text)).isascii() is False or not set(
        re.sub(r"\\([!-/:-@\[-`{-~])", "", escape_markdown(text))
    ) & set(string.punctuation)


@given(st.text())
def test_taking_the_backslashes_off_gives_the_text_back(text):
    flat = re.sub(r"[\r\n]+", " ", text)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape_markdown(text)) == flat


@given(st.text())
def test_no_tag_and_no_entity_survives_in_plotly_and_html(text):
    for escaped in (escape_plotly(text), escape_html(text)):
        assert "<" not in escaped
        assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#x27;)", escaped)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "|x", "%x", "＝1", " =1", "甲\n=1", "\t=1"])
def test_text_that_could_run_as_a_formula_is_guarded(text):
    assert guard_csv(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "超20亿元", "5~8%", "a=b", "2025-12"])
def test_plain_text_is_left_alone(text):
    assert guard_csv(text) == text


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        (62320000000.0, "元", "623.2亿元", "CNY 62.32 billion"),
        (1300000.0, "件", "130万件", "1.3 million items"),
        (172.0, "条", "172条", "172 items"),
        (-4.1, "%", "-4.1%", "-4.1%"),
        (0.0, "件", "0件", "0 items"),
        (12345.0, "家", "1.2345万家", "12,345 entities"),
        (1.5e12, "元", "1.5万亿元", "CNY 1.5 trillion"),
        (-2e8, "元", "-2亿元", "-CNY 200 million"),
    ],
)
def test_numbers_follow_the_language(value, unit, chinese, english):
    assert compact(value, unit) == chinese
    wording.use("en")
    assert compact(value, unit) == english


@given(st.decimals(min_value=-(10**13), max_value=10**13, places=2, allow_nan=False))
def test_no_digit_is_lost(number):
    said = compact(float(number)).replace(",", "")
    scale = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
    word = next((word for word in scale if said.endswith(word)), "")
    assert Decimal(said.removesuffix(word)) * scale.get(word, 1) == Decimal(repr(float(number)))


def test_the_bound_stays_with_the_number():
    assert amount(row()) == "超20亿元"
    wording.use("en")
    assert amount(row()) == "over CNY 2 billion"
    assert amount(row(bound="at_least")) == "at least CNY 2 billion"
    assert amount(row(kind="rank", value=31.0, bound="exact", unit="位")) == "No. 31"
    assert amount(row(kind="rank", value=2.0, bound="exact", rank_from="bottom")) == "No. 2 from the bottom"
    assert amount(row(kind="change", value=15.2, unit="%", bound="exact")) == "+15.2%"
    assert amount(row(value=9.0, value_high=12.0, unit="个月", bound="exact")) == "9 months – 12 months"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"written": "2.9%", "value": -2.9, "unit": "%"}, "下降2.9%"),
        ({"written": "约72%", "value": -72.0, "unit": "%"}, "下降约72%"),
        ({"written": "15.2%", "value": 15.2, "unit": "%"}, "增长15.2%"),
        ({"written": "21位", "value": 21.0, "unit": "位"}, "上升21位"),
        ({"written": "8000万元", "value": 8e7, "unit": "元"}, "增加8000万元"),
        ({"written": "提高20%", "value": 20.0, "unit": "%"}, "提高20%"),
        ({"written": "3年", "value": 3.0, "unit": "年", "kind": "streak"}, "连续3年"),
        ({"written": "四连冠", "value": 4.0, "unit": "", "kind": "streak"}, "四连冠"),
    ],
)
def test_a_fall_never_reads_as_a_rise(values, said):
    assert amount(row(kind="change") | values) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(1.0, "件", "1 item"), (1.0, "人", "1 person"), (1.0, "个工作日", "1 working day"), (2.0, "人", "2 people"),
     (1.0, "家次", "1 visit to firms"), (3.0, "", "3"), (5.0, "某", "5 某")],
)  # fmt: skip
def test_english_counts_one_as_one(value, unit, said):
    wording.use("en")
    assert compact(value, unit) == said


def test_a_value_that_was_not_read_is_shown_as_printed():
    wording.use("en")
    assert amount(row(value=float("nan"), written="上百亿元")) == "上百亿元"


def test_a_printed_minus_is_said_as_a_fall_once():
    assert amount(row(written="-1.5%", value=-1.5, unit="%", kind="change", bound="exact")) == "下降1.5%"


@pytest.mark.parametrize(
    ("kind", "end", "words", "chinese", "english"),
    [
        ("ytd", "2025-09-30", "1至9月", "2025年 · 1—9月", "2025 · Jan–Sep"),
        ("ytd", "2025-12-31", "2025年以来", "2025年 · 年初以来", "2025 · year to date"),
        ("quarter", "2025-03-31", "一季度", "2025年 · 第1季度", "2025 · Q1"),
        ("as_of", "2025-02-28", "2月底", "2025年 · 截至2月底", "2025 · as of end of Feb"),
        ("as_of", "2025-03-16", "3月16日", "2025年 · 截至3月16日", "2025 · as of 16 Mar"),
    ],
)
def test_known_months_are_named(kind, end, words, chinese, english):
    told = row(period_kind=kind, period_end=pd.Timestamp(end), period_words=words)
    assert period(told) == chinese
    wording.use("en")
    assert period(told) == english


def test_the_period_keeps_its_kind_and_says_how_the_year_is_known():
    assert period(row()) == "2025年 · 年初以来"
    assert period(row(year=pd.NA, period_kind="unstated")) == "年份未写明 · 期间未写明"
    assert period(row(year_basis="publication")).endswith("据发布年份推断")
