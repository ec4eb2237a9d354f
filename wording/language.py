"""The one function every interface string goes through, and the language it speaks."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Literal

from wording import en, zh

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
TABLES: dict[Language, dict[str, str]] = {"zh": zh.STRINGS, "en": en.STRINGS}

# A context variable and not a global: Streamlit runs each session's script in a thread of its own.
_language: ContextVar[Language] = ContextVar("language", default="zh")


def use(language: str) -> Language:
    """Speak `language` from here on in this thread; Chinese where it is not one of ours."""
    chosen: Language = "en" if language == "en" else "zh"
    _language.set(chosen)
    return chosen


def language() -> Language:
    """The language spoken in this thread."""
    return _language.get()


def say(key: str, **values: object) -> str:
    """The interface string `key` in the language in use, with `values` filled in.

    Raises:
        KeyError: neither table has `key`; the tests hold both tables to the same keys.
    """
    return TABLES[language()][key].format(**values)


def either(chinese: str, english: str) -> str:
    """The one of two texts that is in the language in use; the Chinese where there is no English."""
    return english if language() == "en" and english else chinese
