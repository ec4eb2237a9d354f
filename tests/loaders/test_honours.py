"""Honours: who was named what, by whom, when."""

import csv
from pathlib import Path

import pytest

from loaders.articles import make_article
from loaders.honours import read_honours
from loaders.lexicon import load_lexicon
from loaders.library import load_library

SHARED = Path(__file__).parents[3] / "shared"
LEXICON = load_lexicon()
LIBRARY = load_library()


def read(text, place="鄂尔多斯市", published="2025-12"):
    article = make_article("a", text, title="通报", place=place, published=published)
    return [
        (row["place"], row["year"], row["honour"], row["body"])
        for row in read_honours(article, LEXICON).to_dict("records")
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "2023年,我市获评“最具幸福感城市”“创新示范城市”等荣誉。",
            [("鄂尔多斯市", 2023, "最具幸福感城市", ""), ("鄂尔多斯市", 2023, "创新示范城市", "")],
        ),
        (
            "杭锦旗被生态环境部授予“生态文明建设示范区”称号。",
            [("杭锦旗", 2025, "生态文明建设示范区", "生态环境部")],
        ),
        (
            "康巴什区、伊金霍洛旗成功获评“教育优质均衡县”。",
            [("康巴什区", 2025, "教育优质均衡县", ""), ("伊金霍洛旗", 2025, "教育优质均衡县", "")],
        ),
        ("东胜区的融合庭审案例入选《法治蓝皮书》,受到肯定。", [("东胜区", 2025, "法治蓝皮书", "")]),
        ("乌审旗的案例入选中央依法治国办《案例选编》。", [("乌审旗", 2025, "案例选编", "中央依法治国办")]),
        ("准格尔旗荣获“2024营商环境典范县(市)”。", [("准格尔旗", 2024, "2024营商环境典范县(市)", "")]),
        (
            "2022年,准格尔旗法院获评《中国审判》杂志社评定的“先进集体”。",
            [("准格尔旗", 2022, "先进集体", "《中国审判》杂志社")],
        ),
        (
            "我市入选第十八届智慧城市大会优秀案例。",
            [("鄂尔多斯市", 2025, "第十八届智慧城市大会优秀案例", "")],
        ),
        (
            "鄂托克旗荣获第六届“信用杯”全国优秀案例奖。",
            [("鄂托克旗", 2025, "第六届“信用杯”全国优秀案例奖", "")],
        ),
    ],
)
def test_real_phrases(text, wanted):
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "提升经营主体获得感、满意度,擦亮“暖城”品牌。",
        "政策获取不及时,我市上线“暖城银企通”小程序。",
        "该做法获得自治区党委主要领导肯定性批示。",
        "我市跻身前列,荣获第1名。",
        "将今年确定为“营商环境质量提升年”。",
        "",
    ],
)
def test_what_is_no_honour(text):
    assert read(text) == []


def test_where_neither_text_nor_index_tells_the_year_it_stays_empty():
    article = make_article("a", "我市获评“宜居城市”。", place="鄂尔多斯市")
    assert read_honours(article, LEXICON)["year"].isna().all()


def test_the_shipped_honours_belong_to_their_sources():
    honours = LIBRARY.honours
    assert len(honours) >= 59
    assert honours["honour_id"].is_unique
    assert set(honours["source_id"]) <= set(LIBRARY.sources["source_id"])


@pytest.mark.skipif(not (SHARED / "more_honours.csv").is_file(), reason="the list of honours is not at hand")
def test_every_honour_listed_from_the_further_sources_is_there():
    with (SHARED / "more_honours.csv").open(encoding="utf-8", newline="") as file:
        listed = {
            (row["place"], int(row["year"]), row["honour"], row["body"]) for row in csv.DictReader(file)
        }
    honours = LIBRARY.honours
    shipped = set(zip(honours["place"], honours["year"], honours["honour"], honours["body"], strict=True))
    assert listed <= shipped


@pytest.mark.skipif(not (SHARED / "articles").is_dir(), reason="the originals are not at hand")
@pytest.mark.parametrize(
    "source_id", ["2024-06_ordos-daily_yingshang", "2025-12_ordos-daily_nuancheng-nuanliu"]
)
def test_digest_and_original_name_the_same_places(source_id):
    text = (SHARED / "articles" / f"{source_id}.txt").read_bytes().decode("utf-8")
    original = {place for place, *_ in read(text, published=source_id[:7])}
    assert original == set(LIBRARY.honours[LIBRARY.honours["source_id"] == source_id]["place"])
