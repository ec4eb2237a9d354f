"""Read the tasks of an action plan: what is to be done, who leads, who helps, by when.

Plans print these in two ways: on lines of their own (牵头部门：…, 配合单位：…, 完成时限：…), or in
brackets behind the text (（市财政局牵头，各旗区配合，2025年6月底前完成）).
"""

from __future__ import annotations

import calendar
import datetime
import hashlib
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from loaders.articles import Article
from loaders.domains import DomainReader
from loaders.tables import Column, typed

TASKS: tuple[Column, ...] = (
    Column("task_id", "text", "任务编号", "Task ID", "任务的短编号。", "Short code of the task."),
    Column(
        "source_id", "text", "文章编号", "Source ID", "任务所在的方案。", "The plan in which the task stands."
    ),
    Column(
        "paragraph",
        "integer",
        "段",
        "Paragraph",
        "所读文本的段落序号，从1数起，空行不计。",
        "Paragraph of the text that was read, counted from 1, empty lines not counted.",
    ),
    Column(
        "section",
        "text",
        "章节",
        "Section",
        "任务上方的标题，用 / 连接。",
        "The headings above, joined by /.",
    ),
    Column("title", "text", "任务", "Task", "任务的短标题。", "Short title of the task."),
    Column("lead", "text", "牵头部门", "Lead", "牵头部门，竖线分隔。", "Who leads, separated by |."),
    Column(
        "cooperating",
        "text",
        "配合单位",
        "Cooperating",
        "配合单位，竖线分隔；没有则为空。",
        "Who helps, separated by |; empty where none is named.",
    ),
    Column("deadline", "text", "完成时限", "Deadline", "时限，照原文。", "The deadline as printed."),
    Column(
        "due",
        "date",
        "截止日期",
        "Due",
        "时限的最后一天；不能判定则为空。",
        "Last day of the deadline; empty where it cannot be told.",
    ),
    Column(
        "target",
        "text",
        "目标值",
        "Target",
        "任务写明的数字目标；没有则为空。",
        "The numeric target of the task; empty where there is none.",
    ),
    Column(
        "domain", "text", "领域", "Domain", "营商环境领域的代码。", "Domain code, see the table of domains."
    ),
)

_LABELS = {
    "lead": r"(?:牵头|主责|责任|承办|主办)(?:部门|单位|处室)",
    "cooperating": r"(?:配合|协办|参与|协同|参加)(?:部门|单位)",
    "deadline": r"(?:完成|办理|落实)?(?:时限|期限)(?:要求)?|完成时间|时间要求",
    "target": r"(?:工作|预期|量化)?目标",
}
_FIELD = re.compile(
    r"\W{0,3}(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in _LABELS.items())
    + r")[ 　]?[:：]\s*(?P<value>.+)"
)
_PHRASES = (  # in brackets, without labels
    (
        "deadline",
        re.compile(r"(?P<value>.{0,30}(?:底前|[月日年]前|底|内|上半年))(?:完成|落实|取得.{0,10})?$"),
    ),
    ("cooperating", re.compile(r"(?P<value>.+?)(?:按职责分工)?(?:配合|协办|参与)$")),
    ("lead", re.compile(r"(?P<value>.+?)(?:牵头|(?:按职责分工)?负责)$")),
)
_BRACKETS = re.compile(r"[（(](?P<inside>[^（）]{4,400})[）)][。；]?$")
_NUMBER = re.compile(
    r"(?:[（(][0-9]{1,3}[）)]|[0-9]{1,3}[.．、]|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*"
)
_HEADING = re.compile(
    r"#{1,6} |第[一二三四五六七八九十]{1,3}[章节部分]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、]"
)
_LEVELS = (
    r"(?:## )?第[一二三四五六七八九十]{1,3}[章节部分]",
    r"(?:#{1,6} )?[一二三四五六七八九十]{1,3}、",
    r"(?:#{1,6} )?[（(][一二三四五六七八九十]{1,3}[）)]",
    r"(?:#{1,6} )?[0-9]{1,2}[.．、]",
)
_DATE = re.compile(
    r"(?:(?P<year>20[0-9]{2})年)?(?:(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})?|(?P<half>上半年)|(?P<end>年?底|年?末|年内|前))"
)


def read_tasks(article: Article, domains: DomainReader) -> pd.DataFrame:
    """The tasks of `article`: columns `TASKS`, in reading order; empty where it is no plan."""
    rows = read_task_rows(article, domains)
    return typed(pd.DataFrame(rows, columns=[column.name for column in TASKS]), TASKS)


def read_task_rows(article: Article, domains: DomainReader) -> list[dict[str, Any]]:
    """The same as plain rows, without the cost of a table."""
    return list(_tasks(article, domains))


def _tasks(article: Article, domains: DomainReader) -> Iterator[dict[str, Any]]:
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    above: dict[int, str] = {}
    seen: dict[str, int] = {}
    for at, line in enumerate(lines):
        if _FIELD.match(line):
            continue
        fields = dict(_following(lines, at + 1)) or dict(_in_brackets(line))
        if "lead" not in fields:
            level = _level(line)
            if level is not None:
                above = {known: text for known, text in above.items() if known < level}
                above[level] = _NUMBER.sub("", line.lstrip("# "), count=1)
            continue
        title = _title(line)
        section = tuple(above[level] for level in sorted(above))
        seen[title] = seen.get(title, 0) + 1
        code = hashlib.sha256(f"{article.source_id}\n{title}\n{seen[title]}".encode()).hexdigest()[:7]
        due = _due(fields.get("deadline", ""), article.published)
        yield {
            "task_id": f"t{code}",
            "source_id": article.source_id,
            "paragraph": at + 1,
            "section": "/".join(section),
            "title": title,
            "lead": "|".join(_units(fields["lead"])),
            "cooperating": "|".join(_units(fields.get("cooperating", ""))),
            "deadline": fields.get("deadline", ""),
            "due": due.isoformat() if due else "",
            "target": fields.get("target", ""),
            "domain": domains.of_heading(section) or domains.of_words(title),
        }


def _following(lines: list[str], at: int) -> Iterator[tuple[str, str]]:
    for line in lines[at : at + 6]:
        field = _FIELD.match(line)
        if field is None:
            return
        yield (
            str(field.lastgroup if field.lastgroup != "value" else _label(field)),
            field["value"].rstrip("。；"),
        )


def _label(field: re.Match[str]) -> str:
    return next(name for name in _LABELS if field[name])


def _in_brackets(line: str) -> Iterator[tuple[str, str]]:
    brackets = _BRACKETS.search(line)
    if brackets is None:
        return
    inside = brackets["inside"]
    labelled = [_FIELD.match(part) for part in re.split("[；;。]", inside)]
    if any(labelled):
        yield from ((_label(field), field["value"]) for field in labelled if field is not None)
        return
    for part in re.split("[，,；;]", inside):
        for name, phrase in _PHRASES:
            if (said := phrase.fullmatch(part.strip())) is not None:
                yield name, said["value"]
                break


def _title(line: str) -> str:
    title = _NUMBER.sub("", line.lstrip("# "), count=1)
    title = _BRACKETS.sub("", title).strip()
    return title.split("。", 1)[0].rstrip("；;：:")


def _level(line: str) -> int | None:
    """How deep a heading stands; None for a line of text."""
    if not _HEADING.match(line) or len(line) > 40 or "。" in line:
        return None
    return next((level for level, mark in enumerate(_LEVELS, 1) if re.match(mark, line)), 0)


def _units(text: str) -> list[str]:
    """市财政局、各旗区人民政府等部门 -> two units."""
    units = [
        re.sub(r"等(?:有关|相关)?(?:部门|单位)?$", "", unit.strip(" 。；"))
        for unit in re.split("[、,，;；]", text)
    ]
    return [unit for unit in units if unit]


def _due(deadline: str, published: str) -> datetime.date | None:
    """The last day that `deadline` allows; a month without a year is of the plan's own year."""
    said = _DATE.search(deadline)
    year_text = (said["year"] if said else None) or published[:4]
    if said is None or not year_text.isdigit():
        return None
    year = int(year_text)
    month = int(said["month"]) if said["month"] else 6 if said["half"] else 12
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(said["day"]) if said["day"] else last
    return datetime.date(year, month, day) if 1 <= day <= last else None
