"""Which place a figure is about: named, carried on, in a list, a heading, or the article's own."""

import pytest


def gap(*case, reason):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "place", "basis"),
    [
        ("办结诉求49件。", "鄂尔多斯市", "article"),
        ("全市办结诉求49件。", "鄂尔多斯市", "stated"),
        ("我市办结诉求49件。", "鄂尔多斯市", "stated"),
        ("全区办结诉求49件。", "内蒙古自治区", "stated"),
        ("全国共有试点35个。", "全国", "stated"),
        ("东胜区办结诉求49件。", "东胜区", "stated"),
        ("东胜办结诉求49件。", "东胜区", "stated"),
        ("鄂托克前旗办结诉求49件。", "鄂托克前旗", "stated"),
        ("内蒙古自治区鄂尔多斯市准格尔旗办结诉求49件。", "准格尔旗", "stated"),
        ("呼和浩特市办结诉求49件。", "呼和浩特市", "stated"),
        pytest.param("鄂托旗办结诉求49件。", "", "", id="a misprinted name is no place"),
        pytest.param("东胜区和康巴什区共办结诉求27件。", "", "", id="a sum of two has no one place"),
        pytest.param("西部地区12个省区市参会。", "", "", id="a region of several provinces"),
        # a name that the figure is not about
        ("增速高于全国0.8个百分点。", "鄂尔多斯市", "article"),
        ("占全区总量的24.5%。", "鄂尔多斯市", "article"),
        ("总量居全国地级市第31位。", "鄂尔多斯市", "article"),
        ("向北京市输送绿电12亿千瓦时。", "鄂尔多斯市", "article"),
        ("来自广东省的客商120人参会。", "鄂尔多斯市", "article"),
        # a name inside another name
        ("上海石化投资12亿元。", "鄂尔多斯市", "article"),
        ("北京银行发放贷款12亿元。", "鄂尔多斯市", "article"),
        ("东胜海关监管货物12吨。", "鄂尔多斯市", "article"),
        ("在呼和浩特市举行的推介会上，签约项目12个。", "鄂尔多斯市", "article"),
    ],
)
def test_the_place_that_a_figure_is_about(read_one, sentence, place, basis):
    row = read_one(sentence)
    assert (row["place"], row["place_basis"]) == (place, basis)


@pytest.mark.parametrize(
    ("home", "text", "places"),
    [
        ("上海市", "全市新增企业120家，其中浦东新区32家。", ["上海市", "浦东新区"]),
        ("河北省", "雄安新区新增企业120家。", ["雄安新区"]),
        ("贵州省", "黔东南州办结诉求49件。", ["黔东南苗族侗族自治州"]),
        ("新疆维吾尔自治区", "新疆办结诉求49件。", ["新疆维吾尔自治区"]),
        ("北京市", "朝阳区办结诉求49件。", ["朝阳区"]),
        ("辽宁省", "朝阳市办结诉求49件。", ["朝阳市"]),
        ("江苏省", "苏州工业园区办结诉求49件。", ["苏州工业园区"]),
        ("湖南省", "长沙、株洲、湘潭三市分别增长5.1%、4.8%、4.3%。", ["长沙市", "株洲市", "湘潭市"]),
        ("广东省", "深圳、广州分别新增企业12家、15家。", ["深圳市", "广州市"]),
        ("河南省", "我省办结诉求49件，其中郑州市12件。", ["河南省", "郑州市"]),
        ("河南省", "全国平均为5%，我省为6%。", ["全国", "河南省"]),
        gap("佛山市", "与广州市签约项目12个。", ["佛山市"], reason="与 before a name does not hinder it"),
        ("上海市", "长三角地区生产总值30万亿元。", [""]),
    ],
)
def test_places_of_other_provinces(read, home, text, places):
    assert [row["place"] for row in read(text, place=home)] == places


@pytest.mark.parametrize(
    ("home", "word", "place"),
    [
        ("准格尔旗", "全旗", "准格尔旗"),
        ("准格尔旗", "全市", "鄂尔多斯市"),
        ("嘉祥县", "全县", "嘉祥县"),
        ("嘉祥县", "全市", "济宁市"),
        ("海曙区", "全区", "海曙区"),
        ("海曙区", "全省", "浙江省"),
        ("宁波市", "全市", "宁波市"),
        ("宁波市", "全省", "浙江省"),
        ("昆山市", "全市", "昆山市"),
        ("浙江省", "全省", "浙江省"),
        ("北京市", "全市", "北京市"),
        ("内蒙古自治区", "全区", "内蒙古自治区"),
        ("广西壮族自治区", "全区", "广西壮族自治区"),
        ("南宁市", "全区", "广西壮族自治区"),
        ("延边朝鲜族自治州", "全州", "延边朝鲜族自治州"),
        ("锡林郭勒盟", "全盟", "锡林郭勒盟"),
    ],
)
def test_the_article_says_which_whole_is_meant(read_one, home, word, place):
    assert read_one(f"{word}办结诉求49件。", place=home)["place"] == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("准格尔旗、伊金霍洛旗分别办结12件、15件。", ["准格尔旗", "伊金霍洛旗"]),
        ("呼和浩特市办结49件，鄂尔多斯市办结52件。", ["呼和浩特市", "鄂尔多斯市"]),
        ("其中，康巴什区完成12件，东胜区15件，达拉特旗9件。", ["康巴什区", "东胜区", "达拉特旗"]),
        ("东胜区：12件；康巴什区：9件。", ["东胜区", "康巴什区"]),
        ("全市共有企业49家（其中东胜区12家）。", ["鄂尔多斯市", "东胜区"]),
        ("全区共有试点12个，全市共有3个。", ["内蒙古自治区", "鄂尔多斯市"]),
        ("东胜区新增企业120家。同比增长5%。", ["东胜区", "东胜区"]),
        ("东胜区新增企业120家。\n同比增长5%。", ["东胜区", "鄂尔多斯市"]),
        (
            "## 一、东胜区\n办结49件，再创新高。\n## 二、准格尔旗\n办结52件，再创新高。",
            ["东胜区", "准格尔旗"],
        ),
        ("东胜区持续优化环境。办结诉求49件。", ["东胜区"]),
    ],
)
def test_each_figure_takes_its_own_place(read, text, places):
    assert [row["place"] for row in read(text)] == places


def test_a_carried_place_is_not_called_stated(read):
    rows = read("东胜区新增企业120家。同比增长5%。")
    assert [row["place_basis"] for row in rows] == ["stated", "carried"]


@pytest.mark.parametrize(
    ("title", "publisher", "place"),
    [
        ("宁波市优化营商环境工作综述", "", "宁波市"),
        ("浙江省宁波市海曙区工作综述", "", "海曙区"),
        ("优化营商环境工作综述", "苏州日报", "苏州市"),
        ("优化营商环境工作综述", "", ""),
    ],
)
def test_an_article_without_an_index_is_at_home_where_its_title_says(read_one, title, publisher, place):
    row = read_one("办结诉求49件。", place="", title=title, publisher=publisher)
    assert row["place"] == place


def test_the_gazetteer_knows_every_level(lexicon):
    gazetteer = lexicon.gazetteer
    assert gazetteer.first("准格尔旗").path == ("内蒙古自治区", "鄂尔多斯市", "准格尔旗")
    assert {place.name for place in gazetteer.named("东胜")} == {"东胜区"}
    assert sum(place.level == "province" for places in gazetteer.places.values() for place in places) >= 31
    assert [name for _, _, name in gazetteer.occurrences("由鄂尔多斯市至呼和浩特")] == [
        "鄂尔多斯市",
        "呼和浩特",
    ]
