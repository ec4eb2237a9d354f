"""Whose share is whose: 接待游客2103万人次、旅游收入228亿元，分别增长18.6%和21.3%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.marks import COMMA
from loaders.quantity import Quantity

_JOINTS = frozenset(["、", "和", "及", "与", "以及", "，", ","])
_SHARED = re.compile("分别|依次")
# what may stand beside 分别 without naming anything
_NOTHING = re.compile(r"^(?:同比|环比|比上年|较上年|比去年|较去年|同期|增速|也|均|又|[同比较上去]年?)*+$")
_SPLIT = re.compile("、|和|与|及|以及")


def share_subjects(
    quantities: list[Quantity], subjects: list[str], text: str, sentence_start: int
) -> Iterator[tuple[int, str]]:
    """(index, subject) of each member of a list that 分别 shares out.

    The names stand before 分别 (婴儿死亡率、新生儿死亡率分别为…), or with the figures before; where their
    number is another, no member has a subject of its own, and none is made up.
    """
    for first, last in _runs(quantities, text):
        floor = quantities[first - 1].written[1] if first else sentence_start
        lead = text[floor : quantities[first].written[0]]
        shared = _SHARED.search(lead)
        if not shared:
            continue
        count = last - first + 1
        before = COMMA.split(lead[: shared.start()])[-1]
        names = [name for name in _SPLIT.split(before) if name]
        if len(names) == count:
            yield from zip(range(first, last + 1), names, strict=True)
        elif _NOTHING.match(before):
            named = subjects[first - count : first] if first >= count else [""] * count
            yield from zip(range(first, last + 1), named, strict=True)


def _runs(quantities: list[Quantity], text: str) -> Iterator[tuple[int, int]]:
    """First and last index of each list: numbers with only a joint between them."""
    first = 0
    for i in range(1, len(quantities) + 1):
        joined = (
            i < len(quantities) and text[quantities[i - 1].written[1] : quantities[i].written[0]] in _JOINTS
        )
        if not joined:
            if i - 1 > first:
                yield first, i - 1
            first = i
