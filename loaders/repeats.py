"""Mark what an article says twice, so that it is counted and charted once."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

_SAME = (
    "value",
    "value_high",
    "unit",
    "kind",
    "bound",
    "status",
    "place",
    "year",
    "period_kind",
    "period_end",
    "league",
    "rank_from",
)

_TELLING = 4  # characters


def mark_repeats(rows: Iterable[MutableMapping[str, Any]]) -> None:
    """Set `repeats` on each row that says what an earlier row of the same source said already.

    Without an indicator only a subject of some length tells: "投资" or "企业" may be anything.
    """
    first: dict[tuple[Any, ...], str] = {}
    for row in rows:
        what = row["indicator_id"] or row["subject"]
        if len(what) < _TELLING:
            continue
        said = (row["source_id"], what, *(row[column] for column in _SAME))
        earlier = first.setdefault(said, row["figure_id"])
        row["repeats"] = "" if earlier == row["figure_id"] else earlier
