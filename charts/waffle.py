"""A share of a whole as ten times ten squares, one of them one percent."""

from __future__ import annotations

import pandas as pd

from charts.rows import Row
from wording import escape_html, say

SIDE = 10  # squares


def fits(row: Row) -> bool:
    """Whether the figure is a single share of a hundred."""
    return bool(
        row["kind"] == "share"
        and row["unit"] == "%"
        and 0 <= row["value"] <= 100
        and pd.isna(row["value_high"])  # a range has no single share
    )


def waffle(row: Row) -> str:
    """The squares from the lower left upwards; a target is outlined, a soft number soft."""
    share = float(row["value"])
    css = " target" if row["status"] == "target" else ""
    css += " soft-end" if row["bound"] in ("about", "nearly", "at_most") else ""
    caption = escape_html(say("waffle.caption", amount=row["amount"]))
    order = [line * SIDE + place for line in reversed(range(SIDE)) for place in range(SIDE)]
    squares = "".join(_square(min(max(share - number, 0.0), 1.0)) for number in order)
    return (
        f'<figure class="waffle{css}"><div class="squares" role="img" aria-label="{caption}">{squares}</div>'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _square(part: float) -> str:
    """One percent, or the part of it that is reached."""
    if 0 < part < 1:
        return f'<i><b style="width:{part:.0%}"></b></i>'
    return "<i><b></b></i>" if part else "<i></i>"
