"""A table's rows as sentences: each number with the unit, period and subject that its heads give it.

    指标        | 单位 | 2024年 | 比上年增长（%）
    地区生产总值 | 亿元 | 6363.0 | 5.8        ->  2024年地区生产总值6363.0亿元，地区生产总值比上年增长5.8%。

The reader of sentences then reads a table as it reads any article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Grid = Sequence[Sequence[str]]  # rows of cells; a merged cell's text stands in each place it covers

MAX_CELLS = 200_000  # of one table; a page may claim any number by its spans

_BLANK = re.compile(r"[ \t\u00a0\u2000-\u200b\u3000\ufeff\r\n]+")
_NUMBER = re.compile(r"[-+−－]?[0-9０-９](?:[0-9０-９,，]{0,30}[0-9０-９])?(?:[.．][0-9０-９]{1,12})?")
# a number with its unit, as cells print it: 120亿元, 5.8%, 第3位
_FIGURE = re.compile(
    rf"(?:约|近|超过?|不足|逾|第)?{_NUMBER.pattern}(?P<unit>[%％‰]|[余多]?[\u4e00-\u9fff/]{{1,8}}[以左][上下右])?$|"
    rf"(?:约|近|超过?|不足|逾|第)?{_NUMBER.pattern}(?P<more>[余多]?[\u4e00-\u9fff/㎡]{{1,8}})?$"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?度?$")
_TIME = re.compile(
    r"(?:(?:19|20)[0-9]{2}年?度?)?(?:[0-9]{1,2}(?:[-—－~至][0-9]{1,2})?月份?|[一二三四1-4]季度|前[二三两]季度|上半年|下半年|"
    r"全年|年[末底初])?末?$|(?:上年|去年|今年|本年|本期|上期|上月|本月)(?:同期|末|底)?$"
)
_NOTHING = re.compile(r"[-—－–…/\\.·*]*$|(?:无|暂无|未公布|未统计|N/?A|\.\.\.)$", re.I)
_INDEX_HEAD = re.compile(r"(?:序号|编号|序|No\.?|#)$", re.I)
_UNIT_HEAD = re.compile(r"(?:计量|计算)?单位$")
_VALUE_HEAD = re.compile(r"(?:绝对[量数值额]|数值|数据|指标值|实绩|实际|完成[数值]|总量|数量|值|本期)$")
_GROWTH_HEAD = re.compile(
    r"(?:累计|本月)?(?:[比较](?:上年|去年|上月|上期|年初|20[0-9]{2}年)[\u4e00-\u9fff]{0,4}?|同比|环比)?(?:±|增[长减幅速]{0,2}|±增长|增[、/]?减|变[动化]|提高|上升|下降)?(?:率|速度|幅度|速|幅)?[±%％]*$"
)
_SHARE_HEAD = re.compile(r"(?:占[\u4e00-\u9fff]{0,6})?(?:比重|占比|构成|比例|份额)$")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,9}(?:省|市|区|县|旗|盟|州|镇|乡|街道|园区)$|全[国省市区县旗]$")
_IN_BRACKETS = re.compile(r"[（(]\s*(?:单位[:：]?\s*)?(?P<unit>[^（）()]{1,12}?)\s*[)）]\s*$")
_TABLE_UNIT = re.compile(r"(?:计量)?单位\s*[:：]\s*(?P<unit>[^\s，。；、（）()|]{1,12})(?:[（）()]|\s|$)")
_IS_UNIT = re.compile(
    r"[%％‰]|个百分点|(?:[十百千万亿]{0,3}(?:元|美元|人次|人|户|家|件|个|吨|千瓦时|公里|亩|平方米|平方公里|立方米|套|辆|台|次|项|只|头|口|"
    r"公顷|千克|公斤|斤|米|千米|床|张|所|条|宗|笔|天|小时|分钟|岁|年|位|名|度|千瓦|标准煤|吨标准煤|元/[\u4e00-\u9fff]{1,4}|人/[\u4e00-\u9fff]{1,6}|"
    r"[\u4e00-\u9fff]{0,2}/[\u4e00-\u9fff]{1,4}|个工作日|工作日|株|处|座|对|艘|架|门|部|册|份|例|起|张次|标箱|吨公里|人公里))$"
)
_CAPTION_YEAR = re.compile(r"(?:19|20)[0-9]{2}年(?:(?:[0-9]{1,2}[-—－至])?[0-9]{1,2}月份?|[一二三四]季度|前三季度|上半年)?[末底]?")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the words above a column say of its numbers."""

    words: str  # without unit and brackets
    unit: str
    role: str  # index, unit, time, value, growth, share, place or measure


def row_sentences(grid: Grid, above: str = "") -> Iterator[str]:
    """One sentence a row of `grid`; rows of running text give a line a cell.

    `above` is the line before the table: its caption, or 单位：亿元.
    """
    rows = [[_BLANK.sub("", cell) for cell in row] for row in grid]
    width = max((len(row) for row in rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows if any(row)]
    raw = [list(row) + [""] * (width - len(row)) for row in grid if any(_BLANK.sub("", cell) for cell in row)]
    caption = [above]
    while rows and width > 1 and len(set(rows[0])) == 1 and len(rows) > 1:  # merged over the whole width
        caption.append(rows[0][0])
        yield _ended(rows[0][0])
        rows, raw = rows[1:], raw[1:]
    if not rows:
        return
    depth = _head_depth(rows)
    heads = _heads(rows[:depth], width)
    common = next((found["unit"] for text in reversed(caption) if (found := _TABLE_UNIT.search(text))), "")
    period = ""
    if not any(head.role == "time" or _CAPTION_YEAR.search(head.words) for head in heads):
        period = next((found.group() for text in reversed(caption) if (found := _CAPTION_YEAR.search(text))), "")
    group = ""
    for row, printed in zip(rows[depth:], raw[depth:], strict=True):
        filled = [cell for cell in dict.fromkeys(row) if cell]
        if len(filled) == 1 and width > 1 and not _FIGURE.match(filled[0]):  # 一、按区域分
            group = filled[0].rstrip("：:")
            continue
        if any(_is_number(cell) for cell, head in zip(row, heads, strict=True) if head.role != "index"):
            yield _sentence(row, heads, common, period, group)
        else:
            yield from _cells(printed, heads, group)
            group = ""


def _ended(line: str) -> str:
    return line if line[-1:] in "。！？；：:" else line + "。"


def _is_number(cell: str) -> bool:
    return bool(_FIGURE.match(cell))


def _head_depth(rows: Grid) -> int:
    """How many rows at the top hold heads: those before the first with a number beside its own head."""
    for depth, row in enumerate(rows[:6]):
        numbers = [cell for cell in row[1:] if _is_number(cell)]
        if numbers and not all(_YEAR.match(cell) for cell in numbers):
            return depth
        if depth and not numbers and _is_text_row(row) and not _is_text_row(rows[0]):
            return depth
    # words only: the first row names the columns, if they are short
    return 1 if len(rows) > 1 and all(len(cell) <= 16 for cell in rows[0]) else 0


def _is_text_row(row: Sequence[str]) -> bool:
    return any(len(cell) > 16 for cell in row)


def _heads(rows: Grid, width: int) -> list[_Head]:
    out = []
    for column in range(width):
        parts: list[str] = []
        unit = ""
        for row in rows:
            words = row[column]
            found = _IN_BRACKETS.search(words)
            if found and (_IS_UNIT.match(found["unit"]) or found["unit"] in ("±%", "+-%")):
                unit = found["unit"].lstrip("±+-")
                words = words[: found.start()]
            elif words[-1:] in ("%", "％") or words.endswith(("±%", "±％")):
                unit, words = "%", words.rstrip("±%％")
            if words and words not in parts:
                parts.append(words)
        # 2024年 above 比上年增长: the year is of the value; times go first
        parts.sort(key=lambda part: not _TIME.match(part))
        words = "".join(part + "年" if _YEAR.match(part) and part.isdigit() else part for part in parts)
        out.append(_Head(words, unit, _role(words, unit)))
    return out


def _role(words: str, unit: str) -> str:
    if not words:
        return "value"
    for role, pattern in (
        ("index", _INDEX_HEAD), ("unit", _UNIT_HEAD), ("time", _TIME), ("value", _VALUE_HEAD),
        ("growth", _GROWTH_HEAD), ("share", _SHARE_HEAD), ("place", _PLACE),
    ):  # fmt: skip
        if pattern.match(words):
            return role
    return "measure"


def _sentence(row: Sequence[str], heads: Sequence[_Head], common: str, period: str, group: str) -> str:
    name, own_unit, at = _row_head(row, heads)
    unit_column = next((row[i] for i, head in enumerate(heads) if head.role == "unit"), "")
    clauses: list[str] = []
    measure = ""
    for i, (cell, head) in enumerate(zip(row, heads, strict=True)):
        if i == at or head.role in ("index", "unit") or not cell or _NOTHING.match(cell):
            continue
        if i and cell == row[i - 1] and head.words == heads[i - 1].words:
            continue  # a merged cell
        if not _is_number(cell):
            clauses.append(f"{head.words}：{cell}" if head.words and head.role != "value" else cell)
            continue
        unit = "" if _printed_unit(cell) else head.unit
        if not unit and not _printed_unit(cell):
            unit = "%" if head.role in ("growth", "share") else own_unit or unit_column or common
        clauses.append(_clause(name, measure, head, cell, unit if _IS_UNIT.match(unit) else "", not clauses))
        if head.role in ("measure", "value", "time"):
            measure = head.words if head.role == "measure" else ""
    first = "" if _CAPTION_YEAR.match(clauses[0] if clauses else "") else period
    opening = name if clauses and not clauses[0].startswith(name) and not _clause_names(clauses[0], name) else ""
    grouped = f"{group}：" if group else ""
    return f"{grouped}{first}{opening}{'，' if opening and not _is_number(clauses[0][-1:]) and '：' in clauses[0] else ''}{'，'.join(clauses)}。"


def _clause_names(clause: str, name: str) -> bool:
    return bool(name) and name in clause


def _clause(name: str, measure: str, head: _Head, cell: str, unit: str, first: bool) -> str:
    """One number with the words that make it a statement."""
    number = cell + unit
    if head.role == "time":
        return f"{head.words}{name}{number}"
    if _PLACE.match(name):  # the place stands once, at the head of the sentence
        place = name if first else ""
        if head.role in ("growth", "share"):
            return f"{place}{measure}{_growth(head, cell)}{number}"
        return f"{place}{'' if head.role == 'value' else head.words}{number}"
    if head.role == "value":
        return f"{name}{number}"
    if head.role in ("growth", "share"):
        return f"{name}{measure}{_growth(head, cell)}{number}"
    if head.role == "place":
        return f"{head.words}{name}{number}"
    timed = _CAPTION_YEAR.match(head.words)
    if timed:  # 2024年收入: the time stands first
        return f"{timed.group()}{name}{head.words[timed.end() :]}{number}"
    return f"{name}{head.words}{number}"


def _growth(head: _Head, cell: str) -> str:
    """比上年± says in words what its sign says."""
    words = head.words.replace("±", "")
    if head.role == "growth" and not re.search("[增减升降提变速幅]|率", words):
        return words + "增长"
    return re.sub(r"增[、/]?减", "增长", words)


def _row_head(row: Sequence[str], heads: Sequence[_Head]) -> tuple[str, str, int]:
    """The words at the head of a row, their unit if they print one, and their column."""
    for i, (cell, head) in enumerate(zip(row, heads, strict=True)):
        if not cell or head.role in ("index", "unit") or (_is_number(cell) and not (i == 0 and _YEAR.match(cell))):
            continue
        name, unit = cell, ""
        found = _IN_BRACKETS.search(name)
        if found and _IS_UNIT.match(found["unit"]):
            name, unit = name[: found.start()], found["unit"]
        name = re.sub(r"^(?:其中)?[:：]|^其中(?=[\u4e00-\u9fff])|^[#＃*]+", "", name)
        name = re.sub(r"^(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.．、](?![0-9])|[（(][一二三四五六七八九十0-9]{1,3}[）)])", "", name)
        return (name + "年" if _YEAR.match(name) and name.isdigit() else name), unit, i
    return "", "", -1


def _printed_unit(cell: str) -> str:
    found = _FIGURE.match(cell)
    return (found["unit"] or found["more"] or "") if found else ""


def _cells(row: Sequence[str], heads: Sequence[_Head], group: str) -> Iterator[str]:
    """A row of words: a line a cell, headed by its column: 牵头部门：市司法局."""
    if group:
        yield _ended(group)
    previous = ""
    for cell, head in zip(row, heads, strict=True):
        text = "\n".join(line for line in (_BLANK.sub(" ", part).strip() for part in cell.split("\n")) if line)
        if not text or text == previous or head.role == "index":
            continue
        previous = text
        yield f"{head.words}：{text}" if head.words and not text.startswith(head.words) else text
