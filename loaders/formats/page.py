"""A web page into text: its main text, tables row by row, and the title, date and publisher it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree, html

from loaders.formats.extracted import Extracted, RefusedError
from loaders.formats.grids import MAX_CELLS, caption, row_sentences
from loaders.formats.texts import decode

_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I
)
_UNSEEN = re.compile(r"<(script|style|noscript|template)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.I | re.S)
_HAN = re.compile(r"[\u3400-\u9fff]")
_KEPT = 0.98  # of a page's Chinese characters must be in its tree, or the parser gave up on a part

_BLOCKS = {
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "br", "option", "title",
}  # fmt: skip
_SILENT = {"script", "style", "noscript", "template", "head", "select", "button", "svg", "iframe"}
_SENTENCE = re.compile(r"[。；]")
_FOUND_AGAIN = 0.8  # of the lines of the article among those of the page; else their blocks differ
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")  # no tree can hold them
_TABLE_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th")
_SPANS = 64
_SITE = re.compile(r"ICP备|网站标识码|公网安备|版权所有|^(?:主办|承办)(?:单位)?[:：]")
# what a page prints around an article that looks like figures: 浏览次数：123　字体：[大 中 小]
_COUNTER = re.compile(
    r"[\s　|]*(?:(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]\s*[0-9,]*\s*次?|字[体号]\s*[:：]?\s*[\[【（(]?(?:\s*[大中小]){2,3}\s*[\]】）)]?|【?(?:打印|关闭|分享)】?(?=\s|$))+"
)

_TITLES = ("articletitle", "og:title", "title", "dc.title", "twitter:title")
_DATES = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:published_time",
    "publish-date",
    "weibo:article:create_at",
)
_PUBLISHERS = (
    "contentsource",
    "source",
    "og:article:author",
    "mediaid",
    "article:author",
    "og:site_name",
    "sitename",
)
_DAY = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?:[-/.年])(?P<m>[01]?[0-9])(?:[-/.月])(?P<d>[0-3]?[0-9])")


def read_page(raw: bytes) -> Extracted:
    """The main text of a web page.

    Raises:
        RefusedError: no text in it, or not all of it can be reached.
    """
    markup = _CONTROL.sub("", _decoded(raw))
    tree = _tree(markup)
    title, publisher, published = _head(tree)
    ended = "<html" not in markup.lower() or re.search(r"</(?:html|body)\s*>", markup, re.I)
    _write_out_tables(tree)
    printed = list(_lines(tree))
    lines = _main_text(tree, printed)
    while lines and _SITE.search(lines[-1]):
        lines.pop()
    text = "\n".join([*(_COUNTER.sub("", line) for line in lines[:8]), *lines[8:]])
    if not text.strip():
        raise RefusedError(
            "网页里没有文字：内容可能由脚本载入，或是图片。请在浏览器中打开，复制正文后粘贴。",
            "holds no text: a script may load it, or it is a picture. Open it in a browser and paste its text.",
        )
    return Extracted(
        text, title=title, publisher=publisher, published=published, remarks=() if ended else (_CUT,)
    )


def _main_text(tree: Any, printed: list[str]) -> list[str]:
    """The lines of the article among those that the page prints.

    Trafilatura finds where it stands, but leaves out what is said twice; between its first and its last
    line whatever is a sentence belongs to it.
    """
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=True)
    text = (found.text or "").strip() if found is not None and not isinstance(found, dict) else ""
    length = sum(map(len, printed))
    if len(_HAN.findall(text)) < 20 or len(text) < 0.1 * length < 500:  # nothing stood out
        return printed
    wanted = {_bare(line) for line in text.split("\n")}
    places = [number for number, line in enumerate(printed) if _bare(line) in wanted]
    if len({_bare(printed[number]) for number in places}) < _FOUND_AGAIN * len(wanted):
        return text.split("\n")
    within = printed[places[0] : places[-1] + 1]
    return [line for line in within if _bare(line) in wanted or (len(line) >= 12 and _SENTENCE.search(line))]


def _bare(line: str) -> str:
    return re.sub(r"[\s-]", "", line)


_CUT = (
    "网页文件没有结尾，可能没有下载完整。请核对末尾的文字。",
    "The page's file has no end; it may not be complete. Check its last lines.",
)


def _decoded(raw: bytes) -> str:
    declared = _CHARSET.search(raw[:4096])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        if name in ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk"):
            name = "gb18030"
        elif name in ("utf8", "utf-8"):
            name = "utf-8"
        else:
            name = {"big5": "big5", "big5-hkscs": "big5hkscs", "utf-16": "utf-16"}.get(name, "")
        try:
            return raw.decode(name) if name else decode(raw)
        except (UnicodeDecodeError, LookupError):
            pass  # it says what it is not
    return decode(raw)


def _tree(markup: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _unreachable() from error
    # the parser stops without a word where elements nest too deeply
    whole = len(_HAN.findall(_UNSEEN.sub("", markup)))
    if len(_HAN.findall("".join(tree.itertext()))) < _KEPT * whole:
        raise _unreachable()
    return tree


def _unreachable() -> RefusedError:
    return RefusedError(
        "网页的结构已损坏或嵌套过深，不能读全。请在浏览器中打开，复制正文后粘贴。",
        "is a damaged page, or nested too deeply to be read whole. Open it in a browser and paste its text.",
    )


def _head(tree: Any) -> tuple[str, str, str]:
    """Title, publisher and day as the page's head says them; Chinese authorities share their names for it."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            said.setdefault(name, content)
    heads = [" ".join("".join(head.itertext()).split()) for head in tree.iter("h1")]
    heads = [head for head in heads if 4 <= len(head) <= 80]
    window = next((" ".join((node.text or "").split()) for node in tree.iter("title")), "")
    title = said.get("articletitle", "")
    if not title and len(heads) == 1:
        title = heads[0]
    if not title:
        title = (
            next((said[name] for name in _TITLES if said.get(name)), "")
            or re.split(r"\s*[-_|–—]\s*", window)[0]
        )
    day = next((found for name in _DATES if (found := _DAY.search(said.get(name, "")))), None)
    published = f"{day['y']}-{int(day['m']):02d}-{int(day['d']):02d}" if day else ""
    publisher = next((said[name] for name in _PUBLISHERS if 2 <= len(said.get(name, "")) <= 40), "")
    return title[:200], publisher if _HAN.search(publisher) else "", published


def _lines(node: Any) -> Iterator[str]:
    """The text of blocks, a line each, in order."""
    words: list[str] = []
    for event, element in etree.iterwalk(node, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start" and element.tag in _SILENT:
            element_text = ""
        else:
            element_text = (element.text if event == "start" else element.tail) or ""
        if element.tag in _BLOCKS and words:
            line = _joined(words)
            words = []
            if line:
                yield line
        if element is node and event == "end":
            break
        if not _is_silent(element, event):
            words.append(element_text)
    if line := _joined(words):
        yield line


def _is_silent(element: Any, event: str) -> bool:
    above = element if event == "start" else element.getparent()
    return above is not None and (
        above.tag in _SILENT or any(up.tag in _SILENT for up in above.iterancestors())
    )


def _joined(words: list[str]) -> str:
    return re.sub(r"[ \t\r\n\u00a0]+", " ", "".join(words)).strip()


def _write_out_tables(tree: Any) -> None:
    """Put the rows of every table of data as sentences in its place; tables that only lay out stay."""
    for table in list(tree.iter("table")):
        if table.getparent() is None:
            continue
        nested = next(table.iterdescendants("table"), None) is not None
        grid = [] if nested else _grid(table)
        if not _is_data(grid):
            for part in [table, *table.iterdescendants(*_TABLE_PARTS)]:
                if next(part.iterancestors("table"), table) is table:  # not those of a table within
                    part.tag = "div"
            continue
        above = _above(table)
        head = table.find("caption")
        title = _joined(["".join(head.itertext())]) if head is not None else ""
        parent = table.getparent()
        lines = ([caption(title)] if title else []) + list(row_sentences(grid, f"{above} {title}".strip()))
        block = html.Element("div")
        for part in "\n".join(lines).split("\n"):
            paragraph = html.Element("p")
            paragraph.text = part
            block.append(paragraph)
        block.tail = table.tail
        parent.replace(table, block)


def _grid(table: Any) -> list[list[str]]:
    grid: list[list[str]] = []
    waiting: dict[int, tuple[int, str]] = {}  # column -> rows still covered by a cell from above, its text
    count = 0
    for row in table.iter("tr"):
        line: list[str] = []

        def covered(line: list[str] = line) -> None:
            while len(line) in waiting:
                left, text = waiting.pop(len(line))
                if left > 1:
                    waiting[len(line)] = (left - 1, text)
                line.append(text)

        for cell in row.iterchildren("td", "th"):
            covered()
            text = "\n".join(_lines(cell))
            down = _span(cell.get("rowspan"))
            for _ in range(_span(cell.get("colspan"))):
                if down > 1:
                    waiting[len(line)] = (down - 1, text)
                line.append(text)
        covered()
        count += len(line)
        if count > MAX_CELLS:
            raise RefusedError(
                "表格过大，不予读取。请只保留需要的部分。",
                "holds a table that is too large. Keep what is needed.",
            )
        grid.append(line)
    return grid


def _span(printed: str | None) -> int:
    return (
        max(1, min(_SPANS, int(printed)))
        if printed and printed.isascii() and printed.isdigit() and len(printed) < 6
        else 1
    )


def _is_data(grid: list[list[str]]) -> bool:
    """Two rows and columns at least, with short cells: a table that only lays out holds whole texts."""
    rows = [row for row in grid if any(row)]
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < 2 or max((len({*row}) for row in rows), default=0) < 2:
        return False
    return sum(len(cell) > 300 for cell in cells) == 0 and len(cells) >= 4


def _above(table: Any) -> str:
    """The text just before the table, where its caption stands, or 单位：亿元; ended, so that it heads nothing."""
    node = table
    for _ in range(3):
        before = node.getprevious()
        if before is None:
            node = node.getparent()
            if node is None:
                return ""
            continue
        words = _joined(["".join(before.itertext()), before.tail or ""])
        if len(words) > 80:
            return ""
        more = caption(words)[len(words) :] if before.tag in ("p", "div") and words else ""
        if more and not (before.tail or "").strip():
            last = before[-1] if len(before) else None
            if last is None:
                before.text = (before.text or "").rstrip() + more
            else:
                last.tail = (last.tail or "").rstrip() + more
        return words
    return ""
