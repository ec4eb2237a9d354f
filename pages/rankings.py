"""排名: rank tiles by league, the course of a rank over years, streaks. Leagues never mix."""

from __future__ import annotations

import pandas as pd

from charts import series
from charts.dots import rank_dots
from charts.rows import Row, records
from components import cards, collect, compare, figures, groups, honours, html
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from wording import escape_data, escape_html, say


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("rankings.title"), say("rankings.lead"))
    rows = desk.rows
    ranks, streaks = rows[rows["kind"].eq("rank")], rows[rows["kind"].eq("streak")]
    if ranks.empty and streaks.empty:
        html.empty(
            say("rankings.none"),
            say("empty.filtered.advice"),
            desk.view.href("rankings", **compare.NO_FILTERS),
        )
        return
    _courses(ranks, desk)
    _fields(ranks, desk)
    _leagues(ranks, desk)
    if not (named := honours.chosen(desk, desk.view.districts)).empty:
        html.section(say("honours.title"), say("honours.lead", count=len(named)))
        honours.listing(named, desk)
    if not streaks.empty:
        html.section(say("rankings.streaks"), say("rankings.streaks.lead"))
        newest = streaks.sort_values(["value", "year"], ascending=False, kind="stable")
        cards.cards(cards.card(row, desk.view) for row in records(newest))


def _courses(ranks: pd.DataFrame, desk: Desk) -> None:
    found = groups.lines(groups.together(ranks))
    if not found:
        html.show(f'<p class="soft">{escape_html(say("rankings.no_course"))}</p>')
        return
    html.section(say("rankings.courses"), say("rankings.courses.lead"))
    for number, group in enumerate(found):
        first = group.iloc[0]
        figures.chart(
            series.slope(group),
            group,
            desk.view,
            title=f"{first['place_name']} · {first['title']}",
            subtitle=first["league"] or say("rankings.no_league"),
            key=f"rank-{number}",
        )


def _fields(ranks: pd.DataFrame, desk: Desk) -> None:
    """Where several places stand in one league and period."""
    several = [group for group in groups.across_places(ranks[ranks["indicator_id"].ne("")]) if len(group) > 2]
    if several:
        html.section(say("rankings.fields"), say("rankings.fields.lead"))
    for group in several:
        first = records(group)[0]
        subtitle = " · ".join(part for part in (first["league"], first["body"], first["period"]) if part)
        dots = rank_dots(records(group), lambda row: cards.source_href(row, desk.view))
        html.show(
            f'<div class="panel field"><h3>{escape_data(first["title"])}</h3>'
            f'<p class="soft">{escape_data(subtitle)}</p>{dots}</div>'
        )


def _leagues(ranks: pd.DataFrame, desk: Desk) -> None:
    """A section a league; leagues with a single rank share the last section, named on each tile."""
    ordered = ranks.sort_values(["year", "value"], ascending=[False, True], na_position="last", kind="stable")
    sizes = ordered["league"].value_counts()
    for league in [str(name) for name, size in sizes.items() if name and size > 1]:
        same = ordered[ordered["league"].eq(league)]
        html.section(league, say("rankings.league.lead", count=len(same)))
        _tiles(same, desk, with_league=False)
    rest = ordered[ordered["league"].map(sizes).eq(1) | ordered["league"].eq("")]
    if not rest.empty:
        html.section(say("rankings.others"), say("rankings.others.lead"))
        _tiles(rest, desk, with_league=True)


def _tiles(rows: pd.DataFrame, desk: Desk, *, with_league: bool) -> None:
    tiles = "".join(_tile(row, desk, with_league=with_league) for row in records(rows))
    html.show(f'<div class="cards ranks">{tiles}</div>')


def _tile(row: Row, desk: Desk, *, with_league: bool) -> str:
    among: str = say("rankings.size", count=int(row["league_size"])) if pd.notna(row["league_size"]) else ""
    by = say("rankings.by", body=row["body"]) if row["body"] else say("rankings.no_body")
    league = (row["league"] or say("rankings.no_league")) if with_league else ""
    lower = " · ".join(part for part in (league, among, by, row["period"]) if part)
    return (
        f'<article class="rank"><p class="soft">{escape_data(row["place_name"])}</p>'
        f'<p class="place">{escape_data(row["amount"])}</p><h3>{escape_data(row["title"])}</h3>'
        f'<p class="soft">{escape_data(lower)} {cards.badges(row)}</p>{cards.note(row)}'
        f'<p class="go">{html.link(cards.source_href(row, desk.view), f"{cards.text_name(row)} · {cards.cite(row)}")}'
        f" {collect.link(row, desk.view)}</p></article>"
    )


if __name__ == "__main__":
    open_dashboard()
