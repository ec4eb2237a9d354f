"""Apply reviewed corrections and remarks: decisions of people, kept as data beside the articles.

A remark (column `note`) explains a figure and changes nothing. A correction sets one column and is
applied only while the reader still reads what the person saw, so that it cannot silently land on a
different value after the text or the reader has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from loaders.problems import Problem
from loaders.rows import read_rows
from loaders.tables import CORRECTIONS, FIGURES, Column

FILE = "data/corrections.csv"
# what a figure is and where it stands is read, not decided
_FIXED = {"figure_id", "source_id", "paragraph", "start", "end", "sentence", "written", "review"}
_COLUMNS = {column.name: column for column in FIGURES if column.name not in _FIXED}


def read_corrections(data: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """The good rows of `corrections.csv`; one figure may have several remarks."""
    return read_rows(data / "corrections.csv", CORRECTIONS, ("figure_id", "column", "value"))


def apply_corrections(figures: pd.DataFrame, corrections: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """A new table with `corrections` applied, and a Problem for each one that could not be.

    The index of `corrections` is the line of each in its file.
    """
    figures = figures.copy()
    problems: list[Problem] = []
    rows = dict(zip(figures["figure_id"], figures.index, strict=True))
    for decision in corrections.itertuples():
        line = int(str(decision.Index))
        figure_id, name, value = str(decision.figure_id), str(decision.column), str(decision.value)
        row = rows.get(figure_id)
        column = _COLUMNS.get(name)
        if row is None:
            problems.append(
                Problem(
                    FILE,
                    line,
                    f"没有编号为{figure_id}的数字。请核对编号；这条更正未采用。",
                    f"no figure has the ID {figure_id}. Check it; this correction is left out.",
                )
            )
        elif column is None:
            problems.append(
                Problem(
                    FILE,
                    line,
                    f"{figure_id}：不能更正“{name}”列。请改列名；这条更正未采用。",
                    f"{figure_id}: column {name!r} cannot be corrected. Change it; this correction is left out.",
                )
            )
        elif name == "note":
            figures.loc[row, "note"] = "；".join(filter(None, [str(figures.loc[row, "note"]), value]))
        elif _said(figures.loc[row, name], column) != _same(str(decision.was), column):
            found = _said(figures.loc[row, name], column)
            problems.append(
                Problem(
                    FILE,
                    line,
                    f"{figure_id}：{name}现读作“{found}”，不是“{decision.was}”。请重新核对；这条更正未采用。",
                    f"{figure_id}: {name} now reads {found!r}, not {decision.was!r}. "
                    "Check again; this correction is left out.",
                )
            )
        elif (new := _typed(value, column)) is None:
            problems.append(
                Problem(
                    FILE,
                    line,
                    f"{figure_id}：“{value}”不能作为{name}的值。请更正；这条更正未采用。",
                    f"{figure_id}: {value!r} cannot be a value of {name}. Correct it; this correction is left out.",
                )
            )
        else:
            figures.loc[row, name] = new
            figures.loc[row, "review"] = "corrected"
    return figures, problems


def remarks(corrections: pd.DataFrame, figure_id: str, language: str = "zh") -> list[str]:
    """The remarks on one figure, in the order of the file."""
    own = corrections[(corrections["figure_id"] == figure_id) & (corrections["column"] == "note")]
    return [str(text) for text in own["value" if language == "zh" else "value_en"]]


def _said(value: Any, column: Column) -> str:
    """The value as the file writes it: numbers without a needless `.0`, dates as 2026-01-31, "" for none."""
    if pd.isna(value):
        return ""
    if column.kind == "date":
        return str(pd.Timestamp(str(value)).date())
    if column.kind in ("number", "integer"):
        return f"{float(str(value)):.15g}"
    return str(value)


def _same(written: str, column: Column) -> str:
    value = _typed(written, column)
    return written if value is None else _said(value, column)


def _typed(written: str, column: Column) -> Any:
    """The value for the table; None where it is not one."""
    try:
        if column.kind == "choice":
            return written if written in column.choices else None
        if column.kind == "text":
            return written
        if written == "":
            return pd.NaT if column.kind == "date" else pd.NA
        if column.kind == "date":
            return pd.Timestamp(written)
        return int(written) if column.kind == "integer" else float(written)
    except ValueError:
        return None
