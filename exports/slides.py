"""The look of a deck: a 16:9 template with our fonts and colours, and the parts that slides are made of."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import segno
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from exports.safe import clean
from wording import guard_csv

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.7)
INNER = WIDTH - 2 * MARGIN
CODE = Inches(1.35)  # what a QR code takes of the width
ACCENT, INK, GREY = RGBColor(0xB5, 0x47, 0x1B), RGBColor(0x2A, 0x26, 0x22), RGBColor(0x5B, 0x54, 0x4C)
_LATIN, _CHINESE = "Calibri", "Microsoft YaHei"
_COLOURS = {
    "dk1": "2A2622",
    "lt1": "FFFFFF",
    "dk2": "5B544C",
    "lt2": "F7F4EF",
    "accent1": "B5471B",
    "accent2": "12436D",
}
_TITLE_ONLY = 5  # of the layouts that come with python-pptx
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def new_deck() -> Any:
    """An empty presentation, 16:9, with theme fonts for Latin and East Asian text."""
    deck = Presentation()
    wider = WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            shape.left, shape.width = Emu(int(shape.left * wider)), Emu(int(shape.width * wider))
    _dress(deck.slide_master)
    return deck


def _dress(master: Any) -> None:
    """Our fonts and colours into the theme, so that text and charts added by hand follow."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for face, name in (("latin", _LATIN), ("ea", _CHINESE)):
        for font in theme.iterfind(f".//{{{_A}}}fontScheme/*/{{{_A}}}{face}"):
            font.set("typeface", name)
    for name, value in _COLOURS.items():
        slot = theme.find(f".//{{{_A}}}clrScheme/{{{_A}}}{name}")
        slot[:] = [etree.Element(f"{{{_A}}}srgbClr", val=value)]
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def new_slide(deck: Any, title: str, size: int = 30) -> Any:
    """A slide with nothing but its title, which is real title text: outlines and screen readers find it."""
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = MARGIN, Inches(0.45), INNER, Inches(1.3)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    _write(frame.paragraphs[0], title, size, INK, bold=True)
    return slide


def raise_cover(slide: Any) -> None:
    """The title to the middle of the slide, with a bar in our colour before it."""
    slide.shapes.title.top = Inches(2.7)
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, MARGIN, Inches(2.4), Inches(1.2), Inches(0.12))
    bar.fill.solid()
    bar.fill.fore_color.rgb = ACCENT
    bar.line.fill.background()
    describe(bar, "")


def add_text(
    slide: Any,
    lines: Sequence[str],
    box: tuple[int, int, int, int],
    size: float,
    *,
    colour: Any = INK,
    bold: bool = False,
) -> Any:
    """Lines of text in a box (left, top, width, height), wrapped within it."""
    shape = slide.shapes.add_textbox(*(Emu(int(side)) for side in box))
    frame = shape.text_frame
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _write(paragraph, line, size, colour, bold=bold)
    return shape


def _write(paragraph: Any, text: str, size: float, colour: Any, *, bold: bool) -> None:
    run = paragraph.add_run()
    run.text = clean(text).replace("\n", " ")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour
    run._r.get_or_add_rPr().set("lang", "zh-CN")


def add_columns(
    slide: Any, name: str, points: Sequence[tuple[str, float | None]], box: tuple[int, int, int, int], *, unit: str,
    target: bool = False, rank: bool = False, falls: bool = False, alt: str = "",
) -> None:  # fmt: skip
    """A native chart: columns, or for ranks a dot each with first place on top; None leaves a gap.

    The data sheet behind it is written by XlsxWriter, which takes text for formulas: text is guarded.
    """
    data = CategoryChartData(number_format="General")
    data.categories = [guard_csv(clean(label)) for label, _ in points]
    data.add_series(guard_csv(clean(name)), [value for _, value in points])
    form = XL_CHART_TYPE.LINE_MARKERS if rank else XL_CHART_TYPE.COLUMN_CLUSTERED
    frame = slide.shapes.add_chart(form, *(Emu(int(side)) for side in box), data)
    describe(frame, alt)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.color.rgb = Pt(16), GREY
    axis = chart.value_axis
    axis.has_major_gridlines = False
    axis.has_title = True
    axis.axis_title.text_frame.text = clean(unit)
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
    drawn = chart.plots[0].series[0]
    # below the plot: under the columns of falls, and where first place is on top
    below = XL_TICK_LABEL_POSITION.HIGH if rank else XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.tick_label_position = below
    if rank:
        lowest = max(value for _, value in points if value is not None)
        axis.reverse_order = True
        axis.minimum_scale, axis.maximum_scale = 0, lowest + 1
        axis.major_unit = max(1, round(lowest / 5))
        drawn.format.line.fill.background()  # a line would claim the years between
        drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 14
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = ACCENT
        return
    chart.plots[0].gap_width = 70
    if not falls:
        axis.minimum_scale = 0
    drawn.invert_if_negative = False
    if target:
        drawn.format.fill.background()
        drawn.format.line.color.rgb = ACCENT
    else:
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = ACCENT


def add_code(slide: Any, address: str, box: tuple[int, int, int, int], alt: str) -> None:
    """A QR code that opens `address`."""
    image = BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="png", scale=8, border=2)
    image.seek(0)
    describe(slide.shapes.add_picture(image, *(Emu(int(side)) for side in box)), alt)


def describe(shape: Any, alt: str) -> None:
    """The text that stands for the shape where it cannot be seen."""
    shape._element.find(f".//{qn('p:cNvPr')}").set("descr", clean(alt))


def add_notes(slide: Any, lines: Sequence[str]) -> None:
    """What the speaker reads."""
    slide.notes_slide.notes_text_frame.text = clean("\n".join(lines))
