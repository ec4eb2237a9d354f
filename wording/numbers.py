"""Numbers, units and periods as a reader says them: 万/亿 in Chinese, thousand/million/billion in English.

One formatter for cards, labels, axes, alt text, workbooks and slides.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from wording.language import either, language, say

_ZH_STEPS = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_EN_STEPS = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))

# Measure words have no English of their own: the subject says what was counted.
_EN_UNITS = {
    "元": "CNY",
    "%": "%",
    "个百分点": "percentage points",
    "成": "tenths",
    "人": "people",
    "人次": "visits",
    "名": "people",
    "位": "",
    "家": "entities",
    "户": "households",
    "件": "items",
    "项": "items",
    "条": "items",
    "个": "",
    "次": "times",
    "场": "events",
    "天": "days",
    "个工作日": "working days",
    "个月": "months",
    "年": "years",
    "小时": "hours",
    "分钟": "minutes",
    "亩": "mu",
    "吨": "tonnes",
    "公里": "km",
    "千米": "km",
    "平方米": "m²",
    "平方公里": "km²",
    "千瓦": "kW",
    "千瓦时": "kWh",
    "通": "calls",
    "列": "trains",
    "所": "institutions",
    "类": "categories",
    "大类": "categories",
    "款": "products",
    "只": "animals",
    "种": "species",
    "宗": "cases",
    "笔": "transactions",
    "单": "orders",
    "份": "copies",
    "倍": "times",
    "批": "batches",
    "期": "issues",
    "头": "head",
    "口": "head",
    "万": "",
    "部": "titles",
    "台": "sets",
    "件次": "items",
    "公斤": "kg",
    "斤": "jin",
    "公顷": "hectares",
    "场次": "events",
    "家次": "visits to firms",
    "户次": "visits to households",
    "处": "places",
    "张": "sheets",
    "日": "days",
    "株": "plants",
    "版": "versions",
    "目": "orders",
    "科": "families",
    "篇": "articles",
    "起": "cases",
    "连冠": "times",
    "美元": "USD",
}

_DIRECTIONS = {
    "%": ("增长", "下降"),
    "倍": ("增长", "下降"),
    "成": ("增长", "下降"),
    "个百分点": ("上升", "下降"),
    "位": ("上升", "下降"),
    "名": ("上升", "下降"),
}
_VERBS = ("增", "升", "提高", "降", "减", "压", "缩", "跌", "负")


def unit_name(unit: str) -> str:
    """`unit` in the language in use; as written where English has no word for it."""
    return _EN_UNITS.get(unit, unit) if language() == "en" else unit


def compact(value: float, unit: str = "") -> str:
    """`value` with its unit, short and without losing a digit.

    >>> compact(62320000000.0, "元")
    '623.2亿元'
    >>> compact(-72.0, "%")
    '-72%'
    """
    number = Decimal(repr(float(value)))
    steps = _EN_STEPS if language() == "en" else _ZH_STEPS
    scale, word = next(((s, w) for s, w in steps if abs(number) >= s), (Decimal(1), ""))
    digits = format((number / scale).normalize(), ",f" if language() == "en" or not word else "f")
    if language() == "en":
        return _english(digits + word, unit)
    return f"{digits}{word}{unit}"


def _english(number: str, unit: str) -> str:
    name = _EN_UNITS.get(unit, unit)
    if unit in ("元", "美元"):
        return f"-{name} {number[1:]}" if number.startswith("-") else f"{name} {number}"
    if unit == "%":
        return f"{number}%"
    if number == "1":
        name = _one(name)
    return f"{number} {name}".rstrip()


def _one(name: str) -> str:
    """The singular of a unit's English name."""
    odd = {
        "people": "person",
        "species": "species",
        "families": "family",
        "copies": "copy",
        "categories": "category",
    }
    first, blank, rest = name.partition(" ")
    if rest and not rest.startswith("to "):
        return f"{first} {_one(rest)}"
    return odd.get(first, first.removesuffix("s")) + blank + rest


def amount(row: Mapping[Any, Any] | pd.Series) -> str:
    """The figure with its bound word: as printed in Chinese, said anew in English.

    A figure whose value was not read is shown as printed in both languages.
    """
    if pd.isna(row["value"]):
        return str(row["written"])
    if language() == "zh":
        return _with_direction(row)
    value = compact(row["value"], row["unit"])
    if pd.notna(row["value_high"]):
        value = f"{value} – {compact(row['value_high'], row['unit'])}"
    if row["kind"] == "rank":
        key = "rank.bottom" if row["rank_from"] == "bottom" else "rank.top"
        value = say(key, n=f"{row['value']:g}")
    elif row["kind"] == "streak":
        value = say(
            "streak.amount", n=f"{row['value']:g}", unit=_EN_UNITS.get(row["unit"], row["unit"]) or "times"
        )
    elif row["kind"] == "change" and row["value"] > 0:
        value = f"+{value}"
    return say(f"bound.amount.{row['bound']}", value=value)


def _with_direction(row: Mapping[Any, Any] | pd.Series) -> str:
    """The printed words, with the verb that stands before them in the sentence.

    "下降2.9%" is printed as 2.9% with its verb apart: without it a fall would read as a rise.
    """
    written = str(row["written"])
    if row["kind"] == "streak":
        return written if "连" in written else f"连续{written}"
    if row["kind"] == "rank":
        return f"倒数{written}" if row["rank_from"] == "bottom" and "倒数" not in written else written
    if row["kind"] != "change" or any(verb in written for verb in _VERBS):
        return written
    rise, fall = _DIRECTIONS.get(row["unit"], ("增加", "减少"))
    # -5% of a change is said as 下降5%, never as 下降-5%
    return (
        f"{fall if row['value'] < 0 else rise}{written.replace('-', '', 1) if row['value'] < 0 else written}"
    )


def period(row: Mapping[Any, Any] | pd.Series, *, inferred: bool = True) -> str:
    """Year and kind of period in words: "2025年 · 今年以来"; says so where no year can be told.

    With `inferred` a year that was concluded from the article's date is named as such.
    """
    year = say("period.no_year") if pd.isna(row["year"]) else say("period.in_year", year=int(row["year"]))
    words = f"{year} · {_stretch(row) or say('period.' + row['period_kind'])}"
    if not inferred:
        return words
    return words if row["year_basis"] != "publication" else f"{words} · {say('period.by_publication')}"


def _stretch(row: Mapping[Any, Any] | pd.Series) -> str:
    """The months that a period covers, where its days are known: 1—9月, 第1季度, 截至2月底."""
    kind, end = row["period_kind"], row.get("period_end")
    if end is None or pd.isna(end):
        return ""
    last = pd.Timestamp(end)
    month = str(last.month) if language() == "zh" else calendar.month_abbr[last.month]
    if kind == "ytd" and last.is_month_end and "以来" not in str(row.get("period_words", "以来")):
        return say("period.until_month", month=month)
    if kind == "quarter":
        return say("period.quarter_no", number=last.quarter)
    if kind == "month":
        return say("period.month_no", month=month)
    if kind == "as_of":
        return (
            say("period.as_of_month", month=month)
            if last.is_month_end
            else say("period.as_of_day", month=month, day=last.day)
        )
    return ""


def place_name(chinese: str, english: str) -> str:
    """A place in the language in use, and in words where the text does not tell it."""
    return either(chinese, english) if chinese else say("place.unknown")
