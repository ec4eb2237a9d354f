"""Ranks of several places in one league and period: one dot a place, first at the left end."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from charts.rows import Row
from wording import escape_data, escape_html, say


def rank_dots(rows: list[Row], href: Callable[[Row], str]) -> str:
    """A line a place, best first; a dot and not a bar, since the first would be the shortest bar."""
    ordered = sorted(rows, key=lambda row: (float(row["value"]), row["place_name"]))
    sizes = [int(row["league_size"]) for row in ordered if pd.notna(row["league_size"])]
    last = max([*sizes, *(int(row["value"]) for row in ordered), 2])
    lines = "".join(
        f'<a class="dot" href="{escape_html(href(row))}" target="_self"><span>{escape_data(row["place_name"])}</span>'
        f'<span class="track"><i style="left:{(float(row["value"]) - 1) / (last - 1) * 100:.2f}%"></i></span>'
        f"<b>{escape_html(row['amount'])}</b></a>"
        for row in ordered
    )
    ends = f'<p class="dot ends"><span></span><span>{say("dots.first")}</span><b>{say("dots.last", n=last)}</b></p>'
    return f'<div class="dots">{lines}{ends}</div>'
