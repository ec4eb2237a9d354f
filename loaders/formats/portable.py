"""A PDF's text layer into text: pages joined, without page numbers and running heads."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from loaders.formats.extracted import Extracted, RefusedError
from loaders.formats.grids import caption, is_number, row_sentences
from loaders.formats.sniff import encrypted

MAX_PAGES = 1_000
_TAIL = 2_048  # bytes at the end in which %%EOF stands
_LEAST = 10  # characters that a text layer has; a stamp or a page number alone is none
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]|\(cid:[0-9]+\)")
_ODD_SHARE = 0.05
_ROW = re.compile(
    r"^[^。；，\n]{0,60}[0-9][ ]+[-−]?[0-9][^。；，\n]{0,60}$|^[^。；，\n]{1,40}[ ]+[-−]?[0-9.,]+[ ]*$", re.M
)
_GAP = re.compile(r"\s{2,}")
# Fonts in PDF files lead from a sign back to a look-alike: ⾸⻚ for 首页, ﬁ for fi.
_LOOK_ALIKES = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻏⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车阝长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_WHOLE = str.maketrans(
    _LOOK_ALIKES
    | {
        chr(code): unicodedata.normalize("NFKC", chr(code))
        for start, stop in ((0x2F00, 0x2FD6), (0xF900, 0xFADA), (0xFB00, 0xFB07))
        for code in range(start, stop)
    }
)
_PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–－·]{0,2}\s*[0-9]{1,4}\s*[-—–－·]{0,2}|第\s*[0-9]{1,4}\s*页(?:[,，/]?\s*共\s*[0-9]{1,4}\s*页)?|[0-9]{1,4}\s*/\s*[0-9]{1,4})\s*$"
)
_REPEATED = 3  # pages whose first or last line is the same: a running head


def read_portable(raw: bytes) -> Extracted:
    """The text of a PDF.

    Raises:
        RefusedError: encrypted, scanned without a text layer, incomplete, or too much to read.
    """
    if b"%%EOF" not in raw.rstrip(b"\0\r\n\t ")[-_TAIL:]:
        raise RefusedError(
            "PDF文件不完整，可能没有下载完。请重新下载。", "is an incomplete PDF. Download it again."
        )
    try:
        pages = _pages(raw)
    except LimitReachedError as error:
        raise _too_much() from error
    except DependencyError as error:  # a cipher that is not at hand
        raise encrypted("PDF", "PDF") from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        OSError,
        RecursionError,
    ) as error:
        raise RefusedError(
            "PDF文件已损坏。请重新下载，或用阅读器打开后另存（打印）为新的PDF。",
            "is a damaged PDF. Download it again, or print it to a new PDF from a viewer.",
        ) from error
    empty = [number for number, page in enumerate(pages, 1) if len("".join(page.split())) < _LEAST]
    if len(empty) == len(pages):
        raise RefusedError(
            "是扫描件，没有文字层。请先做文字识别（OCR），或换成文字版。",
            "is scanned and has no text layer. Recognise its text first (OCR), or find the text version.",
        )
    text = "\n".join(line for page in _without_furniture(pages) for line in page)
    if _odd(text) > _ODD_SHARE * len(text):
        raise RefusedError(
            "PDF的文字层是乱码（字体没有对应表）。请先做文字识别（OCR），或换成文字版。",
            "has a text layer that cannot be decoded: its fonts lack their tables. Recognise its text (OCR), "
            "or find the text version.",
        )
    return Extracted(text, remarks=(_unread(empty),) if empty else ())


def _odd(text: str) -> int:
    """How many characters are none of a Chinese text: signs of a font without its table."""
    foreign = sum(len(letter.encode("gb18030", "replace")) == 4 for letter in text if letter > "\x7f")
    return foreign + len(_ODD.findall(text))


def _pages(raw: bytes) -> list[str]:
    reader = PdfReader(BytesIO(raw), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise encrypted("PDF", "PDF")
    if len(reader.pages) > MAX_PAGES:
        raise _too_much()
    return [_page(page) for page in reader.pages]


def _page(page: PageObject) -> str:
    text = (page.extract_text() or "").translate(_WHOLE)
    if len(_ROW.findall(text)) < 2:
        return text
    return "\n".join(
        _with_tables(text, (page.extract_text(extraction_mode="layout") or "").translate(_WHOLE))
    )


def _with_tables(text: str, layout: str) -> list[str]:
    """The lines of `text`; rows of a table as sentences, their cells taken from the page's `layout`.

    The order of lines is that of the file, which keeps newspaper columns apart; only the layout tells
    where a cell ends. A row without a head above it stays as it stands.
    """
    cells = {}
    for line in layout.splitlines():
        found = [cell for cell in _GAP.split(line.strip()) if cell]
        if len(found) > 1:
            cells["".join(line.split())] = found
    out: list[str] = []
    waiting: list[tuple[str, list[str]]] = []
    for line in [*text.splitlines(), ""]:
        row = cells.get("".join(line.split()), [])
        if waiting and len(row) != len(waiting[0][1]):
            _put(waiting, out)
            waiting = []
        if row:
            waiting.append((line, row))
        elif line.strip():
            out.append(line)
    return out


def _put(rows: list[tuple[str, list[str]]], out: list[str]) -> None:
    """Add a table to the lines, as sentences if it has a head."""
    grid = [cells for _, cells in rows]
    if len(grid) < 2 or any(map(is_number, grid[0])) or not any(map(is_number, grid[1])):
        out.extend(line for line, _ in rows)
        return
    above = out[-1] if out else ""
    if above:
        out[-1] = caption(above)
    out.extend(row_sentences(grid, above))


def _too_much() -> RefusedError:
    return RefusedError(
        f"PDF过大或过于复杂（最多{MAX_PAGES}页）。请只保留需要的页，另存后再试。",
        f"is a PDF too large or too complex to read ({MAX_PAGES} pages at most). Keep the pages needed and try again.",
    )


def _unread(pages: list[int]) -> tuple[str, str]:
    shown = [str(page) for page in pages[:20]]
    more = len(pages) - len(shown)
    return (
        f"第{'、'.join(shown)}页{f'等{len(pages)}页' if more else ''}没有文字层（空白或扫描），未读。",
        f"Page {', '.join(shown)}{f' and {more} more' if more else ''} without a text layer (blank or scanned), not read.",
    )


def _without_furniture(pages: list[str]) -> list[list[str]]:
    """The lines of each page without its number and without heads and feet that run through the pages."""
    split = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    bare = [_trimmed(lines, lambda line: bool(_PAGE_NUMBER.match(line))) for lines in split]
    edges = Counter(line for lines in bare if len(lines) > 1 for line in {lines[0], lines[-1]})
    running = {line for line, count in edges.items() if count >= _REPEATED and count > len(pages) / 3}
    return [_trimmed(lines, running.__contains__) for lines in bare]


def _trimmed(lines: list[str], furniture: Callable[[str], bool]) -> list[str]:
    start, stop = 0, len(lines)
    if start < stop and furniture(lines[start]):
        start += 1
    if start < stop and furniture(lines[stop - 1]):
        stop -= 1
    return lines[start:stop]
