"""Decisions of people are applied where they were made, and nowhere else."""

import pandas as pd
import pytest

from loaders.comparable import why_not
from loaders.corrections import apply_corrections, remarks
from loaders.library import load_library
from loaders.tables import CORRECTIONS, FIGURES, typed

TABLE = typed(
    pd.DataFrame(
        [
            {
                "figure_id": "a",
                "value": 22,
                "year": 2025,
                "place": "鄂托克旗",
                "kind": "level",
                "review": "read",
                "period_end": "2025-12-31",
            },
            {"figure_id": "b", "value": 17.5, "review": "read", "note": "已有说明"},
        ]
    ),
    FIGURES,
)


def apply(*rows):
    return apply_corrections(TABLE, typed(pd.DataFrame(rows), CORRECTIONS))


def test_a_remark_joins_those_that_are_there_and_changes_nothing_else():
    table, problems = apply(
        {"figure_id": "b", "column": "note", "value": "口径不同", "value_en": "unlike scopes"}
    )
    assert not problems
    assert table.loc[1, "note"] == "已有说明；口径不同"
    assert table.drop(columns="note").equals(TABLE.drop(columns="note"))
    assert TABLE.loc[1, "note"] == "已有说明"  # the table handed in is left alone


@pytest.mark.parametrize(
    ("column", "was", "value", "expected"),
    [
        ("place", "鄂托克旗", "", ""),
        ("value", "22", "22.5", 22.5),
        ("value", "22.0", "23", 23.0),
        ("year", "2025", "2024", 2024),
        ("kind", "level", "share", "share"),
        ("period_end", "2025-12-31", "2024-12-31", pd.Timestamp("2024-12-31")),
    ],
)
def test_a_correction_sets_the_column_and_marks_the_row(column, was, value, expected):
    table, problems = apply({"figure_id": "a", "column": column, "was": was, "value": value})
    assert not problems
    assert table.loc[0, column] == expected
    assert table.loc[0, "review"] == "corrected"
    assert table.dtypes.equals(TABLE.dtypes)


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        (
            {"figure_id": "x", "column": "year", "was": "2025", "value": "2024"},
            "没有编号为x的数字",
            "no figure has the ID x",
        ),
        (
            {"figure_id": "a", "column": "year", "was": "2020", "value": "2024"},
            "year现读作“2025”",
            "year now reads '2025'",
        ),
        (
            {"figure_id": "a", "column": "kind", "was": "level", "value": "amount"},
            "不能作为kind的值",
            "cannot be a value of",
        ),
        (
            {"figure_id": "a", "column": "sentence", "was": "", "value": "改写"},
            "不能更正“sentence”列",
            "cannot be corrected",
        ),
    ],
)
def test_what_cannot_be_applied_is_named_and_left_out(row, zh, en):
    table, [problem] = apply(row)
    assert table.equals(TABLE)
    assert zh in problem.zh
    assert en in problem.en


def test_remarks_in_either_language():
    notes = typed(
        pd.DataFrame([{"figure_id": "a", "column": "note", "value": "矛盾", "value_en": "conflict"}]),
        CORRECTIONS,
    )
    assert remarks(notes, "a") == ["矛盾"]
    assert remarks(notes, "a", "en") == ["conflict"]
    assert remarks(notes, "b") == []


LIBRARY = load_library()


@pytest.mark.parametrize(
    ("source", "printed", "word"),
    [
        ("2025-12", "22", "17项"),  # one measure, two numbers in one article
        ("2025-12", "17", "22项"),
        ("2024-06", "80", "口径"),
        ("2025-12", "25.6", "口径"),
        ("2025-12", "994", "100%"),
        ("2025-12", "3380", "鄂托旗"),
        ("2026-04", "1.9", "31种"),
        ("2025-12", "72", "降至"),
        ("2025-12", "623.2", "未写期间"),
        ("2024-06", "六", "6.0"),
        ("2026-04", "16", "15亿条"),
    ],
)
def test_what_reading_the_sources_showed_is_said_with_the_figure(source, printed, word):
    figures = LIBRARY.figures
    noted = figures[figures["source_id"].str.startswith(source) & (figures["value_printed"] == printed)]
    assert noted["note"].str.contains(word, regex=False).any()
    figure_id = noted[noted["note"].str.contains(word, regex=False)]["figure_id"].iloc[0]
    assert remarks(LIBRARY.corrections, figure_id, "en")


def test_guarantees_of_two_years_are_not_comparable():
    figures = LIBRARY.figures[LIBRARY.figures["indicator_id"] == "e_guarantee_cash"]
    assert len(figures) == 2
    assert "scope" in {reason.code for reason in why_not(figures.iloc[0], figures.iloc[1])}
