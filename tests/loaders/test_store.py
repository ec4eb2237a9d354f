"""Filters and search: what is typed finds the figure it means."""

from pathlib import Path

import pandas as pd
import pytest

from loaders.catalogue import load_catalogue
from loaders.store import choose, districts, within
from loaders.tables import FIGURES, typed

CATALOGUE = load_catalogue(Path(__file__).parents[2] / "data")
FIGURES_TABLE = typed(
    pd.DataFrame(
        [
            {
                "figure_id": "k3f9a",
                "source_id": "2025-12",
                "written": "623.2亿元",
                "value": 62_320_000_000,
                "unit": "元",
                "value_printed": "623.2",
                "subject": "促成授信",
                "sentence": "银企双方促成授信623.2亿元。",
                "year": 2025,
                "place": "鄂尔多斯市",
                "domain": "finance",
                "indicator_id": "credit_granted",
                "status": "reported",
            },
            {
                "figure_id": "p77b2",
                "source_id": "2025-12",
                "written": "下降约72%",
                "value": -72,
                "unit": "%",
                "value_printed": "72",
                "subject": "申请执行率",
                "sentence": "民事裁判的申请执行率下降约72%。",
                "year": 2025,
                "place": "鄂尔多斯市",
                "domain": "rule_of_law",
                "status": "reported",
            },
            {
                "figure_id": "z0001",
                "source_id": "2023-02",
                "written": "1300.1亿元",
                "value": 130_010_000_000,
                "unit": "元",
                "value_printed": "1300.1",
                "subject": "地区生产总值",
                "sentence": "准格尔旗地区生产总值1300.1亿元。",
                "year": 2022,
                "place": "准格尔旗",
                "domain": "economy",
                "indicator_id": "gdp",
                "status": "reported",
            },
            {
                "figure_id": "t0002",
                "source_id": "2025-03",
                "written": "超过50家",
                "value": 50,
                "unit": "家",
                "value_printed": "50",
                "subject": "上市后备企业",
                "sentence": "储备的上市后备企业要超过50家。",
                "place": "鄂尔多斯市",
                "domain": "finance",
                "status": "target",
            },
        ]
    ),
    FIGURES,
)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("623.2亿元", ["k3f9a"]),
        ("623.2亿", ["k3f9a"]),
        ("６２３.２亿元", ["k3f9a"]),
        ("62320000000", ["k3f9a"]),
        ("62,320,000,000元", ["k3f9a"]),
        ("623.2", ["k3f9a"]),
        ("72%", ["p77b2"]),
        ("72家", []),
        ("K3F9A", ["k3f9a"]),
        ("授信 鄂尔多斯", ["k3f9a"]),
        ("授信 准格尔旗", []),
        ("GDP", ["z0001"]),  # the indicator's English name
        ("  ", ["k3f9a", "p77b2", "z0001", "t0002"]),
        (".*", []),  # text, not a pattern
    ],
)
def test_search(search, found):
    assert list(choose(FIGURES_TABLE, search=search, names=CATALOGUE.indicators)["figure_id"]) == found


def test_filters_join():
    assert list(choose(FIGURES_TABLE, years=[2025], domains=["finance"])["figure_id"]) == ["k3f9a"]
    assert list(choose(FIGURES_TABLE, status="target")["figure_id"]) == ["t0002"]
    assert list(choose(FIGURES_TABLE, places=["准格尔旗", "乌审旗"])["figure_id"]) == ["z0001"]
    assert choose(FIGURES_TABLE, indicators=["gdp"], sources=["2025-12"]).empty


def test_no_filter_is_the_whole_table_in_its_order():
    assert choose(FIGURES_TABLE).equals(FIGURES_TABLE)


def test_within_a_city_are_its_districts_and_zones_but_not_its_namesakes():
    names = within(CATALOGUE.places, "鄂尔多斯市")
    assert names[0] == "鄂尔多斯市"
    assert {"准格尔旗", "大路工业园区"} <= set(names)
    assert "包头市" not in names


def test_districts_in_reading_order():
    assert list(districts(CATALOGUE.places)["place"])[:3] == ["杭锦旗", "达拉特旗", "准格尔旗"]
