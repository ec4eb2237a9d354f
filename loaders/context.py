"""Decide which time and which place a figure belongs to: the nearest words that can speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loaders.marks import COMMA, last_clause, last_part
from loaders.periods import Calendar, Period, TimeWord, resolve
from loaders.places import NOWHERE, Located, Mention, Place
from loaders.quantity import Quantity

_CLAUSE_MARKS = "，。；：！？,;:!?\n、（( 　“"
_CONNECTOR = re.compile(r"^[^，。；,;]{0,10}$")
_START_VALUE = re.compile(r"(?:从|由)(?!事|于|此)[^，。；,;0-9]{0,8}$")
_TO_VALUE = re.compile(r"[^，。；,;0-9]{0,14}(?:到|至|为|成)")
_EXAMPLE = re.compile("法院|检察院|公安局|医院|学校|公司|某|一家|有")  # who is named once, as an example
_ONCE_BUILT = re.compile(r"(?:达产|投产|建成|建成投产|完工)后")
_NUMERAL = re.compile("[0-9一二三四五六七八九十]")
_SHARED_OUT = re.compile("分别|依次|各自|分列|分居|排名")
_UNDATED = re.compile(r"(?:此前|早前|先前|以往|当时|原来|原先)")
_YEAR_BEHIND = re.compile(r"[（(]([12][0-9]{3})年[^）)]{0,4}[）)]")
# who says so, and how surely, stands before the time: 负责人表示，2024年
_ATTRIBUTION = re.compile(
    r"^(?:[^，。；,;]{0,24}(?:表示|介绍|显示|指出|提出|透露|称|说|明确)[，,：:“]*|预计[，,]?|今后五年[，,]?|[^，。；,;：:]{0,12}目标是[：:]?|据[^，。；,;]{1,16}[，,]|其中[，,]?|同时[，,]|此外[，,])+"
)
_YEARLY = re.compile(r"每(年|季|月)")
_YEARLY_KINDS = {"年": "year", "季": "quarter", "月": "month"}
_NOW = re.compile(r"如今|现在|经过多年|目前|截至|现有|已累计|现已|累计已|已达|已有")
_EMBEDDED_FOLLOW = re.compile(r"的|以上[\u4e00-\u9fff]|以下[\u4e00-\u9fff]")


class SentenceTimes:
    """The time words of one sentence with their periods, and what the paragraph lends it."""

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        words: Sequence[TimeWord],
        calendar: Calendar,
        base: int | None,
    ) -> None:
        self.text, self.start, self.end = text, span[0], span[1]
        self.calendar = calendar
        self.periods: list[tuple[TimeWord, Period]] = []
        self._lead: Period | None = None
        self._sought = False
        running = base
        for word in words:
            period = resolve(word, calendar, running)
            if period is None:
                continue
            if word.year and period.year is not None and word.form in ("year", "since") and not word.local:
                running = period.year
            self.periods.append((word, period))

    def lead(self) -> Period | None:
        """The period of a time word at the head of the sentence: it holds for what follows."""
        if not self._sought:
            self._lead, self._sought = self._find_lead(), True
        return self._lead

    def _find_lead(self) -> Period | None:
        if not self.periods:
            return None
        stop = min(
            (at for at in (self.text.find(m, self.start, self.end) for m in "；;") if at >= 0),
            default=self.end,
        )
        for word, period in self.periods:
            if word.local or period.year is None or word.start > stop:
                continue
            opening = _ATTRIBUTION.sub("", self.text[self.start : word.start])
            if len(opening) <= 12 and not COMMA.search(opening):
                return period
        return None

    def own(self, position: int) -> Period | None:
        """The period of the nearest time word before `position` that can speak of it."""
        segment = max(
            self.text.rfind("；", self.start, position),
            self.text.rfind(";", self.start, position),
            self.start,
        )
        near = [
            pair
            for pair in self.periods
            if segment <= pair[0].start
            and pair[0].end <= position
            and not (pair[0].local and _NUMERAL.search(self.text, pair[0].end, position))
        ]
        if near:
            word, period = near[-1]
            if len(near) > 1 and self._embedded(word, position):
                return near[-2][1]
            return period
        lead = self.lead()
        return lead if lead is not None and self.text.find(lead.words, self.start, position) >= 0 else None

    def shared_out(self, quantity: Quantity, members: tuple[int, int]) -> Period | None:
        """2013年、2014年、2015年收案数分别为6102件、6985件、8317件: each its own year."""
        if members[1] < 2 or "分别" not in self.text[self.start : quantity.listed]:
            return None
        near = [pair for pair in self.periods if pair[0].end <= quantity.listed]
        if near and near[-1][0].form == "range":
            first = near[-1][1].start
            if first is not None and near[-1][1].year == first.year + members[1] - 1:
                year = first.year + members[0]
                return Period("year", date(year, 1, 1), date(year, 12, 31), year, "stated", near[-1][0].text)
            return None
        run: list[tuple[TimeWord, Period]] = []
        for pair in reversed(near):
            if run and self.text[pair[0].end : run[0][0].start] not in ("、", "和", "及", "与"):
                break
            run.insert(0, pair)
        return run[members[0]][1] if len(run) == members[1] else None

    def _embedded(self, word: TimeWord, position: int) -> bool:
        """Whether the time word belongs to a name or a condition: 2023年GDP5000亿元以上地级市."""
        before = self.text[word.start - 1 : word.start]
        if (
            word.local
            or not before
            or before in _CLAUSE_MARKS
            or before in "于自从至到截为年月，初中即和与及由是较比"
        ):
            return False
        between = self.text[word.end : position]
        return bool(_EMBEDDED_FOLLOW.search(between)) and not COMMA.search(between)


def choose_period(
    quantity: Quantity,
    times: SentenceTimes,
    lent: Period | None,
    status: str,
    sectioned: Period | None,
    members: tuple[int, int] = (0, 1),
    kind: str = "",
    planned: bool = False,
) -> Period:
    """The period of a figure: its own time word, the paragraph's, the heading's, the article's.

    `planned` tells that the document or section is a plan, whose year its targets take.
    """
    text, start = times.text, quantity.start
    said = text[times.start : start]
    clause, part = last_clause(said), last_part(said)
    undated = _UNDATED.search(part)
    if undated and re.match(r"的[0-9]", said[said.rfind(undated.group()) + len(undated.group()) :]):
        # 由原来的4小时缩短到30分钟: of the first number only
        between = said[said.rfind(undated.group()) + len(undated.group()) + 1 :]
        undated = None if re.search(r"[0-9]", between) else undated
    if undated and not any(word.start >= times.start + undated.start() for word, _ in times.periods):
        return Period(words=undated.group())
    later = _YEAR_BEHIND.match(text, quantity.written[1])
    if later:
        year = int(later.group(1))
        return Period("year", date(year, 1, 1), date(year, 12, 31), year, "stated", later.group(1) + "年")
    shared = times.shared_out(quantity, members)
    if shared is not None:
        return shared
    if status == "target" and _ONCE_BUILT.search(part):
        return Period()  # 达产后可实现年产值50亿元: when, is not said
    own = times.own(quantity.listed if quantity.listed >= 0 else quantity.written[0])
    if own is not None and own.words:
        if _START_VALUE.search(text[max(times.start, start - 10) : start]) and _TO_VALUE.match(
            text[quantity.end : quantity.end + 20]
        ):
            tail = said[said.rfind(own.words) :]
            if not _START_VALUE.search(tail) or "从" not in tail and "由" not in tail:
                return own
            return Period()
        if "累计" in text[max(times.start, start - 24) : start] and own.kind == "span":
            return replace(own, kind="cumulative")
        if (
            own.kind == "year"
            and status == "reported"
            and kind not in ("rank", "streak")
            and quantity.unit not in ("位", "名")
        ):
            return _not_yet_over(own, times.calendar)
        return own
    if _START_VALUE.search(text[max(times.start, start - 10) : start]) and _TO_VALUE.match(
        text[quantity.end : quantity.end + 20]
    ):
        return Period()
    if text[start - 2 : start - 1] == "》" and text[start - 1] in "（(":
        return Period()
    calendar = times.calendar
    cumulative = "累计" in part
    yearly = _YEARLY.search(clause)
    if yearly and status == "target" and not planned:  # 计划每年发行40亿元: a year, and no one year
        return Period(_YEARLY_KINDS.get(yearly.group(1), "unstated"), words=yearly.group())
    if lent is not None and kind == "streak":  # a streak ends in that year, it is not of that year alone
        lent = Period("unstated", None, None, lent.year, "context", lent.words)
    if lent is not None and lent.year is not None and not _NOW.search(clause) and not cumulative:
        return replace(lent, basis="context")
    if sectioned is not None and sectioned.year is not None:
        told = replace(sectioned, basis="context")
        unfinished = (
            status == "reported" and told.kind == "year" and _not_yet_over(told, calendar) is not told
        )
        # a heading of 2026年春季 does not make a whole year of what was counted by April
        return Period("unstated", None, None, told.year, "context", told.words) if unfinished else told
    if status == "target" and not planned:
        return Period()  # 预计年产值超300亿元: when, is not said
    unsaid = calendar.planned if status == "target" else calendar.reported
    basis = "publication" if unsaid is not None else ""
    if cumulative:
        return Period(
            "cumulative", None, calendar.today() if unsaid == calendar.year else None, unsaid, basis, "累计"
        )
    return Period("unstated", None, None, unsaid, basis, "")


def _not_yet_over(period: Period, calendar: Calendar) -> Period:
    """What is reported of a year before it ends is of the year so far."""
    today = calendar.today()
    if period.year != calendar.year or today is None or period.end is None or period.end <= today:
        return period
    return replace(period, kind="ytd", end=today)


def lends(period: Period) -> bool:
    """Whether the head of a paragraph speaks for its later sentences."""
    if period.kind == "as_of":
        return period.year is not None and bool(re.search(r"[底末]", period.words))
    return period.kind in ("year", "ytd", "quarter", "month") and period.year is not None


def is_history(period: Period, calendar: Calendar) -> bool:
    """Whether a paragraph opens long before the article's time: what follows need not be of then."""
    return calendar.year is not None and period.year is not None and period.year < calendar.year - 2


def _hidden(text: str, mention: Mention, position: int, start: int) -> bool:
    """Inside brackets, quotation marks or a title that do not hold the figure too."""
    for opening, closing in ("（）", "()", "《》", "“”"):
        left = text.rfind(opening, start, mention.start + 1)
        if left < 0:
            continue
        right = text.find(closing, left)
        if right < 0:
            continue
        if left <= mention.start < right and not left < position <= right:
            return True
    return False


def choose_place(
    quantity: Quantity,
    text: str,
    span: tuple[int, int],
    mentions: Sequence[Mention],
    members: tuple[int, int],
    carried: Mention | None,
    section: Place | None,
    home: Place | None,
) -> Located:
    """The place of a figure. `members` is its rank and count in the list it stands in."""
    start, position = span[0], quantity.written[0]
    able = [m for m in mentions if m.end <= position and m.subject and not _hidden(text, m, position, start)]
    if quantity.form == "rank" or quantity.unit in ("位", "名", "个位次"):  # what lies above is the league
        able = [m for m in able if m.place is None or not _above(m.place, home)]
    segment = max(text.rfind("；", start, position), text.rfind(";", start, position))
    near = [m for m in able if m.start > segment] or (
        [able[0]] if able and _heads(text, start, able[0]) else []
    )
    if near:
        mention = near[-1]
        if mention.group < 0:
            if mention.place is None:
                return Located("", "", mention.words)
            return Located(mention.place.name, "stated", mention.words)
        group = [m for m in near if m.group == mention.group]
        shared = text[group[-1].end : position]
        chosen = group[members[0]].place if members[1] == len(group) else None
        if chosen is not None and _SHARED_OUT.search(shared):
            return Located(chosen.name, "stated", group[members[0]].words)
        if shared.startswith("等") or not _opens_clause(text, mention.group, start):
            # 支持瓜州、玉门建设 has objects, not subjects; 将乐、尤溪等10个县 only names some
            near = [m for m in near if m.group < 0 and m.end <= mention.group]
            if near and near[-1].place is not None:
                return Located(near[-1].place.name, "stated", near[-1].words)
            return _beyond(carried, section, home)
        earlier = [m for m in near if m.end <= group[0].start and m.group < 0]
        if earlier and earlier[-1].place is not None:
            return Located(earlier[-1].place.name, "stated", earlier[-1].words)
        return Located("", "", "、".join(m.words for m in group))  # a sum of several places has no one place
    return _beyond(carried, section, home)


def _above(place: Place, home: Place | None) -> bool:
    if place.level == "country":
        return True
    return (
        home is not None and len(place.path) < len(home.path) and home.path[: len(place.path)] == place.path
    )


def _opens_clause(text: str, position: int, start: int) -> bool:
    before = text[max(start, position - 1) : position]
    return not before or before in "，。；：、,;:（( 年月日初底末来\n"


def _beyond(carried: Mention | None, section: Place | None, home: Place | None) -> Located:
    """What a sentence without a place of its own takes: the subject before, the heading, the article."""
    if carried is not None:
        if carried.place is None:
            return Located("", "", carried.words)
        return Located(carried.place.name, "carried", carried.words)
    if section is not None:
        return Located(section.name, "context", "")
    return Located(home.name, "article", "") if home is not None else NOWHERE


def _heads(text: str, start: int, mention: Mention) -> bool:
    return not COMMA.search(text[start : mention.start])


def sentence_topic(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], times: Sequence[TimeWord]
) -> Mention | None:
    """The place at the head of a sentence, which later sentences carry on."""
    for mention in mentions:
        opening = text[span[0] : mention.start]
        for word in times:
            opening = opening.replace(word.text, "")
        opening = re.sub(r"据(?:了解|悉|统计|介绍|通报)|其中|此外|同时|近年来|目前|[，,：:]", "", opening)
        if len(opening) > 4 or not mention.subject:
            return None
        if mention.group >= 0 or _EXAMPLE.match(text, mention.end):
            return None
        return mention
    return None
