"""Rows as files: built once for what was chosen, named by the digest of their content."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urljoin

import pandas as pd
import streamlit as st

from components import labels
from components.desk import Desk
from exports import csv_bytes, datapackage_bytes, file_name, json_bytes, parquet_bytes, workbook_bytes
from exports.limits import DECK_FIGURES
from wording import language, say, use

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FORMATS = {"xlsx": XLSX, "csv": "text/csv", "zip": "application/zip"}
LATER = {
    "pptx": PPTX,
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}  # on the click


def buttons(
    rows: pd.DataFrame, desk: Desk, chosen: str, formats: tuple[str, ...] = ("xlsx", "csv", "zip", *LATER)
) -> None:
    """A button a format with the number of rows on it. `chosen` tells these rows from all others."""
    # One string is the whole cache key: what was chosen, of which data, in which language.
    key = f"{desk.library.version}:{language()}:{chosen}"
    with st.container(horizontal=True):
        for number, kind in enumerate(formats):
            if kind in LATER:
                _button_for_later(kind, rows, desk, chosen)
                continue
            content = _content(f"{kind}:{key}", kind, rows, desk)
            st.download_button(
                say(f"download.{kind}", count=len(rows)),
                content,
                file_name(say("download.file"), content, kind),
                FORMATS[kind],
                key=f"{kind}-{chosen}",
                type="secondary" if number else "primary",
                on_click="ignore",
            )


def _button_for_later(kind: str, rows: pd.DataFrame, desk: Desk, chosen: str) -> None:
    """A file built on the click. Its name tells data and choice, from which all of its content follows."""
    if kind == "pptx" and len(rows) > DECK_FIGURES:
        st.button(say("download.pptx.many", most=DECK_FIGURES), key=f"{kind}-{chosen}", disabled=True)
        return
    here = str(st.context.url or "")
    key = f"{desk.library.version}:{language()}:{chosen}:{here}"
    st.download_button(
        say(f"download.{kind}", count=len(rows)),
        partial(_built, kind, rows, desk, language(), here),
        file_name(say("download.file"), key.encode(), kind),
        LATER[kind],
        key=f"{kind}-{chosen}",
        on_click="ignore",
    )


def once(rows: pd.DataFrame, desk: Desk, name: str, formats: tuple[str, ...] = ("xlsx", "csv")) -> None:
    """The same buttons for rows that are nobody else's: built on the click, kept nowhere."""
    code = f"{desk.library.version}:{language()}"
    with st.container(horizontal=True):
        for number, kind in enumerate(formats):
            st.download_button(
                say(f"download.{kind}", count=len(rows)),
                partial(_built, kind, rows, desk, language()),
                file_name(name, code.encode(), kind),
                FORMATS[kind],
                key=f"once-{kind}",
                type="secondary" if number else "primary",
                on_click="ignore",
            )


@st.cache_resource(max_entries=32, show_spinner=False)
def _content(key: str, _kind: str, _rows: pd.DataFrame, _desk: Desk) -> bytes:
    return _built(_kind, _rows, _desk, language())


def _built(kind: str, rows: pd.DataFrame, desk: Desk, tongue: str, here: str = "") -> bytes:
    """The file. What is built on a click runs in a thread of its own, which has to be told the language."""
    use(tongue)
    library = desk.library
    if kind == "parquet":
        return parquet_bytes(rows, version=library.version, language=language())
    about: dict[str, Any] = {"title": say("download.file"), "version": library.version}
    if kind == "json":
        return json_bytes(rows, library.sources, filters=_filters(desk), **about)
    tables = (rows, library.sources, library.indicators, library.corrections)
    own = rows[rows["text_kind"] == "original"]
    quotes: dict[str, str] = dict(zip(own["figure_id"], own["shown"], strict=True))
    if kind == "csv":
        return csv_bytes(
            *tables, domains=library.domains, locators=library.locators, quotes=quotes, language=language()
        )
    write: Callable[..., bytes] = partial(datapackage_bytes, filters=_filters(desk))
    if kind == "xlsx":
        write = partial(workbook_bytes, filters=_filters(desk), quotes=quotes)
    elif kind == "pptx":
        from exports.deck import deck_bytes  # a tenth of a second that the first page need not wait for

        write = partial(deck_bytes, quotes=quotes, address=partial(figure_page, here) if here else None)
    return write(
        *tables,
        **about,
        language=language(),
        domains=library.domains,
        locators=library.locators,
    )


def figure_page(here: str, code: str) -> str:
    """The address of a figure's page, from that of another page."""
    return urljoin(here, f"figure?figure={code}")


def _filters(desk: Desk) -> dict[str, object]:
    view = desk.view
    places, domains = labels.place_names(desk.library), labels.domain_names(desk.library)
    return {
        say("filter.year"): [str(year) for year in view.years],
        say("filter.district"): [places.get(place, place) for place in view.districts],
        say("filter.domain"): [domains[code] for code in view.domains],
        say("filter.search"): view.search,
    }
