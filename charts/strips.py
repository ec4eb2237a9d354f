"""Small multiples: one panel an indicator, one bar a figure, each bar a link to its sentence.

Only figures that may stand on one line share a group and a scale; between groups runs a dashed rule,
and each group says its period kind and place. Targets are outlined, reports solid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from charts.rows import Row, year_words
from wording import escape_data, escape_html, say

BY_VALUE = ("level", "share", "change")


def panel(title: str, subtitle: str, groups: Iterable[list[Row]], href: Callable[[Row], str]) -> str:
    """One panel: `groups` of comparable figures, each with its own scale and heading."""
    inside = "".join(_group(group, href) for group in groups)
    below = f'<p class="soft">{escape_html(subtitle)}</p>' if subtitle else ""
    return f'<section class="panel"><h3>{escape_data(title)}</h3>{below}{inside}</section>'


def _group(rows: list[Row], href: Callable[[Row], str]) -> str:
    scale = max((abs(row["value"]) for row in rows if pd.notna(row["value"])), default=0.0)
    if all(row["kind"] == "share" and row["unit"] == "%" for row in rows):
        scale = max(scale, 100.0)  # a share is read against the whole
    first = rows[0]
    said = [say(f"period.{first['period_kind']}"), first["place_name"]]
    said += [first["league"]] if first["league"] else []
    said += [say("status.target")] if first["status"] == "target" else []
    if first["kind"] not in BY_VALUE or (len(rows) == 1 and first["kind"] != "share"):
        scale = 0.0  # a lone bar says nothing, and a rank is no length: the number stands alone
    bars = "".join(_bar(row, scale, href(row)) for row in rows)
    return f'<div class="group"><span class="soft">{escape_data(" · ".join(said))}</span>{bars}</div>'


def _bar(row: Row, scale: float, href: str) -> str:
    year = year_words(row, say("period.no_year.short"))
    fill = ""
    if scale and pd.notna(row["value"]):
        # 58 % of the track at most: the amount stands at the bar's end and needs its own room
        fill = (
            f'<span class="fill{fill_class(row)}" style="width:{abs(row["value"]) / scale * 58:.2f}%"></span>'
        )
    return (
        f'<a class="bar" href="{escape_html(href)}" target="_self"><span class="soft">{escape_html(year)}</span>'
        f'<span class="track">{fill}<span class="say{"" if fill else " alone"}">{escape_data(row["amount"])}</span></span></a>'
    )


def fill_class(row: Row) -> str:
    """How the bar's end and fill say status, sign and bound; the words stand in the label as well."""
    if row["status"] == "target":
        return " target"
    if row["kind"] == "change" and row["value"] < 0:
        return " fall"
    if row["bound"] in ("over", "at_least"):
        return " arrow"
    return " soft-end" if row["bound"] in ("about", "nearly", "at_most") else ""


def legend() -> str:
    """How bars are to be read."""
    items = (
        ("solid", "legend.reported"),
        ("arrow", "legend.over"),
        ("soft-end", "legend.about"),
        ("target", "legend.target"),
    )
    return (
        '<p class="legend">'
        + "".join(f'<span><i class="{css}"></i>{escape_html(say(key))}</span>' for css, key in items)
        + "</p>"
    )
