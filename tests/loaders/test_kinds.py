"""Level, share, change, rank or streak; a fall is negative; reported or target."""

import pytest


def gap(*case, reason):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        # changes
        ("产值同比增长15.2%。", "change", 15.2),
        ("产值同比下降5%。", "change", -5),
        ("产值同比增长-5%。", "change", -5),
        ("工业产值负增长3.1%。", "change", -3.1),
        ("办理时间压减87%。", "change", -87),
        ("审批时限缩短60%。", "change", -60),
        ("网办率提高3个百分点。", "change", 3),
        ("增速回落0.3个百分点。", "change", -0.3),
        ("降幅收窄1.2个百分点。", "change", -1.2),
        ("利率较年初下降25个基点。", "change", -25),
        ("比上年多12家。", "change", 12),
        ("减少材料120份。", "change", -120),
        ("居民增收320万元。", "change", 3_200_000),
        ("产量翻一番。", "change", 1),
        ("利润增长1.2倍。", "change", 1.2),
        ("工业增速为5.3%。", "change", 5.3),
        ("增速高于全国0.8个百分点。", "change", 0.8),
        ("排名前移3位。", "change", 3),
        # levels
        ("办结诉求320件。", "level", 320),
        ("新增企业120家。", "level", 120),
        ("增加值1200亿元。", "level", 120_000_000_000),
        ("环节压减至2个。", "level", 2),
        ("户数增长到40万户。", "level", 400_000),
        ("材料精简到5份。", "level", 5),
        ("总量增至8万家。", "level", 80_000),
        gap("最快3分钟办结。", "level", 3, reason="快 in 最快 is no change"),
        # shares
        ("网办率达98%。", "share", 98),
        ("网办率提高到98%。", "share", 98),
        ("不良率降至1.2%。", "share", 1.2),
        ("民营经济占比65%。", "share", 65),
        ("贡献率超过六成。", "share", 6),
        ("投资是上年的1.2倍。", "share", 1.2),
        ("三分之二的企业享受政策。", "share", 2 / 3),
        # ranks and streaks
        ("总量居全国第31位。", "rank", 31),
        ("综合排名倒数第二。", "rank", 2),
        ("实现“四连冠”。", "streak", 4),
        ("已连续6年保持增长。", "streak", 6),
    ],
)
def test_the_nearest_word_decides_the_kind_and_a_fall_is_negative(read_one, sentence, kind, value):
    row = read_one(sentence)
    assert (row["kind"], row["value"]) == (kind, pytest.approx(value))


def test_members_of_a_list_are_of_one_kind(read):
    rows = read("工业、农业分别增长5.3%、2.1%。")
    assert [(row["kind"], row["value"]) for row in rows] == [("change", 5.3), ("change", 2.1)]


def test_a_fall_from_one_level_to_another_is_two_levels(read):
    rows = read("环节由6个压减至2个。")
    assert [(row["kind"], row["value"]) for row in rows] == [("level", 6), ("level", 2)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("产值同比增长5.3%。", "同比"),
        ("物价环比增长0.4%。", "环比"),
        ("存款比年初增加320亿元。", "比年初"),
        ("户数比上年末增长5.3%。", "比上年末"),
        ("户数较2024年增长5.3%。", "较2024年"),
        ("产值比上年增长6.2%。", "比上年"),
        gap("降幅较前四个月收窄1.8个百分点。", "较前四个月", reason="the verb is taken in"),
        ("增速高于全国0.8个百分点。", "高于全国"),
        ("办结诉求320件。", ""),
    ],
)
def test_a_change_says_what_it_is_measured_against(read_one, sentence, words):
    assert read_one(sentence)["compared_with"] == words


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("力争达到40万户。", "target"),
        ("力争年底网办率达到95%以上。", "target"),
        ("2025年底前，办理时限压缩至3天。", "target"),
        ("预计全年增长5%左右。", "target"),
        ("计划投资12亿元。", "target"),
        ("要确保兑现率100%。", "target"),
        ("网办率目标是95%以上。", "target"),
        ("将新建充电桩320个。", "target"),
        ("拟建设学校12所。", "target"),
        ("到2027年，经营主体达到40万户以上。", "target"),
        ("有望突破百亿元。", "target"),
        ("办结诉求320件。", "reported"),
        ("截至7月底，已办结320件。", "reported"),
        ("总投资12亿元的项目已签约。", "reported"),
        ("已完成年度计划的87%。", "reported"),
        ("兑现率达到95%以上。", "reported"),
        ("按计划完成投资12亿元。", "reported"),
        ("超额完成预期目标2.3个百分点。", "reported"),
        ("计划总投资12亿元的项目开工。", "reported"),
    ],
)
def test_a_target_is_told_from_a_report(read_one, sentence, status):
    assert read_one(sentence)["status"] == status


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("二、2025年工作安排", "target"),
        ("主要目标", "target"),
        ("三、下一步工作打算", "target"),
        ("一、2024年工作回顾", "reported"),
        ("主要做法", "reported"),
    ],
)
def test_a_heading_tells_targets_from_reports(read, heading, status):
    (row,) = read(f"## {heading}\n培育企业120家，服务水平进一步提升。")
    assert row["status"] == status


@pytest.mark.parametrize("title", ["优化营商环境行动方案", "关于印发三年行动计划的通知", "若干措施（试行）"])
def test_what_stands_in_a_plan_is_a_target(read_one, title):
    assert read_one("培育企业120家。", title=title)["status"] == "target"
    assert read_one("截至2024年底，培育企业120家。", title=title)["status"] == "reported"


@pytest.mark.xfail(
    strict=True, reason="今年 of a report that reviews the past year is taken for a time gone by"
)
def test_what_a_work_report_asks_of_the_year_ahead_is_a_target(read_one):
    row = read_one(
        "今年我们要重点做好以下工作：培育高新技术企业800家以上。",
        title="2025年政府工作报告",
        published="2025-01-15",
    )
    assert (row["status"], row["year"], row["period_kind"]) == ("target", 2025, "year")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("办理时间压减-5%。", -5),
        ("人口自然增长率为-1.2‰。", -1.2),
        ("最低气温-32.6℃。", -32.6),
        ("企业净利润-3.2亿元。", -320_000_000),
        ("周期为9-12个月。", 9),
        ("编号A-12的项目3个。", 3),
    ],
)
def test_a_printed_minus_is_kept(read_one, sentence, value):
    assert read_one(sentence)["value"] == value
