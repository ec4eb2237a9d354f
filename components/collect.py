"""加入汇报: the way from a figure into the briefing, wherever the figure stands."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from charts.rows import Row
from components import html
from components.address import LONGEST_BRIEF, View
from wording import say


def link(row: Row, view: View) -> str:
    """A link that adds the figure and stays on the page; to the briefing where it is in it already."""
    code = row["figure_id"]
    if code in view.brief:
        return html.link(view.href("briefing"), say("brief.in"), css="collect")
    if len(view.brief) >= LONGEST_BRIEF:
        return ""
    kept = [
        (name, value)
        for name in st.query_params
        if name != "brief"
        for value in st.query_params.get_all(name)
    ]
    asked = urlencode([*kept, ("brief", ",".join((*view.brief, code)))])
    return html.link(
        f"?{asked}", say("brief.add"), css="collect", label=f"{say('brief.add')}: {row['title']}"
    )
