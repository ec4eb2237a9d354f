"""A file dropped on 录入: its figures in seconds, and nothing of it on the disk."""

from __future__ import annotations

import time
from io import BytesIO

import openpyxl

from tests.browser.conftest import settled
from tests.loaders.fixture_files import page, word

TABLE = (("地区", "贷款余额（亿元）", "比年初增长（%）"), ("准格尔旗", "800", "-1.5"), ("乌审旗", "90", "4"))


def drop(tab, name, raw):
    """Let a file fall on the page as from a folder's window."""
    files = tab.evaluate_handle(
        "([name, bytes]) => { const d = new DataTransfer(); d.items.add(new File([new Uint8Array(bytes)], name)); return d; }",
        [name, list(raw)],
    )
    tab.locator('[data-testid="stFileUploaderDropzone"]').dispatch_event("drop", {"dataTransfer": files})


def test_a_dropped_file_shows_its_figures_in_seconds(server, tab):
    settled_at(tab, server)
    began = time.monotonic()
    drop(tab, "贷款.docx", word("某市2024年贷款情况", "2024年，东胜区贷款余额超1200.5亿元。", tables=[TABLE]))
    tab.wait_for_selector(".reader mark", timeout=20_000)
    assert time.monotonic() - began < 15
    settled(tab)
    assert tab.locator(".reader mark").all_inner_texts() == ["1200.5亿元", "800亿元", "1.5%", "90亿元", "4%"]
    tab.locator(".reader mark a").nth(2).click()
    assert tab.locator("tr:target").inner_text().startswith("下降1.5%")
    tab.locator("tr:target a").click()
    assert tab.locator("mark:target").inner_text() == "1.5%"
    with tab.expect_download() as download:
        tab.get_by_role("button", name="下载 Excel").click()
    book = openpyxl.load_workbook(BytesIO(download.value.path().read_bytes()))
    assert book["数据"].max_row == 6
    assert tab.faults == []


def test_a_file_that_cannot_be_read_says_why_and_the_page_goes_on(server, tab):
    settled_at(tab, server)
    drop(tab, "贷款.docx", page("<p>办结案件49件</p>"))
    tab.wait_for_selector('.callout[role="alert"]')
    said = tab.locator('.callout[role="alert"]').inner_text()
    assert "后缀是.docx，内容却是网页" in said
    assert "Rename it to .html" in said
    tab.get_by_label("或粘贴文字").fill("2024年，办结案件49件。<img src=x onerror='window.hit=1'>")
    tab.get_by_role("button", name="读出数字").click()
    tab.wait_for_selector(".reader mark")
    assert "<img src=x" in tab.locator(".reader").inner_text()
    assert tab.evaluate("window.hit") is None
    assert tab.faults == []


def test_the_page_opens_as_the_first_request_to_a_fresh_server_and_fits_a_phone(fresh_server, tab):
    tab.set_viewport_size({"width": 390, "height": 844})
    settled_at(tab, fresh_server)
    drop(tab, "贷款.docx", word("某市2024年贷款情况", tables=[TABLE]))
    tab.wait_for_selector(".reader mark", timeout=20_000)
    settled(tab)
    main = "document.querySelector('[data-testid=stMain]')"
    assert tab.evaluate(f"(m => m.scrollWidth - m.clientWidth)({main})") <= 0
    assert tab.locator('[role="dialog"]').count() == 0
    assert tab.faults == []


def settled_at(tab, server):
    tab.goto(f"{server.url}/read")
    settled(tab)
