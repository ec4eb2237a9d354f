"""分别 gives each number its own name, and makes none up."""

from __future__ import annotations

import pytest

from loaders.lists import share_subjects
from loaders.quantities import read_quantities


@pytest.mark.parametrize(
    ("sentence", "subjects", "shared"),
    [
        (
            "接待游客2103万人次、旅游收入228亿元，分别增长18.6%和21.3%。",
            ["接待游客", "旅游收入", "", ""],
            [(2, "接待游客"), (3, "旅游收入")],
        ),
        (
            "婴儿死亡率、新生儿死亡率分别为1.92‰、3.05‰。",
            ["", ""],
            [(0, "婴儿死亡率"), (1, "新生儿死亡率")],
        ),
        ("旅游收入228亿元，分别增长18.6%和21.3%。", ["旅游收入", "", ""], [(1, ""), (2, "")]),
        ("接待游客2103万人次、旅游收入228亿元。", ["接待游客", "旅游收入"], []),
    ],
)
def test_each_member_takes_its_own_subject(sentence, subjects, shared):
    assert list(share_subjects(read_quantities(sentence), subjects, sentence, 0)) == shared


def test_many_words_of_comparison_are_read_in_one_way():
    sentence = (
        "同比" * 40 + "甲分别增长5%和6%。"
    )  # doubles with each word where a pattern can read it in two ways
    assert list(share_subjects(read_quantities(sentence), ["", ""], sentence, 0)) == []
