"""Tidy tables in, bytes out: workbooks, CSV and what else is taken away. No Streamlit, no files."""

from exports.csvs import csv_bytes
from exports.names import file_name
from exports.workbook import workbook_bytes

__all__ = ["csv_bytes", "file_name", "workbook_bytes"]
