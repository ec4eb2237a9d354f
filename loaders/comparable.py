"""Which figures may stand on one line, be subtracted or ranked together; and if not, why.

This is the only judge: every chart, card and export asks here and shows the words it gets. A figure
is reduced to the facts that must agree; two figures are comparable where no fact differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

import pandas as pd

Across = Literal["time", "places"]

# a remark that opens with this word says that the figure covers something else than its like
SCOPE = "口径"

_PERIODS = {
    "year": ("全年", "a full year"),
    "ytd": ("年初以来", "the year to date"),
    "quarter": ("季度", "a quarter"),
    "month": ("月份", "a month"),
    "as_of": ("时点", "a day"),
    "cumulative": ("累计", "a running total"),
    "span": ("某一时段", "another stretch of time"),
    "unstated": ("未写明期间", "no stated period"),
}
_KINDS = {
    "level": ("数量", "an amount"),
    "share": ("比率", "a rate"),
    "change": ("增减", "a change"),
    "rank": ("名次", "a rank"),
    "streak": ("连续次数", "a streak"),
}
_STATUSES = {"reported": ("已报告", "reported"), "target": ("目标", "a target")}
_NO_LEAGUE = "?"
# the columns that decide
_READ = (
    "figure_id", "indicator_id", "place", "unit", "kind", "status", "period_kind", "period_start", "period_end",
    "year", "league", "rank_from", "body", "compared_with", "note",
)  # fmt: skip
# growth without a base is read as growth over the same period of the year before
_YEAR_ON_YEAR = {
    "",
    "同比",
    "比上年",
    "较上年",
    "比上年同期",
    "较上年同期",
    "比去年同期",
    "较去年同期",
    "同比增长",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two figures may not be put together. `code` is stable; the words are for people."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Change:
    """A difference that we computed. It is ours, not the source's, and names its two figures."""

    earlier: str  # figure_id
    later: str
    difference: float
    unit: str  # 个百分点 for the difference of two percentages
    percent: float | None  # growth in %, of amounts above zero only


@dataclass(frozen=True, slots=True)
class _Facts:
    what: str  # the indicator; "" where none fits: equal subjects ("货值") need not be one thing
    place: str
    unit: str
    kind: str
    status: str
    period: str
    extent: str  # which part of the year, where periods of one kind can still be unlike
    league: str
    base: str
    scope: str
    alone: str  # the figure's own id where it can stand beside no other
    year: int


def why_not(a: pd.Series, b: pd.Series, across: Across = "time") -> tuple[Reason, ...]:
    """Why `a` and `b` may not stand on one line (`time`) or side by side (`places`); () if they may."""
    return tuple(_differences(_facts(a), _facts(b), across))


def why_no_change(a: pd.Series, b: pd.Series) -> tuple[Reason, ...]:
    """Why no difference between `a` and `b` may be computed; () if it may."""
    reasons = list(why_not(a, b))
    for figure in (a, b):
        if figure["bound"] != "exact":
            reasons.append(
                Reason(
                    "bound",
                    f"“{figure['written']}”不是确数，相减会得出原文没有的结论",
                    f"{figure['written']!r} is not exact: a difference would say more than its source",
                )
            )
            break
    if pd.notna(a["value_high"]) or pd.notna(b["value_high"]):
        reasons.append(Reason("range", "其中有区间，不能相减", "one of them is a range"))
    if a["kind"] == "streak":
        reasons.append(Reason("streak", "连续次数相减没有意义", "streaks are not subtracted"))
    if not reasons and a["year"] == b["year"]:
        reasons.append(Reason("same_period", "两个数字属于同一期间", "both speak of the same period"))
    return tuple(reasons)


def change(a: pd.Series, b: pd.Series) -> Change | None:
    """From the earlier of the two to the later; None where `why_no_change` has a reason."""
    if why_no_change(a, b):
        return None
    earlier, later = sorted((a, b), key=lambda figure: int(figure["year"]))
    before, after = Decimal(str(earlier["value"])), Decimal(str(later["value"]))
    unit = "个百分点" if earlier["unit"] == "%" else str(earlier["unit"])
    grown = earlier["kind"] == "level" and before > 0
    return Change(
        earlier=str(earlier["figure_id"]),
        later=str(later["figure_id"]),
        difference=float(after - before),
        unit=unit,
        percent=float((after - before) / before * 100) if grown else None,
    )


def comparable_groups(figures: pd.DataFrame, across: Across = "time") -> list[pd.DataFrame]:
    """`figures` divided so that all rows of one frame may stand together, in order of year.

    Repeats of a figure within its source are left out: they are counted and charted once.
    """
    once = figures[figures["repeats"] == ""]
    numbers = group_numbers(once, across)
    order = pd.DataFrame({"group": numbers, "year": once["year"]}).sort_values(
        ["group", "year"], kind="stable"
    )
    ordered = once.loc[order.index]
    sizes = order["group"].value_counts(sort=False)
    ends = sizes.cumsum()  # slices of one table: cutting out four hundred frames takes two seconds
    return [ordered.iloc[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def group_numbers(figures: pd.DataFrame, across: Across = "time") -> pd.Series:
    """For each row the number of its group, counted from 0: rows of one number may stand together."""
    known: dict[tuple[object, ...], int] = {}
    numbers = [known.setdefault(_key(_facts(row), across), len(known)) for _, row in _records(figures)]
    return pd.Series(numbers, index=figures.index, dtype="int64")


def conflicts(figures: pd.DataFrame) -> list[pd.DataFrame]:
    """Reports of one fact (same indicator, place and period) that give different values.

    Two that state no period count as well: they are shown side by side, not joined.
    """
    groups: dict[tuple[object, ...], list[object]] = {}
    once = figures[(figures["repeats"] == "") & (figures["indicator_id"] != "") & (figures["place"] != "")]
    for index, row in _records(once[once["year"].notna()]):
        facts = _facts(row)
        if facts.league != _NO_LEAGUE:
            key = (*_key(replace(facts, alone=""), "time"), facts.year, str(row["period_end"]))
            groups.setdefault(key, []).append(index)
    found = [once.loc[rows] for rows in groups.values() if len(rows) > 1]
    return [same for same in found if same["value"].nunique() > 1 or same["bound"].nunique() > 1]


def _records(figures: pd.DataFrame) -> Iterator[tuple[object, Mapping[str, Any]]]:
    """Index and values of each row; `iterrows` takes a hundred times as long."""
    needed = figures[list(_READ)]
    columns = [needed[name].tolist() for name in _READ]
    for index, *values in zip(figures.index, *columns, strict=True):
        yield index, dict(zip(_READ, values, strict=True))


def _facts(row: pd.Series | Mapping[str, Any]) -> _Facts:
    period, kind, place = str(row["period_kind"]), str(row["kind"]), str(row["place"])
    league = ""
    if kind == "rank":
        league = " ".join(filter(None, [str(row["body"]), str(row["league"]), str(row["rank_from"])]))
        league = league if row["league"] else _NO_LEAGUE
    base = str(row["compared_with"]) if kind == "change" else ""
    note = str(row["note"])
    unknown = (
        not row["indicator_id"]
        or period == "unstated"
        or not place
        or pd.isna(row["year"])
        or league == _NO_LEAGUE
    )
    return _Facts(
        what=str(row["indicator_id"]),
        place=place,
        unit=str(row["unit"])
        if kind not in ("rank", "streak")
        else "",  # 位 and 名, 年 and 连冠 say the same
        kind=kind,
        status=str(row["status"]),
        period=period,
        extent=_extent(row, period),
        league=league,
        base="" if base in _YEAR_ON_YEAR else base,
        scope=note if note.startswith(SCOPE) else "",
        alone=str(row["figure_id"]) if unknown else "",
        year=0 if pd.isna(row["year"]) else int(row["year"]),
    )


def _extent(row: pd.Series | Mapping[str, Any], period: str) -> str:
    start, end = row["period_start"], row["period_end"]
    if period in ("ytd", "quarter", "month"):
        return "" if pd.isna(end) else f"{end:%m-%d}".replace("02-29", "02-28")
    if period == "cumulative":
        return "" if pd.isna(start) else f"{start:%Y-%m-%d}"
    if period == "span":
        # stretches of several years are alike only where they are the same
        return f"{start} {end}"
    return ""


def _key(facts: _Facts, across: Across) -> tuple[object, ...]:
    where = facts.place if across == "time" else f"{facts.year}"
    return (
        facts.what,
        where,
        facts.unit,
        facts.kind,
        facts.status,
        facts.period,
        facts.extent,
        facts.league,
        facts.base,
        facts.scope,
        facts.alone,
    )


def _differences(a: _Facts, b: _Facts, across: Across) -> Iterator[Reason]:
    if not a.what or not b.what:
        yield Reason(
            "indicator_unknown",
            "有一个数字未归入指标，不能判定是否同一事项",
            "one of them belongs to no indicator: they may measure different things",
        )
    elif a.what != b.what:
        yield Reason("indicator", "不是同一事项", "they measure different things")
    if a.kind != b.kind:
        yield Reason(
            "kind",
            f"{_KINDS[a.kind][0]}与{_KINDS[b.kind][0]}不可比",
            f"{_KINDS[a.kind][1]} and {_KINDS[b.kind][1]} cannot be compared",
        )
    elif a.unit != b.unit:
        yield Reason(
            "unit",
            f"单位不同：{a.unit or '无'}与{b.unit or '无'}",
            f"unlike units: {a.unit or 'none'} and {b.unit or 'none'}",
        )
    if a.status != b.status:
        yield Reason("status", "目标与已报告的数字不可比", "a target and a report cannot be compared")
    if not a.place or not b.place:
        yield Reason("place_unknown", "有一个数字的地区无法判定", "the place of one of them cannot be told")
    elif across == "time" and a.place != b.place:
        yield Reason("place", f"地区不同：{a.place}与{b.place}", f"unlike places: {a.place} and {b.place}")
    if "unstated" in (a.period, b.period):
        yield Reason("period_unstated", "有一个数字没有写明期间", "one of them states no period")
    elif a.period != b.period:
        yield Reason(
            "period",
            f"{_PERIODS[a.period][0]}与{_PERIODS[b.period][0]}不可比",
            f"{_PERIODS[a.period][1]} and {_PERIODS[b.period][1]} cannot be compared",
        )
    elif a.extent != b.extent:
        yield Reason(
            "extent", "所含月份或起点不同", "they cover different months or start at different points"
        )
    if not a.year or not b.year:
        yield Reason("year_unknown", "有一个数字的年份无法判定", "the year of one of them cannot be told")
    elif across == "places" and a.year != b.year:
        yield Reason("year", f"年份不同：{a.year}与{b.year}", f"unlike years: {a.year} and {b.year}")
    if _NO_LEAGUE in (a.league, b.league):
        yield Reason("league_unknown", "没有写明在谁之中排名", "it is not said among whom the rank is")
    elif a.league != b.league:
        yield Reason("league", "参评范围不同，名次不可比", "the leagues differ: ranks cannot be compared")
    if a.base != b.base:
        yield Reason(
            "base",
            f"比较基准不同：{a.base or '同比'}与{b.base or '同比'}",
            f"unlike bases of the change: {a.base or '同比'} and {b.base or '同比'}",
        )
    if a.scope != b.scope:
        yield Reason("scope", a.scope or b.scope, "a remark on one of them says that its scope differs")
