"""原文: the text with every figure highlighted; a figure clicked anywhere lands here, at its place."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.rows import Row, records
from components import cards, html, reader
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from loaders.articles import Article
from wording import escape_html, say


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
        f'<div><p class="what">{title}</p><p class="soft">{escape_html(about)}</p></div></li>'
    )


def _article(source_id: str, figure_id: str, desk: Desk) -> None:
    source = desk.source(source_id)
    text, figures = _text(source_id, desk)
    html.show(f'<p class="soft">{html.link(desk.view.href("sources"), say("sources.back"))}</p>')
    html.heading(
        source["title"], say("sources.kind.digest" if text.kind == "digest" else "sources.kind.original")
    )
    html.show(reader.citation(source))
    facts = reader.facts(_row(figure_id, desk), desk.view) if figure_id else ""
    html.show(f'<div class="split">{reader.article(text, figures, figure_id, desk.view)}{facts}</div>')
    if figure_id:
        reader.scroll_to(figure_id)
    rows = desk.everything[desk.everything["source_id"].eq(source_id)].sort_values("start")
    html.section(say("sources.figures", count=len(rows)))
    cards.table(rows, desk.view, caption=say("sources.figures", count=len(rows)))


def _text(source_id: str, desk: Desk) -> tuple[Article, pd.DataFrame]:
    """The text to read and where its figures stand in it, repeats too: the original if the user has it."""
    library = desk.library
    figures = library.figures[library.figures["source_id"].eq(source_id)]
    original = library.originals.get(source_id)
    if original is None:
        return library.texts[source_id], figures.sort_values("start")
    there = library.locators[["figure_id", "start", "end"]]
    return original, figures.drop(columns=["start", "end"]).merge(there, on="figure_id").sort_values("start")


def _row(figure_id: str, desk: Desk) -> Row:
    """The figure, or the earlier one of the same article that it repeats."""
    figures = desk.library.figures.set_index("figure_id")
    first = str(figures.loc[figure_id, "repeats"]) or figure_id
    return records(desk.everything[desk.everything["figure_id"].eq(first)])[0]


if __name__ == "__main__":
    open_dashboard()
