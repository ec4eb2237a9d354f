"""原文: the text with every figure highlighted; a figure clicked anywhere lands here, at its place."""

from __future__ import annotations

import streamlit as st

from charts.rows import Row, records
from components import cards, html, reader
from components.alone import open_dashboard
from components.desk import Desk, open_desk
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
    html.show(f'<div class="split">{reader.article(text, figures, figure_id, desk.view)}{facts}</div>')
    if figure_id:
        reader.scroll_to(figure_id)
    rows = desk.everything[desk.everything["source_id"].eq(source_id)].sort_values("start")
    html.section(say("sources.figures", count=len(rows)))
    cards.table(rows, desk.view, caption=say("sources.figures", count=len(rows)))


if __name__ == "__main__":
    open_dashboard()
