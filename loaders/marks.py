"""Punctuation: where a clause ends, and where a part of a sentence ends."""

from __future__ import annotations

import re

COMMA = re.compile("[，。；,;]")
SEMICOLON = re.compile("[。；;]")
CLAUSE = re.compile("[，。；：！？,;:!?]")


def last_clause(text: str) -> str:
    """What stands behind the last mark of `text`.

    >>> last_clause("全市共受理859件，答复")
    '答复'
    """
    return CLAUSE.split(text)[-1]


def last_part(text: str) -> str:
    """What stands behind the last semicolon or full stop of `text`."""
    return SEMICOLON.split(text)[-1]
