"""Files and folders into articles: text by format and encoding, details from index.csv or as printed."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from loaders import formats, sandbox
from loaders.articles import Article, make_article
from loaders.formats import ENDINGS, MAX_BYTES, Extracted, RefusedError
from loaders.places import Gazetteer
from loaders.problems import Problem
from loaders.proposals import propose

_ABOUT = ("title", "publisher", "published", "url", "place", "kind")


class ReadError(Exception):
    """A file that cannot be read; `problem` says what and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.file}: {problem.en}")
        self.problem = problem


def decode(raw: bytes, name: str) -> str:
    """The text of `raw`, in the strict order of `formats.decode`.

    Raises:
        ReadError: no encoding fits.
    """
    try:
        return formats.decode(raw)
    except RefusedError as refusal:
        raise _error(name, refusal) from refusal


def read_index(folder: Path) -> dict[str, dict[str, str]]:
    """What `index.csv` of the folder says of each file; empty where there is none."""
    path = folder / "index.csv"
    if not path.is_file():
        return {}
    text = decode(path.read_bytes(), str(path))
    rows = csv.DictReader(text.lstrip("\ufeff").splitlines())
    return {row["file"]: {k: (row.get(k) or "").strip() for k in _ABOUT} for row in rows if row.get("file")}


def find_files(paths: list[Path]) -> Iterator[Path]:
    """The article files among `paths`; a folder gives those directly in it, in order of name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix.lower() in ENDINGS and _is_article(p))
        else:
            yield path


def _is_article(path: Path) -> bool:
    return path.name != "README.md" and not path.name.startswith(("~$", "."))  # what an open Word leaves


def extract_text(raw: bytes, name: str) -> Extracted:
    """The text of a file of any format that is read. `name` is only looked at for its ending.

    Raises:
        ReadError: the file cannot be read; its problem says why and what to do.
    """
    try:
        kind = formats.kind_of(raw, name)
        found = Extracted(formats.decode(raw)) if kind == "text" else sandbox.parse(kind, raw)
        if not found.text.strip():
            raise RefusedError(
                "没有文字。请换成有文字的文件。", "holds no text. Choose a file with text in it."
            )
    except RefusedError as refusal:
        raise _error(name, refusal) from refusal
    lost = found.text.count("\ufffd")
    if not lost:
        return found
    zh = f"有{lost}个字符（�）在存为此文件之前已经丢失，相关数字请核对原件。"
    en = f"{lost} character(s) (�) were lost before this file was saved; check the figures near them."
    return replace(found, remarks=(*found.remarks, (zh, en)))


def read_file(path: Path, about: dict[str, str] | None = None) -> tuple[Article, tuple[Problem, ...]]:
    """One file as an article, and what in it could not be read.

    `about` is its row of the index; without one, title, date and publisher are taken as the text prints them.

    Raises:
        ReadError: the file cannot be read, is no text, or is empty.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise formats.too_large(path.stat().st_size)
        raw = path.read_bytes()
    except OSError as error:
        raise ReadError(
            Problem(
                str(path),
                None,
                f"无法读取（{error.strerror}）。请检查路径和权限。",
                f"cannot be read ({error.strerror}). Check the path and its permissions.",
            )
        ) from error
    except RefusedError as refusal:
        raise _error(str(path), refusal) from refusal
    found = extract_text(raw, str(path))
    details = {name: value for name, value in (about or {}).items() if value}
    if about is None:
        details = {name: value for name, value in printed(found).items() if value}
    elif "title" not in details and path.suffix.lower() == ".md":
        heading = re.match(r"#\s+(.+)", found.text.lstrip())
        if heading:
            details["title"] = heading.group(1).strip()
    article = make_article(path.stem, found.text, file=path.name, **details)
    return article, tuple(Problem(str(path), None, zh, en) for zh, en in found.remarks)


def read_article(path: Path, about: dict[str, str] | None = None) -> Article:
    """As `read_file`, without the remarks."""
    return read_file(path, about)[0]


def printed(found: Extracted, gazetteer: Gazetteer | None = None) -> dict[str, str]:
    """Title, date, publisher and (with a gazetteer) place: as the file's head says them, else its text."""
    proposal = propose(found.text, gazetteer)
    return {
        "title": found.title or proposal.title,
        "published": found.published or proposal.published,
        "publisher": found.publisher or proposal.publisher,
        "place": proposal.place,
    }


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` so that a reader finds the old file or the new one, never a part.

    A killed writer leaves a temporary file beside it, nothing else.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _error(name: str, refusal: RefusedError) -> ReadError:
    return ReadError(Problem(name, None, refusal.zh, refusal.en))
