"""A change between two figures, only where `loaders.comparable` allows it, and marked as ours."""

from __future__ import annotations

import pandas as pd

from charts.rows import Row, records
from components import cards
from components.desk import Desk
from components.groups import TIME
from loaders.comparable import Change, change
from wording import compact, say

NO_FILTERS: dict[str, str] = {"year": "", "district": "", "domain": "", "search": ""}


def change_line(row: Row, desk: Desk) -> str:
    """HTML that compares `row` with the last year before it; empty where that may not be done."""
    if pd.isna(row["year"]) or not row["indicator_id"]:
        return ""
    everything = desk.everything
    before = everything[everything[TIME].eq(row[TIME]) & everything["year"].lt(row["year"])]
    for earlier in records(before.sort_values("year", ascending=False, kind="stable")):
        made = change(pd.Series(earlier), pd.Series(row))
        if made is not None:
            return cards.derived(earlier, _words(made, int(earlier["year"])), desk.view)
    return ""


def _words(made: Change, year: int) -> str:
    sign = "+" if made.difference > 0 else ""
    difference = f"{sign}{compact(round(made.difference, 6), made.unit)}"
    percent = "" if made.percent is None else say("derived.percent", percent=f"{made.percent:+.1f}%")
    return say("derived.change", year=year, difference=difference, percent=percent)
