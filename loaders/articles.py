"""A text file becomes an `Article`: clean text, lines, headings, sentences, offsets into the original.

Newspaper pages and scanned pages break lines inside sentences and put blanks between characters
("累计数量达209 只"). Those are mended here, once, so that every later stage reads plain sentences;
`Article.original` leads from a place in the clean text back to the characters of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.numerals import FOLD

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_BLANKS = r"[ \t\u00a0\u2000-\u200b\u3000\ufeff]"
# A blank stays between two Latin words or two numbers; beside Chinese or punctuation it is an
# artefact of typesetting: "140 家", "（ 试行 ）".
_STRAY = re.compile(
    rf"{_BLANKS}+(?![A-Za-z0-9]|{_BLANKS})|(?<![A-Za-z0-9]){_BLANKS}+|(?<=[0-9]\.){_BLANKS}(?=[0-9])"
)
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_ENDED = re.compile(r"[。！？!?；;：:…”」』）)\]】》■|]$")
_NUMBERED = re.compile(
    r"#{1,6} |第[一二三四五六七八九十百]{1,4}[章节部分篇条]|[一二三四五六七八九十]{1,3}[、．.]"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[、．.](?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳]"
    r"|[【●■□◆▲★※○◎]"
)
_LEVELS = (  # the first that fits; a smaller number stands above
    (re.compile(r"# "), 0),
    (re.compile(r"## "), 1),
    (re.compile(r"#{3,6} "), 2),
    (re.compile(r"第[一二三四五六七八九十百]{1,4}[章节部分篇]"), 1),
    (re.compile(r"[一二三四五六七八九十]{1,3}[、．.]"), 2),
    (re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"), 3),
    (re.compile(r"[0-9]{1,2}[、．.]"), 4),
    (re.compile(r"[（(][0-9]{1,2}[）)]|[①-⑳]"), 5),
)
_PLAIN_LEVEL = 1  # a short line without a number: the title of an article on a page
_SENTENCE = re.compile(r"[^。！？!?…\n]{1,1000}[。！？!?…]*[”」』）)]?")
_BYLINE = re.compile(r"□|[（(].*[）)]$|[*■]|\|")
# 鄂尔多斯:躬耕政务之要, not 牵头部门:市司法局
_HEADLINE = re.compile(
    r"(?![^：:]*(?:部门|单位|时限|时间|地点|电话|人|来源|日期|作者|编辑|机关|文号|索引号|主题|附件|摘要|关键词)[:：])[\u4e00-\u9fff]{2,8}[:：][\u4e00-\u9fff“”·《》]{8,30}$"
)
_YEAR = re.compile("[12][0-9]{3}年")
_EDITORIAL = re.compile(r"(?:来源|编辑|作者|责任编辑|摄影?|记者|发布时间|日期|浏览次数|字号)[:：]")

HEADING_LENGTH = 40  # characters; longer lines are text
WRAPPED_LENGTH = 26  # a line shorter than this was ended on purpose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line that is not empty. `number` counts from 1; offsets are in the clean text."""

    number: int
    start: int
    end: int
    heading: bool
    section: tuple[str, ...]  # the headings above, outermost first


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what its index says of it. `text` is the file's, `clean` the mended reading."""

    source_id: str
    text: str
    file: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""  # "2025", "2025-12" or "2025-12-31", as far as printed
    url: str = ""
    place: str = ""
    kind: str = "original"
    clean: str = ""
    folded: str = ""  # `clean` with digits in half width: the same length
    paragraphs: tuple[Paragraph, ...] = ()
    _cuts: tuple[int, ...] = field(default=(), repr=False)  # clean offsets after which text was left out
    _shifts: tuple[int, ...] = field(default=(), repr=False)  # how much was left out up to there
    _line_starts: tuple[int, ...] = field(default=(), repr=False)  # original offsets of printed lines

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The characters of `text` that stand behind clean[start:end]."""
        first = bisect_right(self._cuts, start)
        last = bisect_right(self._cuts, end - 1)
        return (
            start + (self._shifts[first - 1] if first else 0),
            end + (self._shifts[last - 1] if last else 0),
        )

    def paragraph_number(self, original_start: int) -> int:
        """The printed line, counted from 1 without empty ones, that holds this character of `text`."""
        return bisect_right(self._line_starts, original_start)


def make_article(source_id: str, text: str, **about: str) -> Article:
    r"""Mend and divide `text`. `about`: file, title, publisher, published, url, place, kind.

    >>> make_article("a", "累计数量达209\n\n只。").clean  # a line this short was ended on purpose
    '累计数量达209\n只。'
    """
    starts: list[int] = []
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    position = 0  # in the clean text
    consumed = 0  # in the original
    previous = ""
    wrapped = _wrapped_length(text)
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        starts.append(match.start())
        at = match.start()
        if pieces:
            if not _continues(previous, line, wrapped):
                pieces.append("\n")
                position += 1
                consumed = _note(cuts, shifts, position, at, consumed + 1)
            else:
                consumed = _note(cuts, shifts, position, at, consumed)
        else:
            consumed = _note(cuts, shifts, position, at, 0)
        for start, end in _kept(line):
            consumed = _note(cuts, shifts, position, at + start, consumed)
            pieces.append(line[start:end])
            position += end - start
            consumed += end - start
        previous = line.strip()
    clean = "".join(pieces)
    return Article(
        source_id=source_id,
        text=text,
        clean=clean,
        folded=clean.translate(FOLD),
        paragraphs=tuple(_paragraphs(clean)),
        _cuts=tuple(cuts),
        _shifts=tuple(shifts),
        _line_starts=tuple(starts),
        **about,
    )


def _note(cuts: list[int], shifts: list[int], position: int, at: int, consumed: int) -> int:
    """Remember that clean `position` stands at original `at`; returns `at`."""
    if at != consumed or (not cuts and at):
        if cuts and cuts[-1] == position:
            shifts[-1] = at - position
        else:
            cuts.append(position)
            shifts.append(at - position)
    return at


def _kept(line: str) -> Iterator[tuple[int, int]]:
    start = len(line) - len(line.lstrip())
    stop = len(line.rstrip())
    if line.startswith("#") or line[start:stop].isascii():
        yield start, stop
        return
    for blank in _STRAY.finditer(line, start, stop):
        if blank.start() > start:
            yield start, blank.start()
        start = blank.end()
    if start < stop:
        yield start, stop


def _wrapped_length(text: str) -> int:
    """From which length on a line may have been broken by the page: less where all lines are short."""
    lengths = sorted(
        len(line) for line in (found.group().strip() for found in _LINE.finditer(text[:20000])) if line
    )
    if len(lengths) < 8:
        return WRAPPED_LENGTH
    usual = lengths[int(len(lengths) * 0.9)]
    near = sum(length >= 0.8 * usual for length in lengths)
    return int(0.8 * usual) if usual < WRAPPED_LENGTH * 2 and near >= 0.5 * len(lengths) else WRAPPED_LENGTH


def _continues(previous: str, line: str, wrapped: int) -> bool:
    """Whether the page broke a sentence between these two lines."""
    number_goes_on = (
        previous[-1:].isdigit() and line.lstrip()[:1].isdigit() and not _YEAR.match(line.lstrip())
    )
    if len(previous) >= wrapped and number_goes_on:
        return True
    if len(previous) < wrapped or _ENDED.search(previous) or previous.startswith("#"):
        return False
    if _NUMBERED.match(line.lstrip()) or _EDITORIAL.search(previous[:40]):
        return False
    if _NUMBERED.match(previous) and len(previous) <= HEADING_LENGTH and "。" not in previous:
        return False
    return wrapped < WRAPPED_LENGTH or any(mark in previous for mark in "，,。；;、：")


def _paragraphs(clean: str) -> Iterator[Paragraph]:
    above: list[tuple[int, str]] = []
    start = 0
    lines = clean.split("\n")
    for number, line in enumerate(lines, 1):
        following = lines[number] if number < len(lines) else ""
        heading = _is_heading(line, following)
        if heading:
            level = _level(line)
            while above and above[-1][0] >= level:
                above.pop()
        yield Paragraph(number, start, start + len(line), heading, tuple(text for _, text in above))
        if heading:
            above.append((level, line.lstrip("# ")))
        start += len(line) + 1


def _level(line: str) -> int:
    return next((level for pattern, level in _LEVELS if pattern.match(line)), _PLAIN_LEVEL)


def _is_heading(line: str, following: str) -> bool:
    if line.startswith("#"):
        return True
    if len(line) > HEADING_LENGTH or line[-1:] in "。！？!?；;，,、" or "。" in line:
        return False
    if line[-1:] in "：:" and len(line) <= 30:  # "2023年工作安排："
        return not re.search(r"[，,：:].*[：:]$", line)
    if _BYLINE.match(line):
        return False
    if ":" in line or "：" in line:
        return bool(_HEADLINE.match(line))
    if _NUMBERED.match(line):
        return True
    return len(line) >= 4 and bool(following) and not re.search(r"[，,；;|\t]", line)


def sentences(article: Article, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Clean offsets of the sentences of one paragraph, in order."""
    for match in _SENTENCE.finditer(article.clean, paragraph.start, paragraph.end):
        yield match.start(), match.end()
