"""A long text read in a process of its own gives the very rows that it gives here."""

import pandas as pd

from loaders.apart import rows_of
from loaders.articles import make_article
from loaders.figures import read_rows
from loaders.tables import FIGURES, typed

TEXT = "某市情况\n截至2024年末，东胜区贷款余额超1200.5亿元，同比增长5.2%。\n连续3年居全区第2位，共办结案件9至12件。\n"


def table(rows):
    return typed(pd.DataFrame(rows, columns=[column.name for column in FIGURES]), FIGURES)


def test_both_ways_give_the_same_table(lexicon):
    article = make_article("a", TEXT, title="某市情况", published="2025-02", place="鄂尔多斯市", file="a.txt")
    here = table(read_rows(article, lexicon))
    assert len(here) == 5
    pd.testing.assert_frame_equal(table(rows_of(article, lexicon, long=10)), here)
    pd.testing.assert_frame_equal(table(rows_of(article, lexicon)), here)
