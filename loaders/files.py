"""Files and folders into articles: text decoded in a strict order, details from index.csv."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

from loaders.articles import Article, make_article
from loaders.problems import Problem

TEXT_ENDINGS = (".txt", ".md")
_ABOUT = ("title", "publisher", "published", "url", "place", "kind")


class ReadError(Exception):
    """A file that cannot be read; `problem` says what and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.file}: {problem.en}")
        self.problem = problem


def decode(raw: bytes, name: str) -> str:
    """The text of `raw`: byte order mark, strict UTF-8, UTF-16 by its zero bytes, strict GB18030.

    Never guessed and never with characters replaced: a wrong guess reads wrong figures.

    Raises:
        ReadError: none of them fits.
    """
    if raw.startswith(b"\xef\xbb\xbf"):
        candidates = ["utf-8-sig"]
    elif raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = ["utf-16"]
    elif raw.count(b"\0", 0, 4000) > len(raw[:4000]) // 20:
        candidates = ["utf-16-le" if raw[1:2000:2].count(0) > raw[0:2000:2].count(0) else "utf-16-be"]
    else:
        candidates = ["utf-8", "gb18030"]
    for encoding in candidates:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(
        Problem(
            name,
            None,
            "不是UTF-8、UTF-16或GB18030编码的文本。请用文字编辑器另存为UTF-8。",
            "is not text in UTF-8, UTF-16 or GB18030. Save it as UTF-8 in a text editor.",
        )
    )


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
            yield from sorted(
                p for p in path.iterdir() if p.suffix.lower() in TEXT_ENDINGS and p.name != "README.md"
            )
        else:
            yield path


def read_article(path: Path, about: dict[str, str] | None = None) -> Article:
    """One file as an article. `about` is its row of the index.

    Raises:
        ReadError: the file cannot be read, is no text, or is empty.
    """
    try:
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
    text = decode(raw, str(path))
    if not text.strip():
        raise ReadError(
            Problem(
                str(path),
                None,
                "文件是空的。请换成有文字的文件，或将它移出文件夹。",
                "is empty. Put the text in, or take the file out of the folder.",
            )
        )
    details = {k: v for k, v in (about or {}).items() if v}
    if "title" not in details and path.suffix.lower() == ".md":
        heading = re.match(r"#\s+(.+)", text.lstrip())
        if heading:
            details["title"] = heading.group(1).strip()
    return make_article(path.stem, text, file=path.name, **details)


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
