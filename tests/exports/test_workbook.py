import re
import time
import timeit
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest

from exports import workbook
from exports.clock import BEIJING
from exports.safe import CELL_LIMIT, cell_text
from exports.workbook import TooManyRowsError, workbook_bytes
from tests.exports import sample

MADE = datetime(2026, 5, 4, 9, 30, tzinfo=BEIJING)


def made(figures=None, *, sources=None, corrections=None, **options):
    options = {
        "title": "授信",
        "filters": {"年份": ["2025"]},
        "version": "0123456789ab",
        "made": MADE,
    } | options
    figures = sample.figures() if figures is None else figures
    sources = sample.sources() if sources is None else sources
    return workbook_bytes(figures, sources, sample.indicators(), corrections, **options)


def opened(content):
    return openpyxl.load_workbook(BytesIO(content))


def data(content, sheet="数据"):
    """The sheet as a list of {heading: value}."""
    rows = list(opened(content)[sheet].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def parts(content, name):
    with ZipFile(BytesIO(content)) as archive:
        return "".join(
            archive.read(part).decode("utf-8") for part in archive.namelist() if re.search(name, part)
        )


def test_four_sheets_with_a_heading_row_that_stays_and_a_table_to_filter():
    book = opened(made())
    assert book.sheetnames == ["说明", "数据", "口径与注释", "来源"]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.merged_cells.ranges == set()
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert all(sheet.column_dimensions[cell.column_letter].width >= 8 for cell in sheet[1])
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter.ref == table.ref
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert len({cell.value for cell in sheet[1]}) == sheet.max_column


def test_the_columns_a_newsroom_asked_for_stand_in_the_data_sheet():
    (row,) = data(made(domains=sample.domains(), locators=sample.locators()))
    asked = "编号 指标 事项 领域 地区 年份 期间类型 期间起 期间止 数值 单位 数值（基本单位） 基本单位 下限 上限 限定词 原文写法"
    asked += " 类型 状态 名次 参评范围 摘编句 段 文章 发布机构 发布日期 网址 注 空缺说明"
    assert [name for name in asked.split() if name not in row] == []
    assert row["指标"] == "授信额"
    assert row["领域"] == "金融服务"
    assert (row["数值"], row["单位"]) == (20, "亿元")
    assert (row["数值（基本单位）"], row["基本单位"]) == (2_000_000_000, "元")
    assert (row["限定词"], row["下限"], row["上限"]) == ("超、余、多", 2_000_000_000, None)
    assert row["期间起"] == datetime(2025, 1, 1)
    assert (row["段"], row["文章"], row["发布日期"]) == (12, "一年小结", "2025-12")


@pytest.mark.parametrize(
    ("figure", "number"),
    [
        pytest.param({"value": 62_320_000_000.0, "value_printed": "623.2"}, 623.2, id="multiplier"),
        pytest.param(
            {"value": -4.1, "value_printed": "4.1", "unit_printed": "%", "unit": "%"}, -4.1, id="a fall"
        ),
        pytest.param(
            {"value": 350.0, "value_printed": "３５０", "unit_printed": "件", "unit": "件"},
            350,
            id="full width",
        ),
        pytest.param(
            {"value": 1234.0, "value_printed": "1,234", "unit_printed": "件", "unit": "件"}, 1234, id="comma"
        ),
        pytest.param(
            {"value": 3e4, "value_printed": "三", "unit_printed": "万家", "unit": "家"}, 3, id="in characters"
        ),
        pytest.param({"value": 5e8, "value_printed": "5~8", "value_high": 8e8}, 5, id="range"),
        pytest.param({"value": 2.3e8, "value_printed": "二点三"}, 2.3, id="no float dust"),
    ],
)
def test_a_number_stands_as_printed(figure, number):
    (row,) = data(made(sample.figures(figure)))
    assert row["数值"] == number


@pytest.mark.parametrize(
    ("figure", "ends"),
    [
        ({"bound": "exact", "value": 5.0}, (None, None)),
        ({"bound": "about", "value": 5.0}, (None, None)),
        ({"bound": "over", "value": 5.0}, (5, None)),
        ({"bound": "nearly", "value": 5.0}, (None, 5)),
        ({"bound": "at_most", "value": 5.0}, (None, 5)),
        ({"bound": "exact", "value": 5.0, "value_high": 8.0}, (5, 8)),
        ({"bound": "over", "value": -5.0, "kind": "change"}, (None, -5)),
        ({"bound": "nearly", "value": -5.0, "kind": "change"}, (-5, None)),
        ({"bound": "exact", "value": -8.0, "value_high": -5.0, "kind": "change"}, (-8, -5)),
    ],
)
def test_a_bound_says_on_which_side_the_true_value_lies(figure, ends):
    (row,) = data(made(sample.figures(figure)))
    assert (row["下限"], row["上限"]) == ends


def test_a_rank_stands_in_its_own_column_and_only_a_rank_does():
    rank = {
        "kind": "rank",
        "value": 31.0,
        "value_printed": "31",
        "unit_printed": "位",
        "unit": "位",
        "rank_from": "top",
    }
    first, second = data(made(sample.figures(rank | {"league": "全国地级市"}, {})))
    assert (first["名次"], first["名次方向"], first["参评范围"]) == (31, "正数", "全国地级市")
    assert (second["名次"], second["名次方向"], second["参评范围"]) == (None, None, None)


def test_a_rank_that_is_no_whole_number_does_not_stop_the_file():
    (row,) = data(made(sample.figures({"kind": "rank", "value": 0.5, "written": "前0.5%", "unit": "%"})))
    assert row["名次"] == 0.5


def test_empty_is_empty_and_says_why():
    unknown = {"place": "", "year": None, "indicator_id": "", "period_start": None, "period_end": None}
    (row,) = data(made(sample.figures(unknown)))
    assert [row[name] for name in ("地区", "年份", "指标", "期间起", "期间止", "段")] == [None] * 6
    for reason in ("指标：", "地区：", "年份：", "起止：", "段："):
        assert reason in row["空缺说明"]


def test_a_sentence_is_called_what_it_is():
    assert "摘编句" in data(made())[0]
    original = data(made(sources=sample.sources("original")))[0]
    assert original["原句"] == "全年授信超20亿元。"
    assert original["段"] == 3
    both = pd.concat([sample.sources(), sample.sources("original", source_id="s2")])
    first, second = data(made(sample.figures({}, {"source_id": "s2"}), sources=both))
    assert (first["文本"], second["文本"]) == ("摘编句", "原句")
    assert "句子" in first


def test_the_originals_own_sentence_takes_the_place_of_the_restatement_and_is_called_so():
    first, second = data(
        made(sample.figures({}, {}), quotes={"F1": "原文的话。"}, locators=sample.locators())
    )
    assert (first["文本"], first["句子"]) == ("摘编句", "全年授信超20亿元。")
    assert (second["文本"], second["句子"]) == ("原句", "原文的话。")
    assert (first["段"], second["段"]) == (12, None)  # a quote does not tell its paragraph


def test_the_cover_says_what_was_chosen_when_and_from_which_data():
    cover = {
        row["项目"]: row["内容"] for row in data(made(filters={"年份": ["2024", "2025"], "领域": ""}), "说明")
    }
    assert cover["标题"] == "授信"
    assert cover["筛选：年份"] == "2024、2025"
    assert "筛选：领域" not in cover
    assert cover["行数"].startswith("1 行")
    assert cover["生成时间"] == "2026-05-04 09:30（北京时间）"
    assert cover["数据版本"] == "0123456789ab"
    assert cover["列：状态"] == "已报告，目标或计划。"
    assert cover["列：原文写法"] == "连同限定词的写法，如“超20亿元”“近3万家”。"


def test_definitions_bounds_and_notes_have_their_sheet():
    rows = data(made(sample.figures({"note": "两处数字不同"})), "口径与注释")
    assert {
        "类别": "指标",
        "名称": "授信额",
        "单位": "元",
        "方向": "越高越好",
        "说明": "金融机构给予企业的授信总额。",
    } in rows
    assert ("限定词", "超、余、多") in {(row["类别"], row["名称"]) for row in rows}
    assert ("数字的注", "两处数字不同") in {(row["类别"], row["说明"]) for row in rows}


def test_only_sources_of_the_rows_are_cited_with_their_count():
    both = pd.concat([sample.sources(), sample.sources(source_id="s2", title="别的文章")])
    (row,) = data(made(sample.figures({}, {}), sources=both), "来源")
    assert (row["标题"], row["发布机构"], row["数字个数"], row["文本"]) == ("一年小结", "某日报", 2, "摘编句")
    assert row["引文（GB/T 7714）"] == "某日报. 一年小结[N]. 2025-12."


def test_why_figures_of_one_indicator_are_not_comparable_is_said():
    rows = data(made(sample.figures({}, {"period_kind": "cumulative"}, {"status": "target"})), "口径与注释")
    (reasons,) = [row["说明"] for row in rows if row["类别"] == "不可比"]
    assert "累计" in reasons
    assert "目标" in reasons


def years(*changes):
    return [
        {"year": year, "period_start": f"{year}-01-01", "period_end": f"{year}-12-31", **change}
        for year, change in changes
    ]


def test_comparable_series_have_a_native_chart_and_others_none():
    figures = sample.figures(*years((2023, {}), (2025, {"value": 2.5e9}), (2024, {"status": "target"})))
    content = made(figures)
    rows = data(content, "图表")
    assert [row["标签"] for row in rows] == ["2023 超20亿元", "2024 未报告", "2025 超20亿元"]
    assert [(row["图中数值"], row["图中单位"]) for row in rows] == [
        (20, "亿元"),
        (None, "亿元"),
        (25, "亿元"),
    ]
    (chart,) = opened(content)["图表"]._charts
    assert chart.series[0].val.numRef.f == "'图表'!$C$2:$C$4"
    assert chart.series[0].cat.numRef.f == "'图表'!$B$2:$B$4"
    assert "图表" not in opened(made()).sheetnames


def test_two_leagues_never_share_a_chart_and_first_place_is_on_top():
    rank = {
        "kind": "rank",
        "value": 3.0,
        "unit": "位",
        "value_printed": "3",
        "unit_printed": "位",
        "rank_from": "top",
    }
    north = rank | {"league": "北方地区"}
    figures = sample.figures(*years((2023, north), (2024, north), (2024, rank | {"league": "全国"})))
    content = made(figures)
    assert [row["图"] for row in data(content, "图表")] == [
        "授信额 · 鄂尔多斯市 · 全年 · 已报告 · 北方地区"
    ] * 2
    (chart,) = opened(content)["图表"]._charts
    assert chart.y_axis.scaling.orientation == "maxMin"


def test_in_english():
    figures = sample.figures({"note": "两处数字不同"})
    content = made(figures, corrections=sample.notes(), language="en", domains=sample.domains())
    assert opened(content).sheetnames == ["About", "Data", "Definitions and notes", "Sources"]
    (row,) = data(content, "Data")
    assert (row["Indicator"], row["Domain"], row["Bound"]) == ("Credit granted", "Finance", "over")
    assert row["Note"] == "two figures differ"


def test_properties_are_filled():
    properties = opened(made()).properties
    assert (properties.title, properties.creator) == ("授信", "暖城指标")
    assert "0123456789ab" in properties.description


def test_pandas_reads_the_same_numbers():
    figures = sample.figures({}, {"value": -4.1, "value_printed": "4.1", "unit_printed": "%", "unit": "%"})
    frame = pd.read_excel(BytesIO(made(figures)), sheet_name="数据")
    assert frame["数值（基本单位）"].tolist() == [2e9, -4.1]
    assert frame["数值"].tolist() == [20, -4.1]


@pytest.mark.parametrize("text", sample.HOSTILE.values(), ids=sample.HOSTILE)
def test_hostile_text_stays_text(text):
    everywhere = dict.fromkeys(("sentence", "subject", "written", "place", "note", "league"), text)
    content = made(sample.figures(everywhere), title=text, filters={text: [text]})
    (row,) = data(content)
    for heading in ("摘编句", "事项", "原文写法", "地区", "注", "参评范围"):
        assert row[heading] == cell_text(text)
        assert len(row[heading].encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert "<f>" not in parts(content, "sheet")
    assert "hyperlink" not in parts(content, r"sheet|rels")


@pytest.mark.parametrize("title", ["a\ud800b", "题" * 300, "", "[a]:*?/\\", "😀𠮷"])
def test_any_title_gives_a_good_file(title):
    content = made(title=title, filters={"检索": title})
    assert opened(content).sheetnames == ["说明", "数据", "口径与注释", "来源"]


def test_text_that_could_run_is_marked_as_text_for_whoever_edits_the_cell():
    sheet = opened(made(sample.figures({"subject": "=1+1"})))["数据"]
    cell = sheet.cell(2, [heading.value for heading in sheet[1]].index("事项") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_an_empty_selection_gives_a_good_file_that_says_so():
    content = made(sample.figures().head(0), filters={"检索": "没有的词"})
    book = opened(content)
    assert book["数据"].max_row == 1
    assert [sheet.title for sheet in book if sheet.tables] == ["说明"]
    assert {row["项目"]: row["内容"] for row in data(content, "说明")}["行数"].startswith("0 行：没有")


def test_more_than_a_sheet_holds_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "SHEET_ROWS", 1)
    with pytest.raises(TooManyRowsError):
        made(sample.figures({}, {}))


def test_the_tables_given_are_not_changed():
    figures, sources = sample.figures(), sample.sources()
    made(figures, sources=sources)
    pd.testing.assert_frame_equal(figures, sample.figures())
    pd.testing.assert_frame_equal(sources, sample.sources())


def test_four_hundred_rows_take_well_under_a_second():
    figures = sample.figures(count=400)
    # time of the processor, not of the clock: other work on the machine is no fault of ours
    assert min(timeit.repeat(lambda: made(figures), timer=time.process_time, number=1, repeat=3)) < 1
