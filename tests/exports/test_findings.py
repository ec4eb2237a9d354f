import pytest

from exports.findings import amount, finding, when
from tests.exports import sample


def row(**changes):
    return sample.figures(changes).iloc[0].to_dict()


CHANGE = {"kind": "change", "unit": "%", "written": "4.1%", "value": 4.1, "compared_with": "同比"}


@pytest.mark.parametrize(
    ("figure", "name", "sentence"),
    [
        ({}, "授信额", "2025年，鄂尔多斯市授信额超20亿元"),
        ({"written": "20亿元", "bound": "exact"}, "授信额", "2025年，鄂尔多斯市授信额为20亿元"),
        ({"status": "target"}, "授信额", "目标：2025年，鄂尔多斯市授信额超20亿元"),
        (CHANGE, "工业增加值增速", "2025年，鄂尔多斯市工业增加值同比增长4.1%"),
        (CHANGE | {"value": -4.1}, "工业增加值增速", "2025年，鄂尔多斯市工业增加值同比下降4.1%"),
        (
            {"kind": "rank", "written": "第31位", "league": "全国地级市"},
            "效能名次",
            "2025年，鄂尔多斯市效能名次：全国地级市第31位",
        ),
        ({"kind": "streak", "written": "3年"}, "居首", "2025年，鄂尔多斯市居首：连续3年"),
        ({"place": "", "year": None}, "授信额", "授信额超20亿元"),
        ({"period_kind": "unstated"}, "授信额", "鄂尔多斯市授信额超20亿元"),
        ({}, "鄂尔多斯市授信额", "2025年，鄂尔多斯市授信额超20亿元"),
    ],
)
def test_a_figure_as_a_sentence(figure, name, sentence):
    assert finding(row(**figure), name) == sentence


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ({"period_kind": "ytd", "period_end": "2025-09-30"}, "2025年1至9月"),
        ({"period_kind": "ytd", "period_end": "2025-11-15"}, "2025年初至2025年11月15日"),
        ({"period_kind": "ytd", "period_end": None}, "2025年初以来"),
        ({"period_kind": "as_of", "period_end": "2025-02-28"}, "截至2025年2月28日"),
        ({"period_kind": "quarter", "period_end": "2025-03-31"}, "2025年第1季度"),
        ({"period_kind": "month", "period_end": "2025-03-31"}, "2025年3月"),
        ({"period_kind": "cumulative"}, "截至2025年累计"),
        ({"period_kind": "unstated"}, "2025年（原文未写期间）"),
        ({"year": None}, ""),
    ],
)
def test_its_time_is_said_as_far_as_it_is_known(period, words):
    assert when(row(**period), "zh") == words


def test_in_english():
    assert finding(row(), "Credit granted", "en") == "鄂尔多斯市, Credit granted: 超20亿元 (2025)"
    assert amount(row(**CHANGE | {"value": -4.1}), "en") == "down 4.1%"
