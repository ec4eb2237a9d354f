"""One text that a person brings: its format read, its figures found, nothing of it kept.

What was read lives in the session of the one who brought it, until the next file or the end of the visit.
"""

from __future__ import annotations

import re
import subprocess
import time
from dataclasses import dataclass, replace
from hashlib import sha256

import pandas as pd
import streamlit as st

from components import labels
from components.desk import Desk
from loaders.apart import rows_of
from loaders.articles import Article, Paragraph, make_article
from loaders.figures import Lexicon
from loaders.files import ReadError, extract_text, printed
from loaders.formats import Extracted
from loaders.lexicon import load_lexicon
from loaders.library import Library
from loaders.problems import Problem
from loaders.repeats import mark_repeats
from loaders.tables import FIGURES, LOCATORS, SOURCES, typed
from wording import language

PART = 100_000  # bytes of text shown at a time; a browser chokes on some megabytes of marks
_STATE = "reading"
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$")

_TOO_LONG = Problem(
    "",
    None,
    "文字过长，没有在限定时间内读完。请拆成几个文件。",
    "is too long to be read in the time allowed. Split it.",
)


@dataclass(frozen=True)
class Brought:
    """A text as it came, and what it prints of itself."""

    code: str  # of its content: two files of one content are the same
    name: str
    found: Extracted
    proposed: dict[str, str]


@dataclass(frozen=True)
class Read:
    """A text with its figures, and a desk on which they are the only ones."""

    article: Article
    figures: pd.DataFrame  # every figure with its labels, repeats too
    desk: Desk
    seconds: float


def bring(raw: bytes, name: str, desk: Desk) -> Brought:
    """The text of a file; remembered in the session, so that a rerun does not parse it again.

    Raises:
        ReadError: it cannot be read.
    """
    code = sha256(name.rpartition(".")[2].encode() + b"\n" + raw).hexdigest()[:12]
    kept: Brought | None = st.session_state.get(f"{_STATE}-brought")
    if kept is None or kept.code != code:
        found = extract_text(raw, name)
        kept = Brought(code, name, found, printed(found, _lexicon(desk.library.version).gazetteer))
        st.session_state[f"{_STATE}-brought"] = kept
    return kept


def is_date(text: str) -> bool:
    """Whether `text` is a year, month or day as the tables write it."""
    return not text or bool(_DATE.match(text))


def read(brought: Brought, about: dict[str, str], desk: Desk) -> Read:
    """The figures of a text, read with what `about` says of it.

    Raises:
        ReadError: it is too long to be read.
    """
    key = f"{brought.code}:{sorted(about.items())}:{desk.library.version}:{language()}"
    kept: tuple[str, Read] | None = st.session_state.get(f"{_STATE}-read")
    if kept is None or kept[0] != key:
        kept = (key, _read(brought, about, desk))
        st.session_state[f"{_STATE}-read"] = kept
    return kept[1]


def _read(brought: Brought, about: dict[str, str], desk: Desk) -> Read:
    began = time.perf_counter()
    article = make_article(f"read-{brought.code}", brought.found.text, file=brought.name, **about)
    try:
        rows = rows_of(article, _lexicon(desk.library.version))
    except subprocess.SubprocessError as error:
        raise ReadError(_TOO_LONG) from error
    mark_repeats(rows)
    table = typed(pd.DataFrame(rows, columns=[column.name for column in FIGURES]), FIGURES)
    seconds = time.perf_counter() - began
    source = {column.name: getattr(article, column.name) for column in SOURCES}
    library: Library = replace(
        desk.library,
        figures=table,
        sources=typed(pd.DataFrame([source]), SOURCES),
        locators=typed(pd.DataFrame(), LOCATORS),
        texts={article.source_id: article},
        version=f"{desk.library.version}-{brought.code}",
    )
    labelled = labels.labelled(table, library)
    once = labelled[labelled["repeats"].eq("")]
    return Read(article, labelled, replace(desk, library=library, everything=once), seconds)


@st.cache_resource(max_entries=1, show_spinner=False)
def _lexicon(version: str) -> Lexicon:
    return load_lexicon()


def parts(article: Article) -> list[Article]:
    """The article in pieces of at most `PART` bytes; a paragraph longer than that is cut between sentences."""
    pieces: list[list[Paragraph]] = [[]]
    size = 0
    for paragraph in article.paragraphs:
        for piece in _cut(article.clean, paragraph):
            length = len(article.clean[piece.start : piece.end].encode("utf-8", "replace"))
            if size + length > PART and pieces[-1]:
                pieces.append([])
                size = 0
            pieces[-1].append(piece)
            size += length
    return [replace(article, paragraphs=tuple(piece)) for piece in pieces if piece]


def _cut(text: str, paragraph: Paragraph) -> list[Paragraph]:
    longest = PART // 4  # characters: no character takes more than four bytes
    out: list[Paragraph] = []
    start = paragraph.start
    while paragraph.end - start > longest:
        end = max(text.rfind(mark, start, start + longest) for mark in "。；，") + 1
        end = end if end > start else start + longest
        out.append(replace(paragraph, start=start, end=end))
        start = end
    return [*out, replace(paragraph, start=start)]


def within(read_: Read, part: Article) -> pd.DataFrame:
    """The figures that stand in `part`."""
    first, last = part.paragraphs[0], part.paragraphs[-1]
    start, end = read_.article.original(first.start, last.end)
    figures = read_.figures
    return figures[figures["start"].ge(start) & figures["end"].le(end)]
