"""Tidy tables in, bytes out: workbooks, CSV and what else is taken away. No Streamlit, no files."""

from exports.csvs import csv_bytes
from exports.datapackage import datapackage_bytes
from exports.jsons import json_bytes
from exports.names import file_name
from exports.parquets import parquet_bytes
from exports.workbook import TooManyRowsError, workbook_bytes

__all__ = [
    "TooManyRowsError",
    "csv_bytes",
    "datapackage_bytes",
    "file_name",
    "json_bytes",
    "parquet_bytes",
    "workbook_bytes",
]
