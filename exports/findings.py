"""A figure said as one sentence, for the title of a slide. No word of it goes beyond the figure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from exports.words import words

Row = Mapping[Hashable, Any]

# An expression that opens with one of these reads on from a noun: 授信额超20亿元, not 授信额为超20亿元.
_READS_ON = tuple("超近约逾突破达第倒不至")
_GROWTH = ("增速", "增长率", "增幅")


def when(row: Row, language: str) -> str:
    """The figure's time as far as it is known: "2025年", "2025年以来", "截至2025年2月28日"; "" if it is not."""
    if pd.isna(row["year"]):
        return ""
    values: dict[str, object] = {"year": int(row["year"])}
    kind = row["period_kind"]
    if kind == "ytd" and pd.notna(row["period_end"]):
        end = row["period_end"]
        kind = "months" if end.is_month_end else "since"
        values |= {"part": end.month, "day": _day(end, language)}
    elif kind == "as_of" and pd.notna(row["period_end"]):
        values["day"] = _day(row["period_end"], language)
    elif kind in ("quarter", "month") and pd.notna(row["period_end"]):
        month = row["period_end"].month
        values["part"] = f"{(month + 2) // 3}" if kind == "quarter" else f"{month}"
    elif kind in ("as_of", "quarter", "month", "span"):
        kind = "year"
    return words(f"when.{kind}", language, **values)


def _day(day: pd.Timestamp, language: str) -> str:
    return f"{day:%Y-%m-%d}" if language == "en" else f"{day.year}年{day.month}月{day.day}日"


def finding(row: Row, name: str, language: str = "zh") -> str:
    """The figure as a sentence; `name` is its indicator's, or else its subject.

    >>> row = {"year": 2025, "period_kind": "year", "kind": "level", "value": 2e9, "written": "超20亿元",
    ...        "place": "鄂尔多斯市", "status": "reported", "compared_with": "", "league": ""}
    >>> finding(row, "授信额")
    '2025年，鄂尔多斯市授信额超20亿元'
    """
    time = "" if row["period_kind"] == "unstated" else when(row, language)
    place = str(row["place"])
    if language == "en":
        parts = [place, name, str(row["league"])]
        said = ", ".join(part for part in parts if part) + f": {amount(row, language)}"
        said = f"{said} ({time})" if time else said
    else:
        subject = name if place and name.startswith(place) else place + name
        said = _chinese(row, subject)
        said = f"{time}，{said}" if time else said
    return words("finding.target", language, said=said) if row["status"] == "target" else said


def amount(row: Row, language: str = "zh") -> str:
    """The figure as written, with what is often printed apart from the number: 下降, 增长, 连续."""
    written = str(row["written"])
    if row["kind"] == "streak" and "连" not in written:
        return words("amount.streak", language, written=written)
    if row["kind"] != "change" or written.startswith(("-", "−", "+")):
        return written
    return words("amount.fall" if row["value"] < 0 else "amount.rise", language, written=written)


def _chinese(row: Row, subject: str) -> str:
    written, league = str(row["written"]), str(row["league"])
    if row["kind"] == "change":
        for ending in _GROWTH:
            subject = subject.removesuffix(ending)
        return f"{subject}{row['compared_with']}{amount(row)}"
    if row["kind"] == "rank":
        return f"{subject}：{league}{written}"
    if row["kind"] == "streak":
        return f"{subject}：{amount(row)}"
    return f"{subject}{written}" if written.startswith(_READS_ON) else f"{subject}为{written}"
