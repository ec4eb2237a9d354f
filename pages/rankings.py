"""排名: rank tiles by league, the course of a rank over years, streaks. Leagues never mix."""

from __future__ import annotations

import pandas as pd

from charts import series
from charts.rows import Row, records
from components import cards, compare, figures, groups, html
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from wording import escape_html, say


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
    _leagues(ranks, desk)
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


def _leagues(ranks: pd.DataFrame, desk: Desk) -> None:
    sizes = ranks["league"].value_counts()
    for league in sizes.index:
        same = ranks[ranks["league"].eq(league)].sort_values(
            ["year", "value"], ascending=[False, True], na_position="last", kind="stable"
        )
        html.section(league or say("rankings.no_league"), say("rankings.league.lead", count=len(same)))
        tiles = "".join(_tile(row, desk) for row in records(same))
        html.show(f'<div class="cards">{tiles}</div>')


def _tile(row: Row, desk: Desk) -> str:
    among: str = say("rankings.size", count=int(row["league_size"])) if pd.notna(row["league_size"]) else ""
    by = say("rankings.by", body=row["body"]) if row["body"] else say("rankings.no_body")
    lower = " · ".join(part for part in (among, by, row["period"]) if part)
    return (
        f'<article class="rank"><p class="soft">{escape_html(row["place_name"])}</p>'
        f'<p class="place">{escape_html(row["amount"])}</p><h3>{escape_html(row["title"])}</h3>'
        f'<p class="soft">{escape_html(lower)} {cards.badges(row)}</p>{cards.note(row)}'
        f'<p class="go">{html.link(cards.source_href(row, desk.view), f"{cards.text_name(row)} · {cards.cite(row)}")}</p></article>'
    )


if __name__ == "__main__":
    open_dashboard()
