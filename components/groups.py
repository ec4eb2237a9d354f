"""Which rows go together on a page: asks `loaders.comparable`, adds only order and headings.

What a figure may stand beside depends on the figure alone and not on the filters, so the question is
asked once a data version (`mark`) and a page only picks up the answer.
"""

from __future__ import annotations

import pandas as pd

from charts.rows import Row, records
from loaders.comparable import comparable_groups, why_not
from wording import either

TIME, PLACES = "line", "beside"  # columns: figures with the same number may stand together
EXPECTED = {"place", "year"}  # differences a reader sees without being told


def mark(figures: pd.DataFrame) -> pd.DataFrame:
    """A new frame with two columns more: who may share a line over years, who a chart over places."""
    return figures.assign(
        **{
            TIME: _numbers(figures, comparable_groups(figures, "time")),
            PLACES: _numbers(figures, comparable_groups(figures, "places")),
        }
    )


def _numbers(figures: pd.DataFrame, found: list[pd.DataFrame]) -> pd.Series:
    numbers = {index: number for number, group in enumerate(found) for index in group.index}
    return pd.Series([numbers.get(index, -1) for index in figures.index], index=figures.index)


def together(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The rows that may stand on one line, in order of year; the group with the newest figure first."""
    found = [group.sort_values("year", kind="stable") for _, group in rows.groupby(TIME, sort=False)]
    return sorted(found, key=_newest_first)


def _newest_first(group: pd.DataFrame) -> tuple[int, int]:
    years = group["year"].dropna()
    return (-int(years.max()) if len(years) else 0, -len(group))


def bundles(rows: list[Row]) -> list[list[Row]]:
    """As `together`, for rows that are dictionaries already: a page of small charts asks seventy times."""
    found: dict[object, list[Row]] = {}
    for row in rows:
        found.setdefault(row[TIME], []).append(row)
    years = {key: [int(row["year"]) for row in same if pd.notna(row["year"])] for key, same in found.items()}
    ordered = sorted(found, key=lambda key: (-max(years[key], default=0), -len(found[key])))
    return [
        sorted(found[key], key=lambda row: 0 if pd.isna(row["year"]) else int(row["year"])) for key in ordered
    ]


def lines(found: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """The groups with two years or more: those that make a series."""
    return [group for group in found if group["year"].nunique() > 1]


def across_places(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Figures of one indicator and period in two places or more, newest first."""
    found = [group for _, group in rows.groupby(PLACES, sort=False) if group["place"].nunique() > 1]
    return sorted(found, key=_newest_first)


def reasons(found: list[pd.DataFrame]) -> list[tuple[Row, Row, list[str]]]:
    """Why groups of one indicator are not joined: (a figure of one, one of the other, the reasons).

    Each combination of reasons is told once, by its newest pair.
    """
    out: list[tuple[Row, Row, list[str]]] = []
    told: set[tuple[str, ...]] = set()
    heads = [group.iloc[-1] for group in found]
    for index, one in enumerate(heads):
        for other in heads[index + 1 :]:
            why = why_not(one, other)
            codes = tuple(sorted(reason.code for reason in why if reason.code not in EXPECTED))
            if codes and codes not in told:
                told.add(codes)
                pair = records(pd.DataFrame([one, other]))
                out.append((pair[0], pair[1], [either(reason.zh, reason.en) for reason in why]))
    return out
