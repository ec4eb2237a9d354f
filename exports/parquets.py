"""Parquet for programs: the figures table with its types, descriptions and checksums."""

from __future__ import annotations

from io import BytesIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from exports.columns import explain
from loaders import tables


def parquet_bytes(figures: pd.DataFrame, *, version: str, language: str = "zh") -> bytes:
    """The rows of `figures` with the columns of `loaders.tables`; each column carries its description.

    Page checksums are written: without them most flipped bits read back as wrong numbers, silently. Read with
    `page_checksum_verification=True`.
    """
    table = pa.Table.from_pandas(tables.typed(figures, tables.FIGURES), preserve_index=False)
    described = {column.name: explain(column, language) for column in tables.FIGURES}
    fields = [field.with_metadata({"description": described[field.name]}) for field in table.schema]
    schema = pa.schema(fields, metadata={**(table.schema.metadata or {}), b"data_version": version.encode()})
    out = BytesIO()
    pq.write_table(table.cast(schema), out, compression="zstd", write_page_checksum=True)
    return out.getvalue()
