"""What was found wrong in a file and what to do about it, said in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one file. The rest of the file, and every other file, is still used."""

    file: str
    line: int | None  # counted from 1 as an editor counts; None where the whole file is meant
    zh: str  # what was found, then what to do
    en: str

    def say(self, language: str = "zh") -> str:
        """The problem in one line, with its place in front: `data/places.csv:12 …`."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where} {self.zh if language == 'zh' else self.en}"
