"""What stands around every page: masthead, navigation, the shared filter bar, callouts and the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import address, html, labels
from components.desk import Desk
from wording import escape_html, language, say

HERE = Path(__file__).parent
ICON = HERE / "icon.png"  # a file of ours: an emoji or icon name would be fetched from the internet
PLACES_FIRST = "鄂尔多斯市"


def style(desk: Desk) -> None:
    """The project's sheet, the larger type of a presentation, and the language of the document."""
    st.html(HERE / "style.css")
    if desk.view.present:
        st.html(HERE / "present.css")
    tongue = "zh-CN" if language() == "zh" else "en"
    st.html(f"<script>document.documentElement.lang='{tongue}'</script>", unsafe_allow_javascript=True)


def top(desk: Desk, pages: Mapping[str, StreamlitPage], here: str, unlisted: Set[str]) -> None:
    """Masthead, navigation and filters; in a presentation nothing but the name."""
    view = desk.view
    other = "en" if language() == "zh" else "zh"
    tools = (
        ""
        if view.present
        else (
            (
                html.link(view.href("briefing"), say("brief.count", count=len(view.brief)))
                if view.brief
                else ""
            )
            + html.link(_here(desk, here, present="1"), say("tool.present"))
            + f'<span lang="{other}">'
            + html.link(_here(desk, here, lang="" if other == "zh" else other), say("tool.language"))
            + "</span>"
        )
    )
    html.show(
        f'<div class="masthead">{html.link(view.href(), say("app.name"), css="name")}'
        f'<span class="soft">{escape_html(say("app.tagline"))}</span><span class="tools">{tools}</span></div>'
    )
    if view.present:
        return
    with st.container(key="nav", horizontal=True):
        for path, page in pages.items():
            if path in unlisted:
                continue
            with st.container(key="here" if path == here else f"to-{path or 'overview'}"):
                st.page_link(
                    page, label=say(f"page.{path or 'overview'}"), icon="", help="", query_params=view.query()
                )
    with st.container(key="filters"):
        _filters(desk)
    asked = st.session_state.pop("searched", "")
    if asked and desk.library.figures["figure_id"].eq(asked).any():
        # the code of a figure, typed or pasted, opens it
        st.switch_page(pages["figure"], query_params=view.query(search="", figure=asked))


def _here(desk: Desk, here: str, **changes: object) -> str:
    """This very view with `changes`, also what only this page reads from the address."""
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in address.SHARED}
    return desk.view.href(here, **{**kept, **changes})


def _filters(desk: Desk) -> None:
    view, figures = desk.view, desk.everything
    places = labels.place_names(desk.library)
    domains = labels.domain_names(desk.library)
    home = desk.library.places.loc[desk.library.places["row"].notna(), "place"]
    found = [place for place in figures["place"].value_counts().index if place]
    order = [place for place in (PLACES_FIRST, *home) if place in found or place in set(home)]
    options: dict[str, list[Any]] = {
        "year": sorted((int(year) for year in figures["year"].dropna().unique()), reverse=True),
        "district": order + [place for place in found if place not in order],
        "domain": [code for code in desk.library.domains["domain"] if code in set(figures["domain"])],
    }
    chosen = {"year": view.years, "district": view.districts, "domain": view.domains}
    names: dict[str, Callable[[Any], str]] = {
        "year": str,
        "district": lambda place: places.get(place, place),
        "domain": lambda code: domains.get(code, code),
    }
    columns = st.columns([2, 3, 3, 3], gap="small")
    for column, (name, values) in zip(columns, options.items(), strict=False):
        key = f"filter-{name}"
        # A value the address names but no figure has stays choosable, so that it can be taken off again.
        st.session_state[key] = list(chosen[name])
        column.multiselect(
            say(f"filter.{name}"),
            [*values, *(item for item in chosen[name] if item not in values)],
            format_func=names[name],
            key=key,
            placeholder=say(f"filter.{name}.all"),
            on_change=address.write,
            args=(name, key),
        )
    st.session_state["filter-search"] = view.search
    columns[3].text_input(
        say("filter.search"),
        key="filter-search",
        placeholder=say("filter.search.hint"),
        type="search",
        max_chars=200,
        on_change=_search,
    )


def _search() -> None:
    address.write("search", "filter-search")
    st.session_state["searched"] = str(st.session_state["filter-search"] or "").strip().lower()


def callouts(desk: Desk) -> None:
    """What the link asked for and the data does not have; what is wrong in the data, in both languages."""
    if desk.view.unknown:
        html.callout(
            say("link.unknown"),
            [
                say("link.unknown.item", name=say(f"filter.{name}"), value=value)
                for name, value in desk.view.unknown
            ],
        )
    problems = desk.library.problems
    if problems and not desk.view.present:
        items = "".join(
            f"<li><b>{escape_html(p.file)}{f':{p.line}' if p.line else ''}</b> "
            f'<span lang="zh-CN">{escape_html(p.zh)}</span> <span lang="en">{escape_html(p.en)}</span></li>'
            for p in problems[:50]
        )
        html.show(
            f'<details class="callout"><summary>{escape_html(say("problems.title", count=len(problems)))}</summary>'
            f"<ul>{items}</ul></details>"
        )


def foot(desk: Desk, here: str) -> None:
    """The promise, the data version, the way to terms and corrections, and out of a presentation."""
    library = desk.library
    version = say(
        "foot.version",
        version=library.version,
        figures=len(desk.everything),
        sources=len(library.sources),
        corrections=len(library.corrections),
    )
    more = html.link(desk.view.href("about"), say("foot.about"))
    if desk.view.present:
        more = html.link(_here(desk, here, present=""), say("tool.leave"))
    html.show(
        f'<footer class="foot"><p>{escape_html(say("foot.promise"))}</p>'
        f"<p>{escape_html(version)} · {more}</p></footer>"
    )
