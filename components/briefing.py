"""The figures collected for a meeting: their order and titles, which live in the address."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from charts.rows import Row
from components.desk import Desk
from components.downloads import PPTX, figure_page
from exports.findings import finding
from exports.names import file_name
from wording import language, say, use


def chosen(desk: Desk) -> list[Row]:
    """The figures of the briefing in order; one that repeats another of them is there once."""
    found = [desk.figure(code) for code in desk.view.brief]
    return list({row["figure_id"]: row for row in found if row is not None}.values())


def default_title(row: Row) -> str:
    """The figure said as a sentence."""
    told: dict[Hashable, Any] = dict(row.items())
    if language() == "en":
        told["place"] = row["place_name"]
    return finding(told, row["title"], language())


def title_of(row: Row, titles: Mapping[str, str]) -> str:
    """A person's own title, else the figure said as a sentence."""
    return titles.get(row["figure_id"]) or default_title(row)


def write(codes: Sequence[str], titles: Mapping[str, str]) -> None:
    """Put order and titles into the address, which every page and every link carries on."""
    st.query_params["brief"] = ",".join(codes)
    st.query_params["retitle"] = [f"{code}:{titles[code]}" for code in codes if titles.get(code)]
    if not codes:
        del st.query_params["brief"]


def move(codes: Sequence[str], titles: Mapping[str, str], place: int, step: int) -> None:
    """Change a figure's place with its neighbour."""
    order = list(codes)
    order[place], order[place + step] = order[place + step], order[place]
    write(order, titles)


def drop(codes: Sequence[str], titles: Mapping[str, str], code: str) -> None:
    """Take a figure out."""
    write([other for other in codes if other != code], titles)


def retitle(codes: Sequence[str], titles: Mapping[str, str], row: Row, key: str) -> None:
    """Take the title from the box `key`; an empty one, or the sentence itself, is no title of one's own."""
    text = " ".join(str(st.session_state[key] or "").split())
    own = "" if text == default_title(row) else text
    write(codes, {**titles, row["figure_id"]: own})


def deck_button(rows: Sequence[Row], titles: Mapping[str, str], desk: Desk, name: str) -> None:
    """The briefing as PowerPoint, built on the click, with its titles and in its order."""
    here = str(st.context.url or "")
    frame = pd.DataFrame(rows)
    told = [desk.library.version, language(), name, here]
    told += [f"{row['figure_id']}:{titles.get(row['figure_id'], '')}" for row in rows]
    st.download_button(
        say("brief.deck", count=len(rows)),
        partial(_deck, frame, dict(titles), desk, name, language(), here),
        file_name(name, "\n".join(told).encode(), "pptx"),
        PPTX,
        key="brief-deck",
        on_click="ignore",
    )


def _deck(rows: pd.DataFrame, titles: dict[str, str], desk: Desk, name: str, tongue: str, here: str) -> bytes:
    """Built in a thread of its own, which has to be told the language."""
    from exports.deck import deck_bytes  # a tenth of a second that the page need not wait for

    use(tongue)
    library = desk.library
    own = rows[rows["text_kind"] == "original"]
    return deck_bytes(
        rows,
        library.sources,
        library.indicators,
        library.corrections,
        title=name,
        version=library.version,
        titles=titles,
        address=partial(figure_page, here) if here else None,
        language=tongue,
        domains=library.domains,
        locators=library.locators,
        quotes=dict(zip(own["figure_id"], own["shown"], strict=True)),
    )
