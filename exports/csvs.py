"""CSV that Excel opens as it stands: UTF-8 with byte order mark, and no cell that runs as a formula."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

import pandas as pd

from exports.rows import Rows, figure_rows
from exports.safe import clean
from wording import guard_csv


def csv_bytes(
    figures: pd.DataFrame,
    sources: pd.DataFrame,
    indicators: pd.DataFrame,
    corrections: pd.DataFrame | None = None,
    *,
    domains: pd.DataFrame | None = None,
    locators: pd.DataFrame | None = None,
    quotes: Mapping[str, str] | None = None,
    language: str = "zh",
) -> bytes:
    """The rows of `figures` as CSV, one a figure, with the headings of the workbook's data sheet.

    An apostrophe stands before text that a spreadsheet could take for a formula; numbers stay as they are.
    """
    rows = figure_rows(
        figures,
        sources,
        indicators,
        corrections,
        domains=domains,
        locators=locators,
        quotes=quotes,
        language=language,
    )
    return rows_as_csv(rows).encode("utf-8-sig")


def rows_as_csv(rows: Rows, headings: Literal["labels", "names"] = "labels") -> str:
    """`rows` as CSV text, headed by what readers or by what programs call the columns."""
    frame = rows.frame.copy()
    for column in rows.columns:
        if column.kind in ("text", "choice"):
            frame[column.name] = frame[column.name].map(lambda text: guard_csv(clean(text)))
        elif column.kind == "date":
            frame[column.name] = frame[column.name].dt.strftime("%Y-%m-%d")
        elif column.kind == "number":
            frame[column.name] = frame[column.name].map(plain_number)
    if headings == "labels":
        frame.columns = pd.Index(rows.labels)
    return frame.to_csv(index=False, lineterminator="\n")


def plain_number(value: float) -> str:
    """`value` in digits, never with an exponent; "" where it is missing.

    >>> plain_number(62320000000.0), plain_number(-4.1)
    ('62320000000', '-4.1')
    """
    if pd.isna(value):
        return ""
    return format(Decimal(repr(float(value))).normalize(), "f")
