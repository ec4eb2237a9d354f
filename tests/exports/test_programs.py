"""Parquet and JSON: what programs read."""

import json
from io import BytesIO

import pandas as pd
import pyarrow.parquet as pq

from exports.jsons import json_bytes
from exports.parquets import parquet_bytes
from loaders import tables
from tests.exports import sample


def test_parquet_gives_the_same_table_with_its_descriptions():
    figures = sample.figures({}, {"year": None, "value": -4.1, "period_end": None})
    content = parquet_bytes(figures, version="0123456789ab")
    pd.testing.assert_frame_equal(tables.typed(pd.read_parquet(BytesIO(content)), tables.FIGURES), figures)
    schema = pq.read_schema(BytesIO(content))
    assert schema.field("written").metadata[b"description"].decode().startswith("连同限定词的写法")
    assert schema.metadata[b"data_version"] == b"0123456789ab"


def test_no_flipped_bit_gives_another_table():
    figures = sample.figures(*({"value": float(number), "subject": f"事项{number}"} for number in range(300)))
    content = parquet_bytes(figures, version="v")
    silent = []
    for place in range(10, len(content), len(content) // 60):
        flipped = bytearray(content)
        flipped[place] ^= 4
        try:
            read = pq.read_table(BytesIO(bytes(flipped)), page_checksum_verification=True).to_pandas()
            same = tables.typed(read, tables.FIGURES).equals(figures)
        except Exception:  # whatever the reader says, it did not hand over a wrong table
            continue
        if not same:
            silent.append(place)
    footer = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    assert [place for place in silent if place < footer] == []


def test_json_says_null_for_what_is_not_known():
    figures = sample.figures({"year": None, "value_high": None, "subject": '</script>"'})
    held = json.loads(
        json_bytes(figures, sample.sources(), title="a\ud800", filters={"年份": ["2025"]}, version="v")
    )
    (figure,) = held["figures"]
    assert figure["year"] is None
    assert figure["value_high"] is None
    assert figure["period_start"] == "2025-01-01"
    assert figure["subject"] == '</script>"'
    assert held["sources"][0]["title"] == "一年小结"
