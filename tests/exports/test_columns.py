import pytest

from exports import columns
from exports.words import WORDS
from loaders import tables


@pytest.mark.parametrize(
    "column", [column for column in columns.DATA if column.choices], ids=lambda column: column.name
)
def test_every_choice_has_a_chinese_word_in_its_description(column):
    assert set(columns.choice_words(column)) == set(column.choices) - {""}


@pytest.mark.parametrize("field", ["bound", "kind", "period_kind"])
def test_every_choice_that_the_notes_explain_has_an_explanation(field):
    choices = {column.name: column.choices for column in tables.FIGURES}[field]
    assert {f"{field}.{choice}" for choice in choices} <= set(WORDS)


def test_both_languages_are_there():
    assert [key for key, pair in WORDS.items() if not all(pair)] == []
