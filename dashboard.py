"""Entry: page setup, navigation and the shared bar; the pages themselves stand in pages/."""

from __future__ import annotations

import streamlit as st

from components import html, shell, slides
from components.desk import open_desk
from pages import (
    about,
    briefing,
    check,
    districts,
    domains,
    download,
    figure,
    indicators,
    overview,
    rankings,
    read,
    sources,
    targets,
)
from wording import say

PAGES = {  # address -> page; the first is the root
    "": overview.show,
    "indicators": indicators.show,
    "districts": districts.show,
    "domains": domains.show,
    "rankings": rankings.show,
    "targets": targets.show,
    "sources": sources.show,
    "briefing": briefing.show,
    "read": read.show,
    "check": check.show,
    "download": download.show,
    "figure": figure.show,
    "about": about.show,
}
UNLISTED = {"figure", "about"}  # reached from a figure and from the foot, not from the navigation


def main() -> None:
    """One rerun: read the address, draw the frame, run the page that the address names."""
    desk = open_desk()
    st.set_page_config(page_title=say("app.name"), page_icon=shell.ICON, layout="wide")
    pages = {
        path: st.Page(
            show, title=say(f"page.{path or 'overview'}"), url_path=path or "overview", default=not path
        )
        for path, show in PAGES.items()
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    here = chosen.url_path
    shell.style(desk)
    if here == "briefing" and slides.showing(desk):
        chosen.run()  # full screen: nothing stands around a slide
        return
    shell.top(desk, pages, here, UNLISTED)
    shell.callouts(desk)
    if len(desk.everything):
        chosen.run()
    else:
        html.empty(say("empty.data"), say("empty.data.advice"))
    shell.foot(desk, here)


if __name__ == "__main__":
    main()
