"""Ask the tables: filters in, small frames out. Pure; nothing here keeps state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

import pandas as pd

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％，　", "0123456789.%, ")
_MULTIPLIERS = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_NUMBER = re.compile(
    r"(?P<number>-?[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?|-?[0-9]{1,18}(?:\.[0-9]{1,6})?)"
    r"(?P<multiplier>万亿|亿|万|千|百)?(?P<unit>[%\u4e00-\u9fff]{0,5})"
)
# what people type into a search box is looked for in these
_SEARCHED = ("subject", "sentence", "written", "place", "league", "body", "note", "period_words", "source_id")


def choose(
    figures: pd.DataFrame,
    *,
    years: Iterable[int] = (),
    places: Iterable[str] = (),
    domains: Iterable[str] = (),
    search: str = "",
    indicators: Iterable[str] = (),
    status: str = "",
    sources: Iterable[str] = (),
    names: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The rows of `figures` that pass every filter; an empty filter lets all pass.

    `names` is the table of indicators: with it, `search` also finds figures by an indicator's name.
    """
    keep = pd.Series(True, index=figures.index)
    filters = (
        ("year", years),
        ("place", places),
        ("domain", domains),
        ("indicator_id", indicators),
        ("source_id", sources),
    )
    for column, wanted in filters:
        if chosen := list(wanted):
            keep &= figures[column].isin(chosen)
    if status:
        keep &= figures["status"] == status
    if search.strip():
        keep &= matches(figures, search, names)
    return figures[keep]


def matches(figures: pd.DataFrame, search: str, names: pd.DataFrame | None = None) -> pd.Series:
    """Which rows hold every word of `search`: a figure_id, a number as written or in full, or text."""
    found = pd.Series(True, index=figures.index)
    texts = [figures[column].str.casefold() for column in _SEARCHED]
    if names is not None:
        named = dict(zip(names["indicator_id"], names["name_zh"] + " " + names["name_en"], strict=True))
        texts.append(figures["indicator_id"].map(named).fillna("").astype("str").str.casefold())
    for word in search.translate(_FULL_WIDTH).casefold().split():
        hit = figures["figure_id"].str.casefold() == word
        for text in texts:
            hit |= text.str.contains(word, regex=False)
        hit |= _same_number(figures, word)
        found &= hit
    return found


def _same_number(figures: pd.DataFrame, word: str) -> pd.Series:
    """Rows with the number `word` says: 623.2亿元, 623.2亿 and 62320000000 find the same figure."""
    said = _NUMBER.fullmatch(word)
    if said is None:
        return pd.Series(False, index=figures.index)
    value = float(Decimal(said["number"].replace(",", "")) * _MULTIPLIERS[said["multiplier"] or ""])
    same = (figures["value"].abs() == abs(value)) | (figures["value_high"] == value)
    if said["unit"]:
        return same & (figures["unit"] == said["unit"])
    return same


def within(places: pd.DataFrame, place: str) -> list[str]:
    """`place` and every place below it, itself first: a city with its districts and zones."""
    below = places[("/" + places["parent"] + "/").str.contains(f"/{place}/", regex=False)]
    return [place, *below["place"]]


def districts(places: pd.DataFrame) -> pd.DataFrame:
    """The places that have a tile, in reading order."""
    return places[places["row"].notna()].sort_values(["row", "column"])
