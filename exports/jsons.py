"""JSON for programs: the figures with the sources they stand in."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from exports.safe import clean
from loaders import tables
from loaders.tables import Column


def json_bytes(
    figures: pd.DataFrame, sources: pd.DataFrame, *, title: str, filters: Mapping[str, object], version: str
) -> bytes:
    """One object: what was chosen, of which data, the figures and their sources; missing numbers are null."""
    cited = sources[sources["source_id"].isin(figures["source_id"])]
    held = {
        "title": clean(title),
        "version": version,
        "filters": {clean(name): chosen for name, chosen in filters.items()},
        "figures": _records(figures, tables.FIGURES),
        "sources": _records(cited, tables.SOURCES),
    }
    return (json.dumps(held, ensure_ascii=False, indent=1, default=str) + "\n").encode("utf-8", "replace")


def _records(table: pd.DataFrame, columns: tuple[Column, ...]) -> list[dict[Hashable, Any]]:
    typed = tables.typed(table, columns)
    for column in columns:
        if column.kind == "date":
            typed[column.name] = typed[column.name].dt.strftime("%Y-%m-%d")
    held = typed.astype("object")
    return held.where(held.notna(), None).to_dict("records")
