"""Charts: what is drawn, what is hatched, what stays apart; labels keep every character."""

import re

import pandas as pd
import pytest

import wording
from charts import dots, grid, series, strips, tiles
from charts.rows import records
from charts.shade import limits, shade
from loaders.tables import PLACES, typed


@pytest.fixture(autouse=True)
def speak_chinese():
    wording.use("zh")


def figure(year, value, amount, **values):
    base = {
        "figure_id": f"f{year}-{amount}", "year": year, "value": value, "amount": amount, "period": f"{year}年 · 全年",
        "period_kind": "year", "place": "鄂尔多斯市", "place_name": "鄂尔多斯市", "kind": "level", "status": "reported",
        "bound": "exact", "unit": "元", "publisher": "日报", "published": f"{year}-12", "year_basis": "stated",
        "league": "", "domain": "finance",
    }  # fmt: skip
    return base | values


def rows(*figures):
    frame = pd.DataFrame(list(figures))
    return frame.assign(year=frame["year"].astype("Int64"))


def every_text(chart):
    """All text of a plotly figure: labels, ticks, annotations."""
    out = [str(text) for trace in chart.data for text in (trace.text if trace.text is not None else ())]
    out += [str(x) for trace in chart.data if trace.orientation != "h" for x in trace.x]
    return out + [note.text for note in chart.layout.annotations]


GROWING = rows(figure(2022, 1.0, "1亿元"), figure(2024, 3.0, "超3亿元", bound="over"))


@pytest.mark.parametrize("draw", [series.columns, lambda group: series.lines([group]), series.slope])
def test_years_are_names_and_never_numbers(draw):
    chart = draw(GROWING)
    assert chart.layout.xaxis.type == "category"
    assert list(chart.layout.xaxis.categoryarray) == ["2022", "2023", "2024"]
    ticks = [str(x) for trace in chart.data for x in trace.x]
    assert all(re.fullmatch(r"[0-9]{4}", tick) for tick in ticks)


@pytest.mark.parametrize("draw", [series.columns, lambda group: series.lines([group]), series.slope])
def test_a_year_nobody_reported_is_hatched_and_named(draw):
    chart = draw(GROWING)
    hatched = [trace for trace in chart.data if trace.type == "bar" and trace.marker.pattern.shape == "/"]
    assert [(list(trace.x), list(trace.text)) for trace in hatched] == [(["2023"], ["未报告"])]


@pytest.mark.parametrize("draw", [lambda group: series.lines([group]), series.slope])
def test_no_line_runs_over_a_gap(draw):
    line = next(trace for trace in draw(GROWING).data if trace.type == "scatter")
    assert line.connectgaps is False
    assert list(line.y) == [1.0, None, 3.0]


def test_the_bound_stays_in_the_label_and_the_end_is_open():
    labels = [trace.text[0] for trace in series.columns(GROWING).data if trace.text and "亿" in trace.text[0]]
    assert labels == ["1亿元", "超3亿元<br>△"]


def test_a_target_is_outlined_and_a_report_solid():
    both = rows(figure(2023, 1.0, "1元"), figure(2024, 2.0, "2元", status="target"))
    solid, outlined = (trace.marker for trace in series.columns(both).data)
    assert (solid.color, outlined.color) == (series.ACCENT, "rgba(0,0,0,0)")
    assert outlined.line.width > 0


def test_two_reports_of_one_year_are_both_drawn():
    both = rows(figure(2024, 1.0, "1元"), figure(2024, 2.0, "2元"), figure(2023, 3.0, "3元"))
    assert {"1元", "2元", "3元"} <= set(every_text(series.columns(both)))
    assert {"1元", "2元", "3元"} <= set(every_text(series.lines([both])))


def test_rank_one_is_at_the_top():
    chart = series.slope(
        rows(figure(2023, 31.0, "第31位", kind="rank"), figure(2024, 10.0, "第10位", kind="rank"))
    )
    low, high = chart.layout.yaxis.range
    assert low > high


def test_bars_over_places_begin_at_zero_and_name_each_place():
    both = rows(figure(2024, 5.0, "5元", place_name="乌审旗"), figure(2024, 9.0, "9元", place_name="东胜区"))
    chart = series.places(both)
    assert [trace.y[0].strip() for trace in chart.data] == ["乌审旗", "东胜区"]
    assert chart.layout.xaxis.range[0] == 0


@pytest.mark.parametrize("text", ["a<b>c", "<br>", "R&amp;D", "5~8%"])
def test_labels_keep_every_character(text):
    both = rows(figure(2023, 1.0, text, place_name=text), figure(2024, 2.0, text, place_name=text))
    for chart in (series.columns(both), series.lines([both]), series.places(both), series.slope(both)):
        shown = [
            label.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            for label in every_text(chart)
        ]
        assert any(text in label for label in shown)
        assert not any("<b>c" in label.replace("<b>", "", 1) for label in every_text(chart) if label == text)
    panel = strips.panel(text, "", [records(both)], lambda row: "sources?figure=1")
    assert wording.escape_html(text) in panel


def test_unlike_groups_stand_apart_and_a_lone_number_has_no_bar():
    panel = strips.panel(
        "授信额", "单位：元", [records(GROWING), records(rows(figure(2025, 9.0, "9元")))], lambda row: "#"
    )
    assert panel.count('class="group"') == 2
    assert panel.count('class="fill') == 2
    assert 'class="say alone">9元' in panel


@pytest.mark.parametrize(
    ("values", "css"),
    [
        ({}, ""),
        ({"status": "target"}, " target"),
        ({"bound": "over"}, " arrow"),
        ({"bound": "nearly"}, " soft-end"),
        ({"kind": "change", "value": -3.0}, " fall"),
    ],
)
def test_the_bar_says_status_bound_and_sign(values, css):
    assert strips.fill_class(figure(2024, 3.0, "3元") | values) == css


def test_a_share_is_read_against_the_whole():
    panel = strips.panel(
        "结案率", "", [records(rows(figure(2024, 50.0, "50%", kind="share", unit="%")))], lambda row: "#"
    )
    assert "width:29.00%" in panel


def test_the_grid_hatches_what_was_not_reported():
    html = grid.count_grid(
        GROWING, ("domain", [("finance", "金融<服务>")]), ("year", [(y, str(y)) for y in (2022, 2023, 2024)]),
        lambda domain, year: f"domains?year={year}", "覆盖",
    )  # fmt: skip
    assert html.count('class="none"') == 2  # the cell and its legend entry
    assert "未报告" in html
    assert "金融&lt;服务&gt;" in html
    assert html.count("<a ") == 2


def test_the_tiles_say_that_they_are_no_map():
    places = typed(
        pd.DataFrame([{"place": "乌审旗", "row": 1, "column": 2}, {"place": "鄂尔多斯市"}]), PLACES
    )
    html = tiles.district_tiles(places, {}, ("乌审旗",), lambda place: place)
    assert "示意排列，不表示位置和界线" in html
    assert html.count("<a ") == 1
    assert "tile none on" in html


def test_rank_dots_run_from_the_first_at_the_left():
    both = [
        figure(2023, 3.0, "第3名", place_name="乌审旗", league_size=pd.NA),
        figure(2023, 1.0, "第1名", league_size=pd.NA),
    ]
    html = dots.rank_dots(both, lambda row: "#")
    assert html.index("鄂尔多斯市") < html.index("乌审旗")
    assert 'style="left:0.00%"' in html
    assert 'style="left:100.00%"' in html


def test_shades_rise_with_the_count():
    steps = limits([1, 5, 10, 50])
    assert [shade(count, steps) for count in (0, 1, 5, 10, 50)] == ["none", "s1", "s2", "s3", "s4"]
