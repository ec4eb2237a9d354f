"""Four steps of shade for counts: the same in the grid, the tiles and their legends."""

from __future__ import annotations

from collections.abc import Iterable

STEPS = 4


def limits(counts: Iterable[float]) -> list[float]:
    """The highest count of each step but the last: quartiles of the counts above zero.

    >>> limits([1, 2, 3, 4, 10, 20, 40, 0])
    [2, 4, 20]
    """
    seen = sorted(count for count in counts if count > 0)
    if not seen:
        return []
    return [seen[max(0, round(len(seen) * step / STEPS) - 1)] for step in range(1, STEPS)]


def shade(count: float, steps: list[float]) -> str:
    """The CSS class of a count: "none" for zero, else s1 to s4.

    >>> [shade(count, [2, 4, 20]) for count in (0, 2, 5, 21)]
    ['none', 's1', 's3', 's4']
    """
    if count <= 0:
        return "none"
    return f"s{1 + sum(count > limit for limit in steps)}"
