"""下载: exactly the filtered rows, as Excel, CSV and data package."""

from __future__ import annotations

from components import cards, compare, downloads, html
from components.alone import open_dashboard
from components.desk import open_desk
from wording import say

PREVIEW = 50


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("download.title"), say("download.lead"))
    rows = desk.rows.sort_values(
        ["published", "source_id", "start"], ascending=[False, True, True], kind="stable"
    )
    if rows.empty:
        html.empty(
            say("empty.filtered"),
            say("empty.filtered.advice"),
            desk.view.href("download", **compare.NO_FILTERS),
        )
        return
    downloads.buttons(rows, desk, str(desk.view.query()))
    html.section(say("download.preview", count=len(rows)), say("download.repeats"))
    cards.table(rows, desk.view, limit=PREVIEW)


if __name__ == "__main__":
    open_dashboard()
