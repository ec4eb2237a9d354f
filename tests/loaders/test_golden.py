"""The shipped digests, and the originals where they are, give exactly the tables that a person checked."""

from __future__ import annotations

import pytest

from tests.loaders.golden import GOLDEN, TABLES, differences


@pytest.mark.parametrize("name", TABLES)
def test_the_reader_gives_the_table_checked_by_hand(name: str) -> None:
    got = TABLES[name]()
    if got is None:
        pytest.skip("the texts of ../shared are not here")
    expected = (GOLDEN / name).read_text(encoding="utf-8")
    assert got == expected, "\n".join(
        [
            *list(differences(expected, got))[:60],
            "If the new reading is right: python -m tests.loaders.golden --write",
        ]
    )


def test_a_changed_field_a_lost_and_a_gained_figure_are_told() -> None:
    before = "figure_id,source_id,written,value\na,s,5件,5\nb,s,6件,6\n"
    after = "figure_id,source_id,written,value\nb,s,6件,7\nc,s,8件,8\n"
    assert list(differences(before, after)) == ["- a 5件  [s]", "~ b 6件 [s] value: 6 → 7", "+ c 8件  [s]"]
