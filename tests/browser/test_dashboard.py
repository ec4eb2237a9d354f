"""What a person does: open, filter, share, click a number, download."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest

from loaders.library import load_library
from tests.browser.conftest import settled

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


def query(page):
    return parse_qs(urlsplit(page.url).query)


def count(page):
    """The number of figures that the overview says it shows."""
    return int(page.locator(".counts dd").first.inner_text())


def choose(page, label, option):
    page.get_by_role("combobox", name=re.compile(label)).click()
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_as_the_first_request_to_a_fresh_server(fresh_server, tab, path):
    settled(tab_at(tab, f"{fresh_server.url}/{path}"))
    assert tab.locator("h1").count() == 1
    assert tab.locator(".st-key-filters").count() == 1
    assert tab.locator('[data-testid="stException"]').count() == 0
    assert tab.faults == []


def tab_at(tab, url):
    tab.goto(url)
    return tab


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_phone(server, tab, path):
    tab.set_viewport_size({"width": 390, "height": 844})
    settled(tab_at(tab, f"{server.url}/{path}"))
    for width in (390, 320):
        tab.set_viewport_size({"width": width, "height": 844})
        tab.wait_for_timeout(300)
        wide = tab.evaluate(
            "(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))"
        )
        assert wide <= 0, f"at {width} px"
    assert tab.faults == []


def test_a_filter_changes_what_is_shown_and_the_address(server, tab):
    settled(tab_at(tab, server.url))
    before = count(tab)
    choose(tab, "年份", "2025")
    tab.wait_for_url("**year=2025**")
    settled(tab)
    assert 0 < count(tab) < before
    choose(tab, "领域", "金融服务")
    tab.wait_for_url("**domain=finance**")
    settled(tab)
    narrowed = count(tab)
    tab.go_back()
    settled(tab)
    tab.wait_for_function(f"document.querySelector('.counts dd').innerText != '{narrowed}'")
    assert query(tab) == {"year": ["2025"]}
    tab.reload()
    settled(tab)
    assert query(tab) == {"year": ["2025"]}


def test_a_filter_changes_the_chart(server, tab):
    settled(tab_at(tab, f"{server.url}/indicators?indicator=gdp"))
    bars = tab.locator(".stPlotlyChart .bars .point")
    bars.first.wait_for()
    before = bars.count()
    choose(tab, "年份", "2022")
    tab.wait_for_url("**year=2022**")
    settled(tab)
    tab.wait_for_timeout(500)
    assert bars.count() < before
    assert query(tab)["indicator"] == ["gdp"]


def test_filters_hold_from_page_to_page(server, tab):
    settled(tab_at(tab, f"{server.url}/?year=2025&district=鄂尔多斯市"))
    tab.locator(".st-key-nav a", has_text="领域").click()
    tab.wait_for_url("**/domains?**")
    settled(tab)
    assert query(tab) == {"year": ["2025"], "district": ["鄂尔多斯市"]}


def test_a_shared_link_opens_the_same_view(server, tab, chromium):
    settled(tab_at(tab, f"{server.url}/?year=2025&year=2024&domain=finance"))
    mine = tab.locator(".counts").inner_text()
    other = chromium.new_context().new_page()
    settled(tab_at(other, tab.url))
    assert other.locator(".counts").inner_text() == mine
    other.context.close()


def test_a_number_leads_in_one_click_to_its_highlighted_sentence(server, tab, library):
    settled(tab_at(tab, f"{server.url}/?year=2025"))
    tab.locator(".card .go a").first.click()
    tab.wait_for_url("**/sources?**figure=**")
    settled(tab)
    code = query(tab)["figure"][0]
    row = library.figures.set_index("figure_id").loc[code]
    mark = tab.locator(f"#figure-{code}")
    assert mark.count() == 1
    text = library.texts[row["source_id"]].text[row["start"] : row["end"]]
    assert mark.inner_text() == text
    assert text.replace("\n", "") in row["written"].replace("\n", "") or row["written"] in row["sentence"]
    tab.wait_for_timeout(800)
    box = mark.bounding_box()
    assert 0 <= box["y"] <= 900, "the mark is on the screen without scrolling"
    assert query(tab)["year"] == ["2025"]


def test_the_figure_id_in_the_search_box_opens_the_figure(server, tab, library):
    code = library.figures["figure_id"].iloc[5]
    settled(tab_at(tab, server.url))
    box = tab.get_by_label("搜索")
    box.fill(code)
    box.press("Enter")
    tab.wait_for_url(f"**/figure?figure={code}")
    settled(tab)
    assert tab.locator("mark.here").count() == 1


def test_the_workbook_holds_exactly_the_filtered_rows(server, tab, library):
    settled(tab_at(tab, f"{server.url}/download?year=2025"))
    button = tab.get_by_role("button", name=re.compile("下载 Excel"))
    promised = int(re.search(r"（([0-9]+) 行）", button.inner_text())[1])
    with tab.expect_download() as taken:
        button.click()
    assert re.search(r"_[0-9a-f]{12}\.xlsx$", taken.value.suggested_filename)
    book = openpyxl.load_workbook(BytesIO(Path(taken.value.path()).read_bytes()))
    rows = list(book["数据"].iter_rows(values_only=True))
    column = rows[0].index("编号")
    expected = library.figures[library.figures["repeats"].eq("") & library.figures["year"].eq(2025)]
    assert len(rows) - 1 == promised == len(expected)
    assert {row[column] for row in rows[1:]} == set(expected["figure_id"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_document_says_its_language(server, tab, language):
    settled(tab_at(tab, f"{server.url}/?lang={language}"))
    tab.wait_for_function(f"document.documentElement.lang.startsWith('{language}')")


def test_a_presentation_hides_the_chrome_and_enlarges_the_type(server, tab):
    settled(tab_at(tab, server.url))
    plain = tab.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    settled(tab_at(tab, f"{server.url}/?present=1"))
    large = tab.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert large > plain * 1.25
    assert tab.locator(".st-key-filters, .st-key-nav").count() == 0


def test_hostile_text_is_shown_as_it_is_written(server, tab):
    text = "<img src=x onerror=window.hit=1> 5~8% a<b>c"
    settled(tab_at(tab, f"{server.url}/?domain={text.replace(' ', '%20').replace('%20a', '%20a')}"))
    assert "<img src=x onerror=window.hit=1>" in tab.locator(".callout").first.inner_text()
    assert tab.evaluate("window.hit") is None
    assert tab.faults == []
