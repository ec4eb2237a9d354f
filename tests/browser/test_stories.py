"""Seven people and what they came for: docs/stories.md. Each story leaves a picture in build/stories/."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest

from tests.browser.conftest import ROOT, settled

PICTURES = ROOT / "build" / "stories"


@pytest.fixture
def picture(request, tab):
    yield
    PICTURES.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=PICTURES / f"{request.node.name}.png")


def go(tab, server, address):
    tab.goto(f"{server.url}/{address}")
    return settled(tab)


@pytest.mark.usefixtures("picture")
def test_an_official_finds_her_districts_figure_and_its_sentence(server, tab):
    go(tab, server, "districts")
    tab.locator(".tile", has_text="准格尔旗").click()
    tab.wait_for_url("**district=**")
    settled(tab)
    tab.locator(".panel .bar").first.click()
    tab.wait_for_url("**/sources?**figure=**")
    settled(tab)
    assert tab.locator("mark.here").count() == 1
    assert tab.locator(".sentence mark.here").count() == 1
    assert "准格尔旗" in tab.locator(".panel.here").inner_text()


@pytest.mark.usefixtures("picture")
def test_an_official_is_told_why_two_credit_lines_are_not_joined(server, tab):
    go(tab, server, "indicators?indicator=credit_granted")
    why = tab.locator(".callout", has_text="为什么不放在一条线上").inner_text()
    assert "192.34亿元" in why
    assert "623.2亿元" in why
    assert "期间" in why


@pytest.mark.usefixtures("picture")
def test_an_official_sends_on_a_departments_tasks_of_one_month(server, tab):
    go(tab, server, "targets")
    tab.locator(".month", has_text="2025年10月").click()
    tab.wait_for_url("**month=2025-10**")
    settled(tab)
    everyone = tab.locator(".tasks li").count()
    department = tab.locator(".tasks li .what a").first.inner_text()
    tab.locator("details.more summary").click()
    tab.locator("details.more a", has_text=department).first.click()
    tab.wait_for_url("**lead=**")
    settled(tab)
    assert parse_qs(urlsplit(tab.url).query)["month"] == ["2025-10"]
    assert 0 < tab.locator(".tasks li").count() < everyone
    assert all(department in who for who in tab.locator(".tasks li > div:first-child").all_inner_texts())


@pytest.mark.usefixtures("picture")
def test_a_reporter_takes_one_year_as_a_workbook(server, tab):
    go(tab, server, "download?year=2025&domain=finance")
    button = tab.get_by_role("button", name=re.compile("下载 Excel"))
    rows = int(re.search(r"[0-9]+", button.inner_text())[0])
    with tab.expect_download() as taken:
        button.click()
    book = openpyxl.load_workbook(BytesIO(Path(taken.value.path()).read_bytes()))
    assert book["数据"].max_row - 1 == rows


@pytest.mark.usefixtures("picture")
def test_a_reporter_learns_that_a_bound_is_not_in_the_report(server, tab):
    go(tab, server, "check")
    box = tab.get_by_label("要核对的话")
    box.fill("2022年，鄂尔多斯市地区生产总值超5613.4亿元。")
    tab.get_by_role("button", name="核对", exact=True).click()
    tab.wait_for_url("**claim=**")
    first = tab.locator(".findings li").first
    first.wait_for()
    assert "限定词不同" in first.inner_text()
    assert "5613.4亿元" in first.inner_text()


@pytest.mark.usefixtures("picture")
def test_a_presenter_puts_the_overview_on_the_wall(server, tab):
    tab.set_viewport_size({"width": 1920, "height": 1080})
    go(tab, server, "?present=1&domain=finance")
    assert tab.locator(".st-key-filters").count() == 0
    size = tab.locator(".card .number").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 44
    assert tab.locator(".card .go a").count() > 0


@pytest.mark.usefixtures("picture")
def test_a_presenter_answers_and_our_banner(server, tab):
    go(tab, server, "districts?district=乌审旗&district=准格尔旗&present=1")
    heads = tab.locator(".beside th[scope=col]").all_inner_texts()
    assert heads == ["乌审旗", "准格尔旗"]
    assert tab.locator(".beside td.none").count() > 0
    assert tab.faults == []
