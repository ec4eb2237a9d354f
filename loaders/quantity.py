"""One number with its unit, as every stage of reading hands it on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

Span = tuple[int, int]


@dataclass(slots=True)  # not frozen: made by the thousand, and bounds are filled in last
class Quantity:
    """One number with its unit. Offsets are of the text it was found in."""

    start: int  # of the core: from the first numeral to the end of the unit
    end: int
    value: Decimal  # in `unit`, multiplier applied
    unit: str  # "" for a naked count: 注册用户1725万
    bound: str = "exact"
    high: Decimal | None = None  # of a range
    number: str = ""  # as printed, without bound words: "623.2"
    unit_printed: str = ""  # as printed: "亿元"
    written: Span = (0, 0)  # the core with its bound words
    form: str = "count"  # count, rank, streak
    rank_from: str = ""  # ranks: top or bottom
    numeral: str = "arabic"  # or chinese
    listed: int = -1  # start of the first member of the list it stands in, or -1
