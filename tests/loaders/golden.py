"""Write or compare the golden tables: `python -m tests.loaders.golden` writes them anew.

What a change of the rules gains, loses or changes is then read in the difference, row by row, by a
person, before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from loaders.library import load_library

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "figures.csv"
# Without the sentence, which the digests hold, and without offsets, which move with every edit.
LEFT_OUT = ["paragraph", "start", "end", "sentence", "value_printed", "unit_printed", "place_words", "review", "note"]


def golden_text(figures: pd.DataFrame) -> str:
    """The table as CSV text, in the order of the texts: a frame's repr hides columns."""
    return figures.drop(columns=LEFT_OUT).to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")


if __name__ == "__main__":
    GOLDEN.write_text(golden_text(load_library().figures), encoding="utf-8")
