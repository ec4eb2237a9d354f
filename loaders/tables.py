"""What each table's columns mean: said once, read by every check, page, workbook and data package.

A table is tidy: one row a fact, one column a meaning. Text that is not known is "", a number that
is not known is missing (NaN, <NA>), never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

Kind = Literal["text", "number", "integer", "date", "choice"]

@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its type, and what it means in both languages."""

    name: str
    kind: Kind
    zh: str  # heading
    en: str
    help_zh: str  # one sentence: what it means, and what empty means
    help_en: str
    choices: tuple[str, ...] = ()  # for kind "choice"; "" is listed where empty is allowed


BOUNDS = ("exact", "about", "nearly", "over", "at_least", "at_most")
KINDS = ("level", "share", "change", "rank", "streak")
STATUSES = ("reported", "target")
PERIOD_KINDS = ("year", "ytd", "quarter", "month", "as_of", "cumulative", "span", "unstated")
YEAR_BASES = ("stated", "context", "publication", "")
PLACE_BASES = ("stated", "carried", "context", "article", "")
REVIEWS = ("read", "confirmed", "corrected")

FIGURES: tuple[Column, ...] = (
    Column("figure_id", "text", "编号", "Figure ID",
           "数字的短编号；屏幕、Excel、幻灯片和链接中都相同，可直接搜索。",
           "Short code of the figure, the same on screen, in Excel, on slides and in links; searchable."),
    Column("source_id", "text", "文章编号", "Source ID",
           "数字所在的文章。", "The article in which the figure stands."),
    Column("paragraph", "integer", "段", "Paragraph",
           "所读文本的段落序号，从1数起，标题也计入。",
           "Paragraph of the text that was read, counted from 1, headings included."),
    Column("start", "integer", "起始字符", "Start",
           "核心表达在所读文本中的起始字符。", "First character of the core expression in the text that was read."),
    Column("end", "integer", "结束字符", "End",
           "核心表达结束处（不含）。", "Where the core expression ends (exclusive)."),
    Column("sentence", "text", "句子", "Sentence",
           "数字所在的整句，与所读文本一字不差。", "The sentence it stands in, verbatim from the text that was read."),
    Column("written", "text", "原文写法", "As written",
           "连同限定词的写法，如“超20亿元”“近3万家”。",
           "The expression as printed, bound words included: 超20亿元, 近3万家."),
    Column("value", "number", "数值（基本单位）", "Value (base unit)",
           "以基本单位计的数值：623.2亿元为62320000000；下降为负数；区间取下限。",
           "Value in the base unit: 623.2亿元 is 62320000000; a fall is negative; a range gives its low end."),
    Column("value_high", "number", "区间上限", "High end",
           "区间的上限；不是区间则为空。", "High end of a range; empty where the figure is no range."),
    Column("value_printed", "text", "数值（原文）", "Value as printed",
           "原文所写的数，不含限定词：623.2。", "The number as printed, without bound words: 623.2."),
    Column("unit_printed", "text", "单位（原文）", "Unit as printed",
           "原文所写的单位：亿元。", "The unit as printed: 亿元."),
    Column("unit", "text", "基本单位", "Base unit",
           "去掉万、亿之后的单位：元、件、家、%。", "The unit without 万 and 亿: 元, 件, 家, %."),
    Column("bound", "choice", "限定词", "Bound",
           "exact 确数，about 约，nearly 近，over 超、余、多，at_least 以上，at_most 以下、以内。",
           "exact; about 约; nearly 近; over 超, 余, 多; at_least 以上; at_most 以下, 以内.", BOUNDS),
    Column("kind", "choice", "类型", "Kind",
           "level 数量，share 比率，change 增减，rank 名次，streak 连续次数。",
           "level: an amount; share: a rate; change: growth or fall; rank: a place in an order; streak: years in a row.",
           KINDS),
    Column("status", "choice", "状态", "Status",
           "reported 已报告，target 目标或计划。", "reported, or target: planned, required, to be reached.", STATUSES),
    Column("period_kind", "choice", "期间类型", "Period kind",
           "year 全年，ytd 今年以来，quarter 季度，month 月，as_of 时点，cumulative 累计，span 其他时段，unstated 原文未写。",
           "year; ytd: since the year began; quarter; month; as_of: on a date; cumulative; span: another stretch; unstated.",
           PERIOD_KINDS),
    Column("period_start", "date", "期间起", "Period start",
           "期间的第一天；原文不能判定则为空。", "First day of the period; empty where the text does not tell."),
    Column("period_end", "date", "期间止", "Period end",
           "期间的最后一天或时点；原文不能判定则为空。",
           "Last day of the period, or the day it stands at; empty where the text does not tell."),
    Column("year", "integer", "年份", "Year",
           "期间结束所在的年份；不能判定则为空。", "Calendar year in which the period ends; empty where it cannot be told."),
    Column("year_basis", "choice", "年份依据", "Year from",
           "stated 句中写明，context 由段落或标题推得，publication 由文章报告的年份推得。",
           "stated: a time word in the sentence; context: from paragraph or heading; publication: the year the article reports on.",
           YEAR_BASES),
    Column("period_words", "text", "期间用语", "Period words",
           "判定期间所依据的原文用语。", "The words of the text that decided the period."),
    Column("compared_with", "text", "比较基准", "Compared with",
           "增减所比较的对象，照原文：同比、比上年末；其他类型为空。",
           "What a change is measured against, as printed: 同比, 比上年末; empty for other kinds."),
    Column("place", "text", "地区", "Place",
           "数字所说地区的全称；不能判定则为空。", "Official full name of the place; empty where it cannot be told."),
    Column("place_basis", "choice", "地区依据", "Place from",
           "stated 句中写明，carried 承前句，context 由标题推得，article 由文章推得。",
           "stated in the sentence; carried on from before; context: a heading; article: the article's own place.",
           PLACE_BASES),
    Column("place_words", "text", "地区用语", "Place words",
           "判定地区所依据的原文用语。", "The words of the text that decided the place."),
    Column("domain", "text", "领域", "Domain",
           "营商环境领域的代码，见“领域”表。", "Domain code, see the table of domains."),
    Column("subject", "text", "事项", "Subject",
           "从句中读出的计量对象。", "What is measured, read from the sentence."),
    Column("indicator_id", "text", "指标编号", "Indicator ID",
           "指标目录中的编号；没有合适的指标则为空。", "Entry of the catalogue; empty where none fits."),
    Column("league", "text", "参评范围", "League",
           "名次是在谁之中：全国地级市、北方地区；其他类型为空。",
           "Ranks only: among whom (全国地级市, 北方地区)."),
    Column("league_size", "integer", "参评数量", "League size",
           "参评单位个数，原文写明才有。", "Ranks only: of how many, where printed."),
    Column("rank_from", "choice", "名次方向", "Counted from",
           "top 正数，bottom 倒数；其他类型为空。", "Ranks only: top, or bottom for 倒数第二.", ("top", "bottom", "")),
    Column("body", "text", "评价机构", "Body",
           "由谁评价或发布，原文写明才有。", "Ranks only: by whom, where printed."),
    Column("repeats", "text", "重复", "Repeats",
           "同一文章中先前同一数字的编号；重复的只计一次。",
           "figure_id of an earlier figure of the same source that says the same; counted once."),
    Column("review", "choice", "核对", "Review",
           "read 规则读出，confirmed 人工确认，corrected 人工更正。",
           "read by rule, confirmed or corrected by a person.", REVIEWS),
    Column("note", "text", "注", "Note",
           "更正或说明：矛盾、误印、不可比的原因。", "A remark: conflict, misprint, why not comparable."),
)

SOURCES: tuple[Column, ...] = (
    Column("source_id", "text", "文章编号", "Source ID", "文件名去掉后缀。", "The file's name without its ending."),
    Column("file", "text", "文件", "File", "文件名。", "File name."),
    Column("title", "text", "标题", "Title", "原文标题。", "Title of the original."),
    Column("publisher", "text", "发布机构", "Publisher", "原文的发布机构。", "Who published the original."),
    Column("published", "text", "发布日期", "Published",
           "年、月或日，原文印到哪一级写到哪一级。", "Year, month or day, as far as printed."),
    Column("url", "text", "网址", "Address", "原文网址；没有则为空。", "Web address of the original; empty where there is none."),
    Column("place", "text", "地区", "Place", "文章所说的地区。", "The place the article is about."),
    Column("kind", "choice", "文本", "Text",
           "digest 摘编（本项目自己的话），original 原文。",
           "digest: restated in our own words; original: the source's own text.", ("digest", "original")),
)

INDICATORS: tuple[Column, ...] = (
    Column("indicator_id", "text", "指标编号", "Indicator ID", "英文短名。", "Short English key."),
    Column("name_zh", "text", "指标", "Indicator (zh)", "中文名。", "Chinese name."),
    Column("name_en", "text", "英文名", "Indicator", "英文名。", "English name."),
    Column("domain", "text", "领域", "Domain", "领域代码。", "Domain code."),
    Column("unit", "text", "单位", "Unit", "基本单位；空表示不限。", "Base unit; several are separated by |."),
    Column("kind", "text", "类型", "Kind", "数字的类型，同“类型”列。", "Kind of figure; several are separated by |."),
    Column("direction", "choice", "方向", "Direction",
           "higher 越高越好，lower 越低越好，neither 无所谓好坏。",
           "higher or lower is better, or neither.", ("higher", "lower", "neither")),
    Column("keywords", "text", "关键词", "Keywords",
           "事项中必须出现的词：空格为“且”，竖线为“或”；前加-不得出现，~在全句任何处，^只在事项中。",
           "Words the subject must hold: blank is and, | is or; a leading - forbids, ~ may stand anywhere "
           "in the sentence, ^ in the subject only."),
    Column("definition_zh", "text", "定义", "Definition (zh)", "指标的含义。", "What it measures, in Chinese."),
    Column("definition_en", "text", "英文定义", "Definition", "英文含义。", "What it measures."),
)

PLACES: tuple[Column, ...] = (
    Column("place", "text", "地区", "Place", "正式全称。", "Official full name."),
    Column("name_en", "text", "英文名", "English", "英文名；未定则为空。", "English name; empty where none is set."),
    Column("level", "choice", "级别", "Level", "country 全国，province 省，prefecture 地，county 县，zone 开发区，region 大区。",
           "country, province, prefecture, county, zone or region.",
           ("country", "province", "prefecture", "county", "zone", "region")),
    Column("parent", "text", "上级", "Parent", "上级地区的全称，用 / 连接。", "Full names of the places above, joined by /."),
    Column("short", "text", "简称", "Short forms", "简称，竖线分隔。", "Short forms, separated by |."),
    Column("code", "text", "行政区划代码", "Code", "六位代码；没有则为空。", "Six-digit code; empty where there is none."),
    Column("row", "integer", "行", "Row", "九宫示意图中的行；只有旗区有。", "Row of its tile; Ordos districts only."),
    Column("column", "integer", "列", "Column", "九宫示意图中的列。", "Column of its tile."),
)

DOMAINS: tuple[Column, ...] = (
    Column("domain", "text", "领域", "Domain", "领域代码。", "Domain code."),
    Column("name_zh", "text", "名称", "Name (zh)", "中文名。", "Chinese name."),
    Column("name_en", "text", "英文名", "Name", "英文名。", "English name."),
    Column("keywords", "text", "关键词", "Keywords",
           "标题或句子中的词，竖线分隔；标题优先。", "Words of heading or sentence, separated by |."),
)

CORRECTIONS: tuple[Column, ...] = (
    Column("figure_id", "text", "编号", "Figure ID", "所更正或说明的数字。", "The figure it is about."),
    Column("column", "text", "列", "Column", "更正哪一列；note 表示只加说明。", "Which column is set; note only adds a remark."),
    Column("was", "text", "原值", "Was", "更正前的值；与读出的不符则报错。", "The value before; checked against what was read."),
    Column("value", "text", "新值", "Value", "更正后的值，或说明的中文。", "The new value, or the remark in Chinese."),
    Column("value_en", "text", "英文说明", "Remark", "说明的英文；更正列时为空。", "The remark in English; empty for a correction."),
    Column("reason", "text", "理由", "Reason", "为什么。", "Why."),
    Column("date", "date", "日期", "Date", "何时决定。", "When it was decided."),
)

LOCATORS: tuple[Column, ...] = (
    Column("figure_id", "text", "编号", "Figure ID", "摘编中的数字。", "The figure of the digest."),
    Column("paragraph", "integer", "段", "Paragraph", "原文中的段落，从1数起，空行不计。",
           "Paragraph of the original, counted from 1, empty lines not counted."),
    Column("start", "integer", "起始字符", "Start", "原文中的起始字符。", "First character in the original."),
    Column("end", "integer", "结束字符", "End", "原文中的结束处（不含）。", "Where it ends in the original (exclusive)."),
)


def typed(frame: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """A new frame with exactly `columns`, in their order and types; a missing one is empty."""
    out: dict[str, pd.Series[Any]] = {}
    for column in columns:
        values = frame[column.name] if column.name in frame else pd.Series(pd.NA, index=frame.index)
        if column.kind in ("text", "choice"):
            out[column.name] = values.astype("object").where(values.notna(), "").astype("str")
        elif column.kind == "date":
            blank = values.isna() | (values.astype("str") == "")
            out[column.name] = pd.to_datetime(values.mask(blank)).astype("datetime64[s]")
        else:
            blank = values.isna() | (values.astype("str") == "")
            out[column.name] = pd.to_numeric(values.mask(blank)).astype("Int64" if column.kind == "integer" else "float64")
    return pd.DataFrame(out, index=frame.index)
