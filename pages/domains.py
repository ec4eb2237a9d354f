"""领域: a domain's indicators as small multiples, each in its own unit."""

from __future__ import annotations

import pandas as pd

from charts import strips
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
    items = [html.link(desk.view.href("domains", domain=""), say("domains.all"))] + [
        html.link(desk.view.href("domains", domain=code), f"{names[code]} {counts.get(code, 0)}")
        for code in desk.library.domains["domain"]
        if code in counts
    ]
    html.show(f'<nav class="pick" aria-label="{escape_html(say("filter.domain"))}">{"".join(items)}</nav>')


def panels(rows: pd.DataFrame, desk: Desk, limit: int, more: str = "") -> None:
    """One panel an indicator, those with most figures first; then figures that fit none, under their subject."""
    named = rows[rows["indicator_id"].ne("")]
    order = list(named["indicator_id"].value_counts().index)
    units = desk.library.indicators.set_index("indicator_id")["unit"].to_dict()
    drawn = [
        _panel(
            named[named["indicator_id"].eq(code)], desk, unit_name(units.get(code, "").replace("|", " / "))
        )
        for code in order[:limit]
    ]
    if len(drawn) < limit:
        rest = rows[rows["indicator_id"].eq("")]
        drawn += [
            _panel(same, desk, "")
            for _, same in list(rest.groupby("title", sort=False))[: limit - len(drawn)]
        ]
    html.show(f'<div class="panels">{"".join(drawn)}</div>')
    total = len(order) + rows.loc[rows["indicator_id"].eq(""), "title"].nunique()
    if total > len(drawn):
        html.show(
            f'<p class="soft">{html.link(more, say("panels.more", count=total - len(drawn)))}</p>'
            if more
            else f'<p class="soft">{escape_html(say("panels.left", count=total - len(drawn)))}</p>'
        )


def _panel(rows: pd.DataFrame, desk: Desk, unit: str) -> str:
    found = groups.together(rows)
    subtitle = say("panel.unit", unit=unit) if unit else ""
    return strips.panel(rows["title"].iloc[0], subtitle, found, lambda row: cards.source_href(row, desk.view))


if __name__ == "__main__":
    open_dashboard()
