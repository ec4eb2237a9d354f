"""Native Excel charts of the series that may stand on one line, and the points they are drawn from."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from exports import columns
from exports.rows import Rows
from exports.safe import clean
from exports.words import WORDS, words
from loaders.tables import Column

MOST = 40  # charts a sheet; beyond that nobody scrolls
_TALL = 16  # rows a chart covers
_ACCENT = "B5471B"
_KINDS = ("level", "share", "change", "rank")

POINTS = (
    Column("chart", "text", *WORDS["chart.chart"], "", ""),
    Column("label", "text", *WORDS["chart.label"], "", ""),
    Column("shown", "number", *WORDS["chart.shown"], "", ""),
    Column("shown_unit", "text", *WORDS["chart.unit"], "", ""),
    columns.column("figures", "written"),
    columns.column("figures", "figure_id"),
    columns.ARTICLE,
)


@dataclass(frozen=True, slots=True)
class Series:
    """Rows of the sheet that make one chart."""

    title: str
    unit: str
    first: int  # rows below the heading, counted from 0
    count: int
    rank: bool
    target: bool
    falls: bool  # has a value below zero


def chart_points(groups: Sequence[pd.DataFrame], rows: Rows) -> tuple[Rows, list[Series]]:
    """The points of each of the comparable `groups` that spans two years or more, and where each series stands among them.

    A point's label keeps the words of its bound, since neither a column nor a number on it can say 超; a year between two reports
    that nobody reported has its place and no column.
    """
    drawable = [
        group
        for group in groups
        if group["year"].nunique() > 1 and group["kind"].iat[0] in _KINDS and group["value_high"].isna().all()
    ]
    drawable.sort(key=len, reverse=True)
    points: list[dict[str, object]] = []
    series = []
    for group in drawable[:MOST]:
        one, held = _series(group, rows, len(points))
        series.append(one)
        points += held
    names = [column.name for column in POINTS]
    return Rows(POINTS, pd.DataFrame(points, columns=names), rows.language), series


def _series(group: pd.DataFrame, rows: Rows, first: int) -> tuple[Series, list[dict[str, object]]]:
    named = rows.frame.loc[group.index]
    head = named.iloc[0]
    power, word = _scale(group["value"], rows.language)
    facts = (head["indicator"], head["place"], head["period_kind"], head["status"], head["league"])
    title, unit = " · ".join(fact for fact in facts if fact), f"{word}{head['unit']}"
    points: list[dict[str, object]] = []
    for year in range(int(group["year"].min()), int(group["year"].max()) + 1):
        of_year = named[group["year"] == year]
        if of_year.empty:
            points.append(
                {"label": words("chart.none", rows.language, year=year), "shown": None, "written": ""}
            )
        for row in of_year.to_dict("records"):
            points.append(
                {
                    "label": _label(row, rows.language),
                    "shown": float(Decimal(repr(row["value"])).scaleb(-power)),
                    "written": row["written"],
                    "figure_id": row["figure_id"],
                    "article": row["article"],
                }
            )
    for point in points:
        point.update(chart=title, shown_unit=unit)
    one = Series(
        title=title,
        unit=unit,
        first=first,
        count=len(points),
        rank="rank" in set(group["kind"]),
        target="target" in set(group["status"]),
        falls=bool((group["value"] < 0).any()),
    )
    return one, points


def _label(row: Mapping[Hashable, Any], language: str) -> str:
    """Year and figure as written; a fall is printed as a word before the number, so it is said here."""
    key = (
        "chart.fall"
        if row["value"] < 0 and not row["written"].startswith(("-", "−", "下降", "减少"))
        else "chart.point"
    )
    return words(key, language, year=row["year"], written=row["written"])


def _scale(values: pd.Series, language: str) -> tuple[int, str]:
    """The power of ten that all points are divided by, and its word."""
    steps = ((9, "billion "), (6, "million ")) if language == "en" else ((8, "亿"), (4, "万"))
    most = values.abs().max()
    return next(((power, word) for power, word in steps if most >= 10**power), (0, ""))


def add_charts(sheet: WriteOnlyWorksheet, series: Sequence[Series], language: str) -> None:
    """Draw `series` beside their points, two in a row."""
    for number, one in enumerate(series):
        row, right = divmod(number, 2)
        sheet.add_chart(_chart(sheet, one, language), f"{'IR'[right]}{2 + row * _TALL}")


def _title(text: str) -> Title:
    font = CharacterProperties(sz=1100, b=True)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=font), r=[RegularTextRun(rPr=font, t=clean(text))])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _chart(sheet: WriteOnlyWorksheet, one: Series, language: str) -> BarChart | LineChart:
    chart = LineChart() if one.rank else BarChart()
    chart.title, chart.legend = _title(one.title), None
    chart.width, chart.height = 16, 7.5  # centimetres
    first, last = one.first + 2, one.first + one.count + 1
    chart.add_data(Reference(sheet, min_col=3, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=2, min_row=first, max_row=last))
    chart.x_axis.delete = chart.y_axis.delete = False  # openpyxl hides both unless told
    chart.y_axis.title = words("chart.rank", language) if one.rank else one.unit
    chart.y_axis.majorGridlines = None
    drawn = chart.series[0]
    if one.rank:  # a dot for each, first place on top; a line would claim the years between
        chart.y_axis.scaling.orientation, chart.y_axis.scaling.min = "maxMin", 0
        chart.x_axis.crosses, chart.x_axis.tickLblPos = "max", "high"
        drawn.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
        drawn.marker = Marker("circle", size=9, spPr=GraphicalProperties(solidFill=_ACCENT))
        return chart
    chart.x_axis.tickLblPos = "low"  # below the columns of falls too
    chart.gapWidth = 80
    chart.y_axis.scaling.min = None if one.falls else 0
    if one.target:  # a target is outlined, a report is solid
        drawn.graphicalProperties = GraphicalProperties(noFill=True, ln=LineProperties(solidFill=_ACCENT))
    else:
        drawn.graphicalProperties = GraphicalProperties(solidFill=_ACCENT)
    return chart
