"""A frame's rows as dictionaries: what builders of marks and labels read."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd

Row = dict[str, Any]


def records(rows: pd.DataFrame) -> list[Row]:
    """The rows as dictionaries, in order."""
    return cast("list[Row]", rows.to_dict("records"))


def year_words(row: Row, unknown: str) -> str:
    """The year in digits, or `unknown` where the text does not tell it."""
    return unknown if pd.isna(row["year"]) else str(int(row["year"]))
