"""原文: the text with every figure highlighted; a figure clicked anywhere lands here, at its place."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.rows import Row, records
from components import cards, html, reader, reading
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from loaders.articles import Article
from wording import escape_data, escape_html, say


def show() -> None:
    """The page: an article if the address names one or a figure, else the list of articles."""
    desk = open_desk()
    figures = desk.library.figures
    asked = st.query_params.get("figure", "")
    here = figures[figures["figure_id"].eq(asked)]
    source_id = here["source_id"].iloc[0] if len(here) else st.query_params.get("source", "")
    if asked and here.empty:
        html.callout(say("sources.no_figure", code=asked[:60]))
    if source_id and source_id not in desk.library.texts:
        html.callout(say("sources.no_source", code=source_id[:60]))
        source_id = ""
    if not source_id:
        _list(desk)
        return
    _article(source_id, asked if len(here) else "", desk)


def _list(desk: Desk) -> None:
    html.heading(say("sources.title"), say("sources.lead"))
    counts = desk.rows["source_id"].value_counts()
    table = desk.library.sources
    if desk.view.filtered:
        table = table[table["source_id"].isin(counts.index)]
    if table.empty:
        html.empty(say("empty.filtered"), say("empty.filtered.advice"))
        return
    newest = table.sort_values("published", ascending=False, kind="stable")
    items = "".join(_item(row, int(counts.get(row["source_id"], 0)), desk) for row in records(newest))
    html.show(f'<ul class="list">{items}</ul>')


def _item(row: Row, count: int, desk: Desk) -> str:
    kind = say(f"kind.{row['kind']}")
    about = " · ".join(part for part in (row["publisher"], row["place"], kind) if part)
    title = html.link(desk.view.href("sources", source=row["source_id"]), row["title"])
    return (
        f'<li><div><p class="value">{escape_html(row["published"])}</p>'
        f'<p class="soft">{escape_html(say("sources.count", count=count))}</p></div>'
        f'<div><p class="what">{title}</p><p class="soft">{escape_data(about)}</p></div></li>'
    )


def _article(source_id: str, figure_id: str, desk: Desk) -> None:
    source = desk.source(source_id)
    text, figures = desk.text(source_id)
    html.show(f'<p class="soft">{html.link(desk.view.href("sources"), say("sources.back"))}</p>')
    html.heading(
        source["title"], say("sources.kind.digest" if text.kind == "digest" else "sources.kind.original")
    )
    html.show(reader.citation(source))
    own = desk.figure(figure_id)
    facts = "" if own is None else reader.facts(own, desk.view)
    pieces = reading.parts(text)
    number = _part(pieces, figures, figure_id)
    if pieces:
        text = pieces[number - 1]
        first, last = text.original(text.paragraphs[0].start, text.paragraphs[-1].end)
        figures = figures[figures["start"].ge(first) & figures["end"].le(last)]
    html.show(f'<div class="split">{reader.article(text, figures, figure_id, desk.view)}{facts}</div>')
    if len(pieces) > 1:
        turn = "".join(
            html.link(
                desk.view.href("sources", source=source_id, part=other), str(other), current=other == number
            )
            for other in range(1, len(pieces) + 1)
        )
        html.show(f'<nav class="pick" aria-label="{escape_html(say("sources.parts"))}">{turn}</nav>')
    if figure_id:
        reader.scroll_to(figure_id)
    rows = desk.everything[desk.everything["source_id"].eq(source_id)].sort_values("start")
    html.section(say("sources.figures", count=len(rows)))
    cards.table(rows, desk.view, caption=say("sources.figures", count=len(rows)))


def _part(pieces: list[Article], figures: pd.DataFrame, figure_id: str) -> int:
    """Which piece of a long text to show: the one with the figure, else the one the address asks for, else 1."""
    at = figures.loc[figures["figure_id"].eq(figure_id), "start"]
    for number, piece in enumerate(pieces, 1):
        start, end = piece.original(piece.paragraphs[0].start, piece.paragraphs[-1].end)
        if len(at) and start <= int(at.iloc[0]) < end:
            return number
    asked = st.query_params.get("part", "1")
    return min(max(int(asked), 1), len(pieces)) if asked.isdecimal() and asked.isascii() and pieces else 1


if __name__ == "__main__":
    open_dashboard()
