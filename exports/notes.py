"""What stands beside the figures: definitions, bounds, notes on figures, and the sources cited."""

from __future__ import annotations

import pandas as pd

from exports import columns
from exports.rows import Rows
from exports.words import WORDS, words
from loaders import tables
from loaders.tables import Column

NOTES = tuple(
    Column(name, "text", *WORDS[f"notes.{name}"], "", "")
    for name in ("class", "name", "unit", "direction", "meaning")
)
SOURCES = (*tables.SOURCES, Column("figures", "integer", *WORDS["sources.figures"], "", ""))


def definition_rows(figures: pd.DataFrame, indicators: pd.DataFrame, rows: Rows) -> Rows:
    """The indicators, bounds, kinds and period kinds that occur in `figures`, then the notes on single figures."""
    language = rows.language
    held = _indicators(figures, indicators, language)
    for field in ("bound", "kind", "period_kind"):
        held += _choices(figures, field, language)
    noted = rows.frame[rows.frame["note"] != ""]
    held += [
        (words("notes.figure", language), f"{row.figure_id} {row.subject}", "", "", str(row.note))
        for row in noted.itertuples()
    ]
    return Rows(NOTES, pd.DataFrame(held, columns=[column.name for column in NOTES]), language)


def _indicators(figures: pd.DataFrame, indicators: pd.DataFrame, language: str) -> list[tuple[str, ...]]:
    used = indicators[indicators["indicator_id"].isin(figures["indicator_id"])]
    name, meaning = ("name_en", "definition_en") if language == "en" else ("name_zh", "definition_zh")
    return [
        (
            words("notes.indicator", language),
            str(row[name]),
            str(row["unit"]),
            words(f"direction.{row['direction']}", language),
            str(row[meaning]),
        )
        for _, row in used.iterrows()
    ]


def _choices(figures: pd.DataFrame, field: str, language: str) -> list[tuple[str, ...]]:
    column = columns.column("figures", field)
    spoken = {} if language == "en" else columns.choice_words(column)
    present = set(figures[field])
    return [
        (columns.label(column, language), spoken.get(code, code), "", "", words(f"{field}.{code}", language))
        for code in column.choices
        if code in present
    ]


def source_rows(figures: pd.DataFrame, sources: pd.DataFrame, language: str) -> Rows:
    """The sources that `figures` stand in, with how many of them."""
    count = figures["source_id"].value_counts()
    cited = tables.typed(sources, tables.SOURCES)
    cited = cited[cited["source_id"].isin(count.index)].reset_index(drop=True)
    cited["figures"] = cited["source_id"].map(count).astype("Int64")
    cited["kind"] = cited["kind"].map(lambda code: words(f"text.{code}", language))
    return Rows(SOURCES, cited, language)
