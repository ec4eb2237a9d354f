"""Opened, recalculated and saved again by LibreOffice: the same values. Skipped where there is none."""

import shutil
import subprocess

import openpyxl
import pytest

from exports.deck import deck_bytes
from exports.workbook import workbook_bytes
from tests.exports import sample
from tests.exports.test_workbook import years

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")


def converted(content, folder, ending, to):
    """`content` after LibreOffice has opened it and saved it as `to`."""
    (folder / f"in.{ending}").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # of its own: none that runs is met
    command = [OFFICE, profile, "--headless", "--convert-to", to, "--outdir", "out", f"in.{ending}"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return folder / "out" / f"in.{to}"


def test_a_workbook_keeps_every_value_and_its_charts(tmp_path):
    figures = sample.figures(
        *years((2023, {"subject": "=1+1"}), (2024, {"sentence": "下降5~8%"}), (2025, {"value": 2.5e9}))
    )
    content = workbook_bytes(
        figures, sample.sources(), sample.indicators(), title="一览", filters={}, version="v"
    )
    saved = openpyxl.load_workbook(converted(content, tmp_path, "xlsx", "xlsx"))
    ours = openpyxl.load_workbook(tmp_path / "in.xlsx")
    assert saved.sheetnames == ours.sheetnames
    for sheet in ours:
        rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
        again = [
            [cell for cell in row if cell is not None]
            for row in saved[sheet.title].iter_rows(values_only=True)
        ]
        assert again[: len(rows)] == rows
    assert len(saved["图表"]._charts) == 1


def test_a_deck_has_a_page_a_slide(tmp_path):
    pypdf = pytest.importorskip("pypdf")
    content = deck_bytes(sample.figures(), sample.sources(), sample.indicators(), title="一览", version="v")
    pages = pypdf.PdfReader(converted(content, tmp_path, "pptx", "pdf")).pages
    assert len(pages) == 4
    assert "超20亿元" in pages[2].extract_text().replace(" ", "")
