"""A workbook that needs no cleaning: what it is, the figures, what they mean, where they stand.

Written row by row in openpyxl's write-only mode, so that memory does not grow with the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import Any
from unicodedata import east_asian_width

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from exports import columns
from exports.chart_sheet import Series, add_charts, chart_points
from exports.clock import BEIJING
from exports.limits import SHEET_ROWS
from exports.notes import definition_rows, source_rows
from exports.rows import Rows, figure_rows
from exports.safe import cell_text, clean, like_formula
from exports.words import WORDS, words
from loaders.comparable import comparable_groups
from loaders.tables import Column

_CHUNK = 2_000  # rows

ABOUT = (
    Column("item", "text", *WORDS["about.item"], "", ""),
    Column("content", "text", *WORDS["about.content"], "", ""),
)
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_HEADING = Font(bold=True, color="FFFFFF")
_ACCENT = PatternFill("solid", fgColor="8A3714")
_WRAP = {"content": 90, "meaning": 70}  # columns of running text; rows of data stay one line high
_WIDTHS = {
    **_WRAP, "item": 22, "class": 14, "name": 34, "chart": 44, "label": 20, "title": 48, "source_id": 30, "citation": 60,
    "indicator": 22, "subject": 24, "domain": 12, "place": 14, "value": 18, "low": 16, "high": 16,
    "sentence": 56, "article": 32, "publisher": 16, "url": 24, "note": 28, "why_empty": 24,
}  # fmt: skip
_LINE, _TALLEST = 15.0, 409.0  # points that a line of text takes, and that Excel gives a row
_WIDTH_BY_KIND = {"text": 14, "choice": 12, "number": 12, "integer": 8, "date": 12}


class TooManyRowsError(ValueError):
    """The selection is larger than a sheet; CSV has no such limit."""


def workbook_bytes(
    figures: pd.DataFrame,
    sources: pd.DataFrame,
    indicators: pd.DataFrame,
    corrections: pd.DataFrame | None = None,
    *,
    title: str,
    filters: Mapping[str, object],
    version: str,
    language: str = "zh",
    domains: pd.DataFrame | None = None,
    locators: pd.DataFrame | None = None,
    quotes: Mapping[str, str] | None = None,
    made: datetime | None = None,
) -> bytes:
    """A workbook of exactly the rows of `figures`, in their order: 说明, 数据, 口径与注释, 来源, and 图表 if any.

    `filters` says in words what was chosen: {"年份": ["2024", "2025"], "领域": "金融服务"}. A selection
    without rows gives a workbook that says so.

    Raises:
        TooManyRowsError: more than a sheet holds.
    """
    if len(figures) > SHEET_ROWS:
        raise TooManyRowsError(f"{len(figures):,} > {SHEET_ROWS:,}")
    made = made or datetime.now(BEIJING)
    figures = figures.reset_index(drop=True)  # as the rows are, so that one finds the other
    groups = comparable_groups(figures[figures["indicator_id"] != ""])
    rows = figure_rows(
        figures,
        sources,
        indicators,
        corrections,
        domains=domains,
        locators=locators,
        quotes=quotes,
        language=language,
    )
    book = Workbook(write_only=True)
    _describe(book, title, version, made, language)
    about = _about_rows(rows, title, filters, version, made)
    _write_sheet(book, words("sheet.about", language), about, "About")
    _write_sheet(book, words("sheet.data", language), rows, "Figures")
    notes = definition_rows(figures, indicators, rows, groups)
    _write_sheet(book, words("sheet.notes", language), notes, "Definitions")
    cited = source_rows(figures, sources, language, made.astimezone(BEIJING).date())
    _write_sheet(book, words("sheet.sources", language), cited, "Sources")
    points, series = chart_points(groups, rows)
    if series:
        _write_sheet(book, words("sheet.charts", language), points, "Points", series)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _describe(book: Workbook, title: str, version: str, made: datetime, language: str) -> None:
    properties = book.properties
    properties.title = cell_text(title)[:255]
    properties.creator = words("creator", language)
    properties.description = words("description", language, version=version)
    properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None)
    properties.language = "en" if language == "en" else "zh-CN"


def _about_rows(rows: Rows, title: str, filters: Mapping[str, object], version: str, made: datetime) -> Rows:
    language, count = rows.language, len(rows.frame)
    chosen = {name: _listed(value, language) for name, value in filters.items()}
    chosen = {name: value for name, value in chosen.items() if value}

    def say(key: str, **values: object) -> str:
        return words(key, language, **values)

    pairs = [
        (say("about.title"), title),
        (say("about.rows"), say("about.rows.some", rows=f"{count:,}") if count else say("about.rows.none")),
        *((say("about.filter", name=name), value) for name, value in chosen.items()),
        *([] if chosen else [(say("about.filter.none"), say("about.filter.all"))]),
        (say("about.made"), say("about.made.at", time=f"{made.astimezone(BEIJING):%Y-%m-%d %H:%M}")),
        (say("about.version"), version),
        (say("about.number"), say("about.number.text")),
        (say("about.compare"), say("about.compare.text")),
    ]
    pairs.append((say("about.charts"), say("about.charts.text")))
    if columns.ORIGINAL not in rows.columns:
        pairs.append((say("about.text"), say("about.text.digest")))
    pairs.append((say("about.safe"), say("about.safe.text")))
    for column in rows.columns:
        heading = say("about.column", name=columns.label(column, language))
        pairs.append((heading, columns.explain_words(column, language)))
    pairs = [(clean(item), clean(content)) for item, content in pairs]  # pandas refuses lone surrogates
    return Rows(ABOUT, pd.DataFrame(pairs, columns=[column.name for column in ABOUT]), language)


def _listed(value: object, language: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return words("join.list", language).join(str(item) for item in value)
    return "" if value is None else str(value)


def _write_sheet(book: Workbook, name: str, rows: Rows, table: str, series: Sequence[Series] = ()) -> None:
    """One sheet: headings in row 1, a filterable table below, set up to print on the width of a page."""
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A3 if len(rows.columns) > 12 else Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = words("page", rows.language)
    for number, column in enumerate(rows.columns, 1):
        width = _WIDTHS.get(column.name, _WIDTH_BY_KIND[column.kind])
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_heading(sheet, label) for label in rows.labels])
    writers = [_Cells(sheet, column) for column in rows.columns]
    wrapped = [(at, _WRAP[column.name]) for at, column in enumerate(rows.columns) if column.name in _WRAP]
    for number, row in enumerate(_each_row(rows), 2):
        if wrapped:
            lines = max(ceil(_width(row[at] or "") / width) for at, width in wrapped)
            sheet.row_dimensions[number].height = min(_LINE * max(1, lines), _TALLEST)
        sheet.append([writer.cell(value) for writer, value in zip(writers, row, strict=True)])
    if len(rows.frame):  # Excel repairs away a table that has headings only
        _add_table(sheet, rows, table)
    add_charts(sheet, series, rows.language)
    sheet.close()


def _each_row(rows: Rows) -> Iterator[tuple[Any, ...]]:
    """The rows as Python values, None where missing; a chunk at a time, so that memory stays flat."""
    frame = rows.frame[[column.name for column in rows.columns]]
    for start in range(0, len(frame), _CHUNK):
        part = frame.iloc[start : start + _CHUNK].astype("object")
        yield from part.where(part.notna(), None).itertuples(index=False, name=None)


def _width(text: str) -> int:
    """How wide `text` is in a sheet's units: a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _heading(sheet: WriteOnlyWorksheet, label: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, label)
    cell.font, cell.fill, cell.alignment = _HEADING, _ACCENT, _WRAPPED
    return cell


def _add_table(sheet: WriteOnlyWorksheet, rows: Rows, name: str) -> None:
    area = f"A1:{get_column_letter(len(rows.columns))}{len(rows.frame) + 1}"
    table = Table(displayName=name, name=name, ref=area, autoFilter=AutoFilter(ref=area))
    table.tableColumns = [TableColumn(id=number, name=label) for number, label in enumerate(rows.labels, 1)]
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.tables.add(table)  # `add_table` warns whether or not the columns are named


class _Cells:
    """The cells of one column. A bare value is written fastest; where a style is needed, one cell a column is
    made once and filled anew for each row, since it is written before the next value enters it.
    """

    def __init__(self, sheet: WriteOnlyWorksheet, column: Column) -> None:
        self._styled = WriteOnlyCell(sheet)
        self._wrapped = column.name in _WRAP
        self._write: Callable[[Any], Any] = self._number
        if column.kind in ("text", "choice"):
            self._write = self._text
        elif column.kind == "date":
            self._write = self._date
            self._styled.number_format = "yyyy-mm-dd"
        else:
            self._styled.number_format = "#,##0"
        self._styled.alignment = _WRAPPED if self._wrapped else _TOP

    def cell(self, value: Any) -> Any:
        """The cell or bare value to write; none where it is missing, so that empty is empty."""
        return None if value is None or value == "" else self._write(value)

    def _text(self, value: str) -> WriteOnlyCell | str:
        text = cell_text(value)
        # openpyxl takes "=…" for a formula and "#N/A" for an error: what looks like one is told to be text
        if not self._wrapped and not like_formula(text) and not text.startswith("#"):
            return text
        self._styled.quotePrefix = like_formula(text)
        self._styled.value = text
        self._styled.data_type = "s"
        return self._styled

    def _date(self, value: pd.Timestamp) -> WriteOnlyCell:
        self._styled.value = value.to_pydatetime()
        return self._styled

    def _number(self, value: float) -> WriteOnlyCell | int | float:
        if not float(value).is_integer():
            return float(value)
        if abs(value) < 10_000:
            return int(value)
        self._styled.value = int(value)
        return self._styled
