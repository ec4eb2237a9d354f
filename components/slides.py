"""A briefing on the wall: one figure a slide, frozen at the data of its opening, moved by keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from pathlib import Path
from unicodedata import east_asian_width

import pandas as pd
import streamlit as st

from charts import strips, waffle
from charts.rows import Row, records
from components import briefing, cards, compare, html
from components.desk import Desk
from components.groups import TIME
from exports.clock import BEIJING
from wording import escape_data, escape_html, language, say

CSS = Path(__file__).parent / "show.css"
EARLIER = 2  # figures that stand before the slide's own
FROZEN, SENTENCE, BLACK = "slides-frozen", "slides-sentence", "slides-black"


@dataclass(frozen=True)
class Slide:
    """One figure as it was when the show opened, with the figures it may be read against."""

    row: Row
    title: str
    before: tuple[Row, ...]
    change: str  # HTML, marked as ours; empty where nothing may be reckoned


@dataclass(frozen=True)
class Opening:
    """What a show stands on until it is left."""

    asked: tuple[object, ...]
    day: str
    version: str
    slides: tuple[Slide, ...]


def showing(desk: Desk) -> bool:
    """Whether the address asks for the full screen and there is something to show."""
    return st.query_params.get("show") == "1" and bool(desk.view.brief)


def start(desk: Desk) -> None:
    """Open the show at its first slide; the address tells of what day and data it is."""
    for name in (FROZEN, SENTENCE, BLACK):
        st.session_state.pop(name, None)
    st.query_params.update({"show": "1", "slide": "1", "opened": _today(), "data": desk.library.version})


def leave() -> None:
    """Back to the page with the order and the titles."""
    st.session_state.pop(FROZEN, None)
    for name in ("show", "slide", "opened", "data"):
        if name in st.query_params:
            del st.query_params[name]


def present(desk: Desk) -> None:
    """The slide that the address names, and the keys."""
    st.html(CSS)
    opening = _opening(desk)
    count = len(opening.slides)
    place = _place(count)
    html.show(_slide(opening.slides[place - 1], place, opening, desk), css="whole")
    if st.session_state.get(BLACK):
        st.html('<div class="black"></div>')
    _keys(count)


def _today() -> str:
    return f"{datetime.now(BEIJING):%Y-%m-%d}"


def _opening(desk: Desk) -> Opening:
    asked = (desk.view.brief, desk.view.retitled, language())
    held: Opening | None = st.session_state.get(FROZEN)
    if held is None or held.asked != asked:
        titles = dict(desk.view.retitled)
        found = tuple(_made(row, briefing.title_of(row, titles), desk) for row in briefing.chosen(desk))
        held = st.session_state[FROZEN] = Opening(asked, _today(), desk.library.version, found)
    return held


def _made(row: Row, title: str, desk: Desk) -> Slide:
    every = desk.everything
    if pd.isna(row["year"]) or not row["indicator_id"] or row["kind"] not in strips.BY_VALUE:
        return Slide(row, title, (), "")
    same = every[every[TIME].eq(row[TIME]) & every["year"].lt(row["year"])]
    newest = same.sort_values(["year", "published"], kind="stable").drop_duplicates("year", keep="last")
    return Slide(row, title, tuple(records(newest.tail(EARLIER))), compare.change_line(row, desk))


def _place(count: int) -> int:
    asked = st.query_params.get("slide", "1")
    return min(max(int(asked), 1), count) if asked.isdecimal() and len(asked) < 6 else 1


def _turn(step: int, count: int) -> None:
    st.session_state[SENTENCE] = st.session_state[BLACK] = False
    st.query_params["slide"] = str(min(max(_place(count) + step, 1), count))


def _flip(name: str) -> None:
    st.session_state[name] = not st.session_state.get(name, False)


def _keys(count: int) -> None:
    """Buttons in the corner; hand-held clickers send PageUp and PageDown, whose buttons are not seen."""
    with st.container(key="keys", horizontal=True):
        for name, shortcut, step in (("back", "Left", -1), ("next", "Right", 1)):
            st.button(
                say(f"slide.{name}"), shortcut=shortcut, key=f"key-{name}", on_click=_turn, args=(step, count)
            )
        st.button(say("slide.sentence"), shortcut="S", key="key-sentence", on_click=_flip, args=(SENTENCE,))
        st.button(say("slide.black"), shortcut="B", key="key-black", on_click=_flip, args=(BLACK,))
        st.button(say("slide.leave"), shortcut="Esc", key="key-leave", on_click=leave)
    with st.container(key="clicker"):
        for name, shortcut, step in (("back", "PageUp", -1), ("next", "PageDown", 1)):
            st.button(
                say(f"slide.{name}"),
                shortcut=shortcut,
                key=f"page-{name}",
                on_click=_turn,
                args=(step, count),
            )


def _slide(slide: Slide, place: int, opening: Opening, desk: Desk) -> str:
    row = slide.row
    where = " · ".join(part for part in (row["domain_name"], row["place_name"]) if part)
    told = bool(st.session_state.get(SENTENCE))
    form = "" if told else _form(slide, desk)
    below = _quote(row) if told else ""
    css = " target" if row["status"] == "target" else ""
    wide = 46 if form else 84  # of a hundred parts of the screen's width
    size = max(min(9.0, wide / max(_ems(row["amount"]), 1.0)), 3.9)  # 3.75 are 72 px of 1920
    title = min(2.9, 168 / max(_ems(slide.title), 1.0))
    return (
        f'<section class="slide{css}"><p class="top"><span>{escape_data(where)}</span>'
        f"<span>{escape_html(say('slide.of', n=place, all=len(opening.slides)))}</span></p>"
        f'<h1 style="font-size:{title:.2f}vw">{escape_data(slide.title)}</h1>'
        f'<div class="middle"><div><p class="amount" style="font-size:{size:.2f}vw">{cards.number(row)}</p>'
        f'<p class="meta">{escape_html(row["period"])} {cards.badges(row)}</p>{_beside(row)}'
        f"{slide.change if not told else ''}{cards.note(row)}</div>{form}</div>{below}"
        f'<footer class="low">{_low(slide, opening, desk)}</footer></section>'
    )


def _beside(row: Row) -> str:
    """A rank's league, size and body; what a change is measured against."""
    words = cards.beside(row)
    return f'<p class="beside-it">{escape_data(words)}</p>' if words else ""


def _form(slide: Slide, desk: Desk) -> str:
    """Bars with what came before, where that may be compared; squares for a share; else the number alone."""
    row = slide.row
    if slide.before:
        rows = [*slide.before, row]
        bars = strips.panel(say("slide.before"), "", [rows], lambda one: cards.source_href(one, desk.view))
        return f'<div class="form">{bars}</div>'
    return f'<div class="form">{waffle.waffle(row)}</div>' if waffle.fits(row) else ""


def _quote(row: Row) -> str:
    """The sentence in full, as large as it can stand."""
    size = min(4.4, sqrt(3200 / max(_ems(row["shown"]), 1.0)))
    return (
        f'<blockquote><p class="kind">{escape_html(cards.text_name(row))}</p>'
        f'<p lang="zh-CN" style="font-size:{size:.2f}vh">{escape_html(row["shown"])}</p></blockquote>'
    )


def _low(slide: Slide, opening: Opening, desk: Desk) -> str:
    row = slide.row
    lines = [say("slide.source", source=_source(row), code=row["figure_id"])]
    if slide.before:
        told = [f"{one['period']} {_source(one)} {one['figure_id']}" for one in slide.before]
        lines.append(say("slide.beside", figures=say("list.semicolon").join(told)))
    frozen = [say("slide.frozen", version=opening.version, day=opening.day)]
    asked, day = st.query_params.get("data", ""), st.query_params.get("opened", "")
    if asked and asked != opening.version:
        frozen.append(say("slide.newer", day=day[:10], version=asked[:12]))
    elif opening.version != desk.library.version:
        frozen.append(say("slide.changed"))
    lines.append(" · ".join(frozen))
    return "".join(f"<p>{escape_data(line)}</p>" for line in lines)


def _source(row: Row) -> str:
    title = str(row["source_title"])
    cut = f"{title[:40]}…" if len(title) > 41 else title
    return " · ".join(dict.fromkeys(part for part in (cut, cards.cite(row)) if part))


def _ems(text: str) -> float:
    """How wide `text` is, in font sizes, rounded up."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.6 for character in text)
