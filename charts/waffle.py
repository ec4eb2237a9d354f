"""A share of a whole as ten times ten squares, one of them one percent."""

from __future__ import annotations

import pandas as pd

from charts.rows import Row
from wording import escape_html, say

SIDE, STEP = 9.0, 10.0  # of a square, and from one square to the next


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
    css = "target" if row["status"] == "target" else ""
    css += " soft-end" if row["bound"] in ("about", "nearly", "at_most") else ""
    squares = "".join(_square(number, min(max(share - number, 0.0), 1.0)) for number in range(100))
    caption = say("waffle.caption", amount=row["amount"])
    return (
        f'<figure class="waffle"><svg viewBox="0 0 100 100" role="img" aria-label="{escape_html(caption)}" '
        f'class="{css.strip()}">{squares}</svg><figcaption>{escape_html(caption)}</figcaption></figure>'
    )


def _square(number: int, part: float) -> str:
    x, y = number % 10 * STEP + 0.5, 90.5 - number // 10 * STEP
    empty = f'<rect class="rest" x="{x}" y="{y}" width="{SIDE}" height="{SIDE}"/>'
    if not part:
        return empty
    return f'{empty}<rect class="full" x="{x}" y="{y}" width="{SIDE * part:.2f}" height="{SIDE}"/>'
