"""The shipped digests give exactly the table that a person checked row by row."""

from __future__ import annotations

import difflib

import pytest

from loaders.library import load_library
from tests.loaders.golden import GOLDEN, golden_text


def test_the_digests_give_the_table_checked_by_hand() -> None:
    expected = GOLDEN.read_text(encoding="utf-8")
    got = golden_text(load_library().figures)
    if got != expected:
        lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "checked", "read", lineterm="", n=0)
        pytest.fail("\n".join([*list(lines)[:60], "If the new reading is right: python -m tests.loaders.golden"]))
