"""Everything the dashboard shows, read once: articles, catalogue, corrections, and what was wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
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
from loaders.originals import Shown, recognise, shown
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
    texts: dict[str, Article]  # by source_id; the digest where a source has one
    problems: tuple[Problem, ...]
    version: str  # changes when any table does: the key of every cache, printed on every page and export
    tasks: pd.DataFrame = field(default_factory=lambda: typed(pd.DataFrame(), TASKS))
    honours: pd.DataFrame = field(default_factory=lambda: typed(pd.DataFrame(), HONOURS))
    originals: dict[str, Article] = field(default_factory=dict)  # those the user has, by source_id

    def shown(self, figure: pd.Series) -> Shown:
        """The sentence to show with `figure`: the source's own where it is at hand, else our restatement."""
        kinds = self.sources.loc[self.sources["source_id"] == figure["source_id"], "kind"]
        return shown(figure, str(kinds.iloc[0]) if len(kinds) else "", self.locators, self.originals)


def load_library(data: Path = DATA, workspace: Path | None = None) -> Library:
    """Read the shipped data, and the user's own articles in `workspace` where there is such a folder.

    Nothing raises: what cannot be read is left out and named in `problems`.
    """
    catalogue = load_catalogue(data)
    problems = list(catalogue.problems)
    lexicon = build_lexicon(catalogue)

    locators, more = read_rows(data / "articles" / "locators.csv", LOCATORS, ("figure_id",))
    problems += more
    reading = _Reading(lexicon, problems)
    for article, folder in _articles(data / "articles", problems, required=True):
        reading.add(article, folder)
    originals: dict[str, Article] = {}
    if workspace is not None:
        digests = reading.figures()
        for article, folder in _articles(workspace, problems, required=False):
            source_id = recognise(article, digests, locators)
            if source_id:
                originals[source_id] = article
            else:
                reading.add(article, folder)
    texts = reading.texts

    figures, more = _without_doubles(reading.figures())
    problems += more
    corrections, more = read_corrections(data)
    problems += more
    figures, more = apply_corrections(figures, corrections)
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
        "sources": reading.sources(),
        "indicators": catalogue.indicators,
        "places": catalogue.places,
        "domains": catalogue.domains,
        "corrections": corrections,
        "locators": locators,
        "tasks": typed(pd.DataFrame(tasks), TASKS),
        "honours": typed(pd.DataFrame(honours), HONOURS),
    }
    version = _version(tables.values(), originals)
    return Library(texts=texts, originals=originals, problems=tuple(problems), version=version, **tables)


@dataclass
class _Reading:
    """The articles read so far, with their figures."""

    lexicon: Lexicon
    problems: list[Problem]
    texts: dict[str, Article] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)

    def add(self, article: Article, folder: Path) -> None:
        name = _named(folder, article.file)
        if article.source_id in self.texts:
            self.problems.append(
                Problem(
                    name,
                    None,
                    f"与另一篇文章同名（{article.source_id}）。请改名；本篇未采用。",
                    f"has the name of another article ({article.source_id}). Rename it; this one is left out.",
                )
            )
            return
        self.texts[article.source_id] = article
        rows = read_figure_rows(article, self.lexicon)
        if not rows:
            self.problems.append(
                Problem(
                    name,
                    None,
                    "没有读出任何数字。请检查文字是否完整。",
                    "no figure was read in it. Check that the text is whole.",
                )
            )
        mark_repeats(rows)
        self.rows.extend(rows)

    def figures(self) -> pd.DataFrame:
        return typed(pd.DataFrame(self.rows, columns=[column.name for column in FIGURES]), FIGURES)

    def sources(self) -> pd.DataFrame:
        about = [{c.name: getattr(article, c.name) for c in SOURCES} for article in self.texts.values()]
        return typed(pd.DataFrame(about), SOURCES)


def _articles(folder: Path, problems: list[Problem], required: bool) -> Iterator[tuple[Article, Path]]:
    """The articles of a folder with what its index.csv says of them, in order of name."""
    if not folder.is_dir():
        if required:
            problems.append(
                Problem(
                    f"{folder.parent.name}/{folder.name}",
                    None,
                    "缺少这个文件夹。请从代码库恢复它。",
                    "is missing. Restore it from the repository.",
                )
            )
        return
    index: dict[str, dict[str, str]] = {}
    if required or (folder / "index.csv").is_file():
        table, more = read_rows(folder / "index.csv", _INDEX, ("file",))
        problems += more
        index = {
            row["file"]: {str(key): str(value) for key, value in row.items()}
            for row in table.to_dict("records")
        }
    files = list(find_files([folder]))
    for name in sorted(set(index) - {path.name for path in files}):
        problems.append(
            Problem(
                _named(folder, "index.csv"),
                None,
                f"列有“{name}”，但没有这个文件。请补上文件或删去这一行。",
                f"lists {name!r}, which is not there. Add the file or delete the row.",
            )
        )
    for path in files:
        about = index.get(path.name)
        if about is None and required:
            problems.append(
                Problem(
                    _named(folder, path.name),
                    None,
                    "index.csv中没有这个文件。请补上标题、日期和地区。",
                    "is not in index.csv. Add its title, date and place.",
                )
            )
        details = None if about is None else {key: value for key, value in about.items() if key != "file"}
        try:
            yield read_article(path, details), folder
        except ReadError as error:
            problems.append(replace(error.problem, file=_named(folder, path.name)))


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


def _version(tables: Iterable[pd.DataFrame], originals: dict[str, Article]) -> str:
    digest = hashlib.sha256()
    for table in tables:
        digest.update(table.to_csv(index=False).encode())
    for source_id in sorted(originals):
        digest.update(f"{source_id}\n{originals[source_id].text}\n".encode())
    return digest.hexdigest()[:12]
