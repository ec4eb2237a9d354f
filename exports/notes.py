"""What stands beside the figures: definitions, bounds, notes on figures, and the sources cited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd

from exports import columns
from exports.rows import Rows
from exports.words import WORDS, words
from loaders import tables
from loaders.comparable import why_not
from loaders.tables import Column
from wording import gbt7714

NOTES = tuple(
    Column(name, "text", *WORDS[f"notes.{name}"], "", "")
    for name in ("class", "name", "unit", "direction", "meaning")
)
_FACTS = ("period_kind", "kind", "status", "unit", "league", "compared_with")
_GROUPS = 12  # of one indicator that are compared in pairs; more say the same again
SOURCES = (
    *tables.SOURCES,
    Column("figures", "integer", *WORDS["sources.figures"], "", ""),
    Column("citation", "text", *WORDS["sources.citation"], "", ""),
)


def definition_rows(
    figures: pd.DataFrame, indicators: pd.DataFrame, rows: Rows, groups: Sequence[pd.DataFrame]
) -> Rows:
    """What occurs in `figures`: indicators, bounds, kinds and period kinds; why which do not compare; the notes.

    `groups` are those of `comparable_groups`.
    """
    language = rows.language
    held = _indicators(figures, indicators, language)
    for field in ("bound", "kind", "period_kind"):
        held += _choices(figures, field, language)
    held += _unlike(groups, rows)
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


def _unlike(groups: Sequence[pd.DataFrame], rows: Rows) -> list[tuple[str, ...]]:
    """For each indicator whose figures may not all stand on one line: the reasons why, but for unlike places."""
    first: dict[str, list[pd.Series]] = {}
    for group in groups:
        first.setdefault(str(group["indicator_id"].iat[0]), []).append(group.iloc[0])
    names = dict(zip(rows.frame["figure_id"], rows.frame["indicator"], strict=True))
    held: list[tuple[str, ...]] = []
    for figures in first.values():
        # in one order, so that a pair of periods is not named a second time the other way round
        ordered = sorted(figures, key=lambda figure: tuple(str(figure[field]) for field in _FACTS))[:_GROUPS]
        reasons = [reason for a, b in combinations(ordered, 2) for reason in why_not(a, b)]
        said = dict.fromkeys(
            reason.en if rows.language == "en" else reason.zh for reason in reasons if reason.code != "place"
        )
        if said:
            name = names[figures[0]["figure_id"]]
            text = words("join.and", rows.language).join(said)
            held.append((words("notes.unlike", rows.language), name, "", "", text))
    return held


def source_rows(figures: pd.DataFrame, sources: pd.DataFrame, language: str, accessed: date) -> Rows:
    """The sources that `figures` stand in, with how many of them, and a line to cite each by."""
    count = figures["source_id"].value_counts()
    cited = tables.typed(sources, tables.SOURCES)
    cited = cited[cited["source_id"].isin(count.index)].reset_index(drop=True)
    cited["figures"] = cited["source_id"].map(count).astype("Int64")
    rows: list[Any] = cited.to_dict("records")
    cited["citation"] = [gbt7714(row, accessed=accessed) for row in rows]
    cited["kind"] = cited["kind"].map(lambda code: words(f"text.{code}", language))
    return Rows(SOURCES, cited, language)
