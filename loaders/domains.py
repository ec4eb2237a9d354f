"""The domain of a figure: told by the heading above it, else by the words of its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping


class DomainReader:
    """Domains with their keywords in order of precedence (data/domains.csv)."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._domains = [
            (row["domain"], row["name_zh"], tuple(w for w in row["keywords"].split("|") if w)) for row in rows
        ]
        self._of: dict[str, list[str]] = {}  # a keyword's domains, in order of precedence
        for domain, _, words in self._domains:
            for word in words:
                self._of.setdefault(word, []).append(domain)
        known = sorted(self._of, key=len, reverse=True)
        self._words = re.compile("|".join(map(re.escape, known)) if known else r"(?!)")
        self._last = "", ""
        self._order = [domain for domain, _, _ in self._domains]

    def of_heading(self, section: tuple[str, ...]) -> str:
        """The domain that the nearest telling heading names, or ""."""
        for heading in reversed(section):
            for domain, name, _ in self._domains:
                if name in heading:
                    return domain
            for domain, _, words in self._domains:
                if any(word in heading for word in words):
                    return domain
        return ""

    def of_words(self, *texts: str) -> str:
        """The domain whose keywords stand most in the first text that has any; "other" if none has."""
        return next(filter(None, map(self._told, texts)), "other")

    def _told(self, text: str) -> str:
        if text == self._last[0]:  # the figures of one sentence ask the same
            return self._last[1]
        found = set(self._words.findall(text))
        counts = Counter(domain for word in found for domain in self._of[word])
        told = max(self._order, key=lambda domain: counts[domain]) if found else ""
        if len(text) > 24:  # a sentence, not a subject
            self._last = text, told
        return told
