"""The gazetteer: complete, unambiguous, and with no everyday word among its short forms."""

from collections import Counter
from pathlib import Path

import pytest

from loaders.catalogue import load_catalogue

PLACES = load_catalogue(Path(__file__).parents[2] / "data").places
FULL = set(PLACES["place"])
SHORT = {short: row.place for row in PLACES.itertuples() for short in str(row.short).split("|") if short}


def test_every_level_is_complete():
    counts = Counter(PLACES["level"])
    assert counts["province"] == 34
    assert counts["prefecture"] > 330
    assert counts["county"] > 2800
    assert counts["zone"] > 150


def test_the_nine_districts_of_ordos_have_one_tile_each():
    tiles = PLACES[PLACES["row"].notna()]
    assert sorted(zip(tiles["row"], tiles["column"], strict=True)) == [
        (row, column) for row in (1, 2, 3) for column in (1, 2, 3)
    ]
    assert set(tiles["parent"]) == {"内蒙古自治区/鄂尔多斯市"}
    assert tiles["name_en"].str.contains("Banner|District").all()


@pytest.mark.parametrize(
    ("short", "place"),
    [
        ("鄂尔多斯", "鄂尔多斯市"),
        ("内蒙古", "内蒙古自治区"),
        ("准旗", "准格尔旗"),
        ("伊旗", "伊金霍洛旗"),
        ("达旗", "达拉特旗"),
        ("鄂前旗", "鄂托克前旗"),
        ("康巴什", "康巴什区"),
        ("吉林", "吉林省"),
        ("昆山", "昆山市"),
        ("鄂尔多斯高新区", "鄂尔多斯高新技术产业开发区"),
        ("大路产业园", "大路工业园区"),
        ("宁东", "宁东能源化工基地"),
    ],
)
def test_short_forms_people_write(short, place):
    assert SHORT[short] == place


# each was met inside an everyday phrase: 新建投资项目, 企业和政府, 集中卫生, 复杂多样, 位于都市
@pytest.mark.parametrize(
    "word", ["新建", "和政", "中卫", "杂多", "于都", "朝阳", "公安", "资源", "兴和", "合作"]
)
def test_an_everyday_word_is_no_short_form(word):
    assert word not in SHORT


def test_no_short_form_is_shared_or_is_another_place():
    shorts = [short for row in PLACES["short"] for short in row.split("|") if short]
    assert not [short for short, count in Counter(shorts).items() if count > 1]
    assert not set(shorts) & FULL
