"""Time words, and the period that a figure speaks of.

`read_times` finds every time expression of a text; `PeriodReader` decides which of them a figure
belongs to: its own clause, else the sentence, the paragraph, the heading, the article.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from loaders.numerals import chinese

YEAR = r"(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
TO = r"(?:-|—{1,2}|~|～|至|到)"
_RELATIVE = r"(?:今年|本年度?|去年|上一?年度?|前年|明年|当年|同年|次年)"
_PART = (
    rf"第?[一二三四1-4]季度末?|[一二三四](?:至|到|—|-)[二三四]季度|前[二三两23]个?季度|上半年|下半年|年中"
    rf"|前(?:1[01]|[2-9]|[二三四五六七八九十两]{{1,2}})个月|{_MONTH}月?(?:份)?{TO}{_MONTH}月份?|{_MONTH}月份?(?:{_DAY}日(?:{TO}(?:{_MONTH}月)?{_DAY}日)?)?"
    r"|上旬|中旬|下旬|全年|春节假?期?(?=期间|，)"
)
_EDGE = r"年?[底末初](?:前|之前|以前)?|以来|至今|以前|之前|(?<=[0-9年月日])前(?![三两十0-9后端往列沿景期行进提移身言])|之后|以后|起"

TIME = re.compile(
    rf"(?P<versus>(?:同比|环比|比|较|高于|低于|超过|优于|好于|快于|[与同和](?=[^，。；]{{0,36}}(?:相比|持平|比较)))(?:(?:{YEAR}年|{_RELATIVE})(?:{_PART})?|年初|上月|上季度?|上期|同期|前三年|{_MONTH}月|{_PART})(?:同期|同月|同季|末|底|初|年底|年末|全年)?)"
    rf"|(?P<same>同比|环比|(?:上年|去年|上一?年度?)(?:同期|同月)|上年度?(?=结转|结余|未结|遗留|旧存))"
    rf"|(?P<plan>“?十[一二三四五六]五”?(?P<planedge>以来|期间|时期|末|规划|收官|开局|前[两三四]年)?)"
    rf"|(?P<range>(?<![0-9]){YEAR}年?度?{TO}{YEAR}年度?(?P<rangeedge>间|期间|底|末)?)"
    rf"|(?P<dotted>(?<![0-9.])[12][0-9]{{3}}(?:[-/][01]?[0-9](?:[-/][0-3]?[0-9])?|\.[01]?[0-9]\.[0-3]?[0-9])(?![0-9]|[.%万亿元]))"
    rf"|(?P<since>(?<![0-9])(?P<sinceyear>{YEAR})年(?:{_MONTH}月(?:{_DAY}日)?|年?[初底末])?(?:以来|至今|起|后(?=，)))"
    rf"|(?P<year>(?<![0-9])(?P<yearno>{YEAR}年度?|{_RELATIVE})(?P<part>{_PART})?(?P<edge>{_EDGE})?)"
    rf"|(?P<month>(?<![0-9个第])(?P<monthpart>{_PART})(?P<monthedge>{_EDGE})?)"
    r"|(?P<yearedge>(?<![0-9近几多半每全本今去上前])年[底末](?:前|之前|以前)?|(?<=[至到截较])年初)"
    r"|(?P<now>截至目前|截止目前|截至今日|截至发稿|目前|迄今(?:为止)?|至今|现已|现有|已累计|现阶段)"
    r"|(?P<years>(?:近|过去|最近|前|这|上一?个?|今后|未来|往后)?(?:[0-9]{1,2}|[一二三四五六七八九十两几]{1,2})个?(?:年[来间]|个月[来内]|年以来|天来|年内)"
    r"|(?:近|过去|最近|前|这|今后|未来)(?:[0-9]{1,2}|[一二三四五六七八九十两几]{1,2})个?(?:年|个月|月|天|日|周)(?:里|中|间)?|近年来|近些年来?|历年来?|多年来)"
    r"|(?P<day>(?<![0-9月])[0-3]?[0-9]日(?![均内前]))"
    r"|(?P<season>(?:春节|国庆|五一|元旦|清明|中秋|端午|暑期|春运|“五一”|“十一”|双节)(?:假期|小长假|黄金周)?(?:期间|，))"
)
EVENT = re.compile(
    r"(?:上线|运行|开展|启动|成立|实施|开通|开班|建成|投用|运营|设立|推行|出台|建立|施行|试点|党的[一二三四五六七八九十]{2,3}大|建[市区县旗州]|改革|开工|入汛|入冬|入夏|开播|本届政府)以来"
)  # 上线以来
# The first characters of TIME: most others are passed in one step.
_TIME_OPENS = re.compile(
    "[0-9“同环比较高低超优好快与和十一二三四五六七八九两几今本去上前明当次全第中下春年截目迄至现已近过最这未往多历国元清端暑双]"
)
_CHINESE_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")
_PLANS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}


@dataclass(frozen=True, slots=True)
class Period:
    """What a figure's time is: kind, first and last day where they are known, and the words."""

    kind: str = "unstated"
    start: date | None = None
    end: date | None = None
    year: int | None = None
    basis: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A time expression at [start, end) of the text; `form` is the name of its group in TIME."""

    start: int
    end: int
    form: str
    text: str
    year: str = ""
    part: str = ""
    edge: str = ""
    local: bool = False  # speaks of the next number only: 由2016年的43.1%下降到4.9%


_ONE_NUMBER = re.compile(r"(?:同期|同月|全年)?的(?:约|近|超过?|不足|第)?(?=[0-9一二三四五六七八九十两])")
_PAST_NUMBER = re.compile(
    r"(?:结余|结转收入)(?=[0-9])|(?:为|仅为?|只有)(?:约|近|超过?|不足)?(?=[0-9])"
)  # 去年同期为21件
_MEASURE_OF_PAST = re.compile(r"(?:恢复到?至?|相当于|回升到?至?|是|为|达到?|占)$")
_SINCE_LATER = re.compile(r"[^，。；,;\n]{1,24}以来")


def read_times(text: str) -> list[TimeWord]:
    """Every time expression of folded `text`, in order.

    >>> [w.text for w in read_times("2025年以来，共办结49件，同比增长5%，截至2月底余额7537.8亿元")]
    ['2025年以来', '同比', '2月底']
    """
    words = []
    end = 0
    for opening in _TIME_OPENS.finditer(text):
        match = TIME.match(text, opening.start()) if opening.start() >= end else None
        if match is None:
            continue
        end = match.end()
        form = match.lastgroup or ""
        year = part = edge = ""
        if match.group("year"):
            form, year = "year", match.group("yearno")
            part, edge = match.group("part") or "", match.group("edge") or ""
        elif match.group("month"):
            form, part, edge = "month", match.group("monthpart"), match.group("monthedge") or ""
        elif match.group("plan"):
            form, edge = "plan", match.group("planedge") or ""
        elif match.group("range"):
            form, edge = "range", match.group("rangeedge") or ""
        elif match.group("since"):
            form, year = "since", match.group("sinceyear")
        local = bool(_ONE_NUMBER.match(text, match.end()))
        lead_in = text[max(0, match.start() - 4) : match.start()]
        if form in ("same", "versus") or year.startswith(("去年", "上年", "上一年")):
            local = local or bool(_PAST_NUMBER.match(text, match.end()))
        if (
            not local
            and text[match.end() : match.end() + 1].isdigit()
            and re.search(r"(?:[是比较]|相当于)$", lead_in)
        ):
            local = True  # 是2012年底36.4万千瓦的31倍
        if local and form in ("versus", "same"):
            past = re.search(rf"{YEAR}年|{_RELATIVE}", match.group())
            if past:  # 去年同期的75.02%, 比上年末的9.8%
                form, year = "year", past.group()
        if local and _MEASURE_OF_PAST.search(lead_in) and _ONE_NUMBER.match(text, match.end()):
            form = "versus"  # 恢复到2019年的102% measures against that year
        since = text[match.start() - 1 : match.start()] in ("自", "从") and _SINCE_LATER.match(
            text, match.end()
        )
        if form == "year" and year[:1].isdigit() and not edge and since:
            form, year = "since", year.rstrip("年度")
        words.append(TimeWord(match.start(), match.end(), form, match.group(), year, part, edge, local))
    if "以来" in text:
        words += [TimeWord(m.start(), m.end(), "event", m.group()) for m in EVENT.finditer(text)]
        words.sort(key=lambda word: word.start)
    return words


def four_digits(printed: str) -> int:
    """2025 of "2025年" or "二〇二五年度"."""
    return int(printed.translate(_CHINESE_YEAR)[:4])


def _month_number(printed: str) -> int:
    digits = re.sub(r"[^0-9]", "", printed)
    if digits:
        return int(digits)
    value = chinese(re.sub(r"[月份]", "", printed))
    return int(value) if value is not None else 0


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Calendar:
    """The article's own time: when it was published and which year it reports on."""

    year: int | None  # of publication
    month: int | None
    day: int | None
    reported: int | None  # the year that figures without a time word belong to
    planned: int | None  # the year that targets without a time word belong to

    def today(self) -> date | None:
        """The day of publication; the last of the month where only the month is printed."""
        if self.year is None:
            return None
        if self.month is None:
            return None
        return date(self.year, self.month, self.day) if self.day else month_end(self.year, self.month)


def resolve(word: TimeWord, calendar: Calendar, base: int | None) -> Period | None:
    """The period of one time expression, or None where it names none (comparisons, single days).

    `base` is the year that the context speaks of; "1-7月" and "全年" take it.
    """
    today = calendar.today()
    if word.form in ("versus", "same", "dotted"):
        return None
    if word.form == "now":
        return Period("as_of", None, today, calendar.year or base, "stated", word.text)
    if word.form == "event":
        return Period("cumulative", None, today, calendar.year or base, "stated", word.text)
    if word.form == "years":
        if re.match(r"今后|未来|往后", word.text):
            return None
        return Period("span", None, today, calendar.reported or base, "context", word.text)
    if word.form == "plan":
        first = _PLANS[re.search(r"十([一二三四五六])五", word.text).group(1)]  # type: ignore[union-attr]
        if word.edge in ("以来", "") and calendar.year and first <= calendar.year:
            if not word.edge:
                return None
            end = min(calendar.year, first + 4)
            return Period("span", date(first, 1, 1), today, end, "stated", word.text)
        if word.edge == "末":
            return Period("as_of", None, date(first + 4, 12, 31), first + 4, "stated", word.text)
        if word.edge in ("期间", "时期"):
            return Period("span", date(first, 1, 1), date(first + 4, 12, 31), first + 4, "stated", word.text)
        return None
    if word.form == "range":
        years = re.findall(YEAR, word.text)
        first, last = four_digits(years[0]), four_digits(years[-1])
        return Period("span", date(first, 1, 1), date(last, 12, 31), last, "stated", word.text)
    if word.form == "since":
        first = four_digits(word.year)
        if calendar.year is not None and first == calendar.year:
            return Period("ytd", date(first, 1, 1), today, first, "stated", word.text)
        return Period("cumulative", date(first, 1, 1), today, calendar.year or base, "stated", word.text)
    if word.form == "season":
        year = base if base is not None else calendar.year
        return Period("span", None, None, year, "context", word.text)
    if word.form == "day":
        year = base if base is not None else calendar.year
        return Period("as_of", None, None, year, "context", word.text) if year else None
    year = _year_of(word, calendar, base)
    if word.form == "yearedge":
        if year is None:
            return None
        return Period("as_of", None, date(year, 12, 31), year, "stated", word.text)
    if year is None:
        return Period("unstated", None, None, None, "", word.text)
    return _part_of_year(word, year, calendar, today)


def _year_of(word: TimeWord, calendar: Calendar, base: int | None) -> int | None:
    printed = word.year
    if printed[:1].isdigit() or printed[:1] in "一二" and printed[:1]:
        return four_digits(printed)
    if printed.startswith(("今年", "本年")):
        return calendar.year if calendar.year is not None else calendar.reported
    if printed.startswith(("上年", "上一年")):  # the year before the one that is spoken of
        known = base if base is not None else calendar.reported
        return known - 1 if known is not None else None
    if printed.startswith("去年"):
        return calendar.year - 1 if calendar.year is not None else None
    if printed.startswith("前年"):
        return calendar.year - 2 if calendar.year is not None else None
    if printed.startswith(("明年", "次年")):
        return calendar.year + 1 if calendar.year is not None else None
    year = base if base is not None else calendar.reported
    if year is not None and year == calendar.year and calendar.month and word.part and not printed:
        months = re.findall(rf"({_MONTH})月", word.part)
        ahead = months and max(_month_number(m) for m in months) > calendar.month
        if ahead and not word.edge.endswith("前"):
            return year - 1
    return year


def _part_of_year(word: TimeWord, year: int, calendar: Calendar, today: date | None) -> Period:
    part, edge, text = word.part, word.edge, word.text
    first, last = date(year, 1, 1), date(year, 12, 31)
    if edge.startswith(("底", "末", "年底", "年末")) and not part:
        return Period("as_of", None, last, year, "stated", text)
    if edge.startswith(("初", "年初")) and not part:
        return Period("as_of", None, first, year, "stated", text)
    if edge in ("以来", "至今", "起"):
        if year == calendar.year:
            return Period("ytd", first, today, year, "stated", text)
        return Period("cumulative", first, today, calendar.year or year, "stated", text)
    if not part:
        if word.year.startswith(("今年", "本年")) and calendar.month and calendar.month < 12:
            return Period("ytd", first, today, year, "stated", text)
        if edge.endswith("前"):
            return Period("as_of", None, last, year, "stated", text)
        return Period("year", first, last, year, "stated", text)
    if part == "全年":
        return Period("year", first, last, year, "stated", text)
    if part == "上半年":
        return Period("ytd", first, date(year, 6, 30), year, "stated", text)
    if part == "下半年":
        return Period("span", date(year, 7, 1), last, year, "stated", text)
    quarters = re.search(r"前([二三两23])个?季度|[一二三四](?:至|到|—|-)([二三四])季度", part)
    if quarters:
        until = {"二": 2, "两": 2, "2": 2, "三": 3, "3": 3, "四": 4}[quarters.group(1) or quarters.group(2)]
        return Period("ytd", first, month_end(year, 3 * until), year, "stated", text)
    quarter = re.match(r"第?([一二三四1-4])季度", part)
    if quarter:
        number = "一二三四".find(quarter.group(1)) + 1 or int(quarter.group(1))
        end = month_end(year, 3 * number)
        if part.endswith("末") or edge.startswith(("末", "底")):
            return Period("as_of", None, end, year, "stated", text)
        return Period("quarter", date(year, 3 * number - 2, 1), end, year, "stated", text)
    leading = re.match(r"前(.{1,2})个月", part)
    if leading:
        count = _month_number(leading.group(1).replace("两", "二")) or 1
        return Period("ytd", first, month_end(year, min(count, 12)), year, "stated", text)
    months = re.match(rf"({_MONTH})月?(?:份)?{TO}({_MONTH})月", part)
    if months:
        opens, closes = _month_number(months.group(1)), _month_number(months.group(2))
        if not (1 <= opens <= 12 and 1 <= closes <= 12):
            return Period("unstated", None, None, year, "stated", text)
        if edge.startswith(("末", "底")):
            return Period("as_of", None, month_end(year, closes), year, "stated", text)
        kind = "ytd" if opens == 1 else "span"
        return Period(kind, date(year, opens, 1), month_end(year, closes), year, "stated", text)
    days = re.match(rf"({_MONTH})月份?({_DAY})日{TO}(?:({_MONTH})月)?({_DAY})日", part)
    if days:
        opens, closes = _month_number(days.group(1)), _month_number(days.group(3) or days.group(1))
        first_day, last_day = int(days.group(2)), int(days.group(4))
        if first_day <= monthrange(year, opens)[1] and last_day <= monthrange(year, closes)[1]:
            return Period(
                "span", date(year, opens, first_day), date(year, closes, last_day), year, "stated", text
            )
    day = re.match(rf"({_MONTH})月份?({_DAY})日", part)
    if day:
        month, number = _month_number(day.group(1)), int(day.group(2))
        if 1 <= month <= 12 and number <= monthrange(year, month)[1]:
            return Period("as_of", None, date(year, month, number), year, "stated", text)
    month_only = re.match(rf"({_MONTH})月", part)
    if month_only:
        month = _month_number(month_only.group(1))
        if 1 <= month <= 12:
            if edge:
                return Period("as_of", None, month_end(year, month), year, "stated", text)
            return Period("month", date(year, month, 1), month_end(year, month), year, "stated", text)
    return Period("span", None, None, year, "stated", text)
