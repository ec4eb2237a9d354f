"""A table's rows as sentences: unit, period and subject from the heads, and nothing made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.formats.grids import caption, row_sentences


@pytest.mark.parametrize(
    ("above", "grid", "lines"),
    [
        pytest.param(
            "", [["指标", "单位", "2024年", "比上年增长（%）"], ["粮食产量", "万吨", "230.5", "-4.5"]],
            ["2024年粮食产量230.5万吨，粮食产量比上年增长-4.5%。"], id="a column of units",
        ),
        pytest.param(
            "表2 2023年各旗区贷款情况（单位：亿元）", [["地区", "贷款余额", "增速（%）"], ["东胜区", "1,200", "5.2"]],
            ["2023年东胜区贷款余额1,200亿元，贷款余额增速5.2%。"], id="unit and year of the caption",
        ),
        pytest.param(
            "", [["项目", "2022", "2023"], ["存款余额（亿元）", "5000.1", "6000"]],
            ["2022年存款余额5000.1亿元，2023年存款余额6000亿元。"], id="years as heads",
        ),
        pytest.param(
            "", [["年份", "企业数（家）", "增速"], ["2023", "3000", "5%"], ["2024年", "3300", "10%"]],
            ["2023年企业数3000家，2023年企业数增速5%。", "2024年企业数3300家，2024年企业数增速10%。"], id="years as rows",
        ),
        pytest.param(
            "", [["地区", "2024年", "2024年"], ["地区", "收入（元）", "增长（%）"], ["东胜区", "60000", "5.0"]],
            ["2024年东胜区收入60000元，2024年收入增长5.0%。"], id="heads of two rows",
        ),
        pytest.param(
            "单位：万人", [["表1 2024年末人口"] * 2, ["指标", "年末数"], ["按城乡分", ""], ["城镇", "177.2"]],
            ["表1 2024年末人口。", "按城乡分：2024年末城镇177.2万人。"], id="a title row and a group",
        ),
        pytest.param(
            "", [["指标", "东胜区", "达拉特旗"], ["贷款余额（亿元）", "120", "130"]],
            ["东胜区贷款余额120亿元，达拉特旗贷款余额130亿元。"], id="places as heads",
        ),
        pytest.param("", [["地区生产总值", "6363亿元"]], ["地区生产总值6363亿元。"], id="no heads"),
        pytest.param(
            "", [["指标", "全区排名"], ["存款余额", "2"]], ["存款余额全区排名第2位。"], id="a rank",
        ),
        pytest.param(
            "", [["指标", "2024年"], ["出口额（亿元）", "—"], ["进口额（亿元）", "30"]],
            ["出口额（亿元）：—。", "2024年进口额30亿元。"], id="not reported is no number",
        ),
        pytest.param(
            "", [["序号", "企业", "行业", "授信额度（万元）"], ["1", "某某公司", "制造业", "500"]],
            ["某某公司，行业：制造业，授信额度500万元。"], id="words among the numbers",
        ),
        pytest.param(
            "", [["序号", "任务", "牵头部门"], ["1", "压缩开办时间，由3天减至0.5天。", "市市场监管局"]],
            ["任务：压缩开办时间，由3天减至0.5天。", "牵头部门：市市场监管局"], id="a table of words",
        ),
        pytest.param("", [["指标", "数量"], ["某项", "12"]], ["某项12。"], id="a unit is never made up"),
        pytest.param(
            "2024年12月主要指标", [["指标", "12月", "1-12月", "上年同期"], ["用电量（亿千瓦时）", "110", "1200", "100"]],
            ["2024年12月用电量110亿千瓦时，2024年1-12月用电量1200亿千瓦时，上年同期用电量100亿千瓦时。"], id="months of the caption's year",
        ),
        pytest.param(
            "", [["指标", "2024年", "2023年", "增长（%）"], ["用电量（亿千瓦时）", "120", "100", "20"]],
            ["2024年用电量120亿千瓦时，2023年用电量100亿千瓦时，2024年用电量增长20%。"], id="growth is of the later year",
        ),
        pytest.param(
            "", [["指标", "1-6月", "上年同期", "增长（%）"], ["用电量（亿千瓦时）", "120", "100", "20"]],
            ["1-6月用电量120亿千瓦时，上年同期用电量100亿千瓦时，1-6月用电量增长20%。"], id="growth is not of the year before",
        ),
        pytest.param(
            "", [["指标", "2024年6月", "2024年1-6月", "累计增长%"], ["工业增加值", "", "", "6.1"]],
            ["2024年1-6月工业增加值累计增长6.1%。"], id="growth without its amount",
        ),
        pytest.param(
            "", [["发文机关：", "某市人民政府", "成文日期：", "2025年1月15日"], ["标题：", "工作报告", "工作报告", ""]],
            ["发文机关：某市人民政府", "成文日期：2025年1月15日", "标题：工作报告"], id="a form",
        ),
        pytest.param("", [], [], id="nothing"),
        pytest.param("", [["", ""], ["", ""]], [], id="blank cells"),
    ],
)  # fmt: skip
def test_a_row_says_what_its_heads_say(above, grid, lines):
    assert list(row_sentences(grid, above)) == lines


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("表2 2023年贷款情况", "表2 2023年贷款情况。"),
        ("二、旗区贷款情况", "二、旗区贷款情况"),
        ("## 贷款", "## 贷款"),
        ("单位：亿元", "单位：亿元。"),
        ("", ""),
    ],
)
def test_a_caption_is_no_heading_of_what_follows_the_table(line, kept):
    assert caption(line) == kept


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.text(max_size=30), max_size=6), max_size=8), st.text(max_size=40))
def test_any_table_is_read(grid, above):
    for line in row_sentences(grid, above):
        assert line


@pytest.mark.parametrize(
    "cell", ["1" * 100_000, "1," * 50_000, "（" * 50_000, "2024年" * 20_000, "一" * 100_000]
)
def test_a_cell_without_end_takes_no_time(cell):
    assert list(row_sentences([["指标", cell], [cell, "1"], ["甲", cell]], cell)) is not None
