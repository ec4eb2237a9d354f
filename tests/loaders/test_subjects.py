"""A short noun phrase for what a figure measures."""

import pytest


def gap(*case, reason):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("全市新登记经营主体1.2万户。", "新登记经营主体"),
        ("截至7月底，全市贷款余额达4673.7亿元。", "贷款余额"),
        ("今年以来，累计办结破产案件49件。", "办结破产案件"),
        ("网办率达到98%以上。", "网办率"),
        ("办理时间压减87%。", "办理时间"),
        ("民营经济占比约65%。", "民营经济占比"),
        ("增速列全区第3位。", "增速"),
        ("发布172条重点任务。", "重点任务"),
        gap("平均用时由原来的20天起步。", "平均用时", reason="由原来 stays behind the noun"),
        gap("新华社北京3月5日电 各地办理退税1.2万亿元。", "办理退税", reason="a dateline is taken in"),
        ("产量翻一番。", "产量"),
        ("增速高于全国0.8个百分点。", "增速"),
    ],
)
def test_the_subject_is_the_noun_without_its_verbs(read_one, sentence, subject):
    found = read_one(sentence)["subject"]
    assert found.endswith(subject)
    assert len(found) <= len(subject) + 2


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("网办率达98%，提高3个百分点。", ["网办率", "网办率"]),
        ("贷款余额320亿元，同比增长5.3%。", ["贷款余额", "贷款余额"]),
        ("环节由6个压减至2个。", ["环节", "环节"]),
        (
            "接待游客2103万人次、旅游收入228亿元，分别增长18.6%和21.3%。",
            ["接待游客", "旅游收入", "接待游客", "旅游收入"],
        ),
        (
            "受理案件320件，审结310件，结案率96.9%，同比分别上升12.3%、11.8%和0.4个百分点。",
            ["受理案件", "审结", "结案率", "受理案件", "审结", "结案率"],
        ),
        gap(
            "准格尔旗、伊金霍洛旗分别办结12件、15件。", ["办结", "办结"], reason="the other place of the list"
        ),
    ],
)
def test_a_figure_without_a_noun_of_its_own_carries_the_last_one_on(read, sentence, subjects):
    assert [row["subject"] for row in read(sentence)] == subjects


def test_no_subject_opens_or_ends_with_a_mark(read):
    text = "其中，（一）“办好一件事”改革（试点）12个、《条例》条款15条；“蒙速办”用户1725万。"
    for row in read(text):
        assert row["subject"] == row["subject"].strip("，。；：、） ")
        assert all(row["subject"].count(a) == row["subject"].count(b) for a, b in ("“”", "《》", "（）"))
        assert len(row["subject"]) <= 24
