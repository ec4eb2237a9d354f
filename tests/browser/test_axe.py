"""axe-core finds no serious or critical fault on any page, in both languages and both themes."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard import PAGES
from tests.browser.conftest import settled

GRAVE = ("serious", "critical")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_has_a_grave_fault(server, chromium, language, theme):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, color_scheme=theme)
    page = context.new_page()
    faults = {}
    for path in PAGES:
        page.goto(f"{server.url}/{path}?lang={language}")
        settled(page)
        found = [
            f"{fault['id']}: {fault['nodes'][0]['html'][:120]}"
            for fault in Axe().run(page).response["violations"]
            if fault["impact"] in GRAVE
        ]
        if found:
            faults[path or "overview"] = found
    context.close()
    assert faults == {}
