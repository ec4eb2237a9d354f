import csv
import io

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import columns
from exports.csvs import csv_bytes, rows_as_csv
from exports.rows import Rows
from exports.safe import clean
from tests.exports import sample

START = tuple("=+-@|%\t\r\n\x00＝＋－＠")


def read(figures, **options):
    content = csv_bytes(figures, sample.sources(), sample.indicators(), **options)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_same_headings_and_rows_as_the_workbook():
    first, second = read(
        sample.figures({}, {"value": -4.1, "value_printed": "4.1", "unit_printed": "%", "unit": "%"})
    )
    assert (first["数值"], first["数值（基本单位）"], first["限定词"], first["年份"]) == (
        "20",
        "2000000000",
        "超、余、多",
        "2025",
    )
    assert (first["期间起"], first["上限"]) == ("2025-01-01", "")
    assert (second["数值"], second["数值（基本单位）"]) == ("-4.1", "-4.1")


@pytest.mark.parametrize("value", [1e-7, 1e22, 123456789012345.0, -0.5])
def test_numbers_have_no_exponent(value):
    (row,) = read(sample.figures({"value": value}))
    assert "e" not in row["数值（基本单位）"].lower()
    assert float(row["数值（基本单位）"]) == value


@pytest.mark.parametrize("text", sample.HOSTILE.values(), ids=sample.HOSTILE)
def test_no_cell_of_text_starts_like_a_formula(text):
    (row,) = read(sample.figures({"subject": text, "sentence": text, "note": text}))
    for heading in ("事项", "摘编句", "注"):
        assert not row[heading].lstrip(" \u00a0\ufeff\u200b").startswith(START)
        assert row[heading].removeprefix("'") == clean(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), min_size=1, max_size=5))
def test_any_text_comes_back_and_none_starts_like_a_formula(texts):
    subject = columns.column("figures", "subject")
    written = rows_as_csv(Rows((subject,), pd.DataFrame({"subject": texts}), "zh"))
    held = [row[0] if row else "" for row in csv.reader(io.StringIO(written, newline=""))][1:]
    assert [text.removeprefix("'") for text in held] == [clean(text).removeprefix("'") for text in texts]
    assert [text for text in held if text.startswith(START)] == []


def test_an_empty_selection_keeps_the_headings():
    content = csv_bytes(sample.figures().head(0), sample.sources(), sample.indicators()).decode("utf-8-sig")
    assert content.startswith("编号,指标,")
    assert content.count("\n") == 1
