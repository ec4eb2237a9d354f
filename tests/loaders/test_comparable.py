"""What may be put together, and the words for what may not."""

import itertools

import pandas as pd
import pytest

from loaders.comparable import change, comparable_groups, conflicts, group_numbers, why_no_change, why_not
from loaders.tables import FIGURES, typed

YEAR = {"period_kind": "year", "period_start": "{0}-01-01", "period_end": "{0}-12-31"}
GDP = {
    "indicator_id": "gdp",
    "subject": "地区生产总值",
    "place": "鄂尔多斯市",
    "unit": "元",
    "kind": "level",
    "status": "reported",
    "bound": "exact",
    "written": "5613.4亿元",
    "year_basis": "stated",
}


def figures(*rows):
    table = []
    for number, row in enumerate(rows):
        full = {"figure_id": f"f{number}", "source_id": f"s{number}", "value": 1.0, **GDP, **row}
        if "period_kind" not in full and "year" in full:
            full |= {key: text.format(full["year"]) for key, text in YEAR.items()}
        table.append(full)
    return typed(pd.DataFrame(table), FIGURES)


def pair(first, second):
    table = figures(first, second)
    return table.iloc[0], table.iloc[1]


def codes(reasons):
    return {reason.code for reason in reasons}


def test_two_full_years_of_one_place_are_comparable():
    assert why_not(*pair({"year": 2021}, {"year": 2022})) == ()


HALF = {"period_kind": "ytd", "period_start": "2021-01-01", "period_end": "2021-06-30", "year": 2021}


@pytest.mark.parametrize(
    ("other", "code", "zh"),
    [
        ({**HALF}, "period", "全年与年初以来不可比"),
        ({"year": 2023, "period_kind": "quarter", "period_end": "2023-03-31"}, "period", "全年与季度不可比"),
        ({"year": 2025, "status": "target"}, "status", "目标与已报告的数字不可比"),
        ({"year": 2022, "place": "准格尔旗"}, "place", "地区不同：鄂尔多斯市与准格尔旗"),
        ({"year": 2022, "place": ""}, "place_unknown", "有一个数字的地区无法判定"),
        ({"year": 2022, "unit": "美元"}, "unit", "单位不同：元与美元"),
        ({"year": 2022, "kind": "share"}, "kind", "数量与比率不可比"),
        ({"year": 2022, "indicator_id": "gdp_per_head"}, "indicator", "不是同一事项"),
        (
            {"year": 2022, "indicator_id": ""},
            "indicator_unknown",
            "有一个数字未归入指标，不能判定是否同一事项",
        ),
        ({"year": 2022, "period_kind": "unstated"}, "period_unstated", "有一个数字没有写明期间"),
        ({"period_kind": "year"}, "year_unknown", "有一个数字的年份无法判定"),
        ({"year": 2022, "note": "口径：含康巴什区"}, "scope", "口径：含康巴什区"),
    ],
)
def test_why_two_figures_are_not_joined(other, code, zh):
    [reason] = why_not(*pair({"year": 2021}, other))
    assert (reason.code, reason.zh) == (code, zh)
    assert reason.en


def test_half_a_year_and_nine_months_are_not_alike():
    months = {**HALF, "period_end": "2021-09-30"}
    assert codes(why_not(*pair(HALF, months))) == {"extent"}
    next_half = {**HALF, "period_start": "2022-01-01", "period_end": "2022-06-30", "year": 2022}
    assert why_not(*pair(HALF, next_half)) == ()


def test_february_of_a_leap_year_is_still_february():
    first = {"period_kind": "ytd", "period_end": "2023-02-28", "year": 2023}
    second = {"period_kind": "ytd", "period_end": "2024-02-29", "year": 2024}
    assert why_not(*pair(first, second)) == ()


RANK = {"kind": "rank", "unit": "名", "league": "全国地级市", "rank_from": "top", "body": ""}


def test_ranks_of_two_leagues_are_never_compared():
    assert codes(why_not(*pair({**RANK, "year": 2024}, {**RANK, "year": 2025, "league": "北方地区"}))) == {
        "league"
    }
    assert codes(why_not(*pair({**RANK, "year": 2024}, {**RANK, "year": 2025, "league": ""}))) == {
        "league_unknown"
    }
    assert why_not(*pair({**RANK, "year": 2024}, {**RANK, "year": 2025, "unit": "位"})) == ()


def test_growth_is_compared_only_on_one_base():
    growth = {"kind": "change", "unit": "%"}
    assert why_not(*pair({**growth, "year": 2021}, {**growth, "year": 2022, "compared_with": "同比"})) == ()
    [reason] = why_not(*pair({**growth, "year": 2021}, {**growth, "year": 2022, "compared_with": "比上年末"}))
    assert (reason.code, reason.zh) == ("base", "比较基准不同：同比与比上年末")


def test_districts_stand_side_by_side_for_one_year_only():
    assert why_not(*pair({"year": 2022}, {"year": 2022, "place": "准格尔旗"}), across="places") == ()
    assert codes(why_not(*pair({"year": 2022}, {"year": 2021, "place": "准格尔旗"}), across="places")) == {
        "year"
    }


def test_a_difference_is_computed_from_exact_figures_only():
    a, b = pair({"year": 2022, "value": 561_340_000_000}, {"year": 2021, "value": 471_570_000_000})
    grown = change(a, b)
    assert grown is not None
    assert (grown.earlier, grown.later, grown.unit) == ("f1", "f0", "元")
    assert grown.difference == 89_770_000_000
    assert grown.percent == pytest.approx(19.036, abs=0.001)

    over = pair({"year": 2022}, {"year": 2021, "bound": "over", "written": "超5000亿元"})
    assert codes(why_no_change(*over)) == {"bound"}
    assert change(*over) is None
    assert codes(why_no_change(*pair({"year": 2022}, {"year": 2021, "value_high": 2.0}))) == {"range"}
    assert codes(why_no_change(*pair({"year": 2022}, {"year": 2022}))) == {"same_period"}


def test_percentages_differ_in_points_and_have_no_growth():
    share = {"kind": "share", "unit": "%"}
    a, b = pair({**share, "year": 2021, "value": 99.6}, {**share, "year": 2022, "value": 99.7})
    step = change(a, b)
    assert step is not None
    assert (step.difference, step.unit, step.percent) == (0.1, "个百分点", None)


def test_groups_and_reasons_agree_on_every_pair():
    kinds = [
        {"year": 2021},
        {"year": 2022},
        HALF,
        {"year": 2022, "status": "target"},
        {"year": 2022, "place": ""},
        {"year": 2022, "period_kind": "unstated"},
        {"year": 2023, "period_kind": "unstated"},
        {**RANK, "year": 2024},
        {**RANK, "year": 2025, "league": ""},
        {**RANK, "year": 2023, "unit": "位"},
        {"year": 2020, "note": "口径：不含康巴什区"},
        {"indicator_id": "", "year": 2020},
    ]
    table = figures(*kinds)
    for across in ("time", "places"):
        group_of = {
            figure_id: number
            for number, group in enumerate(comparable_groups(table, across))
            for figure_id in group["figure_id"]
        }
        assert len(group_of) == len(table)
        for (_, a), (_, b) in itertools.combinations(table.iterrows(), 2):
            together = group_of[a["figure_id"]] == group_of[b["figure_id"]]
            assert together == (why_not(a, b, across) == ())


def test_groups_are_in_order_of_year_and_without_repeats():
    table = figures({"year": 2022}, {"year": 2021}, {"year": 2021, "repeats": "f1"})
    [group] = comparable_groups(table)
    assert list(group["figure_id"]) == ["f1", "f0"]


def test_conflicting_reports_are_both_found():
    table = figures(
        {"year": 2022, "value": 17.0}, {"year": 2022, "value": 22.0}, {"year": 2021, "value": 22.0}
    )
    [both] = conflicts(table)
    assert list(both["value"]) == [17.0, 22.0]


def test_two_numbers_of_one_year_without_a_period_conflict_but_are_not_joined():
    unstated = {"year": 2025, "period_kind": "unstated", "indicator_id": "instant_policies", "unit": "项"}
    table = figures({**unstated, "value": 22.0}, {**unstated, "value": 17.0}, {**unstated, "year": 2026})
    assert [list(both["value"]) for both in conflicts(table)] == [[22.0, 17.0]]
    assert len(comparable_groups(table)) == 3


def test_group_numbers_say_the_same_as_groups_without_cutting_the_table():
    table = figures({"year": 2022}, HALF, {"year": 2021}, {"year": 2022, "period_kind": "unstated"})
    assert list(group_numbers(table)) == [0, 1, 0, 2]
