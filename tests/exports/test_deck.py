from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from exports.clock import BEIJING
from exports.deck import TooManyFiguresError, deck_bytes
from exports.limits import DECK_FIGURES
from tests.exports import sample
from tests.exports.test_workbook import years

MADE = datetime(2026, 5, 4, 9, 30, tzinfo=BEIJING)


def made(figures=None, **options):
    options = {"title": "一览", "version": "0123456789ab", "made": MADE} | options
    figures = sample.figures() if figures is None else figures
    tables = {"domains": sample.domains(), "locators": sample.locators()}
    return deck_bytes(figures, sample.sources(), sample.indicators(), **tables, **options)


def opened(content):
    return Presentation(BytesIO(content))


def texts(slide):
    return [
        paragraph.text
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
    ]


def titles(deck):
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def test_cover_contents_a_slide_a_figure_and_the_sources():
    deck = opened(made())
    assert (deck.slide_width, deck.slide_height) == (Inches(13.333), Inches(7.5))
    assert titles(deck) == ["一览", "目录", "2025年，鄂尔多斯市授信额超20亿元", "来源"]
    assert "1条数字 · 2026-05-04 · 数据版本 0123456789ab" in texts(deck.slides[0])
    assert "金融服务：1条" in texts(deck.slides[1])
    assert "一年小结，某日报，2025-12" in texts(deck.slides[3])


def test_a_figure_stands_large_with_its_bound_its_sentence_and_its_source():
    slide = opened(made()).slides[2]
    sizes = {
        run.text: run.font.size
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert sizes["超20亿元"] >= Pt(60)
    assert sizes["全年授信超20亿元。"] >= Pt(24)
    assert sizes["摘编句 · 一年小结 · 某日报 · 2025-12 · 原文第12段 · 编号 F0"] >= Pt(12)


def test_the_notes_hold_what_the_speaker_may_be_asked():
    figures = sample.figures({"note": "口径不同"}, {"period_kind": "cumulative"})
    notes = opened(made(figures)).slides[2].notes_slide.notes_text_frame.text
    for said in (
        "摘编句：全年授信超20亿元。",
        "出处：",
        "限定词：超20亿元，实际值大于此数",
        "全年与累计不可比",
        "注：口径不同",
    ):
        assert said in notes


def test_comparable_figures_share_a_native_chart_with_alt_text():
    deck = opened(made(sample.figures(*years((2023, {}), (2025, {"value": 2.5e9, "written": "25亿元"})))))
    assert titles(deck)[2] == "2023年超20亿元，2025年25亿元：鄂尔多斯市授信额"
    (frame,) = [shape for shape in deck.slides[2].shapes if shape.has_chart]
    assert list(frame.chart.plots[0].categories) == ["2023 超20亿元", "2024 未报告", "2025 25亿元"]
    assert list(frame.chart.plots[0].series[0].values) == [20, None, 25]
    assert (
        frame._element.nvGraphicFramePr.cNvPr.get("descr")
        == "柱形图：2023 超20亿元、2024 未报告、2025 25亿元"
    )
    assert len(deck.slides) == 4


def test_no_two_slides_have_one_title_and_a_persons_title_wins():
    alike = sample.figures({"period_kind": "unstated"}, {"period_kind": "unstated"})
    assert titles(opened(made(alike)))[2:4] == ["鄂尔多斯市授信额超20亿元", "鄂尔多斯市授信额超20亿元（2）"]
    assert titles(opened(made(titles={"F0": "我的标题"})))[2] == "我的标题"


def test_the_code_opens_the_figure():
    slide = opened(made(address=lambda figure: f"http://localhost:8501/sources?figure={figure}")).slides[2]
    (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "二维码：http://localhost:8501/sources?figure=F0"


def test_theme_fonts_for_latin_and_east_asian_text():
    with ZipFile(BytesIO(made())) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode("utf-8")
    assert '<a:ea typeface="Microsoft YaHei"' in theme
    assert 'val="B5471B"' in theme


@pytest.mark.parametrize("text", sample.HOSTILE.values(), ids=sample.HOSTILE)
def test_hostile_text_gives_a_good_deck_without_formulas(text):
    everywhere = dict.fromkeys(("sentence", "subject", "written", "place", "note", "league"), text)
    named = sample.indicators().assign(name_zh=text)
    figures = sample.figures(*years((2023, everywhere), (2024, everywhere)))
    content = deck_bytes(figures, sample.sources(title=text), named, title=text, version="v", made=MADE)
    opened(content)
    with ZipFile(BytesIO(content)) as archive:
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    assert len(books) == 1
    with ZipFile(BytesIO(books[0])) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_no_text_is_longer_than_its_box():
    long = {
        "sentence": "很长的句子，" * 60,
        "subject": "很长的事项" * 20,
        "indicator_id": "",
        "written": "约一千二百三十四万五千六百七十八元整",
    }
    for slide in opened(made(sample.figures(long), title="很长的标题" * 60)).slides:
        for shape in slide.shapes:
            if not shape.has_text_frame:
                continue
            height = 0.0
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    size = run.font.size.pt
                    per_line = (shape.width.pt - 15) / size
                    height += -(-len(run.text) // per_line) * size * 1.2
            assert height <= shape.height.pt, shape.text_frame.text[:30]


def test_an_empty_selection_is_a_deck_that_says_so():
    assert "0条数字 · 2026-05-04 · 数据版本 0123456789ab" in texts(
        opened(made(sample.figures().head(0))).slides[0]
    )


def test_more_than_a_meeting_bears_is_refused():
    with pytest.raises(TooManyFiguresError):
        made(sample.figures(count=DECK_FIGURES + 1))


def test_the_tables_given_are_not_changed():
    figures = sample.figures()
    made(figures)
    pd.testing.assert_frame_equal(figures, sample.figures())
