"""The nine 旗区 as tiles in a schematic order: a way to choose, not a map."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from charts.shade import limits, shade
from wording import either, escape_html, say


def district_tiles(
    places: pd.DataFrame, counts: dict[str, int], chosen: tuple[str, ...], href: Callable[[str], str]
) -> str:
    """Tiles of `places` (those with row and column) shaded by `counts`, hatched where there is none."""
    steps = limits(counts.values())
    tiles = ""
    for row in places[places["row"].notna()].sort_values(["row", "column"]).to_dict("records"):
        count = counts.get(row["place"], 0)
        said = say("tiles.count", count=count) if count else say("legend.none")
        on = row["place"] in chosen
        tiles += (
            f'<a class="tile {shade(count, steps)}{" on" if on else ""}" target="_self"'
            f'{" aria-current=true" if on else ""} style="grid-area:{int(row["row"])}/{int(row["column"])}" '
            f'href="{escape_html(href(row["place"]))}"><b>{escape_html(either(row["place"], row["name_en"]))}</b>'
            f"<span>{escape_html(said)}</span></a>"
        )
    return f'<div class="tiles">{tiles}</div><p class="soft">{escape_html(say("tiles.caption"))}</p>'
