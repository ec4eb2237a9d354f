"""One indicator over years, for figures that may stand on one line; and one year over places."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.frame import ACCENT, FOUR, GREY, blank, years
from charts.rows import Row, records
from wording import escape_plotly, say

SYMBOLS = ("circle", "square", "diamond", "triangle-up")


def columns(group: pd.DataFrame) -> go.Figure:
    """Columns of comparable figures by year. A year between them without a report is hatched.

    Two reports of one year stand side by side under that year: both are kept.
    """
    group = group.sort_values(["year", "published"], kind="stable")
    span = _span(group)
    figure = years(blank(340), span)
    top, bottom = max(group["value"].max(), 0.0), min(group["value"].min(), 0.0)
    _gaps(figure, group, span, 0.0, top)
    for position, row, size in _side_by_side(group):
        _column(figure, position, row, size)
    return figure.update_yaxes(
        visible=False, fixedrange=True, range=[bottom * 1.22, top * 1.22 or 1], zeroline=bottom < 0
    ).update_layout(barmode="overlay")


def _gaps(figure: go.Figure, rows: pd.DataFrame, span: list[str], low: float, high: float) -> None:
    """Hatch the years between that nobody reported: empty is not zero, and no line runs across."""
    reported = {int(year) for year in rows["year"]}
    missing = [year for year in span if int(year) not in reported]
    if missing:
        figure.add_bar(
            x=missing,
            y=[high - low] * len(missing),
            base=low,
            width=0.5,
            name=say("legend.none"),
            text=[say("legend.none")] * len(missing),
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            hoverinfo="skip",
            marker={
                "color": "rgba(0,0,0,0)",
                "line": {"width": 0},
                "pattern": {"shape": "/", "size": 7, "solidity": 0.1, "fgcolor": GREY},
            },
        )


def _side_by_side(group: pd.DataFrame) -> list[tuple[float, Row, float]]:
    """(offset from the year, row, width): several reports of one year share its room."""
    out = []
    for _, same in group.groupby("year", sort=True):
        rows = records(same)
        room = 0.56 if len(rows) == 1 else 0.84
        width = room / len(rows)
        out += [((index + 0.5) * width - room / 2, row, width * 0.92) for index, row in enumerate(rows)]
    return out


def _column(figure: go.Figure, offset: float, row: Row, width: float) -> None:
    x = [str(int(row["year"]))]
    label = escape_plotly(row["amount"])
    # an open end: the true value lies above the column, how far is not known
    above = f"{label}<br>△" if row["bound"] in ("over", "at_least") else label
    outlined = row["status"] == "target"
    marker: dict[str, Any] = {"color": ACCENT}
    if outlined:
        marker = {"color": "rgba(0,0,0,0)", "line": {"color": ACCENT, "width": 2.5}}
    elif row["bound"] in ("about", "nearly", "at_most"):
        marker["opacity"] = 0.62  # a soft bar for a soft number; the word stands in the label
    elif row["year_basis"] == "publication":
        marker["opacity"] = 0.5
    figure.add_bar(
        x=x,
        y=[row["value"]],
        offset=offset - width / 2,
        width=width,
        marker=marker,
        text=[above],
        textposition="outside",
        cliponaxis=False,
        textfont={"size": 15},
        hovertemplate=f"{escape_plotly(row['period'])}<br>{label}<br>{escape_plotly(row['publisher'])}<extra></extra>",
    )


def lines(groups: list[pd.DataFrame]) -> go.Figure:
    """Several places over the years, one line a place, named at its end; at most four.

    A line breaks where a year was not reported: markers alone stand on both sides of the gap.
    """
    every = pd.concat(groups)
    span = _span(every)
    figure = years(blank(380), span)
    low, high = min(every["value"].min(), 0.0), every["value"].max()
    _gaps(figure, every, span, low, high)
    for group, colour, symbol in zip(groups, FOUR, SYMBOLS, strict=False):
        name = escape_plotly(str(group["place_name"].iloc[0]))
        last = _course(figure, group, span, colour, symbol)
        figure.add_annotation(
            x=span.index(str(int(last["year"]))),
            y=last["value"],
            text=f"<b>{name}</b>",
            showarrow=False,
            yanchor="top",
            yshift=-8,
            font={"color": colour, "size": 14},
        )
    return figure.update_yaxes(
        visible=False, fixedrange=True, range=[low - (high - low) * 0.12, high * 1.2 or 1]
    )


def _span(rows: pd.DataFrame) -> list[str]:
    return [str(year) for year in range(int(rows["year"].min()), int(rows["year"].max()) + 1)]


def _course(figure: go.Figure, group: pd.DataFrame, span: list[str], colour: str, symbol: str) -> Row:
    """Draw one place's line; of several reports of one year the newest is on it, the others beside it."""
    ordered = group.sort_values(["year", "published"], kind="stable")
    newest = ordered.drop_duplicates("year", keep="last")
    others = ordered[~ordered["figure_id"].isin(newest["figure_id"])]
    at = {str(int(row["year"])): row for row in records(newest)}
    figure.add_scatter(
        x=span,
        y=[at[year]["value"] if year in at else None for year in span],
        text=[escape_plotly(at[year]["amount"]) if year in at else "" for year in span],
        mode="lines+markers+text",
        connectgaps=False,
        textposition="top center",
        textfont={"size": 15},
        line={"color": colour, "width": 2.5},
        marker={"symbol": symbol, "size": 11},
        cliponaxis=False,
        hoverinfo="skip",
    )
    if len(others):
        figure.add_scatter(
            x=[str(int(row["year"])) for row in records(others)],
            y=list(others["value"]),
            text=[escape_plotly(row["amount"]) for row in records(others)],
            mode="markers+text",
            textposition="bottom center",
            marker={"symbol": f"{symbol}-open", "size": 11, "color": colour, "line": {"width": 2}},
            cliponaxis=False,
            hoverinfo="skip",
        )
    return records(newest)[-1]


def places(rows: pd.DataFrame) -> go.Figure:
    """One year's figures over places: horizontal bars, longest first, amount at the end."""
    shown = rows.sort_values("value", ascending=True, kind="stable")
    figure = blank(70 + 44 * len(shown))
    names = [f"{escape_plotly(row['place_name'])} " for row in records(shown)]
    for name, row in zip(names, records(shown), strict=True):
        open_end = row["bound"] in ("over", "at_least")
        target = row["status"] == "target"
        figure.add_bar(
            x=[row["value"]],
            y=[name],
            orientation="h",
            text=[f"{' ▷ ' if open_end else ' '}{escape_plotly(row['amount'])}"],
            textposition="outside",
            cliponaxis=False,
            width=0.6,
            marker={"color": "rgba(0,0,0,0)", "line": {"color": ACCENT, "width": 2.5}}
            if target
            else {"color": ACCENT, "opacity": 0.62 if row["bound"] in ("about", "nearly", "at_most") else 1},
            hovertemplate=f"{escape_plotly(row['period'])} · {escape_plotly(row['amount'])}<extra></extra>",
        )
    high, low = max(shown["value"].max(), 0.0), min(shown["value"].min(), 0.0)
    return (
        figure.update_xaxes(visible=False, fixedrange=True, range=[low * 1.55, high * 1.55 or 1])
        .update_yaxes(type="category", fixedrange=True, automargin=True, title=None, tickfont={"size": 14})
        .update_layout(barmode="overlay")
    )


def slope(group: pd.DataFrame) -> go.Figure:
    """Ranks of one place in one league over years: first is at the top, its number at each point."""
    span = _span(group)
    figure = years(blank(240), span)
    low, high = group["value"].min(), group["value"].max()
    room = max((high - low) * 0.4, 1.0)
    _gaps(figure, group, span, low - room * 0.5, high + room * 0.25)
    _course(figure, group, span, ACCENT, "circle")
    return figure.update_yaxes(visible=False, fixedrange=True, range=[high + room * 0.5, low - room])
