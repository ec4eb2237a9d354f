"""What the benchmark may be trusted for. Its timings are no test."""

import sys

import pytest

from benchmarks.children import Worker, WorkerError
from benchmarks.distinct import Writer
from benchmarks.readers import READERS, Document, ours, ten_lines
from benchmarks.reading import main


def test_the_same_seed_writes_the_same_texts():
    assert Writer(3).articles(9000) == Writer(3).articles(9000) != Writer(4).articles(9000)


def test_no_two_texts_are_alike():
    texts = [document.text for seed in (1, 2) for document in Writer(seed).articles(40_000)]
    assert len(set(texts)) == len(texts)


def test_figures_are_as_dense_as_in_articles():
    documents = Writer(1).articles(30_000)
    read = ours()
    figures = sum(len(read(document)) for document in documents)
    assert 50 < sum(len(document.text) for document in documents) / figures < 110


def test_ten_lines_read_number_unit_bound_and_the_year_before_it():
    text = "2024年，授信超20亿元，同比增长15.2%。"
    assert [
        (r["value"], r["unit"], r["bound"], r["kind"], r["year"]) for r in ten_lines()(Document("a", text))
    ] == [
        (2_000_000_000, "元", "over", "level", 2024),
        (15.2, "%", "exact", "change", 2024),
    ]


def test_without_the_texts_it_says_so_and_stops(tmp_path, capsys):
    assert main(["--shared", str(tmp_path)]) == 2
    assert "nothing is measured" in capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name, reader in READERS.items() if reader.distribution])
def test_a_peer_that_is_not_installed_is_reported(name):
    with pytest.raises(WorkerError, match="not installed"):
        Worker(name, sys.executable, limit=60)


def test_a_reader_that_takes_too_long_is_stopped():
    with pytest.raises(WorkerError, match="took longer"):
        Worker("ten-lines", sys.executable, limit=0.001)


def test_a_python_that_is_not_there_is_reported(tmp_path):
    with pytest.raises(WorkerError, match="cannot be started"):
        Worker("ten-lines", str(tmp_path / "python"), limit=60)
