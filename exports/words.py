"""The sentences that files hold beside the data, in both languages.

Apart from `wording.say` because a file has a language of its own: its maker may not be looking at a page.
"""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "sheet.about": ("说明", "About"),
    "sheet.data": ("数据", "Data"),
    "sheet.notes": ("口径与注释", "Definitions and notes"),
    "sheet.charts": ("图表", "Charts"),
    "sheet.sources": ("来源", "Sources"),
    "about.item": ("项目", "Item"),
    "about.content": ("内容", "Content"),
    "about.title": ("标题", "Title"),
    "about.rows": ("行数", "Rows"),
    "about.rows.some": ("{rows} 行，每行一个数字", "{rows} rows, one figure each"),
    "about.rows.none": (
        "0 行：没有符合筛选条件的数字，请放宽条件后重新下载。",
        "0 rows: no figure matches the filters; widen them and download again.",
    ),
    "about.filter": ("筛选：{name}", "Filter: {name}"),
    "about.filter.none": ("筛选", "Filters"),
    "about.filter.all": ("全部数字，未筛选", "All figures, no filter"),
    "about.made": ("生成时间", "Made"),
    "about.made.at": ("{time}（北京时间）", "{time} (Beijing time)"),
    "about.version": ("数据版本", "Data version"),
    "about.number": ("怎样读数", "Reading the numbers"),
    "about.number.text": (
        "“数值”以原文单位计，“数值（基本单位）”去掉了万、亿。两列都须与“限定词”一起读：超20亿元不等于20亿元。",
        "Value is in the unit as printed, Value (base unit) without 万 and 亿. Read both with Bound: "
        "超20亿元, over 2 billion yuan, is not 2 billion yuan.",
    ),
    "about.compare": ("比较", "Comparing"),
    "about.compare.text": (
        "累计、今年以来、季度、时点和全年的数字不可直接比较；目标与已报告的数字不可混用；"
        "参评范围不同的名次不可比。同一文章中的重复数字在“重复”列注明，只应计一次。",
        "Cumulative, year-to-date, quarterly, as-of and full-year figures do not compare with one another, nor "
        "targets with reports, nor ranks among different bodies. Repeats names figures that say the same: count once.",
    ),
    "about.charts": ("图表", "Charts"),
    "about.charts.text": (
        "只画出可比的数字：同一指标、地区、单位、类型、状态、期间类型和参评范围。目标用空心柱；未报告的年份留空。",
        "Only comparable figures are drawn: one indicator, place, unit, kind, status, period kind and league. "
        "Targets are outlined; years that nobody reported stay empty.",
    ),
    "about.text": ("文本", "Text"),
    "about.text.digest": (
        "摘编句是本项目用自己的话对原文的重述，引用时请以所注原文为准。",
        "Restated sentences are in our own words; quote from the original cited.",
    ),
    "about.safe": ("单元格", "Cells"),
    "about.safe.text": (
        "文字单元格一律按文字保存，不会当作公式运行；文件格式容不下的控制字符显示为 �，超过32767个字符的文字截断并注明。",
        "Text is stored as text and never runs as a formula; control characters that the format cannot hold show "
        "as �; text beyond 32,767 characters is cut and says so.",
    ),
    "about.column": ("列：{name}", "Column: {name}"),
    "notes.class": ("类别", "Class"),
    "notes.name": ("名称", "Name"),
    "notes.meaning": ("说明", "Meaning"),
    "notes.unit": ("单位", "Unit"),
    "notes.direction": ("方向", "Direction"),
    "notes.indicator": ("指标", "Indicator"),
    "notes.bound": ("限定词", "Bound"),
    "notes.period_kind": ("期间类型", "Period kind"),
    "notes.kind": ("类型", "Kind"),
    "notes.figure": ("数字的注", "Note on a figure"),
    "notes.unlike": ("不可比", "Not comparable"),
    "bound.exact": ("原文写的就是这个数", "the number as printed, without a bound word"),
    "bound.about": ("实际值在此数上下", "the true value lies around this"),
    "bound.nearly": ("实际值不到此数", "the true value is a little less"),
    "bound.over": ("实际值大于此数", "the true value is more"),
    "bound.at_least": ("实际值不小于此数", "the true value is this or more"),
    "bound.at_most": ("实际值不大于此数", "the true value is this or less"),
    "kind.level": ("一个数量", "an amount"),
    "kind.share": ("占总体的比率", "a part of a whole, or a rate"),
    "kind.change": (
        "与另一时点或时期相比的增减，下降为负数",
        "growth against another time; a fall is negative",
    ),
    "kind.rank": (
        "在一个参评范围中的名次，数越小越靠前",
        "a place among others; a smaller number is further ahead",
    ),
    "kind.streak": ("连续若干次", "how many times in a row"),
    "period_kind.year": ("整个年度", "a whole year"),
    "period_kind.ytd": ("当年1月1日到文中所说的时候", "from 1 January to the time the text speaks of"),
    "period_kind.quarter": ("一个季度", "one quarter"),
    "period_kind.month": ("一个月", "one month"),
    "period_kind.as_of": ("某一天的存量", "as it stood on one day"),
    "period_kind.cumulative": (
        "自某时起累计，起点原文未必写明；不能与年度数相减或相连",
        "added up since some start, often not printed; not to be joined to yearly figures",
    ),
    "period_kind.span": ("其他一段时间", "another stretch of time"),
    "period_kind.unstated": ("原文没有写期间", "the text states no period"),
    "direction.higher": ("越高越好", "higher is better"),
    "direction.lower": ("越低越好", "lower is better"),
    "direction.neither": ("无所谓好坏", "neither"),
    "sources.figures": ("数字个数", "Figures"),
    "text.digest": ("摘编句", "restated"),
    "text.original": ("原句", "original"),
    "empty.indicator": ("指标：目录中没有合适的指标", "indicator: none in the catalogue fits"),
    "empty.place": ("地区：原文未能判定", "place: the text does not tell"),
    "empty.year": ("年份：原文未能判定", "year: the text does not tell"),
    "empty.period": ("起止：原文未写", "period: not printed"),
    "empty.number": ("数值：原文的写法不能化为一个数", "value: not printed as one number"),
    "empty.paragraph": ("段：未在原文中定位", "paragraph: not located in the original"),
    "empty.url": ("网址：原文没有网址", "address: the original has none"),
    "join.and": ("；", "; "),
    "join.list": ("、", ", "),
    "creator": ("暖城指标", "Ordos Indicators"),
    "description": (
        "数据版本 {version}。每个数字都附有所在的句子和出处。",
        "Data version {version}. Each figure stands with its sentence and source.",
    ),
    "chart.chart": ("图", "Chart"),
    "chart.label": ("标签", "Label"),
    "chart.shown": ("图中数值", "Value drawn"),
    "chart.unit": ("图中单位", "Unit drawn"),
    "chart.rank": ("名次", "Rank"),
    "chart.point": ("{year} {written}", "{year} {written}"),
    "chart.fall": ("{year} 下降{written}", "{year} down {written}"),
    "chart.none": ("{year} 未报告", "{year} not reported"),
    "package.text": (
        "以 = + - @ 等开头的文字前加了一个撇号，以免表格软件当作公式运行。",
        " An apostrophe stands before text that a spreadsheet could take for a formula.",
    ),
    "page": ("第 &P 页，共 &N 页", "Page &P of &N"),
}


def words(key: str, language: str, **values: object) -> str:
    """The text `key` in `language` (Chinese unless "en"), with `values` filled in."""
    return WORDS[key][language == "en"].format(**values)
