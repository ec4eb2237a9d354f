"""The rows that every file of ours holds: figures with the names of what they point at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pandas as pd

from exports import columns
from exports.words import words
from loaders import tables
from loaders.tables import Column

# One character for one character, so that "３，５" is not joined to one number by accident.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_SCALES = {
    "": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9,
    "百亿": 10, "千亿": 11, "万亿": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """A table ready to be written: what its columns are called, and its values."""

    columns: tuple[Column, ...]
    frame: pd.DataFrame  # columns by `Column.name`; text is "", a missing number is NaN or <NA>
    language: str

    @property
    def labels(self) -> list[str]:
        """The headings, in the language of the file."""
        return [columns.label(column, self.language) for column in self.columns]


def figure_rows(
    figures: pd.DataFrame,
    sources: pd.DataFrame,
    indicators: pd.DataFrame,
    corrections: pd.DataFrame | None = None,
    *,
    domains: pd.DataFrame | None = None,
    locators: pd.DataFrame | None = None,
    quotes: Mapping[str, str] | None = None,
    language: str = "zh",
) -> Rows:
    """One row a figure, in the order of `figures`, with names in place of codes.

    Without `domains` the domain's code stands; without `locators` the paragraph of the original is empty.
    `quotes` gives, by figure_id, the original's own sentence where it is at hand; it takes the restatement's place.
    """
    figures = tables.typed(figures, tables.FIGURES).reset_index(drop=True)
    sources = tables.typed(sources, tables.SOURCES).drop_duplicates("source_id").set_index("source_id")
    out = figures.copy()
    name = "name_en" if language == "en" else "name_zh"
    out["indicator"] = _named(figures["indicator_id"], indicators, "indicator_id", name)
    if domains is not None:
        out["domain"] = _named(figures["domain"], domains, "domain", name).where(
            lambda named: named != "", figures["domain"]
        )
    out["number"] = _printed_numbers(figures)
    out["low"], out["high"] = _ends(figures)
    out["rank"] = figures["value"].where(figures["kind"] == "rank")
    out["article"] = _looked_up(figures["source_id"], sources["title"])
    for field in ("publisher", "published", "url"):
        out[field] = _looked_up(figures["source_id"], sources[field])
    kind = _looked_up(figures["source_id"], sources["kind"])
    out["paragraph"] = _original_paragraph(figures, kind, locators)
    if quotes:
        own = figures["figure_id"].map(dict(quotes))
        out["sentence"] = own.fillna(figures["sentence"]).astype("str")
        kind = kind.mask(own.notna(), "original")
    if language == "en" and corrections is not None:
        out["note"] = _english_notes(figures, corrections)
    out["why_empty"] = _why_empty(out, figures, language)
    out["text"] = kind.map(
        lambda code: words("text.original" if code == "original" else "text.digest", language)
    ).astype("str")
    chosen = _columns_for(kind)
    out = out[[column.name for column in chosen]]
    return Rows(chosen, _in_words(out, chosen, language), language)


def _columns_for(kind: pd.Series) -> tuple[Column, ...]:
    """The sentence's column named for what it holds; a column that says which only where both occur."""
    held = set(kind)
    if {"digest", "original"} <= held:
        return columns.DATA
    sentence = columns.ORIGINAL if held == {"original"} else columns.DIGEST
    swapped = (sentence if column is columns.EITHER else column for column in columns.DATA)
    return tuple(column for column in swapped if column is not columns.TEXT)


def _in_words(frame: pd.DataFrame, chosen: Sequence[Column], language: str) -> pd.DataFrame:
    """Codes as words in Chinese; in English the codes are words already."""
    if language == "en":
        return frame
    frame = frame.copy()
    for column in chosen:
        if column.choices and column is not columns.TEXT:
            spoken = columns.choice_words(column)
            frame[column.name] = frame[column.name].map(lambda code, spoken=spoken: spoken.get(code, code))
    return frame


def _looked_up(keys: pd.Series, values: pd.Series) -> pd.Series:
    return keys.map(values).fillna("").astype("str")


def _named(codes: pd.Series, table: pd.DataFrame, key: str, name: str) -> pd.Series:
    return _looked_up(codes, table.drop_duplicates(key).set_index(key)[name].astype("str"))


def _printed_numbers(figures: pd.DataFrame) -> pd.Series:
    """The number in the unit as printed, with the sign of the value."""
    numbers = [
        _printed_number(value, printed, unit_printed, unit)
        for value, printed, unit_printed, unit in zip(
            figures["value"], figures["value_printed"], figures["unit_printed"], figures["unit"], strict=True
        )
    ]
    return pd.Series(numbers, index=figures.index, dtype="float64")


def _printed_number(value: float, printed: str, unit_printed: str, unit: str) -> float | None:
    if pd.isna(value):
        return None
    folded = printed.strip().translate(_HALF_WIDTH).replace(",", "")
    if folded.replace(".", "", 1).isascii() and folded.replace(".", "", 1).isdigit():
        try:
            number = Decimal(folded)
        except InvalidOperation:
            return None
        return float(number.copy_sign(Decimal(value)))
    # A range, or a number in Chinese characters: the value without the multiplier of its unit.
    scale = _SCALES.get(unit_printed.removesuffix(unit)) if unit_printed.endswith(unit) else None
    return None if scale is None else float(Decimal(repr(value)).scaleb(-scale))


def _ends(figures: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The least and the most that the true value can be; a fall turns the two round."""
    value, other, bound = figures["value"], figures["value_high"], figures["bound"]
    more, less = bound.isin(["over", "at_least"]), bound.isin(["nearly", "at_most"])
    falls = (value < 0) & (figures["kind"] == "change")
    least = value.where((more & ~falls) | (less & falls))
    most = value.where((less & ~falls) | (more & falls))
    both = pd.DataFrame({"a": value, "b": other})
    is_range = other.notna()
    return least.mask(is_range, both.min(axis=1)), most.mask(is_range, both.max(axis=1))


def _original_paragraph(figures: pd.DataFrame, kind: pd.Series, locators: pd.DataFrame | None) -> pd.Series:
    located = pd.Series(pd.NA, index=figures.index, dtype="Int64")
    if locators is not None and len(locators):
        by_figure = locators.drop_duplicates("figure_id").set_index("figure_id")["paragraph"]
        located = figures["figure_id"].map(by_figure).astype("Int64")
    return located.mask(kind == "original", figures["paragraph"])


def _english_notes(figures: pd.DataFrame, corrections: pd.DataFrame) -> pd.Series:
    notes = corrections[corrections["column"] == "note"]
    english = notes["value_en"].where(notes["value_en"] != "", notes["value"])
    said = english.groupby(notes["figure_id"]).agg("; ".join)
    return _looked_up(figures["figure_id"], said).where(lambda text: text != "", figures["note"])


def _why_empty(out: pd.DataFrame, figures: pd.DataFrame, language: str) -> pd.Series:
    empty = {
        "indicator": out["indicator"] == "",
        "place": figures["place"] == "",
        "year": figures["year"].isna(),
        "period": figures["period_start"].isna() & figures["period_end"].isna(),
        "number": out["number"].isna(),
        "paragraph": out["paragraph"].isna(),
        "url": out["url"] == "",
    }
    joined = pd.Series("", index=out.index, dtype="str")
    for key, where in empty.items():
        reason = words(f"empty.{key}", language)
        longer = joined.where(joined == "", joined + words("join.and", language)) + reason
        joined = joined.mask(where, longer)
    return joined
