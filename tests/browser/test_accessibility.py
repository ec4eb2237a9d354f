"""What a machine can find of WCAG: contrast, names, alt text, keyboard. Pages in both languages and themes."""

from __future__ import annotations

import pytest

from tests.browser.conftest import settled

PAGES = [
    "",
    "indicators",
    "districts?district=乌审旗",
    "domains?domain=finance",
    "rankings",
    "targets",
    "sources",
    "briefing",
    "download",
]

# Text against the first opaque background behind it, by the formula of WCAG 2.2.
CONTRAST = """() => {
  const parse = text => { const n = (text.match(/[\\d.]+/g) || []).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const part = value => { value /= 255; return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
  const paper = node => { for (; node; node = node.parentElement) {
    const c = parse(getComputedStyle(node).backgroundColor); if (c[3] > 0.99) return c; } return [255, 255, 255, 1]; };
  const low = [];
  for (const node of document.querySelectorAll('.nc *')) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    const box = node.getBoundingClientRect();
    if (!own || !box.width || node.closest('.skip') || node.closest('svg')) continue;
    const style = getComputedStyle(node);
    const [one, two] = [light(parse(style.color)), light(paper(node))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize), bold = parseInt(style.fontWeight) >= 700;
    const wanted = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    if ((one + 0.05) / (two + 0.05) < wanted) low.push(`${node.textContent.trim().slice(0, 30)} ${style.color}`);
  }
  return low;
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_its_paper(server, chromium, theme):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, color_scheme=theme)
    page = context.new_page()
    low = {}
    for path in PAGES:
        page.goto(f"{server.url}/{path}")
        settled(page)
        low |= {path: found} if (found := page.evaluate(CONTRAST)) else {}
    context.close()
    assert low == {}


@pytest.mark.parametrize("path", ["indicators", "rankings"])
def test_every_chart_says_its_finding_and_has_its_table(server, tab, path):
    tab.goto(f"{server.url}/{path}")
    settled(tab)
    charts = tab.locator('[data-testid="stPlotlyChart"]')
    charts.first.wait_for()  # plotly is loaded when the first chart needs it
    tabs = tab.get_by_role("tab", name="表", exact=True)
    assert tabs.count() == charts.count()
    assert tab.locator(".modebar-btn").count() == 0


def test_the_keyboard_reaches_a_number_and_its_sentence(server, tab):
    tab.goto(server.url)
    settled(tab)
    link = tab.locator(".card .go a").first
    link.focus()
    outline = link.evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline != "none"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/sources?figure=**")


def test_every_link_and_every_image_has_a_name(server, tab):
    tab.goto(server.url)
    settled(tab)
    nameless = tab.evaluate(
        "[...document.querySelectorAll('.nc a, .nc img')]"
        ".filter(e => !(e.innerText || e.alt || e.getAttribute('aria-label') || '').trim()).length"
    )
    assert nameless == 0
