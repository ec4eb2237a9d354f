"""The one place where plotly figures are made: axes, labels and colours that hold for all of them."""

from __future__ import annotations

import plotly.graph_objects as go

# Both stand at 3:1 or more against white paper and against the dark theme's.
ACCENT = "#C85A25"
GREY = "#8A8178"
# For up to four places on one chart, distinguishable without colour vision; marks and labels differ as well.
FOUR = ("#C85A25", "#3C78A8", "#1F8A80", "#A0527E")
CONFIG = {"displayModeBar": False, "scrollZoom": False}


def blank(height: int) -> go.Figure:
    """An empty figure: no legend, no grid behind category axes, room for labels, transparent paper."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        showlegend=False,
        margin={"l": 8, "r": 8, "t": 28, "b": 8},
        bargap=0.45,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        hoverlabel={"align": "left"},
        font={"size": 14},
        uniformtext={"minsize": 11, "mode": "show"},
    )
    return figure


def years(figure: go.Figure, values: list[str]) -> go.Figure:
    """Years stand side by side as names: as numbers plotly would write 2,022.5 between them."""
    return figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=values,
        range=[-0.6, len(values) - 0.4],
        title=None,
        showgrid=False,
        fixedrange=True,
        tickfont={"size": 14},
        automargin=True,
    )
