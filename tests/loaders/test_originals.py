"""Where the user has the original, its own sentence is shown, and its figures are not counted twice."""

import shutil
from pathlib import Path

import pytest

from loaders.library import load_library

SHARED = Path(__file__).parents[3] / "shared" / "articles"
SOURCE = "2025-12_ordos-daily_nuancheng-nuanliu"
DATA = Path(__file__).parents[2] / "data"


def figure(library, written):
    figures = library.figures[library.figures["source_id"] == SOURCE]
    return figures[figures["written"] == written].iloc[0]


def test_without_the_original_our_restatement_is_shown_with_the_paragraph_of_the_original():
    library = load_library(DATA)
    row = figure(library, "623.2亿元")
    said = library.shown(row)
    assert (said.kind, said.sentence) == ("digest", row["sentence"])
    assert said.paragraph is not None
    assert said.paragraph > 5


def test_the_users_own_article_is_its_own_original(tmp_path):
    (tmp_path / "own.txt").write_text("第一段。\n\n2024年，康巴什区新增就业300人。\n", encoding="utf-8")
    library = load_library(DATA, tmp_path)
    own = library.figures[library.figures["source_id"] == "own"].iloc[0]
    said = library.shown(own)
    assert (said.kind, said.sentence, said.paragraph) == ("original", "2024年，康巴什区新增就业300人。", 2)
    assert library.originals == {}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the originals are not at hand")
@pytest.mark.parametrize("name", [f"{SOURCE}.txt", "剪报.txt"])  # whatever the user calls it
def test_an_original_in_the_workspace_is_recognised(tmp_path, name):
    shutil.copyfile(SHARED / f"{SOURCE}.txt", tmp_path / name)
    before, library = load_library(DATA), load_library(DATA, tmp_path)
    assert list(library.originals) == [SOURCE]
    assert library.problems == before.problems
    assert len(library.figures) == len(before.figures)
    assert library.version != before.version
    row = figure(library, "623.2亿元")
    said = library.shown(row)
    assert said.kind == "original"
    assert "623.2亿元" in said.sentence
    assert said.sentence != row["sentence"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the originals are not at hand")
def test_every_located_figure_stands_in_its_original_sentence(tmp_path):
    for path in SHARED.glob("*.txt"):
        shutil.copyfile(path, tmp_path / path.name)
    library = load_library(DATA, tmp_path)
    assert len(library.originals) == 5
    located = library.figures[library.figures["figure_id"].isin(library.locators["figure_id"])]
    for _, row in located.iterrows():
        said = library.shown(row)
        assert said.kind == "original"
        assert row["value_printed"] in said.sentence
