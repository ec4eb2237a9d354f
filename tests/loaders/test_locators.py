"""A locator leads from a digest's figure to the very figure in the original."""

import re
from collections import Counter
from pathlib import Path

import pytest

from loaders.articles import make_article
from loaders.library import load_library

SHARED = Path(__file__).parents[3] / "shared" / "articles"
LIBRARY = load_library()
DIGESTS = [path.stem for path in sorted(SHARED.glob("*.txt"))] if SHARED.is_dir() else []


def test_every_locator_belongs_to_a_figure():
    unknown = set(LIBRARY.locators["figure_id"]) - set(LIBRARY.figures["figure_id"])
    assert not unknown


@pytest.mark.skipif(not DIGESTS, reason="the originals are not at hand")
@pytest.mark.parametrize("source_id", DIGESTS)
def test_every_figure_of_a_digest_is_located_and_printed_there(source_id):
    text = (SHARED / f"{source_id}.txt").read_bytes().decode("utf-8")
    original = make_article(source_id, text)
    figures = LIBRARY.figures[LIBRARY.figures["source_id"] == source_id]
    located = figures.merge(LIBRARY.locators, on="figure_id", suffixes=("", "_original"), how="left")
    assert located["start_original"].notna().all()
    assert not [place for place, count in Counter(located["start_original"]).items() if count > 1]
    for row in located.itertuples():
        core = re.sub(r"\s", "", text[row.start_original : row.end_original])
        assert row.value_printed in core
        assert row.paragraph_original == original.paragraph_number(row.start_original)
