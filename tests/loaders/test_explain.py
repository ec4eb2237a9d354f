"""Which words of the text decided a figure's kind and status; and the command that prints them."""

import pytest

from loaders.__main__ import main
from loaders.articles import make_article
from loaders.explain import why
from loaders.figures import read_rows


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("2024年，贷款余额同比增长5.2%。", "同比增长", ""),
        ("2024年，网办率达到98%。", "网办率", ""),
        ("2024年，失业率提高0.3个百分点。", "提高", ""),
        ("2024年，办结案件49件。", "", ""),
        ("2024年，满意度居全区第2位。", "第2位", ""),
        ("到2026年底，力争新增企业300家以上。", "", "力争"),
    ],
)
def test_the_words_that_decided_are_those_of_the_text(lexicon, text, kind, status):
    article = make_article("a", text, published="2025-02", place="鄂尔多斯市")
    (row,) = read_rows(article, lexicon)
    found = why(row, article)
    assert (found.kind, found.status) == (kind, status)


def test_the_command_prints_the_words_of_each_field(tmp_path, capfdbinary):
    (tmp_path / "a.txt").write_text("2024年，东胜区贷款余额同比增长5.2%。", "utf-8")
    assert main(["extract", str(tmp_path), "--explain"]) == 0
    said = capfdbinary.readouterr().out.decode()
    assert "# a.txt" in said
    assert "change  ←  “同比增长”" in said
    assert "东胜区  ←  “东胜区”  (stated)" in said
    assert "year 2024  ←  “2024年”  (stated)" in said
