"""Title, date, publisher and place as a text prints them, and no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.proposals import propose


@pytest.mark.parametrize(
    ("text", "title", "published", "publisher"),
    [
        pytest.param(
            "某市2024年统计公报\n某市统计局\n2025年3月28日\n2024年，全市粮食产量230万吨。",
            "某市2024年统计公报", "2025-03-28", "某市统计局", id="a communiqué",
        ),
        pytest.param(
            "某市人民政府办公室文件\n某政办发〔2025〕18号\n某市人民政府办公室\n关于印发《行动方案》的通知\n"
            "各旗区人民政府，市直各部门：\n现将方案印发给你们。\n某市人民政府办公室\n2025年3月25日\n（此件公开发布）",
            "某市人民政府办公室关于印发《行动方案》的通知", "2025-03-25", "某市人民政府办公室", id="an official paper",
        ),
        pytest.param(
            "政府工作报告\n——2025年1月10日在某市第五届人民代表大会第四次会议上\n某市市长 张三\n各位代表：",
            "政府工作报告", "2025-01-10", "", id="a report to congress",
        ),
        pytest.param(
            "首页 > 新闻\n全市经济稳中向好\n发布时间：2025-2-1 10:20 来源：鄂尔多斯日报 作者：李四\n2024年，增长5.8%。",
            "全市经济稳中向好", "2025-02-01", "鄂尔多斯日报", id="a byline",
        ),
        pytest.param(
            "关于财政决算的报告\n二〇二五年六月二十六日在市五届人大常委会上\n一般公共预算收入800亿元。",
            "关于财政决算的报告", "2025-06-26", "", id="a date in Chinese digits",
        ),
        pytest.param("法院工作报告\n（2025年1月）\n全年受理案件1000件。", "法院工作报告", "2025-01", "", id="only the month"),
        pytest.param("某政发〔2025〕3号\n关于促进消费的若干措施\n发放消费券5亿元。", "关于促进消费的若干措施", "2025", "", id="only the year"),
        pytest.param("新华社北京3月5日电（记者王五）新增贷款1000亿元。", "", "", "新华社", id="a dispatch without a year"),
        pytest.param("# 贷款 情况\n\n2024年，贷款余额100亿元。", "贷款 情况", "", "", id="markdown"),
        pytest.param("专栏|用好每一分钱 办好每一件事\n2024年，节约3亿元。", "用好每一分钱 办好每一件事", "", "", id="a kicker"),
        pytest.param("2024年，全市办结案件49件，同比增长5%。", "", "", "", id="text only"),
        pytest.param(
            "发文机关：某市人民政府\n成文日期：2025年01月15日\n标题：政府工作报告\n各位代表：",
            "政府工作报告", "2025-01-15", "某市人民政府", id="a form above the text",
        ),
        pytest.param("", "", "", "", id="nothing"),
    ],
)  # fmt: skip
def test_what_is_printed_is_proposed(text, title, published, publisher):
    found = propose(text)
    assert (found.title, found.published, found.publisher) == (title, published, publisher)


def test_a_date_within_a_sentence_is_not_the_day_of_publication():
    assert propose("贷款情况\n2024年3月1日，全市办结案件49件。").published == ""


def test_the_place_is_its_official_name(lexicon):
    assert propose("准格尔旗2024年工作总结\n全旗办结案件49件。", lexicon.gazetteer).place == "准格尔旗"


@given(st.text())
def test_any_text_can_be_asked(text):
    propose(text)


@pytest.mark.parametrize(
    "text", ["2024年" * 50_000, "来源：" * 50_000, "关于\n" * 50_000, "一" * 300_000, " " * 300_000]
)
def test_a_text_without_end_takes_no_time(text):
    propose(text)
