"""The pipeline: an `Article` becomes a table of the figures that it reports."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders import kinds, places
from loaders import status as status_rules
from loaders.articles import Article, Paragraph, sentences
from loaders.calendars import make_calendar
from loaders.context import SentenceTimes, choose_period, choose_place, is_history, lends, sentence_topic
from loaders.domains import DomainReader
from loaders.lists import share_subjects
from loaders.periods import Calendar, Period, TimeWord, read_times, resolve
from loaders.places import Gazetteer, Mention, Place, PlaceReader
from loaders.quantities import read_quantities
from loaders.quantity import Quantity
from loaders.ranks import read_rank
from loaders.repeats import mark_repeats
from loaders.subjects import read_subject, without_place
from loaders.tables import FIGURES, typed

# subject, sentence, unit, kind, domain, clause -> indicator_id or ""
Matcher = Callable[[str, str, str, str, str, str], str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the reader knows beforehand: places, domains, indicators. Built once, shared by all articles."""

    gazetteer: Gazetteer
    domains: DomainReader
    match: Matcher


def figure_id(source_id: str, written: str, ordinal: int) -> str:
    """Seven characters that stay while the source prints the same expression in the same order."""
    digest = hashlib.sha256(f"{source_id}\n{written}\n{ordinal}".encode()).hexdigest()
    return "f" + digest[:7]


def read_figures(article: Article, lexicon: Lexicon) -> pd.DataFrame:
    """The figures of `article`: one row a figure, columns `tables.FIGURES`, in reading order."""
    return typed(pd.DataFrame(read_rows(article, lexicon), columns=[c.name for c in FIGURES]), FIGURES)


def read_rows(article: Article, lexicon: Lexicon) -> list[dict[str, Any]]:
    """The same as plain rows, without the cost of a table."""
    return _Reading(article, lexicon).rows()


class _Reading:
    """One pass over one article."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self.article, self.lexicon = article, lexicon
        self.text = article.folded
        title = article.title or self._first_line()
        home = lexicon.gazetteer.first(article.place) if article.place else None
        if home is None and article.place:  # a place that no gazetteer lists: a park, a village
            above = places.guess_home(lexicon.gazetteer, article.place, "", "")
            home = Place(article.place, "zone", (*(above.path if above else ()), article.place))
        if home is None:
            home = places.guess_home(lexicon.gazetteer, title, article.publisher, self.text)
        self.home = home
        self.calendar: Calendar = make_calendar(title, article.published, self.text)
        self.plan = bool(status_rules.PLAN_TITLE.search(title))
        self.times: list[TimeWord] = read_times(self.text)
        self.quantities: list[Quantity] = read_quantities(self.text, [(w.start, w.end) for w in self.times])
        self.reader = PlaceReader(lexicon.gazetteer, home)
        self.mentions: list[Mention] = self.reader.mentions(self.text)
        self._headings: dict[str, tuple[Place | None, Period | None]] = {}
        self._sections: dict[tuple[str, ...], tuple[Place | None, Period | None, str, str]] = {}
        self._seen: Counter[str] = Counter()
        self._t = self._q = self._m = 0  # how far each list has been used

    def _first_line(self) -> str:
        for paragraph in self.article.paragraphs[:3]:
            line = self.text[paragraph.start : paragraph.end]
            if len(line) <= 60 and "。" not in line:
                return line
        return ""

    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for paragraph in self.article.paragraphs:
            rows.extend(self._paragraph(paragraph))
        _say_again(rows)
        mark_repeats(rows)
        return rows

    def _paragraph(self, paragraph: Paragraph) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        lent: Period | None = None
        carried: Mention | None = None
        base: int | None = None
        sectioned = self._section(paragraph.section)[1]
        if sectioned is not None:
            base = sectioned.year
        subject = ""
        first = True
        for span in sentences(self.article, paragraph):
            words = self._take_times(span[1])
            mentions = self._take_mentions(span[1])
            quantities = self._take_quantities(span[1])
            times = SentenceTimes(self.text, span, words, self.calendar, base)
            lead = times.lead()
            if (
                (first or self.plan)
                and lead is not None
                and lends(lead)
                and not is_history(lead, self.calendar)
            ):
                lent, base = lead, lead.year
            first = False
            wishes = status_rules.find_wishes(self.text, span) if quantities else []
            topic = sentence_topic(self.text, span, mentions, words)
            read: list[dict[str, Any]] = []
            for i, quantity in enumerate(quantities):
                row, subject = self._row(
                    quantity, quantities, i, span, times, lent, carried, mentions, paragraph, subject, wishes
                )
                read.append(row)
            if read:
                _name_the_nameless(read)
            for i, shared in share_subjects(quantities, [row["subject"] for row in read], self.text, span[0]):
                self._rename(read[i], shared)
            rows += read
            subject = ""
            if topic is not None:
                carried = topic
        return rows

    def _row(
        self,
        quantity: Quantity,
        siblings: list[Quantity],
        i: int,
        span: tuple[int, int],
        times: SentenceTimes,
        lent: Period | None,
        carried: Mention | None,
        mentions: list[Mention],
        paragraph: Paragraph,
        last_subject: str,
        wishes: list[re.Match[str]],
    ) -> tuple[dict[str, Any], str]:
        text, article = self.text, self.article
        previous = siblings[i - 1] if i else None
        section_place, sectioned, section_status, section_domain = self._section(paragraph.section)
        kind = self._kind(quantity, siblings, i, span[0])
        context = section_status or ("target" if self.plan else "")
        status, why = status_rules.read_status(quantity, text, span, context, wishes)
        members = _membership(quantity, siblings)
        period = choose_period(quantity, times, lent, status, sectioned, members, kind, context == "target")
        status = status_rules.status_in_time(status, why, period, self.calendar)
        if (
            status == "target"
            and period.basis == "publication"
            and status_rules.is_capacity(quantity, text, span)
        ):
            period = Period()
        located = choose_place(quantity, text, span, mentions, members, carried, section_place, self.home)
        floor = previous.written[1] if previous is not None else span[0]
        subject = read_subject(quantity, article.clean, span[0], floor, last_subject)
        subject = without_place(
            subject, [m.words for m in mentions] + ([self.home.name] if self.home else [])
        )
        sentence = article.clean[span[0] : span[1]].strip()
        clause = kinds.clause_around(text, span, quantity)
        domain = section_domain or self.lexicon.domains.of_words(subject, sentence)
        value, high = quantity.value, quantity.high
        if kind == "change" and kinds.is_fall(quantity, text, span[0]):
            value, high = -abs(value), -abs(high) if high is not None else None
        start, end = article.original(quantity.start, quantity.end)
        written = article.clean[quantity.written[0] : quantity.written[1]]
        self._seen[written] += 1
        row: dict[str, Any] = {
            "figure_id": figure_id(article.source_id, written, self._seen[written]),
            "source_id": article.source_id,
            "paragraph": article.paragraph_number(start),
            "start": start,
            "end": end,
            "sentence": sentence,
            "written": written,
            "value": float(value),
            "value_high": float(high) if high is not None else None,
            "value_printed": quantity.number,
            "unit_printed": quantity.unit_printed,
            "unit": quantity.unit,
            "bound": quantity.bound,
            "kind": kind,
            "status": status,
            "period_kind": period.kind,
            "period_start": period.start,
            "period_end": period.end,
            "year": period.year,
            "year_basis": period.basis if period.year is not None else "",
            "period_words": period.words,
            "compared_with": kinds.compared_with(text, span[0], quantity.start) if kind == "change" else "",
            "place": located.place,
            "place_basis": located.basis,
            "place_words": located.words,
            "domain": domain,
            "subject": subject,
            "indicator_id": self.lexicon.match(subject, sentence, quantity.unit, kind, domain, clause),
            "league": "",
            "league_size": None,
            "rank_from": "",
            "body": "",
            "repeats": "",
            "review": "read",
            "note": "",
        }
        if kind == "rank":
            row.update(read_rank(quantity, text, span[0]))
            if any(subject == m.words for m in mentions):  # 准格尔旗居县域百强第3名: the list is what counts
                row["subject"] = row["league"] or row["body"] or subject
        return row, subject

    def _rename(self, row: dict[str, Any], subject: str) -> None:
        """What a list shared out is read by its own name, for the clause names all of them."""
        row["subject"] = subject
        row["indicator_id"] = (
            self.lexicon.match(subject, subject, row["unit"], row["kind"], row["domain"], subject)
            if subject
            else ""
        )

    def _kind(self, quantity: Quantity, siblings: list[Quantity], i: int, sentence_start: int) -> str:
        """A later member of a list is of the kind of the first: 分别增长1.9%和38.4%."""
        while i and quantity.listed >= 0 and siblings[i - 1].listed == quantity.listed:
            i -= 1
        while True:
            previous = siblings[i - 1] if i else None
            kind = kinds.read_kind(siblings[i], self.text, sentence_start, previous)
            if kind:
                return kind
            # 增长63.1%、电动汽车2.6倍: a rate without a word of its own goes on like the one before
            if previous is None or not kinds.goes_on(self.text[previous.written[1] : siblings[i].start]):
                return "share"
            i -= 1

    def _section(self, section: tuple[str, ...]) -> tuple[Place | None, Period | None, str, str]:
        """What the headings above say: place, period, status, domain."""
        if section not in self._sections:
            place: Place | None = None
            period: Period | None = None
            for heading in section:
                own_place, own_period = self._heading(heading)
                place, period = own_place or place, own_period or period
            self._sections[section] = (
                place,
                period,
                status_rules.heading_status(section),
                self.lexicon.domains.of_heading(section),
            )
        return self._sections[section]

    def _heading(self, heading: str) -> tuple[Place | None, Period | None]:
        """The place and the period that one heading names."""
        if heading not in self._headings:
            place = next(
                (
                    m.place
                    for m in self.reader.mentions(heading)
                    if not m.generic and m.place is not None and m.subject
                ),
                None,
            )
            period: Period | None = None
            # a title has its say in the calendar; 2019年1月在……会议上 tells when a report was given
            silent = heading == self.article.title or re.match(
                r"—|[（(]?[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", heading
            )
            for word in () if silent else read_times(heading):
                told = resolve(word, self.calendar, None)
                if (
                    told is not None
                    and told.kind in ("year", "ytd", "quarter", "month")
                    and told.year is not None
                ):
                    period = told
            self._headings[heading] = place, period
        return self._headings[heading]

    def _take_times(self, end: int) -> list[TimeWord]:
        start = self._t
        while self._t < len(self.times) and self.times[self._t].start < end:
            self._t += 1
        return self.times[start : self._t]

    def _take_mentions(self, end: int) -> list[Mention]:
        start = self._m
        while self._m < len(self.mentions) and self.mentions[self._m].start < end:
            self._m += 1
        return self.mentions[start : self._m]

    def _take_quantities(self, end: int) -> list[Quantity]:
        start = self._q
        while self._q < len(self.quantities) and self.quantities[self._q].start < end:
            self._q += 1
        return self.quantities[start : self._q]


def _membership(quantity: Quantity, siblings: list[Quantity]) -> tuple[int, int]:
    """Rank and count of the quantity in its list."""
    if quantity.listed < 0:
        return 0, 1
    members = [q for q in siblings if q.listed == quantity.listed]
    return members.index(quantity), len(members)


def _name_the_nameless(rows: list[dict[str, Any]]) -> None:
    """350类682项事项: a number with nothing of its own takes the subject of the next in its sentence."""
    for row, following in zip(reversed(rows[:-1]), reversed(rows), strict=False):
        if not row["subject"] and row["sentence"] == following["sentence"]:
            row["subject"] = following["subject"]


def _say_again(rows: list[dict[str, Any]]) -> None:
    """What an article says again without a time is of the time it named first; mark it as repeated."""
    first: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        tail = re.sub(r"[^\u4e00-\u9fff]", "", row["sentence"].split(row["written"], 1)[-1])[:4]
        same = (row["written"], row["unit"], row["kind"], row["place"], tail)
        earlier = first.setdefault(same, row)
        if earlier is row or row["kind"] != "streak":
            continue
        if row["year_basis"] == "publication" and earlier["year_basis"] == "stated":
            for column in ("period_kind", "period_start", "period_end", "year", "period_words"):
                row[column] = earlier[column]
            row["year_basis"] = "context"
