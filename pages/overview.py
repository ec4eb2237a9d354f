"""总览: headline cards, coverage by domain and year, newest figures."""

from __future__ import annotations

import pandas as pd

from charts.grid import count_grid
from charts.rows import records
from components import cards, compare, honours, html, labels, tasks
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from wording import escape_html, say

HEADLINES = 8
NEWEST = 8


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("overview.title"), say("overview.lead"))
    rows = desk.rows
    if rows.empty:
        html.empty(
            say("empty.filtered"), say("empty.filtered.advice"), desk.view.href("", **compare.NO_FILTERS)
        )
        return
    _counts(rows)
    html.section(say("overview.headlines"), say("overview.headlines.lead"))
    cards.cards(
        cards.card(row, desk.view, compare.change_line(row, desk)) for row in records(headlines(rows))
    )
    _also(desk)
    html.section(say("overview.coverage"), say("overview.coverage.lead"))
    _coverage(desk)
    html.section(say("overview.newest"), say("overview.newest.lead"))
    newest = rows.sort_values(
        ["published", "source_id", "start"], ascending=[False, True, True], kind="stable"
    )
    cards.figure_list(newest.drop_duplicates(["source_id", "shown"]).head(NEWEST), desk.view)
    html.show(
        f'<p class="soft">{html.link(desk.view.href("download"), say("overview.all", count=len(rows)))}</p>'
    )


def _also(desk: Desk) -> None:
    """What the words in the search box find besides figures."""
    if not desk.view.search:
        return
    found = [
        ("overview.tasks", tasks.chosen(desk), desk.view.href("targets")),
        ("overview.honours", honours.chosen(desk, desk.view.districts), desk.view.href("rankings")),
    ]
    links = [html.link(href, say(key, count=len(rows))) for key, rows, href in found if len(rows)]
    if links:
        html.show(f'<p class="also">{escape_html(say("overview.also"))} {" · ".join(links)}</p>')


def headlines(rows: pd.DataFrame) -> pd.DataFrame:
    """For each domain the newest report of the indicator that is reported most often there.

    Reports that state their year go first. A rule and not a choice of ours, so that no figure is favoured; targets and repeats stay out.
    """
    able = rows[rows["status"].eq("reported") & rows["indicator_id"].ne("") & rows["year"].notna()]
    often = able.groupby("indicator_id")["figure_id"].transform("size")
    firm = able["year_basis"].ne("publication")
    ordered = able.assign(often=often, firm=firm).sort_values(
        ["firm", "often", "indicator_id", "year", "published"],
        ascending=[False, False, True, False, False],
        kind="stable",
    )
    first = ordered.drop_duplicates("domain")
    # a filter that leaves few domains leaves room for their next indicators
    more = ordered[~ordered["indicator_id"].isin(first["indicator_id"])].drop_duplicates("indicator_id")
    return pd.concat([first, more]).head(HEADLINES)


def _counts(rows: pd.DataFrame) -> None:
    years = rows["year"].dropna()
    items = [
        ("overview.count.figures", str(len(rows))),
        ("overview.count.sources", str(rows["source_id"].nunique())),
        ("overview.count.places", str(rows.loc[rows["place"].ne(""), "place"].nunique())),
        ("overview.count.years", f"{int(years.min())}–{int(years.max())}" if len(years) else "—"),
    ]
    inside = "".join(
        f"<div><dt>{escape_html(say(key))}</dt><dd>{escape_html(value)}</dd></div>" for key, value in items
    )
    html.show(f'<dl class="counts">{inside}</dl>')


def _coverage(desk: Desk) -> None:
    names = labels.domain_names(desk.library)
    rows = desk.rows_without(years=True, domains=True)
    years = rows["year"].dropna()
    if years.empty:
        html.empty(say("empty.years"))
        return
    grid = count_grid(
        rows,
        ("domain", [(code, names[code]) for code in desk.library.domains["domain"]]),
        ("year", [(year, str(year)) for year in range(int(years.min()), int(years.max()) + 1)]),
        lambda domain, year: desk.view.href("domains", domain=domain, year=year),
        say("overview.coverage"),
    )
    html.show(grid)


if __name__ == "__main__":
    open_dashboard()
