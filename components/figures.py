"""A chart with everything that belongs to it: title, what it measures, alt text, source, table behind it."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.frame import CONFIG
from charts.rows import records
from components import cards, html
from components.address import View
from wording import escape_data, escape_html, escape_markdown, say


def chart(figure: go.Figure, rows: pd.DataFrame, view: View, *, title: str, subtitle: str, key: str) -> None:
    """Show `figure` of `rows` beside the table that carries everything the figure does."""
    html.show(f'<div class="section"><h2>{escape_data(title)}</h2><p>{escape_data(subtitle)}</p></div>')
    drawn, behind = st.tabs([say("tab.chart"), say("tab.table")], key=f"tabs-{key}")
    with drawn:
        st.plotly_chart(figure, config=CONFIG, alt=alt_text(rows, title, subtitle), key=f"chart-{key}")
    with behind:
        cards.table(rows, view, caption=f"{title} · {subtitle}")
    foot(rows, view)


def alt_text(rows: pd.DataFrame, title: str, subtitle: str) -> str:
    """What the chart says, for who cannot see it: every point as its label says it."""
    points = "; ".join(
        f"{row['period']} {row['place_name']} {row['amount']}" for row in records(rows.head(12))
    )
    more = say("alt.more", count=len(rows) - 12) if len(rows) > 12 else ""
    return f"{title} · {subtitle}: {points}{more}"


def foot(rows: pd.DataFrame, view: View) -> None:
    """Source and notes below a chart: each article once, each number's sentence one click away."""
    first = rows.drop_duplicates("source_id")
    links = ", ".join(
        html.link(cards.source_href(row, view), cards.cite(row) or row["source_title"])
        for row in records(first.head(6))
    )
    more = escape_html(say("foot.more_sources", count=len(first) - 6)) if len(first) > 6 else ""
    notes = "".join(f"<li>{escape_data(note)}</li>" for note in rows["note_text"].unique() if note)
    html.show(
        f'<div class="chartfoot"><p>{escape_html(say("foot.source"))}{links}{more}</p>'
        + (f"<p>{escape_html(say('note.prefix'))}</p><ul>{notes}</ul>" if notes else "")
        + "</div>"
    )


def label(text: str) -> str:
    """Text from data as a Streamlit label."""
    return escape_markdown(text)
