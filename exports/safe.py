"""Text that every reader of our files takes as text, unchanged as far as the format allows."""

from __future__ import annotations

import re

CELL_LIMIT = 32_767  # what an Excel cell holds, counted in UTF-16 units: an emoji counts as two
_CUT = "…[截断 cut]"

# Neither XML nor a spreadsheet can hold these; a visible mark takes their place, so nothing vanishes unseen.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_EXCEL_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel shows a written "_x0041_" as "A"
_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@|%＝＋－＠]")


def clean(text: str) -> str:
    r"""`text` with line ends as LF and characters that no file format holds shown as U+FFFD.

    >>> clean("a\x00b")
    'a�b'
    """
    return _ILLEGAL.sub("\ufffd", _LINE_END.sub("\n", text))


def cell_text(text: str) -> str:
    """`text` as an Excel cell can hold it: cleaned, not longer than 32,767, and said so where it was cut."""
    text = _EXCEL_ESCAPE.sub("_x005F_", clean(text))
    if len(text) <= CELL_LIMIT // 2 or _utf16(text) <= CELL_LIMIT:
        return text
    kept = text.encode("utf-16-le")[: 2 * (CELL_LIMIT - _utf16(_CUT))]
    return kept.decode("utf-16-le", errors="ignore") + _CUT  # a halved surrogate pair is dropped


def like_formula(text: str) -> bool:
    """Whether a spreadsheet could take `text` for a formula when somebody edits or copies the cell."""
    return _FORMULA.match(text) is not None


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
