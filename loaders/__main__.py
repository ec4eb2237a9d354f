"""python -m loaders extract | tasks | honours | check: the reader on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from loaders.articles import Article
from loaders.explain import explain
from loaders.figures import Lexicon, read_rows
from loaders.files import ReadError, find_files, read_file, read_index, write_whole
from loaders.honours import HONOURS, read_honour_rows
from loaders.lexicon import load_lexicon
from loaders.tables import FIGURES, Column, typed
from loaders.tasks import TASKS, read_task_rows


@dataclass(frozen=True)
class Reading:
    """One command that reads articles into rows of a table."""

    columns: tuple[Column, ...]
    shown: tuple[str, ...]  # columns of the printed table
    rows: Callable[[Article, Lexicon], list[dict[str, Any]]]


READINGS = {
    "extract": Reading(
        FIGURES,
        ("written", "subject", "value", "unit", "bound", "kind", "status", "year", "place"),
        read_rows,
    ),
    "tasks": Reading(
        TASKS,
        ("title", "lead", "deadline", "domain"),
        lambda article, lexicon: read_task_rows(article, lexicon.domains),
    ),
    "honours": Reading(HONOURS, ("year", "place", "honour", "body"), read_honour_rows),
}


def convert(reading: Reading, paths: list[Path], form: str, out: Path | None, explained: bool = False) -> int:
    """Print or write what `reading` finds in files and folders; 1 if any could not be read.

    `explained` prints for each figure which words decided its fields, instead of a table.
    """
    lexicon = load_lexicon()
    failed = 0
    rows: list[dict[str, Any]] = []
    told: list[str] = []
    indexes: dict[Path, dict[str, dict[str, str]]] = {}
    for path in find_files(paths):
        try:
            if path.parent not in indexes:
                indexes[path.parent] = read_index(path.parent)
            article, remarks = read_file(path, indexes[path.parent].get(path.name))
        except ReadError as error:
            print(f"{error.problem.file}: {error.problem.zh} / {error.problem.en}", file=sys.stderr)
            failed = 1
            continue
        for remark in remarks:
            print(f"{remark.file}: {remark.zh} / {remark.en}", file=sys.stderr)
        found = reading.rows(article, lexicon)
        rows.extend({"doc": path.name, **row} for row in found)
        if explained:
            told.append(f"# {path.name}\n")
            told.extend(explain(row, article) + "\n" for row in found)
    content = "".join(told).encode() if explained else _written(rows, reading, form)
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        write_whole(out, content)
    return failed


def _written(rows: list[dict[str, Any]], reading: Reading, form: str) -> bytes:
    if form == "jsonl":
        lines = (json.dumps(row, ensure_ascii=False, default=str) for row in rows)
        return "".join(line + "\n" for line in lines).encode()
    frame = typed(pd.DataFrame(rows, columns=["doc", *(c.name for c in reading.columns)]), reading.columns)
    frame.insert(0, "doc", [row["doc"] for row in rows])
    if form == "csv":
        return ("\ufeff" + frame.to_csv(index=False, lineterminator="\n")).encode()
    if form == "parquet":
        return frame.to_parquet(index=False)
    with pd.option_context(
        "display.width", 200, "display.max_colwidth", 30, "display.unicode.east_asian_width", True
    ):
        return (frame[["doc", *reading.shown]].to_string(index=False) + "\n").encode() if rows else b""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    helps = {
        "extract": "the figures of articles",
        "tasks": "the tasks of action plans",
        "honours": "the honours in articles",
    }
    for name, told in helps.items():
        reading = commands.add_parser(name, help=told)
        reading.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        reading.add_argument("--format", choices=("table", "csv", "jsonl", "parquet"), default="table")
        reading.add_argument("--out", type=Path)
        if name == "extract":
            reading.add_argument(
                "--explain", action="store_true", help="for each figure the words that decided its fields"
            )
    commands.add_parser("check", help="data/ against its own rules", add_help=False)
    known, rest = parser.parse_known_args(arguments)
    if known.command == "check":
        from loaders import check

        return check.main(rest)
    if rest:
        parser.error(f"unknown arguments: {' '.join(rest)}")
    return convert(
        READINGS[known.command], known.paths, known.format, known.out, getattr(known, "explain", False)
    )


if __name__ == "__main__":
    sys.exit(main())
