"""python -m loaders extract | check: the reader on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd

from loaders.figures import read_rows
from loaders.files import ReadError, find_files, read_article, read_index
from loaders.lexicon import load_lexicon
from loaders.tables import FIGURES, typed

SHOWN = ["written", "subject", "value", "unit", "bound", "kind", "status", "year", "place"]


def extract(paths: list[Path], form: str, out: Path | None) -> int:
    """Print or write the figures of files and folders; 1 if any could not be read."""
    lexicon = load_lexicon()
    failed = 0
    rows: list[dict[str, Any]] = []
    indexes: dict[Path, dict[str, dict[str, str]]] = {}
    for path in find_files(paths):
        try:
            if path.parent not in indexes:
                indexes[path.parent] = read_index(path.parent)
            article = read_article(path, indexes[path.parent].get(path.name))
        except ReadError as error:
            print(f"{error.problem.file}: {error.problem.zh} / {error.problem.en}", file=sys.stderr)
            failed = 1
            continue
        rows.extend({"doc": path.name, **row} for row in read_rows(article, lexicon))
    content = _written(rows, form)
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        temporary = out.with_name(out.name + ".tmp")
        temporary.write_bytes(content)
        temporary.replace(out)
    return failed


def _written(rows: list[dict[str, Any]], form: str) -> bytes:
    if form == "jsonl":
        lines = (json.dumps(row, ensure_ascii=False, default=str) for row in rows)
        return "".join(line + "\n" for line in lines).encode()
    frame = typed(pd.DataFrame(rows, columns=["doc", *(c.name for c in FIGURES)]), FIGURES)
    frame.insert(0, "doc", [row["doc"] for row in rows])
    if form == "csv":
        return ("\ufeff" + frame.to_csv(index=False, lineterminator="\n")).encode()
    if form == "parquet":
        return frame.to_parquet(index=False)
    with pd.option_context(
        "display.width", 200, "display.max_colwidth", 30, "display.unicode.east_asian_width", True
    ):
        return (frame[["doc", *SHOWN]].to_string(index=False) + "\n").encode() if rows else b""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    reading = commands.add_parser("extract", help="the figures of articles")
    reading.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    reading.add_argument("--format", choices=("table", "csv", "jsonl", "parquet"), default="table")
    reading.add_argument("--out", type=Path)
    commands.add_parser("check", help="data/ against its own rules", add_help=False)
    known, rest = parser.parse_known_args(arguments)
    if known.command == "check":
        from loaders import check

        return check.main(rest)
    if rest:
        parser.error(f"unknown arguments: {' '.join(rest)}")
    return extract(known.paths, known.format, known.out)


if __name__ == "__main__":
    sys.exit(main())
