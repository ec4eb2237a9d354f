"""The domain of a figure: told by the heading above it, else by the words of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class DomainReader:
    """Domains with their keywords in order of precedence (data/domains.csv)."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._domains = [
            (row["domain"], row["name_zh"], tuple(w for w in row["keywords"].split("|") if w)) for row in rows
        ]

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
        for text in texts:
            best, most = "", 0
            for domain, _, words in self._domains:
                count = sum(word in text for word in words)
                if count > most:
                    best, most = domain, count
            if best:
                return best
        return "other"
