"""The golden tables: what the reader gave when a person last checked it, row by row.

    python -m tests.loaders.golden          what would be gained, lost and changed (make diff)
    python -m tests.loaders.golden --write  write the tables anew, after that has been read through

`figures.csv` holds the shipped digests. `originals.csv` holds the texts of ../shared where they are
at hand: numbers and fields only, for their sentences do not belong here.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from loaders.figures import read_rows
from loaders.files import find_files, read_article, read_index
from loaders.lexicon import load_lexicon
from loaders.library import load_library

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
SHARED = Path(__file__).resolve().parents[3] / "shared"
ORIGINALS = (SHARED / "articles", SHARED / "gold" / "dev")
# Without the sentence, which the digests hold, and without offsets, which move with every edit.
LEFT_OUT = [
    "paragraph",
    "start",
    "end",
    "sentence",
    "value_printed",
    "unit_printed",
    "place_words",
    "review",
    "note",
]
FIELDS = [
    "figure_id",
    "source_id",
    "start",
    "written",
    "value",
    "value_high",
    "unit",
    "bound",
    "kind",
    "status",
]
FIELDS += ["period_kind", "period_start", "period_end", "year", "year_basis", "place"]


def digests() -> str:
    """The library's figures as CSV text, in the order of the texts: a frame's repr hides columns."""
    figures = load_library().figures.drop(columns=LEFT_OUT)
    return figures.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")


def originals() -> str | None:
    """The figures of the texts in ../shared as CSV text, or None where they are not at hand."""
    if not all(folder.is_dir() for folder in ORIGINALS):
        return None
    lexicon = load_lexicon()
    rows = []
    for folder in ORIGINALS:
        about = read_index(folder)
        for path in find_files([folder]):
            rows += read_rows(read_article(path, about.get(path.name)), lexicon)
    return pd.DataFrame(rows)[FIELDS].to_csv(index=False, lineterminator="\n")


TABLES = {"figures.csv": digests, "originals.csv": originals}


def differences(before: str, after: str) -> Iterator[str]:
    """One line a figure that was lost (-), gained (+) or changed (~), told apart by figure_id."""
    old, new = (_rows(text) for text in (before, after))
    for key, row in old.items():
        if key not in new:
            yield f"- {key} {row['written'][:20]} {row.get('subject', '')} [{row['source_id']}]"
    for key, row in new.items():
        if key not in old:
            yield f"+ {key} {row['written'][:20]} {row.get('subject', '')} [{row['source_id']}]"
            continue
        changed = [
            f"{name}: {old[key].get(name)} → {value}"
            for name, value in row.items()
            if old[key].get(name) != value
        ]
        if changed:
            yield f"~ {key} {row['written'][:20]} [{row['source_id']}] {'; '.join(changed)}"


def _rows(text: str) -> dict[str, dict[str, str]]:
    frame = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    return {
        str(row["figure_id"]): {str(k): str(v) for k, v in row.items()} for row in frame.to_dict("records")
    }


def main(write: bool) -> int:
    """Show or write the differences of every golden table; 0, for a difference is no failure."""
    for name, read in TABLES.items():
        after = read()
        if after is None:
            print(f"{name}: the texts of ../shared are not here")
            continue
        path = GOLDEN / name
        lines = (
            list(differences(path.read_text(encoding="utf-8"), after)) if path.is_file() else ["no table yet"]
        )
        print(f"{name}: {len(lines)} differences", *lines, sep="\n  ")
        if write:
            path.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
