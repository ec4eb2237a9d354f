"""What the tests of the reader share: the lexicon, built once, and a reader of short texts."""

import pytest

from loaders.articles import make_article
from loaders.figures import read_rows
from loaders.lexicon import load_lexicon


@pytest.fixture(scope="session")
def lexicon():
    return load_lexicon()


@pytest.fixture(scope="session")
def read(lexicon):
    """The figures of a short text as plain rows; `about` is what an index says of it."""

    def rows(text, *, place="鄂尔多斯市", published="2025-08-15", **about):
        return read_rows(make_article("a", text, place=place, published=published, **about), lexicon)

    return rows


@pytest.fixture(scope="session")
def read_one(read):
    """The only figure of a short text."""

    def row(text, **about):
        rows = read(text, **about)
        assert len(rows) == 1, [found["written"] for found in rows]
        return rows[0]

    return row
