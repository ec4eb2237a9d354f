"""A Data Package (version 2): the tables as CSV in a zip, with a description that programs read.

Codes and column names are those of `loaders.tables`, so that a script meets the same table everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd

from exports.clock import BEIJING
from exports.columns import explain, label
from exports.csvs import rows_as_csv
from exports.rows import Rows
from exports.safe import clean
from exports.words import words
from loaders import tables
from loaders.tables import Column

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {"text": "string", "choice": "string", "number": "number", "integer": "integer", "date": "date"}
_TABLES: dict[str, tuple[tuple[Column, ...], tuple[str, ...]]] = {  # columns, and what tells rows apart
    "figures": (tables.FIGURES, ("figure_id",)),
    "sources": (tables.SOURCES, ("source_id",)),
    "indicators": (tables.INDICATORS, ("indicator_id",)),
    "domains": (tables.DOMAINS, ("domain",)),
    "locators": (tables.LOCATORS, ("figure_id",)),
    "corrections": (tables.CORRECTIONS, ()),
}
_POINTS_AT = {"source_id": "sources", "indicator_id": "indicators", "domain": "domains"}


def datapackage_bytes(
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
    made: datetime | None = None,
) -> bytes:
    """A zip of `figures` and of the rows of the other tables that they point at, described."""
    made = made or datetime.now(BEIJING)
    held = {"figures": figures, "sources": sources[sources["source_id"].isin(figures["source_id"])]}
    held["indicators"] = indicators[indicators["indicator_id"].isin(figures["indicator_id"])]
    if domains is not None:
        held["domains"] = domains[domains["domain"].isin(figures["domain"])]
    for name, table in (("locators", locators), ("corrections", corrections)):
        if table is not None:
            held[name] = table[table["figure_id"].isin(figures["figure_id"])]
    files = {
        f"data/{name}.csv": rows_as_csv(_rows(name, table, language), headings="names").encode("utf-8")
        for name, table in held.items()
    }
    package = {
        "$schema": PROFILE,
        "name": "ordos-indicators",
        "title": clean(title),
        "description": words("description", language, version=version) + words("package.text", language),
        "version": version,
        "created": made.isoformat(timespec="seconds"),
        "keywords": [clean(str(value)) for chosen in filters.values() for value in _each(chosen)],
        "licenses": [{"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"}],
        "sources": _cited(held["sources"]),
        "resources": [_resource(name, files[f"data/{name}.csv"], held, language) for name in held],
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", json.dumps(package, ensure_ascii=False, indent=2) + "\n")
        for path, content in files.items():
            archive.writestr(path, content)
    return out.getvalue()


def _rows(name: str, table: pd.DataFrame, language: str) -> Rows:
    described = _TABLES[name][0]
    return Rows(described, tables.typed(table, described), language)


def _resource(name: str, content: bytes, held: Mapping[str, pd.DataFrame], language: str) -> dict[str, Any]:
    described, key = _TABLES[name]
    schema: dict[str, Any] = {
        "fields": [_field(column, language) for column in described],
        "missingValues": [""],
    }
    if key:
        schema["primaryKey"] = list(key)
    points = [
        {"fields": [field], "reference": {"resource": other, "fields": [field]}}
        for field, other in _POINTS_AT.items()
        if name == "figures" and other in held
    ]
    if points:
        schema["foreignKeys"] = points
    return {
        "name": name,
        "type": "table",
        "path": f"data/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, language: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": label(column, language),
        "description": explain(column, language),
    }
    if choices := [choice for choice in column.choices if choice]:
        field["constraints"] = {"enum": choices}
    return field


def _cited(sources: pd.DataFrame) -> list[dict[str, str]]:
    return [
        {"title": f"{title}, {publisher}, {published}"} | ({"path": url} if url else {})
        for title, publisher, published, url in tables.typed(sources, tables.SOURCES)[
            ["title", "publisher", "published", "url"]
        ].itertuples(index=False, name=None)
    ]


def _each(value: object) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return value
    return [] if value in ("", None) else [value]
