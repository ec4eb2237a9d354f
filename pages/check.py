"""核数: paste a sentence or a number; see which reports say the same, differ, or may not be compared."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import address, cards, claims, html
from components.alone import open_dashboard
from components.desk import Desk, lexicon, open_desk
from loaders.store import choose
from wording import amount, escape_data, escape_html, period, place_name, say

LONGEST = 600  # characters: a paragraph; the address carries them


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("check.title"), say("check.lead"))
    claim = st.query_params.get("claim", "")[:LONGEST]
    st.session_state["claim"] = claim
    st.text_area(
        say("check.label"),
        key="claim",
        placeholder=say("check.hint"),
        max_chars=LONGEST,
        height=110,
        on_change=address.write,
        args=("claim", "claim"),
    )
    st.button(
        say("check.button"), type="primary"
    )  # leaving the field is what sends it; the button invites to
    if not claim.strip():
        return
    read = claims.read_claim(claim, lexicon())
    if read.empty:
        _by_words(claim, desk)
        return
    for _, figure in read.iterrows():
        _figure(figure, desk)


def _figure(figure: pd.Series, desk: Desk) -> None:
    """One figure of the claim: how it was understood, and the reports beside it."""
    understood = say(
        "check.understood",
        subject=figure["subject"] or say("figure.untitled"),
        place=place_name(figure["place"], ""),
        period=period(figure),
    )
    html.show(
        f'<div class="section rule"><h2>{escape_data(amount(figure))}</h2><p>{escape_data(understood)}</p></div>'
    )
    found = claims.check(figure, desk.everything)
    if not found:
        html.empty(say("check.none"), say("check.none.advice"))
        return
    items = "".join(
        f'<li class="{finding.outcome}"><div><p class="what">{escape_html(say(f"check.outcome.{finding.outcome}"))}</p>'
        f'<p class="value">{html.link(desk.view.href("figure", figure=finding.row["figure_id"]), finding.row["amount"])}</p>'
        f'</div><div><p class="what">{escape_data(finding.row["title"])} {cards.badges(finding.row)}</p>'
        f'<p>{escape_data(finding.words)}</p><p class="soft">{escape_data(finding.row["place_name"])} · '
        f'{escape_html(finding.row["period"])}</p><p lang="zh-CN">{escape_html(finding.row["shown"])}</p>'
        f'<p class="soft">{escape_data(cards.cite(finding.row))}</p></div></li>'
        for finding in found
    )
    html.show(f'<ul class="list findings">{items}</ul>')


def _by_words(claim: str, desk: Desk) -> None:
    """No figure could be read in the claim: look for its words instead."""
    rows = choose(desk.everything, search=claim, names=desk.library.indicators)
    html.callout(say("check.unread", count=len(rows)))
    if not rows.empty:
        cards.figure_list(rows.head(12), desk.view)
    else:
        html.empty(say("check.none"), say("check.none.advice"))


if __name__ == "__main__":
    open_dashboard()
