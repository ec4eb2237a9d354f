"""A figure gets the indicator that fits, or none: never a wrong one."""

from pathlib import Path

import pandas as pd
import pytest

from loaders.catalogue import Catalogue, load_catalogue
from loaders.indicators import match_indicator

CATALOGUE = load_catalogue(Path(__file__).parents[2] / "data")
OFFICERS = "2025年以来，收到体验官反馈的问题建议996条；这些问题建议中办结994条、推进中2条，按时办结率为100%。"
GUARANTEES = "电子保函全面推广、在线办理，使用率达95%，近3万家经营主体因此释放现金约25.6亿元。"
BOTH = "电子保函累计惠及市场主体5万家；实行“远程异地评标”后，9.3万多家经营主体的交易成本节约3.7亿元。"
WATERBIRDS = "水鸟的累计数量达7858只；国家一级保护动物遗鸥的数量为209只。"
ACCESS = "2022年，准格尔旗地区生产总值占全市的比重为23.2%。"


@pytest.mark.parametrize(
    ("subject", "clause", "sentence", "unit", "kind", "wanted"),
    [
        ("授信", "促成授信192.34亿元", "", "元", "level", "credit_granted"),
        (
            "授信协议",
            "签订的授信协议突破千亿元",
            "",
            "元",
            "level",
            "",
        ),  # signed on a platform since it began
        ("破产案件办结", "破产案件共办结49件", "", "件", "level", "bankruptcies_closed"),
        ("交叉执行机制处理案件", "交叉执行机制成功处理案件1.4万余件", "", "件", "level", ""),
        (
            "体验官反馈的问题建议",
            "收到体验官反馈的问题建议996条",
            OFFICERS,
            "条",
            "level",
            "officer_feedback",
        ),
        ("问题建议办结", "这些问题建议中办结994条", OFFICERS, "条", "level", "officer_feedback_done"),
        ("推进中", "推进中2条", OFFICERS, "条", "level", ""),
        ("按时办结率", "按时办结率为100%", OFFICERS, "%", "share", "officer_feedback_rate"),
        ("使用率", "使用率达95%", GUARANTEES, "%", "share", "e_guarantee_rate"),
        ("释放现金", "近3万家经营主体因此释放现金约25.6亿元", GUARANTEES, "元", "level", "e_guarantee_cash"),
        ("经营主体", "近3万家经营主体因此释放现金约25.6亿元", GUARANTEES, "家", "level", "e_guarantee_firms"),
        ("经营主体", "9.3万多家经营主体的交易成本节约3.7亿元", BOTH, "家", "level", ""),
        ("交易成本", "9.3万多家经营主体的交易成本节约3.7亿元", BOTH, "元", "level", ""),
        ("水鸟累计数量", "水鸟的累计数量达7858只", WATERBIRDS, "只", "level", "waterbirds"),
        ("遗鸥数量", "国家一级保护动物遗鸥的数量为209只", WATERBIRDS, "只", "level", ""),
        ("水鸟种类", "水鸟的种类同比增长1.9%", WATERBIRDS, "%", "change", ""),
        ("地区生产总值", "鄂尔多斯市地区生产总值5613.4亿元", "", "元", "level", "gdp"),
        ("地区生产总值", "增长5.4%", "", "%", "change", "gdp_growth"),
        ("地区生产总值占全市的比重", "", ACCESS, "%", "share", "gdp_share"),
        ("人均地区生产总值", "人均地区生产总值21.8万元", "", "元", "level", "gdp_per_head"),
        ("固定资产投资", "固定资产投资较2019年同期增长2.4%", "", "%", "change", ""),  # against another base
        (
            "口碑",
            "在全国2023年GDP达到一定规模的地级市中位居第5位",
            "鄂尔多斯市的口碑",
            "位",
            "rank",
            "reputation_rank",
        ),
        ("一般公共预算收入", "下降7.2%", "", "%", "change", "budget_revenue_growth"),
        (
            "“高效办成一件事”重点事项",
            "自治区层面9个",
            "“高效办成一件事”国家层面35个、自治区层面9个",
            "个",
            "level",
            "one_thing_regional",
        ),
        ("“高效办成一件事”重点事项", "重点事项落地30个", "", "个", "level", "one_thing_items"),
        ("上市后备企业", "储备的上市后备企业要超过50家", "", "家", "level", "listing_reserve"),
        ("重点拟上市企业", "累计走访服务的重点拟上市企业有5家", "", "家", "level", ""),
    ],
)
def test_real_phrases(subject, clause, sentence, unit, kind, wanted):
    assert match_indicator(subject, sentence or clause, unit, kind, "", CATALOGUE, clause) == wanted


def catalogue(*rows):
    names = ["indicator_id", "domain", "unit", "kind", "keywords"]
    return Catalogue(pd.DataFrame(rows, columns=names), pd.DataFrame(), pd.DataFrame())


def test_the_more_specific_wins_and_a_tie_is_none_unless_the_domain_decides():
    both = catalogue(("a", "market", "家", "level", "企业"), ("b", "finance", "家", "level", "企业 上市"))
    assert match_indicator("上市企业", "", "家", "level", "market", both) == "b"
    tie = catalogue(("a", "market", "家", "level", "企业"), ("b", "finance", "家", "level", "上市"))
    assert match_indicator("上市企业", "", "家", "level", "society", tie) == ""
    assert match_indicator("上市企业", "", "家", "level", "finance", tie) == "b"


def test_unit_and_kind_must_agree():
    one = catalogue(("a", "market", "家|户", "level", "企业"))
    assert match_indicator("企业", "", "户", "level", "", one) == "a"
    assert match_indicator("企业", "", "个", "level", "", one) == ""
    assert match_indicator("企业", "", "家", "change", "", one) == ""


def test_an_indicator_that_only_forbids_fits_nothing():
    assert (
        match_indicator("企业", "", "家", "level", "", catalogue(("a", "market", "家", "level", "-上市")))
        == ""
    )


def test_every_indicator_is_fully_described_in_both_languages():
    table = CATALOGUE.indicators
    for column in ("name_zh", "name_en", "definition_zh", "definition_en", "keywords"):
        assert (table[column].str.len() > 1).all()
    assert table["name_zh"].is_unique
    assert table["name_en"].is_unique


def test_two_facts_between_semicolons_are_kept_apart():
    sentence = (
        "社会投资类工程建设项目的开工审批，用时由100个工作日压减至50个工作日；"
        "政府投资类工程项目的开工审批，用时由100个工作日压减至65个工作日。"
    )
    private, public = "用时由100个工作日压减至50个工作日", "用时由100个工作日压减至65个工作日"
    assert [
        match_indicator("用时", sentence, "个工作日", "level", "", CATALOGUE, clause)
        for clause in (private, public)
    ] == ["private_project_days", "public_project_days"]
