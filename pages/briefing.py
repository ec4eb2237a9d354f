"""汇报: collected figures put in order, titled, shown full screen, kept by name, taken away as PowerPoint."""

from __future__ import annotations

from functools import partial

import streamlit as st

from charts.rows import Row
from components import briefing, cards, html, shelf, slides
from components.address import LONGEST_BRIEF, LONGEST_TITLE
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from wording import escape_data, escape_html, say

NAME = "brief-name"


def show() -> None:
    """The page, or the slides alone."""
    desk = open_desk()
    if slides.showing(desk):
        slides.present(desk)
        return
    html.heading(say("brief.title"), say("brief.lead"))
    kept, odd = shelf.everything()
    opened = next((one for one in kept if one.code == st.query_params.get("named")), None)
    rows = briefing.chosen(desk)
    titles = dict(desk.view.retitled)
    if opened and opened.version != desk.library.version:
        _older(opened, desk)
    if rows:
        with st.container(horizontal=True):
            st.button(
                say("brief.show"), type="primary", key="brief-show", on_click=slides.start, args=(desk,)
            )
            briefing.deck_button(rows, titles, desk, opened.name if opened else say("app.name"))
        if len(rows) >= LONGEST_BRIEF:
            html.callout(say("brief.full", most=LONGEST_BRIEF))
        html.section(say("brief.order"), say("brief.order.lead"))
        codes = [row["figure_id"] for row in rows]
        for place, row in enumerate(rows):
            _line(place, row, codes, titles, desk)
    else:
        html.empty(say("brief.none"), say("brief.none.advice"))
    _shelf(rows, titles, kept, odd, desk)


def _line(place: int, row: Row, codes: list[str], titles: dict[str, str], desk: Desk) -> None:
    """One figure: what it is, its title, and its place among the others."""
    code = row["figure_id"]
    key = f"title-{code}"
    st.session_state[key] = briefing.title_of(row, titles)
    figure, title, tools = st.columns([3, 6, 3], vertical_alignment="bottom")
    with figure:
        link = html.link(desk.view.href("figure", figure=code), row["amount"])
        html.show(
            f'<p><b>{place + 1}. {link}</b></p><p class="soft">{escape_html(row["period"])} {cards.badges(row)}'
            f" {escape_data(row['place_name'])}</p>"
        )
    with title:
        st.text_input(
            f"{say('brief.retitle')} {place + 1}",
            key=key,
            # a sentence made by rule may be longer than what is stored of a person's own
            max_chars=max(LONGEST_TITLE, len(st.session_state[key])),
            on_change=briefing.retitle,
            args=(codes, titles, row, key),
        )
    with tools, st.container(horizontal=True):
        for name, step, possible in (("up", -1, place > 0), ("down", 1, place < len(codes) - 1)):
            st.button(
                say(f"brief.{name}"),
                key=f"{name}-{code}",
                disabled=not possible,
                on_click=briefing.move,
                args=(codes, titles, place, step),
            )
        st.button(say("brief.drop"), key=f"drop-{code}", on_click=briefing.drop, args=(codes, titles, code))


def _older(kept: shelf.Kept, desk: Desk) -> None:
    """What has become of a kept briefing's figures since."""
    now = {code: desk.figure(code) for code, _ in kept.figures}
    lines = []
    for code in kept.changed([row for row in now.values() if row is not None]):
        row, then = now[code], kept.read[code]["written"]
        lines.append(
            say("brief.older.gone", code=code)
            if row is None
            else say("brief.older.now", code=code, then=then, now=row["written"])
        )
    html.callout(
        say("brief.older", name=kept.name, day=kept.day, version=kept.version),
        lines or [say("brief.older.same")],
    )


def _shelf(
    rows: list[Row], titles: dict[str, str], kept: list[shelf.Kept], odd: list[str], desk: Desk
) -> None:
    html.section(say("brief.keep"), say("brief.keep.lead"))
    if said := st.session_state.pop("brief-said", ""):
        html.callout(said)
    if rows:
        name = st.text_input(say("brief.name"), key=NAME, max_chars=shelf.LONGEST_NAME)
        known = bool(name.strip()) and shelf.path_of(name.strip()).exists()
        st.button(
            say("brief.replace" if known else "brief.save"),
            key="brief-save",
            on_click=partial(_save, rows, titles, desk.library.version),
        )
    items = "".join(f"<li>{_kept(one, desk)}</li>" for one in kept)
    if items:
        html.show(f'<ul class="plain">{items}</ul>')
    if odd:
        html.callout(say("brief.odd"), odd)


def _kept(one: shelf.Kept, desk: Desk) -> str:
    href = desk.view.href(
        "briefing",
        brief=",".join(code for code, _ in one.figures),
        retitle=[f"{code}:{title}" for code, title in one.figures if title],
        named=one.code,
    )
    about = say("brief.kept", day=one.day, count=len(one.figures), version=one.version)
    return f'{html.link(href, one.name)} <span class="soft">{escape_html(about)}</span>'


def _save(rows: list[Row], titles: dict[str, str], version: str) -> None:
    name = str(st.session_state[NAME] or "").strip()
    if not name:
        st.session_state["brief-said"] = say("brief.save.no_name")
        return
    try:
        path = shelf.keep(name, rows, titles, version)
    except OSError:
        st.session_state["brief-said"] = say("brief.save.failed")
        return
    st.query_params["named"] = path.stem
    st.session_state["brief-said"] = say("brief.saved", name=name)


if __name__ == "__main__":
    open_dashboard()
