"""领域: a domain's indicators as small multiples, each in its own unit."""

from __future__ import annotations

import pandas as pd

from charts import strips
from charts.rows import Row, records
from components import cards, compare, groups, html, labels
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from wording import escape_html, say, unit_name

PANELS = 24  # a domain; the rest is one click away on the page of indicators


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("domains.title"), say("domains.lead"))
    _choose(desk)
    rows = desk.rows
    if rows.empty:
        html.empty(
            say("empty.filtered"),
            say("empty.filtered.advice"),
            desk.view.href("domains", **compare.NO_FILTERS),
        )
        return
    html.show(strips.legend())
    names = labels.domain_names(desk.library)
    many = not desk.view.domains
    for code in desk.library.domains["domain"]:
        if (part := rows[rows["domain"].eq(code)]).empty:
            continue
        html.section(
            names[code], say("domains.count", figures=len(part), articles=part["source_id"].nunique())
        )
        panels(part, desk, limit=6 if many else PANELS, more=desk.view.href("domains", domain=code))


def _choose(desk: Desk) -> None:
    counts = desk.rows_without(domains=True)["domain"].value_counts()
    names = labels.domain_names(desk.library)
    items = [
        html.link(desk.view.href("domains", domain=""), say("domains.all"), current=not desk.view.domains)
    ] + [
        html.link(
            desk.view.href("domains", domain=code),
            f"{names[code]} {counts.get(code, 0)}",
            current=code in desk.view.domains,
        )
        for code in desk.library.domains["domain"]
        if code in counts
    ]
    html.show(f'<nav class="pick" aria-label="{escape_html(say("filter.domain"))}">{"".join(items)}</nav>')


def panels(rows: pd.DataFrame, desk: Desk, limit: int, more: str = "") -> None:
    """One panel an indicator, those with most figures first; then figures that fit none, under their subject."""
    by_indicator: dict[str, list[Row]] = {}
    by_subject: dict[str, list[Row]] = {}
    for row in records(rows):
        if row["indicator_id"]:
            by_indicator.setdefault(row["indicator_id"], []).append(row)
        else:
            by_subject.setdefault(row["title"], []).append(row)
    ordered = sorted(by_indicator.values(), key=len, reverse=True) + list(by_subject.values())
    units = dict(zip(desk.library.indicators["indicator_id"], desk.library.indicators["unit"], strict=True))
    drawn = "".join(_panel(same, units.get(same[0]["indicator_id"], ""), desk) for same in ordered[:limit])
    html.show(f'<div class="panels">{drawn}</div>')
    if (left := len(ordered) - limit) > 0:
        line = (
            html.link(more, say("panels.more", count=left))
            if more
            else escape_html(say("panels.left", count=left))
        )
        html.show(f'<p class="soft">{line}</p>')


def _panel(rows: list[Row], units: str, desk: Desk) -> str:
    unit = " / ".join(unit_name(unit) for unit in units.split("|") if unit)
    subtitle = say("panel.unit", unit=unit) if unit else ""
    return strips.panel(
        rows[0]["title"], subtitle, groups.bundles(rows), lambda row: cards.source_href(row, desk.view)
    )


if __name__ == "__main__":
    open_dashboard()
