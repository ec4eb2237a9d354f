"""One figure: its value and why it was read so, its sentence, citation, like and unlike reports, conflicts."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pandas as pd
import streamlit as st

from charts.rows import Row, records
from components import cards, collect, downloads, html, reader
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from components.groups import TIME
from loaders.comparable import conflicts, why_not
from wording import either, escape_data, escape_html, gbt7714, say

CHINA = timezone(timedelta(hours=8))
OTHERS = 40


def show() -> None:
    """The page."""
    desk = open_desk()
    asked = st.query_params.get("figure", "").strip().lower()
    row = desk.figure(asked)
    if row is None:
        html.heading(say("figure.title"))
        text = say("sources.no_figure", code=asked[:60]) if asked else say("figure.none")
        html.empty(text, say("figure.none.advice"))
        return
    html.heading(row["title"], f"{row['place_name']} · {row['period']}")
    html.show(
        f'<p class="big">{cards.number(row)} {cards.badges(row)}</p>{cards.note(row)}'
        f"<p>{collect.link(row, desk.view)}</p>"
    )
    if row["figure_id"] != asked:
        html.callout(say("figure.repeats", code=asked))
    html.show(f'<div class="split">{_context(row, desk)}{reader.facts(row, desk.view, page=False)}</div>')
    _citation(row, desk)
    _conflicts(row, desk)
    _others(row, desk)
    html.section(say("figure.take"))
    downloads.buttons(pd.DataFrame([row]), desk, f"figure={row['figure_id']}", ("xlsx", "csv"))


def _context(row: Row, desk: Desk) -> str:
    """The paragraph with the figure and the heading above it, marked as in the whole text."""
    text, figures = desk.text(row["source_id"])
    inside = reader.article(text, figures, row["figure_id"], desk.view, near=1)
    whole = html.link(cards.source_href(row, desk.view), say("figure.whole"))
    return (
        f'<div><p class="soft">{escape_html(say("figure.context", kind=cards.text_name(row)))}</p>'
        f"{inside}<p>{whole}</p></div>"
    )


def _citation(row: Row, desk: Desk) -> None:
    html.section(say("figure.cite"), say("figure.cite.lead"))
    paragraph: int | None = None if pd.isna(row["original_paragraph"]) else int(row["original_paragraph"])
    source = desk.source(row["source_id"])
    st.code(
        gbt7714({str(name): value for name, value in source.items()}, paragraph, datetime.now(CHINA).date()),
        language=None,
        wrap_lines=True,
    )


def _conflicts(row: Row, desk: Desk) -> None:
    if not row["indicator_id"]:
        return
    same = desk.everything[desk.everything["indicator_id"].eq(row["indicator_id"])]
    for group in conflicts(same):
        if row["figure_id"] in set(group["figure_id"]):
            html.section(say("figure.conflict"), say("figure.conflict.lead"))
            cards.table(group, desk.view)


def _others(row: Row, desk: Desk) -> None:
    """Other reports of the indicator: those that may stand beside this one first, the rest with the reason."""
    html.section(say("figure.others"), say("figure.others.lead"))
    every = desk.everything
    same = every[every["indicator_id"].eq(row["indicator_id"]) & every["figure_id"].ne(row["figure_id"])]
    if not row["indicator_id"] or same.empty:
        html.empty(say("figure.others.none"))
        return
    ordered = same.assign(near=same[TIME].eq(row[TIME])).sort_values(
        ["near", "year"], ascending=[False, False], kind="stable"
    )
    own = pd.Series(row)
    items = "".join(_other(other, own, desk) for other in records(ordered.head(OTHERS)))
    html.show(f'<ul class="list">{items}</ul>')


def _other(other: Row, own: pd.Series, desk: Desk) -> str:
    why = why_not(own, pd.Series(other))
    words = say("figure.alike")
    if why and not why_not(own, pd.Series(other), "places"):
        words = say("figure.beside")
    elif why:
        told = [either(reason.zh, reason.en) for reason in why]
        words = say("figure.unlike", why=say("list.semicolon").join(told))
    return (
        f'<li><div><p class="value">{html.link(desk.view.href("figure", figure=other["figure_id"]), other["amount"])}</p>'
        f"</div><div><p>{escape_html(other['period'])} · {escape_html(other['place_name'])} {cards.badges(other)}</p>"
        f'<p class="soft">{escape_data(words)}</p><p class="soft">{escape_data(cards.cite(other))}</p></div></li>'
    )


if __name__ == "__main__":
    open_dashboard()
