"""说明: what the words, badges and columns mean, every correction with its reason, and what could not be read."""

from __future__ import annotations

from charts.rows import records
from components import html
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from loaders import tables
from wording import either, escape_data, escape_html, say

RULES = 8  # the rules of honesty, about.rule.1 to about.rule.8


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("about.title"), say("about.lead"))
    rules = "".join(f"<li>{escape_html(say(f'about.rule.{number}'))}</li>" for number in range(1, RULES + 1))
    html.section(say("about.rules"))
    html.show(f'<ol class="plain">{rules}</ol>')
    _terms()
    _corrections(desk)
    _problems(desk)


def _terms() -> None:
    """The columns of the table of figures, described in the one place where they are."""
    html.section(say("about.terms"), say("about.terms.lead"))
    items = "".join(
        f"<dt>{escape_html(either(column.zh, column.en))}</dt>"
        f"<dd>{escape_data(either(column.help_zh, column.help_en))}</dd>"
        for column in tables.FIGURES
    )
    html.show(f'<dl class="facts terms">{items}</dl>')


def _corrections(desk: Desk) -> None:
    corrections = records(desk.library.corrections)
    html.section(say("about.corrections", count=len(corrections)), say("about.corrections.lead"))
    if not corrections:
        html.empty(say("about.corrections.none"))
        return
    names: dict[str, str] = {column.name: either(column.zh, column.en) for column in tables.FIGURES}
    items = "".join(
        f'<li><div><p class="what">{html.link(desk.view.href("figure", figure=row["figure_id"]), row["figure_id"])}</p>'
        f'<p class="soft">{escape_html(str(names.get(row["column"], row["column"])))}</p></div>'
        f"<div><p>{escape_data(either(row['value'], row['value_en']))}</p>"
        f'<p class="soft">{escape_data(row["reason"])}</p></div></li>'
        for row in corrections
    )
    html.show(f'<ul class="list">{items}</ul>')


def _problems(desk: Desk) -> None:
    html.section(say("about.problems"))
    html.show(f"<p>{escape_html(say('about.problems.count', count=len(desk.library.problems)))}</p>")


if __name__ == "__main__":
    open_dashboard()
