"""A table's rows as sentences: each number with the unit, period and subject that its heads give it.

    指标        | 单位 | 2024年 | 比上年增长（%）
    地区生产总值 | 亿元 | 6363.0 | 5.8        ->  2024年地区生产总值6363.0亿元，地区生产总值比上年增长5.8%。

The reader of sentences then reads a table as it reads any article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

Grid = Sequence[Sequence[str]]  # rows of cells; a merged cell's text stands in each place it covers

MAX_CELLS = 200_000  # of one table; a page may claim any number by its spans
LONGEST_HEAD = 16  # characters; longer cells are text

_BLANK = re.compile(r"[ \t\u00a0\u2000-\u200b\u3000\ufeff\r\n]+")
_NUMBER = re.compile(r"[-+−－]?[0-9０-９](?:[0-9０-９,，]{0,30}[0-9０-９])?(?:[.．][0-9０-９]{1,12})?")
# a number with its unit, as cells print it: 120亿元, 5.8%, 约3万家
_FIGURE = re.compile(
    rf"(?:约|近|超过?|不足|逾)?{_NUMBER.pattern}(?P<unit>[%％‰㎡]|[余多]?[\u4e00-\u9fff/]{{1,8}})?(?:以[上下内]|左右)?$"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?度?$")
_HEAD_TIME = re.compile(
    r"(?:(?:19|20)[0-9]{2}(?:年度?|(?=$))(?:[0-9]{1,2}(?:[-—－~～至][0-9]{1,2})?月份?|[一二三四1-4]季度|前[二三两]季度|上半年|下半年|全年)?"
    r"|[0-9]{1,2}(?:[-—－~～至][0-9]{1,2})?月份?|[一二三四1-4]季度|前[二三两]季度|上半年|下半年|全年|年(?=[末底]$)"
    r"|(?:上年|去年|今年|本年|上月|本月)(?:同期)?(?=$|末|底))[末底]?(?!增|均|同比|[比较])"
)
_NOTHING = re.compile(r"[-—－–…/\\.·*]*$|(?:无|暂无|未公布|未统计|N/?A|\.\.\.)$", re.I)
_INDEX_HEAD = re.compile(r"(?:序号|编号|序|No\.?|#)$", re.I)
_UNIT_HEAD = re.compile(r"(?:计量|计算)?单位$")
_VALUE_HEAD = re.compile(
    r"(?:绝对[量数值额]|数值|数据|指标值|实绩|实际完成?|完成[数值额]?|总量|数量|值|本期|[年期]末[数值])$"
)
_RANK_HEAD = re.compile(r"(?:[\u4e00-\u9fff]{0,8}(?:排名|位次|名次|排位))$")
_GROWTH_HEAD = re.compile(
    r"(?:累计|本月)?(?:[比较](?:上年|去年|上月|上期|年初|20[0-9]{2}年)[\u4e00-\u9fff]{0,4}?|同比|环比)?(?:±|增[长减幅速]{0,2}|±增长|增[、/]?减|变[动化]|提高|上升|下降)?(?:率|速度|幅度|速|幅)?[±%％]*$"
)
_SHARE_HEAD = re.compile(r"(?:占[\u4e00-\u9fff]{0,6})?(?:比重|占比|构成|比例|份额)$")
_PLACE = re.compile(
    r"(?!城镇|乡镇|[城市郊]区|地区|县域|城乡)[\u4e00-\u9fff]{1,9}(?:省|市|区|县|旗|盟|州|镇|乡|街道|园区)$|全[国省市区县旗]$"
)
_IN_BRACKETS = re.compile(r"[（(]\s*(?:单位[:：]?\s*)?(?P<unit>[^（）()]{1,12}?)\s*[)）]\s*$")
_TABLE_UNIT = re.compile(r"(?:计量)?单位\s*[:：]\s*(?P<unit>[^\s，。；、（）()|]{1,12})(?:[（）()]|\s|$)")
_IS_UNIT = re.compile(
    r"[%％‰]|个?百分点|(?:[十百千万亿]{0,3}(?:元|美元|人次|人|户|家|件|个|吨|千瓦小?时|公里|亩|平方米|平方公里|立方米|套|辆|台|次|项|只|头|口|"
    r"公顷|千克|公斤|斤|米|千米|床|张|所|条|宗|笔|天|小时|分钟|岁|年|位|名|度|千瓦|标准煤|吨标准煤|元/[\u4e00-\u9fff]{1,4}|人/[\u4e00-\u9fff]{1,6}|"
    r"[\u4e00-\u9fff]{0,2}/[\u4e00-\u9fff]{1,4}|个工作日|工作日|株|处|座|对|艘|架|门|部|册|份|例|起|张次|标箱|吨公里|人公里))$"
)
_CAPTION_TIME = re.compile(
    r"(?:19|20)[0-9]{2}年(?:(?:[0-9]{1,2}[-—－至])?[0-9]{1,2}月份?|[一二三四]季度|前三季度|上半年)?[末底]?"
)


_KEPT_HEADING = re.compile(
    r"\s*(?:#|第[一二三四五六七八九十]{1,3}[章节部分]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_AMONG = re.compile(r"^其中[:：]|^其中(?=[\u4e00-\u9fff])|^[#＃*]+")
_LIST_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.．、](?![0-9])|[（(][一二三四五六七八九十0-9]{1,3}[）)])"
)


@dataclass(frozen=True, slots=True)
class _Head:
    """What the words above a column say of its numbers."""

    time: str
    words: str  # without time, unit and brackets
    unit: str
    role: str  # index, unit, value, growth, share, rank, place or measure


def row_sentences(grid: Grid, above: str = "") -> Iterator[str]:
    """One sentence a row of `grid`; rows of running text give a line a cell.

    `above` is the line before the table: its caption, or 单位：亿元.
    """
    printed = [list(row) for row in grid if any(_BLANK.sub("", cell) for cell in row)]
    width = max((len(row) for row in printed), default=0)
    printed = [row + [""] * (width - len(row)) for row in printed]
    rows = [[_BLANK.sub("", cell) for cell in row] for row in printed]
    captions = [_BLANK.sub("", above)]
    while len(rows) > 1 and width > 1 and len(set(rows[0])) == 1:  # merged over the whole width
        captions.append(rows[0][0])
        yield ended(_BLANK.sub(" ", printed[0][0]).strip())
        rows, printed = rows[1:], printed[1:]
    depth = _head_depth(rows)
    heads = _heads(rows[:depth], width)
    unit, time = _first(_TABLE_UNIT, captions, "unit"), _first(_CAPTION_TIME, captions, 0)
    if any(head.time for head in heads):  # 1-12月 below a caption of 2024年
        heads = [_with_year(head, time[:5]) for head in heads]
        time = ""
    table = _Table(heads, unit, time)
    if _is_form(rows):
        for row in rows:
            yield from _pairs(row)
        return
    group = ""
    for row, cells in zip(rows[depth:], printed[depth:], strict=True):
        filled = [cell for cell in dict.fromkeys(row) if cell]
        if len(filled) == 1 and width > 1 and not is_number(filled[0]):  # 一、按区域分
            group = filled[0].rstrip("：:") + "："
        elif any(is_number(cell) for cell, head in zip(row, heads, strict=True) if head.role != "index"):
            yield table.sentence(row, group)
        elif any(row[1:]) and all(_NOTHING.match(cell) for cell in row[1:]):
            yield f"{group}{row[0]}：{next(filter(None, row[1:]))}。"
        else:
            yield from _lines(cells, heads, group)


def _is_form(rows: Grid) -> bool:
    """Whether the cells are labels and what stands for them: 发文机关： | 某市人民政府."""
    filled = [cell for row in rows for cell in dict.fromkeys(row) if cell]
    return len(filled) > 1 and sum(cell.endswith(("：", ":")) for cell in filled) >= 0.4 * len(filled)


def _pairs(row: Sequence[str]) -> Iterator[str]:
    label = ""
    for cell in dict.fromkeys(row):
        if cell.endswith(("：", ":")):
            if label:
                yield label
            label = cell
        elif cell:
            yield label + cell
            label = ""


def _with_year(head: _Head, year: str) -> _Head:
    bare = head.time and not re.match(r"(?:19|20)[0-9]{2}|[上去今本]", head.time)
    return replace(head, time=year + head.time) if bare else head


def caption(line: str) -> str:
    """A line above a table: 表2 2023年贷款情况 must not stand as a heading over what follows the table."""
    return line if len(line) > 40 or _KEPT_HEADING.match(line) else ended(line)


def ended(line: str) -> str:
    """`line` with a full stop, so that it is no heading of what follows the table."""
    return line if line[-1:] in "。！？；" else line + "。"


def _first(pattern: re.Pattern[str], captions: Sequence[str], name: str | int) -> str:
    """What the nearest caption says."""
    return next((found[name] for text in reversed(captions) if (found := pattern.search(text))), "")


def is_number(cell: str) -> bool:
    """Whether a cell holds one number, with its unit or without, and no year or month."""
    return bool(_FIGURE.match(cell)) and not (cell[-1].isalpha() and _HEAD_TIME.fullmatch(cell))


def _head_depth(rows: Grid) -> int:
    """How many rows at the top hold heads: the first, and those below that go on under its first cell.

    A row of words further down is a group, and one of dashes a thing that was not reported.
    """
    for depth, row in enumerate(rows[:6]):
        numbers = [cell for cell in row[1:] if is_number(cell)]
        if numbers and not all(_YEAR.match(cell) for cell in numbers):
            return depth
        if any(len(cell) > LONGEST_HEAD for cell in row):
            return depth
        if depth and row[0] not in ("", rows[depth - 1][0]) and rows[depth - 1][0]:
            return depth
    return 1 if len(rows) > 1 else 0


def _heads(rows: Grid, width: int) -> list[_Head]:
    out = []
    for column in range(width):
        time = words = unit = ""
        for part in dict.fromkeys(row[column] for row in rows):
            found = _IN_BRACKETS.search(part)
            if found and _IS_UNIT.match(found["unit"].lstrip("±+-")):
                unit = found["unit"].lstrip("±+-")
                part = part[: found.start()]
            elif part.endswith(("%", "％")):
                unit, part = "%", part.rstrip("±%％")
            timed = _HEAD_TIME.match(part)
            if timed:
                time = timed.group() + ("年" if timed.group().isdigit() else "")
                part = part[timed.end() :]
            words += part if part not in words else ""
        out.append(_Head(time, words, unit, _role(words)))
    return out


def _role(words: str) -> str:
    if not words:
        return "value"
    roles = (
        ("index", _INDEX_HEAD), ("unit", _UNIT_HEAD), ("value", _VALUE_HEAD), ("rank", _RANK_HEAD),
        ("growth", _GROWTH_HEAD), ("share", _SHARE_HEAD), ("place", _PLACE),
    )  # fmt: skip
    return next((role for role, pattern in roles if pattern.match(words)), "measure")


@dataclass(frozen=True, slots=True)
class _Table:
    """What holds for every row."""

    heads: Sequence[_Head]
    unit: str
    time: str  # of the caption, where the heads have none

    def sentence(self, row: Sequence[str], group: str) -> str:
        name, own_unit, at = _row_head(row, self.heads)
        by_column = next((row[i] for i, head in enumerate(self.heads) if head.role == "unit"), "")
        clauses: list[str] = []
        measure = ""
        opened = False  # the row's name stands at the head of the sentence, before its words
        said = latest = ""  # the time named last, and the latest of the columns so far
        for i, (cell, head) in enumerate(zip(row, self.heads, strict=True)):
            if head.time[:1] not in "上去" and (head.time[:4] >= latest[:4] or not head.time[:4].isdigit()):
                latest = head.time
            if i == at or head.role in ("index", "unit") or not cell or _NOTHING.match(cell):
                continue
            if i and cell == row[i - 1] and head == self.heads[i - 1]:
                continue  # one merged cell
            if not is_number(cell):
                opened = opened or not clauses
                clauses.append(f"{head.words}：{cell}" if head.words else cell)
                continue
            if head.role == "measure":
                measure = head.words
            elif head.role not in ("growth", "share", "rank"):
                measure = ""
            unit = (
                ""
                if _printed_unit(cell)
                else head.unit or _usual_unit(head) or own_unit or by_column or self.unit
            )
            number = f"第{cell}位" if head.role == "rank" and cell.isdigit() else cell + unit
            time = head.time or ("" if clauses else self.time)
            if not time and head.role in ("growth", "share", "rank") and latest != said:
                time = latest  # 2024年 | 2023年 | 增长%: the growth is of 2024
            said = time or said
            subject = "" if opened or (clauses and _PLACE.match(name)) else name  # a place stands once
            if head.role == "place":
                clauses.append(f"{time}{head.words}{name}{number}")
            else:
                before = measure if head.role in ("growth", "share", "rank") else ""
                clauses.append(f"{time}{subject}{before}{_said(head)}{number}")
        opening = f"{self.time}{name}，" if opened and name else ""
        return f"{group}{opening}{'，'.join(clauses)}。"


def _usual_unit(head: _Head) -> str:
    return "%" if head.role in ("growth", "share") else ""


def _said(head: _Head) -> str:
    """The head in a sentence: 比上年± says in words what the sign of the number says."""
    if head.role == "value":
        return ""
    if head.role != "growth":
        return head.words
    words = re.sub(r"增[、/]?减|±", "增长", head.words, count=1).replace("增长增长", "增长")
    return words if re.search(r"[增升降提变速幅率]", words) else words + "增长"


def _row_head(row: Sequence[str], heads: Sequence[_Head]) -> tuple[str, str, int]:
    """The words at the head of a row, their unit if they print one, and their column."""
    for i, (cell, head) in enumerate(zip(row, heads, strict=True)):
        if (
            not cell
            or head.role in ("index", "unit")
            or (is_number(cell) and not (i == 0 and _YEAR.match(cell)))
        ):
            continue
        name, unit = cell, ""
        found = _IN_BRACKETS.search(name)
        if found and _IS_UNIT.match(found["unit"]):
            name, unit = name[: found.start()], found["unit"]
        name = _LIST_NUMBER.sub("", _AMONG.sub("", name))
        return (name + "年" if name.isdigit() and _YEAR.match(name) else name), unit, i
    return "", "", -1


def _printed_unit(cell: str) -> str:
    found = _FIGURE.match(cell)
    return (found["unit"] or "") if found else ""


def _lines(row: Sequence[str], heads: Sequence[_Head], group: str) -> Iterator[str]:
    """A row of words: a line a cell, headed by its column: 牵头部门：市司法局."""
    previous = ""
    for cell, head in zip(row, heads, strict=True):
        text = "\n".join(
            line for line in (_BLANK.sub(" ", part).strip() for part in cell.split("\n")) if line
        )
        if not text or text == previous or head.role == "index":
            continue
        previous = text
        yield group + (f"{head.words}：{text}" if head.words and not text.startswith(head.words) else text)
        group = ""
