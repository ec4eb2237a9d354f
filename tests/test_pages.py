"""Every page by AppTest: opens in both languages, follows the address, survives an empty result."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.address import View
from loaders.library import load_library
from wording import escape_html

ENTRY = Path(__file__).parents[1] / "dashboard.py"
PAGES = [
    "",
    "indicators",
    "districts",
    "domains",
    "rankings",
    "targets",
    "sources",
    "check",
    "briefing",
    "download",
    "figure",
    "about",
]


@pytest.fixture(scope="module")
def library():
    return load_library()


def open_page(page="", **query):
    """The app on `page` with `query` in its address, run once."""
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    app.run()  # callable pages are known only after the entry script has named them
    for name, value in query.items():
        app.query_params[name] = value
    if page:
        hashes = {info.get("url_pathname"): code for code, info in app._registered_pages.items()}
        app._page_hash = hashes[page]
    app.run()
    assert not app.exception, [error.stack_trace for error in app.exception]
    return app


def shown(app):
    """All HTML of the page in one string."""
    return "\n".join(block.proto.body for block in app.get("html"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_both_languages(page, language):
    html = shown(open_page(page, lang=language))
    assert "<h1>" in html
    assert ("数据版本" in html) is (language == "zh")


@pytest.mark.parametrize("page", PAGES)
def test_a_search_without_result_says_what_to_do(page):
    html = shown(open_page(page, search="没有这样的词"))
    assert (
        "清除全部筛选" in html or "请减少一个条件" in html or page in ("briefing", "figure", "check", "about")
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_presentation_shows_no_filters(page):
    app = open_page(page, present="1")
    assert [box.label for box in app.multiselect if box.label in ("年份", "地区", "领域")] == []
    assert "退出演示" in shown(app)


def test_the_address_chooses_the_rows(library):
    figures = library.figures[library.figures["repeats"].eq("")]
    expected = int((figures["year"].eq(2025) & figures["domain"].eq("finance")).sum())
    html = shown(open_page("", year="2025", domain="finance"))
    assert f"<dd>{expected}</dd>" in html


def test_a_filter_writes_the_address():
    app = open_page()
    app.multiselect[0].set_value([2024]).run()
    assert app.query_params["year"] in (["2024"], "2024")
    app.multiselect[0].set_value([]).run()
    assert "year" not in app.query_params


def test_what_a_link_names_and_the_data_lacks_is_said():
    html = shown(open_page(year="1999", district="亚特兰蒂斯", domain="<b>x</b>"))
    assert "年份：1999" in html
    assert "地区：亚特兰蒂斯" in html
    assert "领域：&lt;b&gt;x&lt;/b&gt;" in html


def test_a_file_that_cannot_be_read_is_named_in_both_languages_and_the_rest_is_shown(
    tmp_path, monkeypatch, library
):
    (tmp_path / "broken.txt").write_bytes(bytes(range(128, 256)) * 3)
    monkeypatch.setenv("INDICATORS_HOME", str(tmp_path))
    html = shown(open_page())
    assert "broken.txt" in html
    problems = html[html.index("<details") : html.index("</details>")]
    assert '<span lang="zh-CN">' in problems
    assert '<span lang="en">' in problems
    once = library.figures["repeats"].eq("").sum()
    assert f"<dd>{once}</dd>" in html


def test_an_article_put_into_the_workspace_is_shown_at_the_next_rerun(tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATORS_HOME", str(tmp_path))
    app = open_page("check", claim="2025年，全市新建充电桩4321个。")
    assert "4321个</a>" not in shown(app)
    (tmp_path / "new.txt").write_text("2025年，鄂尔多斯市新建充电桩4321个。\n", encoding="utf-8")
    app.run()
    assert "4321个</a>" in shown(app)


def test_a_long_article_is_shown_in_parts_and_a_figure_opens_its_own(tmp_path, monkeypatch):
    lines = [
        f"2025年，鄂尔多斯市第{number}批惠企资金兑现{number + 7000}万元，惠及企业若干。"
        for number in range(4000)
    ]
    (tmp_path / "long.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setenv("INDICATORS_HOME", str(tmp_path))
    whole = shown(open_page("sources", source="long"))
    assert len(whole.encode()) < 2_000_000
    assert "part=2" in whole
    second = shown(open_page("sources", source="long", part="2"))
    code = re.findall(r'<mark id="figure-([^"]+)"', second)[0]
    assert f'id="figure-{code}"' not in whole
    assert f'<mark id="figure-{code}" class="here"' in shown(open_page("sources", figure=code))


def test_a_rank_is_never_without_its_league(library):
    ranks = library.figures[library.figures["kind"].eq("rank") & library.figures["league"].ne("")]
    row = ranks[ranks["repeats"].eq("")].iloc[0]
    for page in ("", "rankings", "download", "figure"):
        html = shown(open_page(page, search=row["figure_id"], figure=row["figure_id"]))
        assert escape_html(row["league"]) in html, page


def test_every_figure_has_its_mark_and_its_own_sentence(library):
    for source_id in library.texts:
        html = shown(open_page("sources", source=source_id))
        own = library.figures[library.figures["source_id"].eq(source_id)]
        marks = re.findall(r'<mark id="figure-([^"]+)"', html)
        assert sorted(marks) == sorted(own["figure_id"])


def test_a_figure_is_shown_with_its_sentence_named_for_what_it_is(library):
    row = library.figures.iloc[0]
    html = shown(open_page("sources", figure=row["figure_id"]))
    assert 'aria-current="true"' in html
    assert escape_html(row["sentence"]) in html
    assert "摘编句" in html
    assert "原句" not in html


def test_a_figure_that_is_not_there_is_said():
    assert "找不到编号为“zzzzzz”的数字" in shown(open_page("sources", figure="zzzzzz"))


def test_the_page_of_a_figure_cites_it_and_says_what_it_may_stand_beside(library):
    gdp = library.figures[library.figures["indicator_id"].eq("gdp")]
    full = gdp["period_kind"].eq("year") & gdp["year"].eq(2021) & gdp["place"].eq("鄂尔多斯市")
    row = gdp[full].iloc[0]
    app = open_page("figure", figure=row["figure_id"].upper())
    html = shown(app)
    source = library.sources.set_index("source_id").loc[row["source_id"]]
    assert source["title"] in app.code[0].value
    assert source["published"] in app.code[0].value
    assert "可同列比较" in html
    assert "地区不同，其余相同" in html
    assert "不可比：" in html
    assert html.count("<mark") < 12, "only the paragraph and its neighbours"


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        pytest.param("2025年以来，全市办结破产案件49件。", "相同", id="the same in other words"),
        pytest.param("2025年以来，全市办结破产案件59件。", "不同", id="ten too many"),
        pytest.param(
            "2022年，鄂尔多斯市地区生产总值超5613.4亿元。", "限定词不同", id="a bound the report lacks"
        ),
        pytest.param("2025年，全市办结破产案件49件。", "不可比", id="a full year is not the year so far"),
        pytest.param("2019年，乌审旗地区生产总值3605亿元。", "不可比", id="another place"),
    ],
)
def test_a_claim_is_set_beside_the_reports(claim, outcome):
    html = shown(open_page("check", claim=claim))
    first = re.search(r'<ul class="list findings"><li class="(\w+)"><div><p class="what">([^<]+)<', html)
    assert first[2] == outcome


def test_a_claim_without_a_figure_is_looked_up_by_its_words():
    assert "没有读出数字" in shown(open_page("check", claim="破产案件"))


def test_unlike_figures_are_told_apart_in_words(library):
    counts = library.figures.groupby("indicator_id")["period_kind"].nunique()
    several = [code for code in counts.index if code and counts[code] > 1]
    html = shown(open_page("indicators", indicator=several[0]))
    assert "这些数字为什么不放在一条线上" in html


def test_charts_have_alt_text():
    app = open_page("indicators")
    charts = app.get("plotly_chart")
    assert charts
    assert all("亿元" in chart.proto.alt or "%" in chart.proto.alt or chart.proto.alt for chart in charts)


def test_districts_side_by_side_show_what_one_does_not_report():
    html = shown(open_page("districts", district=["乌审旗", "准格尔旗"]))
    table = html[html.index('class="table beside"') :]
    assert "乌审旗" in table
    assert "准格尔旗" in table
    assert 'class="none"><span>未报告' in table


def test_corrections_are_listed_with_their_reasons(library):
    html = shown(open_page("about"))
    for reason in library.corrections["reason"]:
        assert escape_html(reason) in html


def test_the_download_holds_the_filtered_rows(library):
    figures = library.figures[library.figures["repeats"].eq("")]
    expected = int(figures["year"].eq(2025).sum())
    app = open_page("download", year="2025")
    assert [button.label for button in app.get("download_button")] == [
        f"下载 Excel（{expected} 行）",
        f"下载 CSV（{expected} 行）",
        f"下载数据包（{expected} 行）",
        "JSON",
        "Parquet",
    ]


def test_a_deck_is_offered_for_as_many_figures_as_a_meeting_bears():
    few, many = open_page("download", year="2025", domain="finance"), open_page("download")
    assert any(button.label.startswith("下载 PowerPoint（") for button in few.get("download_button"))
    assert not any("PowerPoint" in button.label for button in many.get("download_button"))
    assert [button.disabled for button in many.button if "PowerPoint" in button.label] == [True]


def test_the_view_makes_links_that_keep_it():
    view = View(years=(2024, 2025), districts=("乌审旗",), search="a&b", language="en")
    assert view.href("sources", figure="x1") == (
        "sources?year=2024&year=2025&district=%E4%B9%8C%E5%AE%A1%E6%97%97&search=a%26b&lang=en&figure=x1"
    )
    assert View().href() == "./"
    assert view.href("domains", year="", district=(), search=None, lang="") == "domains"


@pytest.mark.parametrize("page", sorted(Path(ENTRY.parent / "pages").glob("[a-z]*.py")))
def test_a_page_file_does_no_work_at_import_but_opens_the_dashboard_when_run_alone(page):
    lines = page.read_text("utf-8").rstrip().splitlines()
    assert lines[-2:] == ['if __name__ == "__main__":', "    open_dashboard()"]


def test_the_entry_file_is_short():
    assert len(ENTRY.read_text("utf-8").splitlines()) < 100
