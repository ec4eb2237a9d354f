"""Small pieces of HTML for `st.html`: every text from data passes `escape_html` on its way in."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from wording import escape_data, escape_html, language, say


def show(body: str, *, css: str = "") -> None:
    """Put `body` on the page inside the project's style."""
    st.html(f'<div class="nc {css}" lang="{"zh-CN" if language() == "zh" else "en"}">{body}</div>')


def link(href: str, text: str, *, css: str = "", label: str = "", current: bool = False) -> str:
    """A link within the dashboard, opened in the same tab."""
    extra = f' class="{css}"' if css else ""
    state = ' aria-current="true"' if current else ""
    spoken = f' aria-label="{escape_html(label)}"' if label else ""
    return f'<a href="{escape_html(href)}" target="_self"{extra}{spoken}{state}>{escape_data(text)}</a>'


def heading(title: str, lead: str = "") -> None:
    """The page's title and one sentence on what it shows."""
    below = f"<p>{escape_html(lead)}</p>" if lead else ""
    show(f'<div class="heading"><h1>{escape_data(title)}</h1>{below}</div>')


def section(title: str, lead: str = "") -> None:
    """A part of the page."""
    below = f"<p>{escape_html(lead)}</p>" if lead else ""
    show(f'<div class="section"><h2>{escape_data(title)}</h2>{below}</div>')


def callout(title: str, lines: Iterable[str] = ()) -> None:
    """A remark that must not be missed; `lines` become a list."""
    items = "".join(f"<li>{escape_data(line)}</li>" for line in lines)
    below = f"<ul>{items}</ul>" if items else ""
    show(f'<div class="callout" role="note"><p>{escape_html(title)}</p>{below}</div>')


def empty(text: str, advice: str = "", href: str = "") -> None:
    """Nothing to show: says so on hatching, and what to do about it."""
    below = f"<span>{escape_html(advice)}</span> " if advice else ""
    way_out = link(href, say("filters.clear")) if href else ""
    show(f'<div class="empty" role="status"><div><b>{escape_html(text)}</b>{below}{way_out}</div></div>')
