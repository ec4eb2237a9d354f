"""The address is the state: what a page shows is read from the query and nowhere else.

A widget writes its choice into the query and the rerun reads it back. So a reload, the back button and
a link sent to a colleague all show the same view, and the query holds codes, not words of one language.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from loaders.library import Library
from wording import use

SHARED = ("year", "district", "domain", "search", "lang", "present", "brief", "retitle")
LONGEST_BRIEF = 60  # figures; nobody sits through more, and a deck holds as many
LONGEST_TITLE = 100  # characters; sixty such titles still make an address that servers take


@dataclass(frozen=True)
class View:
    """What the shared part of the address asks for, and what of it is not in the data."""

    years: tuple[int, ...] = ()
    districts: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    search: str = ""
    language: str = "zh"
    present: bool = False
    brief: tuple[str, ...] = ()  # the figures collected for a briefing, in order
    retitled: tuple[tuple[str, str], ...] = ()  # (figure_id, a person's own title for its slide)
    unknown: tuple[tuple[str, str], ...] = ()  # (parameter, value) that no figure answers to

    @property
    def filtered(self) -> bool:
        """Whether any filter is set."""
        return bool(self.years or self.districts or self.domains or self.search)

    def query(self, **changes: object) -> list[tuple[str, str]]:
        """The query of this view with `changes` made; None or empty removes a parameter."""
        asked: dict[str, object] = {
            "year": self.years,
            "district": self.districts,
            "domain": self.domains,
            "search": self.search,
            "lang": "" if self.language == "zh" else self.language,
            "present": "1" if self.present else "",
            "brief": ",".join(self.brief),
            "retitle": [f"{code}:{title}" for code, title in self.retitled],
        }
        asked.update(changes)
        pairs = []
        for name, value in asked.items():
            values = value if isinstance(value, tuple | list) else (value,)
            pairs += [(name, str(item)) for item in values if item not in ("", None)]
        return pairs

    def href(self, page: str = "", **changes: object) -> str:
        """A relative address of `page` that keeps this view; "" is the first page."""
        query = urlencode(self.query(**changes))
        return f"{page or './'}?{query}" if query else page or "./"


def read(library: Library) -> View:
    """The view that the address asks for; switches the language of `wording` to it."""
    figures = library.figures
    asked = st.query_params
    years, odd_years = _known("year", {str(int(year)) for year in figures["year"].dropna()})
    districts, odd_districts = _known("district", set(figures["place"]) | set(library.places["place"]))
    domains, odd_domains = _known("domain", set(library.domains["domain"]))
    codes = dict.fromkeys(code for code in asked.get("brief", "").lower().split(",") if code)
    known = set(figures["figure_id"])
    brief = tuple(code for code in codes if code in known)[:LONGEST_BRIEF]
    odd_brief = tuple(("brief", code[:60]) for code in codes if code not in known)
    tongue = asked.get("lang", "zh")
    odd_language = () if tongue in ("zh", "en") else (("lang", tongue),)
    return View(
        years=tuple(int(year) for year in years),
        districts=districts,
        domains=domains,
        search=asked.get("search", "").strip()[:200],
        language=use(tongue),
        present=asked.get("present") == "1",
        brief=brief,
        retitled=_retitled(brief),
        unknown=odd_years + odd_districts + odd_domains + odd_language + odd_brief,
    )


def _retitled(brief: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The titles in the address, of figures that are in the briefing."""
    given = [value.partition(":") for value in st.query_params.get_all("retitle")]
    titles = {code: " ".join(title.split())[:LONGEST_TITLE] for code, _, title in given if code in brief}
    return tuple((code, title) for code, title in titles.items() if title)


def _known(name: str, known: set[str]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    values = dict.fromkeys(value for value in st.query_params.get_all(name) if value)
    return (
        tuple(value for value in values if value in known),
        tuple((name, value[:60]) for value in values if value not in known),
    )


def write(name: str, key: str) -> None:
    """Put the choice of the widget `key` into the address as `name`; a callback for widgets."""
    chosen = st.session_state.get(key)
    values = (
        [str(item) for item in chosen] if isinstance(chosen, list | tuple) else [str(chosen or "").strip()]
    )
    values = [value for value in values if value]
    if values:
        st.query_params[name] = values
    elif name in st.query_params:
        del st.query_params[name]
