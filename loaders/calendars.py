"""An article's own time: when it was published, and which year it reports on."""

from __future__ import annotations

import re
from calendar import monthrange

from loaders.periods import TO, YEAR, Calendar, four_digits

_REVIEW_TITLE = re.compile(r"(?:工作报告|计划执行|预算执行|决算)")
_YEARLY_TITLE = re.compile(
    rf"(?P<year>{YEAR})年(?!.{{0,12}}(?:行动方案|实施方案|计划|要点|安排|第?[一二三四]季度|[0-9]+月|上半年|前三))"
)
_DATE = r"(?P<year>20[0-9]{2})年(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[0-3]?[0-9])日)?"
# a line that is a date, or a report's 2019年1月在……会议上
_DATED = re.compile(rf"(?m:^)[^\n，。]{{0,6}}?{_DATE}(?:$|(?=[\s在）)]))", re.MULTILINE)
_STANDS_AT = re.compile(r"截至(20[0-9]{2})年")
_STANDARD_TIME = re.compile(r"以(20[0-9]{2})年[^，。]{0,12}为[^，。]{0,6}时点")
FIRST_YEAR, LAST_YEAR = 1900, 2100
_LEAD = 150  # characters in which an article says of when it speaks


def published_day(published: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of "2025", "2025-12" or "2025-12-31"; None for what is not printed.

    What is no date, such as 2025-13 or 2025-02-30, is read as far as it is one.
    """
    year, month, day = ([int(piece) for piece in re.findall(r"[0-9]{1,4}", published)] + [0, 0, 0])[:3]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None, None, None
    if not 1 <= month <= 12:
        return year, None, None
    return year, month, day if 1 <= day <= monthrange(year, month)[1] else None


def printed_day(title: str, text: str) -> tuple[int | None, int | None, int | None]:
    """When a text without an index was written, as far as it says itself.

    A line that is a date; else the latest year of title and opening, with the month of its first day.
    """
    dated = _DATED.search(text[:400]) or _DATED.search(text[-120:])
    if dated:
        return published_day("-".join(filter(None, dated.group("year", "month", "day"))))
    opening = f"{title}\n{text[:_LEAD]}"
    years = [int(y) for y in re.findall(r"(?<![0-9])(20[0-9]{2})年", opening)] + [
        int(y) for y in _STANDS_AT.findall(text)
    ]
    if not years:
        return None, None, None
    month = re.search(r"(?<!年)(?<![0-9])(1[0-2]|[1-9])月[0-3]?[0-9]日", opening)
    return max(years), int(month.group(1)) if month else None, None


def make_calendar(title: str, published: str, text: str) -> Calendar:
    """Which year an article reports on: its own, or the past year that it reviews.

    A yearbook-like title tells (2022年统计公报); a report to the people's congress reviews the year
    before; what appears in January, or in February and March with more talk of the past year,
    looks back too.
    """
    year, month, day = published_day(published) if published else printed_day(title, text)
    span = re.search(rf"{YEAR}年?{TO}({YEAR})年", title)
    named = re.search(rf"({YEAR})年", title)
    planned = four_digits(span.group(1)) if span else four_digits(named.group(1)) if named else year
    return Calendar(year, month, day, _reported(title, text, year, month, bool(span)), planned or year)


def _reported(title: str, text: str, year: int | None, month: int | None, span: bool) -> int | None:
    titled = _YEARLY_TITLE.search(title)
    counted = _STANDARD_TIME.search(text[:400])
    if counted:
        return int(counted.group(1))
    if titled and not span:
        reported = four_digits(titled.group("year"))
        delivered = _REVIEW_TITLE.search(title) and (year is None or reported == year)
        return reported - 1 if delivered and (month is None or month <= 4) else reported
    if year is None or month is None:
        return year
    told = rf"{year - 1}年[^》。，\n]{{0,20}}(?:报告|公报|白皮书|盘点|成绩单|答卷|数据|状况|工作情况)"
    if month <= 7 and re.search(told, text[:400]):
        return year - 1
    if month <= 4 and _REVIEW_TITLE.search(title):
        return year - 1
    if month <= 3 and _looks_back(text, year, month):
        return year - 1
    return year


def _looks_back(text: str, year: int, month: int) -> bool:
    """Whether a text of January to March speaks of the year before."""
    past = len(re.findall(rf"{year - 1}年|去年(?!同期)|全年|过去一年|年终", text))
    present = len(re.findall(rf"(?<!截至){year}年|今年", text))
    if month == 1:
        return bool(past) or not present
    if month == 2:
        compared = re.search(r"[较比](?:去年|上年)", text) is not None
        return past > present and (past >= 2 * present or compared)
    wished = rf"(?:{year}年|今年)(?![^。]{{0,40}}(?:力争|计划|目标|预计|将))"
    return past >= 2 and not re.search(wished, text)
