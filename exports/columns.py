"""The columns of what is handed out: those of the tables, and the few that only an export has.

A label or a description of a table's column is taken from `loaders.tables`; a column that stands in
no table is described here, once.
"""

from __future__ import annotations

import re

from loaders import tables
from loaders.tables import Column

_OF = {
    (table, column.name): column
    for table, columns in (
        ("figures", tables.FIGURES), ("sources", tables.SOURCES), ("indicators", tables.INDICATORS),
        ("locators", tables.LOCATORS),
    )
    for column in columns
}  # fmt: skip


def column(table: str, name: str) -> Column:
    """The description of column `name` of `table`, from the one place where it is written."""
    return _OF[table, name]


# Both kinds of sentence have their own name: a restatement is never called the source's own words.
DIGEST = Column(
    "sentence", "text", "摘编句", "Sentence (restated)",
    "本项目用自己的话重述的句子，不是原文；核对请看所注文章的段落。",
    "The sentence restated in our own words, not the source's: check it at the paragraph cited.",
)  # fmt: skip
ORIGINAL = Column(
    "sentence", "text", "原句", "Sentence (original)",
    "数字所在的原文整句，一字不差。", "The source's own sentence, verbatim.",
)  # fmt: skip
EITHER = Column(
    "sentence", "text", "句子", "Sentence",
    "数字所在的整句；是摘编句还是原句，见“文本”列。",
    "The sentence it stands in; the column Text says whether restated or original.",
)  # fmt: skip
TEXT = Column(
    "text", "choice", "文本", "Text",
    "摘编句：本项目自己的话；原句：原文的话。", "Restated in our own words, or the source's original words.",
)  # fmt: skip
DOMAIN = Column(
    "domain", "text", "领域", "Domain", "营商环境的哪个领域。", "The field of the business environment."
)
INDICATOR = Column(
    "indicator", "text", "指标", "Indicator",
    "指标目录中的名称；没有合适的指标则为空。", "Name in the catalogue; empty where none fits.",
)  # fmt: skip
PRINTED = Column(
    "number", "number", "数值", "Value",
    "以原文单位计的数，是数字格式；下降为负数；区间取下限。限定词见“限定词”列。",
    "The number in the unit as printed; a fall is negative, a range gives its low end. Read it with Bound.",
)  # fmt: skip
PRINTED_UNIT = Column(
    "unit_printed", "text", "单位", "Unit", "原文所写的单位：亿元。", "The unit as printed: 亿元."
)
LOW = Column(
    "low", "number", "下限", "Low end",
    "以基本单位计，实际值不低于此数（超、余、多、以上、区间）；没有则为空。",
    "In the base unit: the true value is at least this (over, at least, ranges); empty where there is none.",
)  # fmt: skip
HIGH = Column(
    "high", "number", "上限", "High end",
    "以基本单位计，实际值不高于此数（近、以下、区间）；没有则为空。",
    "In the base unit: the true value is at most this (nearly, at most, ranges); empty where there is none.",
)  # fmt: skip
RANK = Column(
    "rank", "number", "名次", "Rank",
    "名次的数；正数还是倒数见“名次方向”。不是名次则为空。",
    "The place in the order, from the end that Counted from names; empty where the figure is no rank.",
)  # fmt: skip
ARTICLE = Column("article", "text", "文章", "Article", "原文的标题。", "Title of the original.")
WHY_EMPTY = Column(
    "why_empty", "text", "空缺说明", "Why empty",
    "哪些列为空，为什么。空缺表示原文没有写或未能判定，从不补作0。",
    "Which columns are empty and why: not printed or not told by the text; never filled with 0.",
)  # fmt: skip

_PARAGRAPH = column("locators", "paragraph")

DATA: tuple[Column, ...] = (
    column("figures", "figure_id"), INDICATOR, column("figures", "subject"), DOMAIN,
    column("figures", "place"), column("figures", "year"), column("figures", "year_basis"),
    column("figures", "period_kind"), column("figures", "period_start"), column("figures", "period_end"),
    PRINTED, PRINTED_UNIT, column("figures", "value"), column("figures", "unit"), LOW, HIGH,
    column("figures", "bound"), column("figures", "written"), column("figures", "kind"),
    column("figures", "compared_with"), column("figures", "status"),
    RANK, column("figures", "rank_from"), column("figures", "league"), column("figures", "league_size"),
    column("figures", "body"), TEXT, EITHER, _PARAGRAPH, ARTICLE, column("sources", "publisher"),
    column("sources", "published"), column("sources", "url"), column("figures", "repeats"),
    column("figures", "review"), column("figures", "note"), WHY_EMPTY,
)  # fmt: skip

_WORD = re.compile(r"(?:^|，|；)(\w+) ([^，；。]+)")


def choice_words(described: Column) -> dict[str, str]:
    """The Chinese word of each choice, as the column's own description gives it.

    >>> choice_words(column("figures", "status"))
    {'reported': '已报告', 'target': '目标或计划'}
    """
    words = dict(_WORD.findall(described.help_zh))
    return {choice: words[choice] for choice in described.choices if choice in words}


def label(described: Column, language: str) -> str:
    """The column's heading in `language`."""
    return described.en if language == "en" else described.zh


def explain(described: Column, language: str) -> str:
    """What the column means, in `language`."""
    return described.help_en if language == "en" else described.help_zh


def explain_words(described: Column, language: str) -> str:
    """What a column means that holds words in place of codes: in Chinese the codes are left out."""
    text = explain(described, language)
    if language != "en":
        for choice, word in choice_words(described).items():
            text = text.replace(f"{choice} {word}", word)
    return text
