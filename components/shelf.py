"""Briefings kept by name in the workspace, one file each, written whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from charts.rows import Row
from components.desk import BRIEFINGS, workspace
from exports.clock import BEIJING
from exports.names import file_name
from exports.safe import clean
from loaders.files import write_whole

LONGEST_NAME = 300
_NAME_BYTES = 120  # of the name in the file's name: with digest, ending and a writer's mark still below 255
_MAX_BYTES = 1 << 20
READ = ("written", "year", "place", "status", "period_kind")  # a figure has changed when one of these has


@dataclass(frozen=True)
class Kept:
    """A briefing as it was kept."""

    code: str  # the file's name without its ending
    name: str
    day: str
    version: str
    figures: tuple[tuple[str, str], ...]  # (figure_id, own title or ""), in order
    read: dict[str, dict[str, str]]  # figure_id -> how it read then

    def changed(self, now: Sequence[Row]) -> list[str]:
        """The figures that read otherwise in the data of now, or are no longer in it."""
        rows = {row["figure_id"]: as_read(row) for row in now}
        return [code for code, _ in self.figures if rows.get(code) != self.read.get(code)]


def as_read(row: Row) -> dict[str, str]:
    """What of a figure a briefing relies on."""
    return {name: "" if pd.isna(row[name]) else str(row[name]) for name in READ}


def path_of(name: str) -> Path:
    """Where a briefing of this name lies: always directly in the folder, whatever the name holds.

    The digest in it tells names apart that are cut to the same beginning.
    """
    whole = clean(name).encode()
    short = whole[:_NAME_BYTES].decode(errors="ignore")
    return workspace() / BRIEFINGS / file_name(short, whole, "json")


def keep(name: str, rows: Sequence[Row], titles: dict[str, str], version: str) -> Path:
    """Write the briefing; one of the same name is replaced.

    Raises:
        OSError: the folder cannot be written.
    """
    path = path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "name": clean(name)[:LONGEST_NAME],
        "day": f"{datetime.now(BEIJING):%Y-%m-%d}",
        "version": version,
        "figures": [
            {"figure_id": row["figure_id"], "title": titles.get(row["figure_id"], ""), **as_read(row)}
            for row in rows
        ],
    }
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1).encode())
    return path


def everything() -> tuple[list[Kept], list[str]]:
    """The briefings in the workspace, newest first, and the names of files that are none."""
    kept: list[Kept] = []
    odd: list[str] = []
    folder = workspace() / BRIEFINGS
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        try:
            kept.append(_read(path))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            odd.append(path.name)
    return sorted(kept, key=lambda one: (one.day, one.name), reverse=True), odd


def _read(path: Path) -> Kept:
    if path.stat().st_size > _MAX_BYTES:
        raise ValueError(path.name)
    content = json.loads(path.read_text("utf-8"))
    figures = [{str(key): str(value) for key, value in figure.items()} for figure in content["figures"]]
    return Kept(
        path.stem,
        str(content["name"])[:LONGEST_NAME],
        str(content["day"])[:10],
        str(content["version"])[:12],
        tuple((figure["figure_id"], figure["title"]) for figure in figures),
        {figure["figure_id"]: {name: figure[name] for name in READ} for figure in figures},
    )
