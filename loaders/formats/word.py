"""A Word file into text: paragraphs, tables row by row, text boxes and notes, in the order they are read.

python-docx opens the package; its own `paragraph.text` leaves out what stands in content controls,
text boxes and accepted insertions, so the tree is walked here: a text cut short reads as if whole.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from loaders.formats.extracted import Extracted, RefusedError
from loaders.formats.grids import MAX_CELLS, caption, row_sentences

MAX_PARTS, MAX_UNPACKED, MAX_RATIO = 2_000, 50_000_000, 100
_SMALL = 1_000_000  # bytes; below it a high ratio is only a short file of repeated marks

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says the same again
_LEFT_OUT = {_W + name for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr")} | {
    _FALLBACK
}
_LEVEL = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_TITLE = re.compile(r"(?:title|标题)$", re.I)
_SPANS = 64  # columns of a Word table


def read_word(raw: bytes) -> Extracted:
    """The text of a .docx file.

    Raises:
        RefusedError: not a sound Word file, or one built to exhaust whoever opens it.
    """
    _inspect(raw)
    try:
        document = docx.Document(BytesIO(raw))
    except (PackageNotFoundError, KeyError, ValueError, etree.LxmlError) as error:
        raise _damaged() from error
    styles = {style.style_id: style.name or "" for style in document.styles}
    lines = list(_Walk(styles).block(document.element.body))
    for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        lines.extend(_notes(document, kind, styles))
    text = "\n".join(line for line in lines if line.strip())
    title = next((line.lstrip("# ") for line in lines[:5] if line.startswith("# ")), "")
    return Extracted(text, title=title)


def _inspect(raw: bytes) -> None:
    """The zip directory and every part before any is parsed."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            parts = package.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
                raise _bomb()
            if unpacked > _SMALL and unpacked > MAX_RATIO * max(1, sum(part.compress_size for part in parts)):
                raise _bomb()
            if any(part.flag_bits & 1 for part in parts):
                raise RefusedError(
                    "Word文件已加密。请用密码打开后，另存为不加密的文件。",
                    "is an encrypted Word file. Open it with its password and save it without one.",
                )
            for part in parts:
                content = package.read(part)  # a size that lies fails the checksum
                if content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
                    _refuse_definitions(content)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise _damaged() from error


def _refuse_definitions(content: bytes) -> None:
    """No part of a Word file has a DOCTYPE; one that has leaves text out, or asks other machines for it."""
    plain = content.replace(b"\0", b"")  # UTF-16 too
    declared = re.match(rb"[^<]{0,8}<\?xml[^>]{0,200}encoding\s*=\s*['\"]([^'\"]{1,40})", plain)
    if declared and declared[1].lower() not in (
        b"utf-8",
        b"utf-16",
        b"us-ascii",
        b"utf8",
        b"utf-16le",
        b"utf-16be",
    ):
        raise _damaged()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise RefusedError(
            "Word文件里有文档类型声明（DOCTYPE），正常的文件没有，不予读取。请用Word打开后另存为新的.docx。",
            "holds a document type declaration (DOCTYPE), which no sound Word file has. "
            "Open it in Word and save it as a new .docx.",
        )


def _bomb() -> RefusedError:
    return RefusedError(
        "解压后过大或部件过多，可能是压缩炸弹，不予读取。请把文字另存为新的.docx，不带嵌入的文件。",
        "unpacks to too much or to too many parts, as a zip bomb does, and is not read. "
        "Save its text as a new .docx without embedded files.",
    )


def _damaged() -> RefusedError:
    return RefusedError(
        "Word文件已损坏或不完整。请重新下载，或用Word打开修复后另存。",
        "is a damaged or incomplete Word file. Download it again, or have Word repair and save it.",
    )


def _notes(document: Any, kind: str, styles: dict[str, str]) -> Iterator[str]:
    try:
        part = document.part.part_related_by(kind)
    except KeyError:
        return
    tree = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    for note in tree:
        if note.get(_W + "type") is None:  # separators have one
            yield from _Walk(styles).block(note)


class _Walk:
    """One pass through a body, a cell or a text box."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.styles = styles
        self.boxes: list[Any] = []  # text boxes met within a paragraph: they follow it

    def block(self, parent: Any) -> Iterator[str]:
        """The lines of paragraphs and tables below `parent`."""
        above = ""  # held back until it is known whether a table follows
        for child in parent.iterchildren():
            if child.tag == _W + "p":
                line = self.paragraph(child)
                if line.strip():
                    if above:
                        yield above
                    above = line
                boxes, self.boxes = self.boxes, []
                for box in boxes:
                    yield above
                    above = ""
                    yield from self.block(box)
            elif child.tag == _W + "tbl":
                yield caption(above)
                yield from self.table(child, above)
                above = ""
            elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):  # content controls and the like
                yield above
                above = ""
                yield from self.block(child)
        yield above

    def paragraph(self, paragraph: Any) -> str:
        """Its text, with # for each level of a heading style."""
        text = "".join(self._text(paragraph)).strip("\n")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = self.styles.get(style.get(_W + "val", ""), "") if style is not None else ""
        level = _LEVEL.match(name)
        if not text.strip() or "\n" in text:
            return text
        if level:
            return "#" * min(int(level[1]) + 1, 6) + " " + text.strip()
        return f"# {text.strip()}" if _TITLE.match(name) else text

    def _text(self, node: Any) -> Iterator[str]:
        for child in node.iterchildren():
            tag = child.tag
            if tag == _W + "t":
                yield child.text or ""
            elif tag == _W + "tab":
                yield "\t"
            elif tag in (_W + "br", _W + "cr"):
                yield "\n"
            elif tag == _W + "noBreakHyphen":
                yield "-"
            elif tag == _W + "txbxContent":
                self.boxes.append(child)
            elif tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            elif tag == _W + "r" and _hidden(child):
                continue
            else:
                yield from self._text(child)

    def table(self, table: Any, above: str) -> Iterator[str]:
        """Its rows as sentences; a table within a cell follows."""
        grid: list[list[str]] = []
        inner: list[Any] = []
        cells = 0
        for row in _below(table, "tr"):
            line: list[str] = []
            for cell in _below(row, "tc"):
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                if (
                    merged is not None
                    and merged.get(_W + "val") != "restart"
                    and grid
                    and len(line) < len(grid[-1])
                ):
                    text = grid[-1][len(line)]
                else:
                    paragraphs = [self.paragraph(p).lstrip("# ") for p in _below(cell, "p")]
                    text = "\n".join(part for part in paragraphs if part.strip())
                inner.extend(_below(cell, "tbl"))
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                line.extend([text] * min(_SPANS, _whole(span.get(_W + "val") if span is not None else "1")))
            cells += len(line)
            if cells > MAX_CELLS:
                raise RefusedError(
                    "表格过大，不予读取。请只保留需要的部分。",
                    "holds a table that is too large. Keep what is needed.",
                )
            grid.append(line)
        boxes, self.boxes = self.boxes, []
        yield from row_sentences(grid, above)
        for nested in inner:
            yield from self.table(nested, above)
        for box in boxes:
            yield from self.block(box)


def _below(parent: Any, name: str) -> Iterator[Any]:
    """Children called `name`, also those in content controls and insertions, but not within one another."""
    for child in parent.iterchildren():
        if child.tag == _W + name:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT and child.tag not in (
            _W + "tbl", _W + "tr", _W + "tc", _W + "p"
        ):  # fmt: skip
            yield from _below(child, name)


def _hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(_W + "val", "1") not in ("0", "false")


def _whole(printed: str | None) -> int:
    return int(printed) if printed and printed.isascii() and printed.isdigit() and len(printed) < 6 else 1
