"""The nine 旗区 as tiles in a schematic order: a way to choose, not a map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from charts.rows import records
from charts.shade import limits, shade
from wording import either, escape_html, say


def district_tiles(
    places: pd.DataFrame,
    values: Mapping[str, tuple[float, str]],
    chosen: tuple[str, ...],
    href: Callable[[str], str],
) -> str:
    """Tiles of `places` (those with row and column) shaded by value, with its words; hatched where there is none."""
    steps = limits(value for value, _ in values.values())
    tiles = ""
    for row in records(places[places["row"].notna()].sort_values(["row", "column"])):
        value, said = values.get(row["place"], (0.0, say("legend.none")))
        state = ' aria-current="true"' if row["place"] in chosen else ""
        css = f"{shade(value, steps)}{' on' if state else ''}"
        tiles += (
            f'<a class="tile {css}" target="_self"{state} style="grid-area:{int(row["row"])}/{int(row["column"])}" '
            f'href="{escape_html(href(row["place"]))}"><b>{escape_html(either(row["place"], row["name_en"]))}</b>'
            f"<span>{escape_html(said)}</span></a>"
        )
    return f'<div class="tiles">{tiles}</div><p class="soft">{escape_html(say("tiles.caption"))}</p>'
