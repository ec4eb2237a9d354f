"""The briefing in a meeting room: keys, the address, two projectors' sizes, nothing to scroll."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from loaders.library import load_library
from tests.browser.conftest import Server, settled

SHOTS = Path(__file__).parents[2] / "build" / "briefing"
OUTSIDE = """() => {
  const slide = document.querySelector(".slide"), middle = slide.querySelector(".middle");
  const limits = middle.getBoundingClientRect(), found = [];
  if (slide.scrollHeight > innerHeight || slide.scrollWidth > innerWidth) found.push("slide");
  if (document.scrollingElement.scrollHeight > innerHeight) found.push("page");
  for (const part of slide.children) {
    const box = part.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight || box.right > innerWidth) found.push(part.className);
    if (part.scrollHeight > part.clientHeight + 2) found.push(`within ${part.tagName} ${part.className}`);
  }
  for (const part of middle.children) {
    const box = part.getBoundingClientRect();
    if (box.top < limits.top - 2 || box.bottom > limits.bottom + 2) found.push(`middle ${part.className}`);
  }
  const keys = document.querySelector(".st-key-keys").getBoundingClientRect();
  for (const line of slide.querySelectorAll(".low p"))
    if (line.getBoundingClientRect().right > keys.left) found.push("foot under the keys");
  return found;
}"""


@pytest.fixture(scope="module")
def figures():
    every = load_library().figures
    return every[every["repeats"].eq("")]


@pytest.fixture(scope="module")
def codes(figures):
    """The figures that need most room, and one of each kind and status."""
    long = [figures[name].str.len().idxmax() for name in ("sentence", "note", "written", "subject", "league")]
    kinds = list(figures.drop_duplicates(["kind", "status"]).index)
    return list(dict.fromkeys(figures.loc[[*long, *kinds], "figure_id"]))


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A server with an empty workspace, where briefings can be kept."""
    server = Server(INDICATORS_HOME=str(tmp_path_factory.mktemp("workspace")))
    yield server
    server.stop()


def open_show(tab, server, codes, **query):
    more = "".join(f"&{name}={value}" for name, value in query.items())
    tab.goto(f"{server.url}/briefing?brief={','.join(codes)}&show=1{more}")
    at(tab, int(query.get("slide", 1)), len(codes))
    tab.wait_for_timeout(1000)  # the keys listen a moment after the slide is drawn


def at(tab, place, count):
    tab.get_by_text(f"{place} / {count}", exact=True).wait_for()
    tab.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


def asked(tab, name):
    return parse_qs(urlsplit(tab.url).query).get(name, [""])[0]


def test_keys_move_tell_black_and_leave(own_server, tab, codes):
    few = codes[:3]
    open_show(tab, own_server, few)
    for key, place in (("ArrowRight", 2), ("PageDown", 3), ("PageDown", 3), ("PageUp", 2), ("ArrowLeft", 1)):
        tab.keyboard.press(key)
        at(tab, place, 3)
        tab.wait_for_url(lambda url, place=place: f"slide={place}" in url)
    tab.keyboard.press("s")
    tab.wait_for_selector(".slide blockquote")
    tab.keyboard.press("s")
    tab.wait_for_selector(".slide blockquote", state="detached")
    tab.keyboard.press("b")
    tab.wait_for_selector(".black")
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('.black')).backgroundColor") == "rgb(0, 0, 0)"
    )
    tab.keyboard.press("PageDown")  # whoever moves on wants to see
    at(tab, 2, 3)
    expect(tab.locator(".black")).to_have_count(0, timeout=30_000)
    tab.reload()
    at(tab, 2, 3)
    tab.wait_for_timeout(1000)
    assert not tab.locator('header[data-testid="stHeader"]').is_visible()
    assert tab.locator(".masthead, .st-key-nav, .st-key-filters, .foot").count() == 0
    tab.keyboard.press("Escape")
    tab.wait_for_url(lambda url: "show=" not in url)
    settled(tab)
    assert asked(tab, "brief") == ",".join(few)
    assert tab.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_every_slide_fits_without_scrolling(own_server, tab, codes, width, height, language):
    tab.set_viewport_size({"width": width, "height": height})
    SHOTS.mkdir(parents=True, exist_ok=True)
    long = "这是一个很长的标题" * 11
    open_show(tab, own_server, codes, lang=language, retitle=f"{codes[0]}:{long}")
    found = {}
    for place in range(1, len(codes) + 1):
        at(tab, place, len(codes))
        tab.wait_for_timeout(150)
        tab.screenshot(path=SHOTS / f"{width}-{language}-{place:02}.png")
        found[place, "number"] = tab.evaluate(OUTSIDE)
        size = tab.evaluate("parseFloat(getComputedStyle(document.querySelector('.amount')).fontSize)")
        assert size >= 72 * width / 1920
        tab.keyboard.press("s")
        tab.wait_for_selector(".slide blockquote")
        tab.wait_for_timeout(150)
        found[place, "sentence"] = tab.evaluate(OUTSIDE)
        if place == 1:
            tab.screenshot(path=SHOTS / f"{width}-{language}-sentence.png")
        tab.keyboard.press("ArrowRight")
    assert {where: parts for where, parts in found.items() if parts} == {}


def test_collect_on_two_pages_order_keep_and_open(own_server, tab):
    tab.goto(own_server.url)
    settled(tab)
    tab.locator(".card .collect").first.click()
    tab.get_by_role("link", name="汇报 1").wait_for()
    settled(tab)
    first = asked(tab, "brief")
    tab.goto(f"{own_server.url}/rankings?brief={first}")
    settled(tab)
    tab.locator(".rank .collect").first.click()
    tab.get_by_role("link", name="汇报 2").click()
    tab.wait_for_url("**/briefing?**")
    settled(tab)
    assert asked(tab, "brief").split(",")[0] == first
    tab.get_by_role("button", name="下移").first.click()
    tab.wait_for_url(lambda url: asked(tab, "brief").endswith(first))
    tab.get_by_role("textbox", name="标题 1").fill("先说名次")
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: "retitle" in url)
    tab.get_by_role("textbox", name="名称").fill("../../十月")
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="保存").click()
    tab.get_by_text("已保存").wait_for()
    SHOTS.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=SHOTS / "order.png", full_page=True)
    tab.goto(f"{own_server.url}/briefing")
    settled(tab)
    tab.get_by_role("link", name="../../十月").click()
    tab.wait_for_url(lambda url: "named=" in url)
    settled(tab)
    expect(tab.get_by_role("textbox", name="标题 1")).to_have_value("先说名次", timeout=30_000)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="下载 PowerPoint").click()
    assert download.value.suggested_filename.endswith(".pptx")
    assert tab.faults == []
