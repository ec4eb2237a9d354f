"""Everything the dashboard shows, read once: articles, catalogue, corrections, and what was wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from loaders.articles import Article
from loaders.catalogue import load_catalogue
from loaders.corrections import apply_corrections, read_corrections
from loaders.figures import Lexicon
from loaders.figures import read_rows as read_figure_rows
from loaders.files import ReadError, find_files, read_article
from loaders.honours import HONOURS, read_honour_rows
from loaders.lexicon import DATA, build_lexicon
from loaders.problems import Problem
from loaders.repeats import mark_repeats
from loaders.rows import read_rows
from loaders.tables import FIGURES, LOCATORS, SOURCES, typed
from loaders.tasks import TASKS, read_task_rows

_INDEX = tuple(column for column in SOURCES if column.name != "source_id")


@dataclass(frozen=True, eq=False)  # compared and cached by identity: tables have no hash
class Library:
    """The tables of `tables.py`, the texts behind them, and what could not be read."""

    figures: pd.DataFrame
    sources: pd.DataFrame
    indicators: pd.DataFrame
    places: pd.DataFrame
    domains: pd.DataFrame
    corrections: pd.DataFrame
    locators: pd.DataFrame
    texts: dict[str, Article]  # by source_id
    problems: tuple[Problem, ...]
    version: str  # changes when any table does: the key of every cache, printed on every page and export
    tasks: pd.DataFrame = field(default_factory=lambda: typed(pd.DataFrame(), TASKS))
    honours: pd.DataFrame = field(default_factory=lambda: typed(pd.DataFrame(), HONOURS))


def load_library(data: Path = DATA, workspace: Path | None = None) -> Library:
    """Read the shipped data, and the user's own articles in `workspace` where there is such a folder.

    Nothing raises: what cannot be read is left out and named in `problems`.
    """
    catalogue = load_catalogue(data)
    problems = list(catalogue.problems)
    lexicon = build_lexicon(catalogue)

    sources: list[dict[str, str]] = []
    texts: dict[str, Article] = {}
    rows: list[dict[str, Any]] = []
    for folder in filter(None, (data / "articles", workspace)):
        for article, problem in _articles(folder, required=folder != workspace):
            if problem is not None:
                problems.append(problem)
            if article is None:
                continue
            if article.source_id in texts:
                problems.append(
                    Problem(
                        _named(folder, article.file),
                        None,
                        f"与另一篇文章同名（{article.source_id}）。请改名；本篇未采用。",
                        f"has the name of another article ({article.source_id}). Rename it; this one is left out.",
                    )
                )
                continue
            texts[article.source_id] = article
            sources.append({column.name: getattr(article, column.name) for column in SOURCES})
            rows.extend(_figures_of(article, lexicon, _named(folder, article.file), problems))

    figures = typed(pd.DataFrame(rows, columns=[column.name for column in FIGURES]), FIGURES)
    figures, more = _without_doubles(figures)
    problems += more
    corrections, more = read_corrections(data)
    problems += more
    figures, more = apply_corrections(figures, corrections)
    problems += more
    locators, more = read_rows(data / "articles" / "locators.csv", LOCATORS, ("figure_id",))
    problems += more
    tasks = _restated(
        data / "tasks", "_tasks", texts, problems, lambda plan: read_task_rows(plan, lexicon.domains)
    )
    honours = _restated(
        data / "honours", "_honours", texts, problems, lambda article: read_honour_rows(article, lexicon)
    )
    for article in texts.values():
        if article.kind == "original":  # the user's own; a digest's honours are restated apart
            honours.extend(read_honour_rows(article, lexicon))
    tables = {
        "figures": figures,
        "sources": typed(pd.DataFrame(sources), SOURCES),
        "indicators": catalogue.indicators,
        "places": catalogue.places,
        "domains": catalogue.domains,
        "corrections": corrections,
        "locators": locators,
        "tasks": typed(pd.DataFrame(tasks), TASKS),
        "honours": typed(pd.DataFrame(honours), HONOURS),
    }
    return Library(texts=texts, problems=tuple(problems), version=_version(tables.values()), **tables)


def _articles(folder: Path, required: bool) -> Iterable[tuple[Article | None, Problem | None]]:
    """The articles of a folder with what its index.csv says of them, in order of name."""
    if not folder.is_dir():
        if required:
            yield (
                None,
                Problem(
                    f"{folder.parent.name}/{folder.name}",
                    None,
                    "缺少这个文件夹。请从代码库恢复它。",
                    "is missing. Restore it from the repository.",
                ),
            )
        return
    index: dict[str, dict[str, str]] = {}
    if required or (folder / "index.csv").is_file():
        table, problems = read_rows(folder / "index.csv", _INDEX, ("file",))
        yield from ((None, problem) for problem in problems)
        index = {
            row["file"]: {str(key): str(value) for key, value in row.items()}
            for row in table.to_dict("records")
        }
    files = list(find_files([folder]))
    for name in sorted(set(index) - {path.name for path in files}):
        yield (
            None,
            Problem(
                _named(folder, "index.csv"),
                None,
                f"列有“{name}”，但没有这个文件。请补上文件或删去这一行。",
                f"lists {name!r}, which is not there. Add the file or delete the row.",
            ),
        )
    for path in files:
        about = index.get(path.name)
        if about is None and required:
            yield (
                None,
                Problem(
                    _named(folder, path.name),
                    None,
                    "index.csv中没有这个文件。请补上标题、日期和地区。",
                    "is not in index.csv. Add its title, date and place.",
                ),
            )
        try:
            details = None if about is None else {key: value for key, value in about.items() if key != "file"}
            yield read_article(path, details), None
        except ReadError as error:
            yield None, replace(error.problem, file=_named(folder, path.name))


def _figures_of(
    article: Article, lexicon: Lexicon, name: str, problems: list[Problem]
) -> list[dict[str, Any]]:
    rows = read_figure_rows(article, lexicon)
    if not rows:
        problems.append(
            Problem(
                name,
                None,
                "没有读出任何数字。请检查文字是否完整。",
                "no figure was read in it. Check that the text is whole.",
            )
        )
    mark_repeats(rows)
    return rows


def _restated(
    folder: Path,
    ending: str,
    texts: dict[str, Article],
    problems: list[Problem],
    read: Callable[[Article], list[dict[str, Any]]],
) -> list[dict[str, Any]]:
    """What `read` finds in the files `<source><ending>.md`: each is of that source, with its date and place."""
    rows: list[dict[str, Any]] = []
    for path in sorted(folder.glob(f"*{ending}.md")):
        source = texts.get(path.stem.removesuffix(ending))
        about = (
            {"published": source.published, "place": source.place, "title": source.title} if source else {}
        )
        try:
            article = replace(read_article(path, about), source_id=path.stem.removesuffix(ending))
        except ReadError as error:
            problems.append(replace(error.problem, file=_named(folder, path.name)))
            continue
        found = read(article)
        rows.extend(found)
        if not found:
            problems.append(
                Problem(
                    _named(folder, path.name),
                    None,
                    "没有读出任何内容。请照其他文件的写法改写。",
                    "nothing was read in it. Write it as the other files are written.",
                )
            )
    return rows


def _without_doubles(figures: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    doubled = figures["figure_id"].duplicated()
    problems = [
        Problem(
            row["source_id"],
            None,
            f"两个数字同号（{row['figure_id']}）：“{row['written']}”未采用。请报告此事。",
            f"two figures share the ID {row['figure_id']}: {row['written']!r} is left out. Please report this.",
        )
        for row in figures[doubled].to_dict("records")
    ]
    return figures[~doubled].reset_index(drop=True), problems


def _named(folder: Path, file: str) -> str:
    inside = (
        f"{folder.parent.name}/{folder.name}"
        if folder.name in ("articles", "tasks", "honours")
        else folder.name
    )
    return f"{inside}/{file}"


def _version(tables: Iterable[pd.DataFrame]) -> str:
    digest = hashlib.sha256()
    for table in tables:
        digest.update(table.to_csv(index=False).encode())
    return digest.hexdigest()[:12]
