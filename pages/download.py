"""下载: exactly the filtered rows, as Excel and as CSV."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import cards, compare, html, labels
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from exports import csv_bytes, file_name, workbook_bytes
from wording import language, say

PREVIEW = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("download.title"), say("download.lead"))
    rows = desk.rows
    if rows.empty:
        html.empty(
            say("empty.filtered"),
            say("empty.filtered.advice"),
            desk.view.href("download", **compare.NO_FILTERS),
        )
        return
    # One string is the whole cache key: what was chosen, of which data, in which language.
    chosen = f"{desk.library.version}:{language()}:{desk.view.query()}"
    book, plain = _workbook(chosen, desk), _csv(chosen, desk)
    name = say("download.file")
    with st.container(horizontal=True, key="downloads"):
        st.download_button(
            say("download.xlsx", count=len(rows)),
            book,
            file_name(name, book, "xlsx"),
            XLSX,
            key="xlsx",
            type="primary",
            on_click="ignore",
        )
        st.download_button(
            say("download.csv", count=len(rows)),
            plain,
            file_name(name, plain, "csv"),
            "text/csv",
            key="csv",
            on_click="ignore",
        )
    html.section(say("download.preview", count=len(rows)), say("download.repeats"))
    cards.table(_ordered(desk), desk.view, limit=PREVIEW)


def _ordered(desk: Desk) -> pd.DataFrame:
    return desk.rows.sort_values(
        ["published", "source_id", "start"], ascending=[False, True, True], kind="stable"
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def _workbook(chosen: str, _desk: Desk) -> bytes:
    library = _desk.library
    return workbook_bytes(
        _ordered(_desk),
        library.sources,
        library.indicators,
        library.corrections,
        title=say("download.file"),
        filters=_filters(_desk),
        version=library.version,
        language=language(),
        domains=library.domains,
        locators=library.locators,
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def _csv(chosen: str, _desk: Desk) -> bytes:
    library = _desk.library
    return csv_bytes(
        _ordered(_desk),
        library.sources,
        library.indicators,
        library.corrections,
        domains=library.domains,
        locators=library.locators,
        language=language(),
    )


def _filters(desk: Desk) -> dict[str, object]:
    view = desk.view
    places, domains = labels.place_names(desk.library), labels.domain_names(desk.library)
    return {
        say("filter.year"): [str(year) for year in view.years],
        say("filter.district"): [places.get(place, place) for place in view.districts],
        say("filter.domain"): [domains[code] for code in view.domains],
        say("filter.search"): view.search,
    }


if __name__ == "__main__":
    open_dashboard()
