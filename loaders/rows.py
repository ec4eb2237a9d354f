"""Read one of the CSV tables of `data/` so that a malformed row costs that row only.

pandas would either refuse the whole file or shift the cells of a short row without a word; here
each row is checked against its description in `tables.py` before it joins the table.
"""

from __future__ import annotations

import csv
import datetime
import math
from pathlib import Path

import pandas as pd

from loaders.problems import Problem
from loaders.tables import Column, typed


def read_rows(
    path: Path, columns: tuple[Column, ...], key: tuple[str, ...]
) -> tuple[pd.DataFrame, list[Problem]]:
    """The good rows of `path` as a typed table, and a Problem for each row that is not.

    The index of the table is the line of each row in the file, so that a later check can name it.
    `key` names the columns that together tell rows apart; where two rows share it, the first stays.
    A column that the file has and `columns` lacks is ignored.
    """
    name = f"{path.parent.name}/{path.name}"
    problems: list[Problem] = []
    try:
        # utf-8-sig: a spreadsheet that saved the file may have put a byte order mark in front
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problems.append(
            Problem(
                name, None, "缺少这个文件。请从代码库恢复它。", "is missing. Restore it from the repository."
            )
        )
        return typed(pd.DataFrame(), columns), problems
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.append(
            Problem(name, line, "不是UTF-8编码。请另存为UTF-8。", "is not UTF-8. Save it as UTF-8.")
        )
        return typed(pd.DataFrame(), columns), problems
    except OSError as error:
        problems.append(
            Problem(
                name,
                None,
                f"无法读取（{error.strerror}）。请检查文件权限。",
                f"cannot be read ({error.strerror}). Check its permissions.",
            )
        )
        return typed(pd.DataFrame(), columns), problems

    reader = csv.reader(text.splitlines(keepends=True))
    head = next(reader, [])
    missing = [column.name for column in columns if column.name not in head]
    if not head or set(key) & set(missing):
        problems.append(
            Problem(
                name,
                1,
                f"表头缺少：{'、'.join(missing)}。请补上这些列名。",
                f"the header lacks {', '.join(missing)}. Add these column names.",
            )
        )
        return typed(pd.DataFrame(), columns), problems
    if missing:
        problems.append(
            Problem(
                name,
                1,
                f"表头缺少：{'、'.join(missing)}；按空值读取。请补上。",
                f"the header lacks {', '.join(missing)}; read as empty. Add them.",
            )
        )

    places = [(head.index(column.name), column) for column in columns if column.name in head]
    checked = [(place, column) for place, column in places if column.kind != "text"]
    kept: list[list[str]] = []
    lines: list[int] = []
    seen: dict[tuple[str, ...], int] = {}
    keyed = [head.index(column) for column in key]
    for cells in reader:
        line = reader.line_num
        if not cells:
            continue
        if len(cells) != len(head):
            problems.append(
                Problem(
                    name,
                    line,
                    f"有{len(cells)}格，应有{len(head)}格。请检查逗号和引号；此行未采用。",
                    f"has {len(cells)} cells instead of {len(head)}. Check commas and quotes; the row is left out.",
                )
            )
            continue
        own = tuple(cells[place] for place in keyed)
        if not any(own):
            problems.append(
                Problem(
                    name,
                    line,
                    f"{'、'.join(key)}为空。请填写；此行未采用。",
                    f"{', '.join(key)} is empty. Fill it in; the row is left out.",
                )
            )
            continue
        if own in seen:
            problems.append(
                Problem(
                    name,
                    line,
                    f"与第{seen[own]}行的{'、'.join(key)}相同：{'/'.join(own)}。请改名或删去一行；只采用前一行。",
                    f"has the same {', '.join(key)} as line {seen[own]}: {'/'.join(own)}. "
                    "Rename or delete one; the first is used.",
                )
            )
            continue
        wrong = [(column, cells[place]) for place, column in checked if not _fits(cells[place], column)]
        if wrong:
            column, cell = wrong[0]
            want_zh, want_en = _wanted(column)
            problems.append(
                Problem(
                    name,
                    line,
                    f"{column.name}列为“{cell}”，应为{want_zh}。请更正；此行未采用。",
                    f"{column.name} is {cell!r}, not {want_en}. Correct it; the row is left out.",
                )
            )
            continue
        seen[own] = line
        kept.append([cells[place] for place, _ in places])
        lines.append(line)
    table = pd.DataFrame(kept, columns=[column.name for _, column in places], index=lines)
    return typed(table, columns), problems


def _fits(cell: str, column: Column) -> bool:
    if column.kind == "choice":
        return cell in column.choices
    if cell == "":
        return True
    try:
        if column.kind == "date":
            datetime.date.fromisoformat(cell)
        elif column.kind == "integer":
            int(cell)
        else:
            return math.isfinite(float(cell))
    except ValueError:
        return False
    return True


def _wanted(column: Column) -> tuple[str, str]:
    if column.kind == "choice":
        return "、".join(column.choices), "one of " + ", ".join(column.choices)
    return {"date": ("日期（2026-01-31）", "a date (2026-01-31)"), "integer": ("整数", "a whole number")}.get(
        column.kind, ("数字", "a number")
    )
