"""A hundred thousand rows of all columns: `pytest -m stress`."""

import sys
import time
from io import BytesIO
from zipfile import ZipFile

import pytest

from exports.workbook import workbook_bytes
from tests.exports import sample

ROWS = 100_000


def peak():
    """The most memory this process ever held, in MB."""
    resource = pytest.importorskip("resource")  # not on Windows
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )


@pytest.mark.stress
def test_a_large_workbook_takes_a_minute_at_most_and_little_memory():
    figures = sample.figures(count=ROWS)
    before, start = peak(), time.process_time()
    content = workbook_bytes(
        figures, sample.sources(), sample.indicators(), title="大", filters={}, version="v"
    )
    assert time.process_time() - start < 60
    assert peak() - before < 300
    with ZipFile(BytesIO(content)) as archive:
        assert archive.read("xl/worksheets/sheet2.xml").count(b"<row ") == ROWS + 1
