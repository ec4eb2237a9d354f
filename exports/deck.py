"""A PowerPoint deck of chosen figures: one message a slide, its sentence and source always with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

import pandas as pd
from pptx.util import Inches

from exports import columns, slides
from exports.chart_sheet import chart_points
from exports.clock import BEIJING
from exports.findings import amount, finding, when
from exports.limits import DECK_FIGURES
from exports.rows import Rows, figure_rows
from exports.words import words
from loaders.comparable import comparable_groups, why_not

Row = Mapping[Hashable, Any]
_LINE = 1.25  # a line's height, in font sizes


class TooManyFiguresError(ValueError):
    """The selection is longer than a meeting."""


def deck_bytes(
    figures: pd.DataFrame,
    sources: pd.DataFrame,
    indicators: pd.DataFrame,
    corrections: pd.DataFrame | None = None,
    *,
    title: str,
    version: str,
    titles: Mapping[str, str] | None = None,
    address: Callable[[str], str] | None = None,
    language: str = "zh",
    domains: pd.DataFrame | None = None,
    locators: pd.DataFrame | None = None,
    quotes: Mapping[str, str] | None = None,
    made: datetime | None = None,
) -> bytes:
    """Cover, contents, a slide a figure or a comparable series in the order of `figures`, sources.

    `titles` replaces the title of a figure's slide by a person's own; `address` gives the link that a slide's
    QR code opens.

    Raises:
        TooManyFiguresError: more than `DECK_FIGURES` figures.
    """
    if len(figures) > DECK_FIGURES:
        raise TooManyFiguresError(f"{len(figures)} > {DECK_FIGURES}")
    maker = _Maker(
        figures.reset_index(drop=True),
        figure_rows(
            figures,
            sources,
            indicators,
            corrections,
            domains=domains,
            locators=locators,
            quotes=quotes,
            language=language,
        ),
        titles or {},
        address,
    )
    maker.cover(title, version, made or datetime.now(BEIJING))
    maker.agenda()
    maker.body()
    maker.sources()
    out = BytesIO()
    maker.deck.save(out)
    return out.getvalue()


class _Maker:
    """The deck while it is made."""

    def __init__(
        self,
        figures: pd.DataFrame,
        rows: Rows,
        titles: Mapping[str, str],
        address: Callable[[str], str] | None,
    ) -> None:
        self.deck = slides.new_deck()
        self._figures, self._rows, self._titles, self._address = figures, rows, titles, address
        self._language = rows.language
        self._used: set[str] = set()

    def _say(self, key: str, **values: object) -> str:
        return words(key, self._language, **values)

    def _slide(self, title: str) -> Any:
        """A slide with a title of at most two lines that no other slide has."""
        size = next((size for size in (32, 28, 24) if _lines(title, size, slides.INNER) <= 2), 24)
        title = _cut(title, size, slides.INNER, 2)
        part, unique = 1, title
        while unique in self._used:
            part += 1
            unique = self._say("deck.part", title=title, part=part)
        self._used.add(unique)
        return slides.new_slide(self.deck, unique, size)

    def cover(self, title: str, version: str, made: datetime) -> None:
        """The first slide: what, how many, of which day and data."""
        slide = self._slide(title)
        slides.raise_cover(slide)
        day = f"{made.astimezone(BEIJING):%Y-%m-%d}"
        line = self._say("deck.cover", count=len(self._figures), day=day, version=version)
        slides.add_text(
            slide, [line], (slides.MARGIN, Inches(4.2), slides.INNER, Inches(1)), 24, colour=slides.GREY
        )

    def agenda(self) -> None:
        """The domains, in the order in which they come up."""
        count = self._rows.frame["domain"].value_counts(sort=False)
        lines = [
            self._say("deck.agenda.line", domain=domain, count=number) for domain, number in count.items()
        ]
        self._listed(self._say("deck.agenda"), lines, 24, 8)

    def sources(self) -> None:
        """Every source that a slide stands on."""
        frame = self._rows.frame
        lines = [
            "，".join(filter(None, cited)) if self._language != "en" else ", ".join(filter(None, cited))
            for cited in dict.fromkeys(
                zip(frame["article"], frame["publisher"], frame["published"], frame["url"], strict=True)
            )
        ]
        self._listed(self._say("deck.sources"), lines, 16, 7)

    def _listed(self, title: str, lines: list[str], size: int, most: int) -> None:
        for start in range(0, len(lines), most):
            part = lines[start : start + most]
            box = (slides.MARGIN, Inches(1.9), slides.INNER, Inches(4.9))
            slides.add_text(
                self._slide(title), [_cut(line, size, slides.INNER, 2) for line in part], box, size
            )

    def body(self) -> None:
        """One slide a figure; figures that may stand on one line share theirs, at the place of the first."""
        series = {}
        for group in comparable_groups(self._figures[self._figures["indicator_id"] != ""]):
            held, charts = chart_points([group], self._rows)
            if charts:
                series.update(dict.fromkeys(group.index, (group, held.frame, charts[0])))
        drawn: set[Hashable] = set()
        ids = set(self._figures["figure_id"])
        for index, row in enumerate(self._figures.to_dict("records")):
            if index in drawn or row["repeats"] in ids:
                continue
            if index in series:
                group, points, chart = series[index]
                drawn.update(group.index)
                self._series(group, points, chart)
            else:
                self._single(index, row)

    def _named(self, index: Hashable, row: Row) -> str:
        shown = self._rows.frame.loc[index]  # type: ignore[call-overload]
        return str(shown["indicator"] or row["subject"] or shown["domain"])

    def _single(self, index: Hashable, row: Row) -> None:
        figure = str(row["figure_id"])
        shown = self._rows.frame.loc[index]  # type: ignore[call-overload]
        title = self._titles.get(figure) or finding(row, self._named(index, row), self._language)
        slide = self._slide(title)
        written = amount(row, self._language)
        size = next((size for size in (96, 80, 60) if _lines(written, size, slides.INNER) == 1), 60)
        box = (slides.MARGIN, Inches(1.8), slides.INNER, Inches(1.7))
        colour = slides.GREY if row["status"] == "target" else slides.ACCENT
        slides.add_text(slide, [_cut(written, size, slides.INNER, 1)], box, size, colour=colour, bold=True)
        facts = (when(row, self._language), row["place"], shown["league"], shown["domain"], shown["status"])
        line = _cut(" · ".join(str(fact) for fact in facts if fact), 24, slides.INNER, 1)
        slides.add_text(
            slide, [line], (slides.MARGIN, Inches(3.55), slides.INNER, Inches(0.6)), 24, colour=slides.GREY
        )
        wide = slides.INNER - (slides.CODE if self._address else 0)
        sentence = _cut(str(shown["sentence"]), 24, wide, 4)
        slides.add_text(slide, [sentence], (slides.MARGIN, Inches(4.3), wide, Inches(2)), 24)
        self._foot(slide, [self._cited(shown)], figure)
        slides.add_notes(slide, self._spoken(row, shown))

    def _series(self, group: pd.DataFrame, points: pd.DataFrame, chart: Any) -> None:
        ids = [str(figure) for figure in group["figure_id"]]
        first, last = group.iloc[0].to_dict(), group.iloc[-1].to_dict()
        said = [
            self._say("finding.point", when=when(row, self._language), written=amount(row, self._language))
            for row in (first, last)
        ]
        name = self._named(group.index[0], first)
        place = str(first["place"])
        name = (
            f"{name}, {place}" if self._language == "en" else name if name.startswith(place) else place + name
        )
        title = self._say("finding.series", first=said[0], last=said[1], name=name)
        if chart.target:
            title = self._say("finding.target", said=title)
        slide = self._slide(self._titles.get(ids[0]) or title)
        drawn = [
            (str(label), None if pd.isna(value) else float(value))
            for label, value in zip(points["label"], points["shown"], strict=True)
        ]
        alt = self._say(
            "deck.alt.rank" if chart.rank else "deck.alt.chart",
            points=self._say("join.list").join(label for label, _ in drawn),
        )
        box = (slides.MARGIN, Inches(1.8), slides.INNER, Inches(4.2))
        unit = self._say("chart.rank") if chart.rank else chart.unit
        slides.add_columns(
            slide,
            name,
            drawn,
            box,
            unit=unit,
            target=chart.target,
            rank=chart.rank,
            falls=chart.falls,
            alt=alt,
        )
        shown = self._rows.frame.loc[group.index]
        lines = [self._say("deck.series", figures=self._say("join.list").join(ids))]
        lines += [self._say("deck.target")] if chart.target else []
        lines.append(
            self._say("join.and").join(
                dict.fromkeys(f"{r.article} · {r.publisher}" for r in shown.itertuples())
            )
        )
        self._foot(slide, lines, ids[0])
        notes: list[str] = []
        for index, row in zip(group.index, group.to_dict("records"), strict=True):
            notes += self._spoken(row, shown.loc[index])
        slides.add_notes(slide, notes)

    def _foot(self, slide: Any, lines: list[str], figure: str) -> None:
        wide = slides.INNER - (slides.CODE if self._address else 0)
        cut = [_cut(line, 12, wide, 2 if len(lines) == 1 else 1) for line in lines]
        slides.add_text(slide, cut, (slides.MARGIN, Inches(6.45), wide, Inches(0.8)), 12, colour=slides.GREY)
        if self._address:
            target = self._address(figure)
            side = slides.CODE - Inches(0.2)
            box = (slides.WIDTH - slides.MARGIN - side, Inches(6.1), side, side)
            slides.add_code(slide, target, box, self._say("deck.alt.code", address=target))

    def _text_kind(self, shown: pd.Series) -> str:
        """摘编句 or 原句, for the row `shown`."""
        if columns.TEXT in self._rows.columns:
            return str(shown["text"])
        return self._say("text.original" if columns.ORIGINAL in self._rows.columns else "text.digest")

    def _cited(self, shown: pd.Series) -> str:
        number = shown["paragraph"]
        paragraph = "" if pd.isna(number) else self._say("deck.paragraph", number=number)
        return self._say(
            "deck.source", text=self._text_kind(shown), article=shown["article"], publisher=shown["publisher"],
            published=shown["published"], paragraph=paragraph, figure=shown["figure_id"],
        )  # fmt: skip

    def _spoken(self, row: Row, shown: pd.Series) -> list[str]:
        """The speaker's notes on one figure: its sentence in full, its source, and what to be careful with."""
        lines = [
            self._say("note.sentence", text=self._text_kind(shown), sentence=shown["sentence"]),
            self._say("note.source", source=self._cited(shown)),
        ]
        if row["bound"] != "exact":
            meaning = self._say(f"bound.{row['bound']}")
            lines.append(self._say("note.bound", written=row["written"], meaning=meaning))
        lines.append(self._say("note.period", meaning=self._say(f"period_kind.{row['period_kind']}")))
        if reasons := self._unlike(row):
            lines.append(self._say("note.unlike", reasons=self._say("join.and").join(reasons)))
        if shown["note"]:
            lines.append(self._say("note.remark", note=shown["note"]))
        return lines

    def _unlike(self, row: Row) -> list[str]:
        """Why the figure does not compare with others of its indicator in this deck, but for unlike places."""
        if not row["indicator_id"]:
            return []
        one = pd.Series(row)
        same = self._figures[
            (self._figures["indicator_id"] == row["indicator_id"])
            & (self._figures["figure_id"] != row["figure_id"])
        ]
        reasons = [
            reason for _, other in same.iterrows() for reason in why_not(one, other) if reason.code != "place"
        ]
        return list(dict.fromkeys(reason.en if self._language == "en" else reason.zh for reason in reasons))


def _ems(text: str) -> float:
    """How wide `text` is, in font sizes, rounded up: no font is at hand to measure with."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.6 for character in text)


def _lines(text: str, size: float, width: int) -> int:
    """How many lines `text` takes at `size` points in a box `width` wide."""
    per_line = max(1.0, (width / 12_700 - 15) / size - 1)  # less the box's margins and a last character
    return max(1, int(-(-_ems(text) // per_line)))


def _cut(text: str, size: float, width: int, lines: int) -> str:
    """`text`, or as much of it as stands on `lines` lines with an ellipsis: nothing runs out of its box."""
    text = " ".join(text.split())
    if _lines(text, size, width) <= lines:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _lines(text[:middle] + "…", size, width) <= lines else (low, middle - 1)
    return text[:low] + "…"
