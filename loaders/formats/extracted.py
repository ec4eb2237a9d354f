"""What a file gives: its text, what it prints about itself, and what a reader of it should know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extracted:
    """The plain text of a file. Offsets of figures count in `text`; that is what an article keeps."""

    text: str
    title: str = ""  # as printed, or as the page's own head says it; "" where it does not
    publisher: str = ""
    published: str = ""  # "2025", "2025-12" or "2025-12-31", as far as printed
    remarks: tuple[tuple[str, str], ...] = ()  # (zh, en): what could not be read although the rest was


class RefusedError(Exception):
    """A file that is not read: what is wrong with it and what to do, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en
