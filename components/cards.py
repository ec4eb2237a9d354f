"""One figure on a card, and many in a list; each leads to its sentence."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from charts.rows import Row, records
from components import collect, html
from components.address import View
from wording import escape_data, escape_html, say


def source_href(row: Row, view: View) -> str:
    """The address of the figure's place in its text."""
    return view.href("sources", figure=row["figure_id"])


def number(row: Row) -> str:
    """The amount as HTML: the number large, its bound words and unit beside it, nothing dropped."""
    whole, core = row["amount"], row["value_printed"]
    if not core or whole.count(core) != 1 or row["kind"] in ("rank", "streak"):
        return escape_data(whole)
    before, _, after = whole.partition(core)
    unit = row["unit_printed"]
    if unit and after.startswith(unit):
        behind = f"<small>{escape_html(unit)}</small>{_bound(after[len(unit) :])}"
    else:
        behind = f"<small>{escape_html(after)}</small>" if after else ""
    return f"{_bound(before)}{escape_html(core)}{behind}"


def _bound(words: str) -> str:
    return f'<small class="bound">{escape_data(words)}</small>' if words else ""


def text_name(row: Row) -> str:
    """摘编句 for a digest, 原句 for the source's own text."""
    return say("text.digest" if row["text_kind"] == "digest" else "text.original")


def cite(row: Row) -> str:
    """Where the figure comes from, in one line: publisher, date, paragraph of the original."""
    parts = [row["publisher"] or row["source_title"], row["published"]]
    if pd.notna(row["original_paragraph"]):
        parts.append(say("cite.paragraph", n=int(row["original_paragraph"])))
    return " · ".join(part for part in parts if part)


def badges(row: Row) -> str:
    """What sets the figure apart: a target, a year that was inferred."""
    out = ""
    if row["status"] == "target":
        out += f'<span class="badge target">{escape_html(say("status.target"))}</span> '
    if row["year_basis"] == "context":
        out += f'<span class="badge">{escape_html(say("year.context"))}</span> '
    return out


def note(row: Row) -> str:
    """The remark that goes with the figure wherever it stands."""
    if not row["note_text"]:
        return ""
    return f'<p class="note">{escape_html(say("note.prefix"))}{escape_data(row["note_text"])}</p>'


def card(row: Row, view: View, change: str = "") -> str:
    """One figure: number with bound, unit, period in words, place, sentence, source.

    `change` is HTML that compares with an earlier figure; empty where nothing may be compared.
    """
    css = " target" if row["status"] == "target" else ""
    css += " inferred" if row["year_basis"] == "publication" else ""
    go = html.link(source_href(row, view), f"{text_name(row)} · {cite(row)}")
    return (
        f'<article class="card{css}"><p class="eyebrow"><span>{escape_data(row["domain_name"])}</span>'
        f"<span>{escape_data(row['place_name'])}</span></p><h3>{escape_data(row['title'])}</h3>"
        f'<p class="number">{number(row)}</p><p class="meta">{escape_html(row["period"])} {badges(row)}</p>'
        f"{_beside_line(row)}"
        f'{change}<p class="quote" lang="zh-CN">{escape_html(row["shown"])}</p>{note(row)}'
        f'<p class="go">{go} {collect.link(row, view)}</p></article>'
    )


def cards(rows: Iterable[str]) -> None:
    """Cards side by side, as many as fit."""
    html.show(f'<div class="cards">{"".join(rows)}</div>')


def figure_list(rows: pd.DataFrame, view: View) -> None:
    """Figures below one another, with their sentences."""
    items = "".join(
        f'<li><div><p class="value">{escape_data(row["amount"])}</p>'
        f'<p class="soft">{escape_html(row["period"])}</p>{_beside_line(row)}</div><div><p class="what">'
        f"{escape_data(row['title'])} {badges(row)}</p>"
        f'<p class="soft">{escape_data(row["place_name"])} · {escape_data(row["domain_name"])}</p>'
        f'<p lang="zh-CN">{escape_html(row["shown"])}</p>{note(row)}'
        f'<p class="soft">{html.link(source_href(row, view), f"{text_name(row)} · {cite(row)}")} {collect.link(row, view)}</p></div></li>'
        for row in records(rows)
    )
    html.show(f'<ul class="list">{items}</ul>')


def table(rows: pd.DataFrame, view: View, caption: str = "", limit: int = 200) -> None:
    """The rows as a table: what stands behind a chart, each number a link to its sentence."""
    heads = ["table.period", "table.place", "table.what", "table.number", "table.note", "table.source"]
    head = "".join(f'<th scope="col">{escape_html(say(key))}</th>' for key in heads)
    body = "".join(
        f"<tr><td>{escape_html(row['period'])} {badges(row)}</td><td>{escape_data(row['place_name'])}</td>"
        f"<td>{escape_data(_title_and_league(row))}</td>"
        f'<td class="num">{html.link(source_href(row, view), row["amount"])}</td>'
        f"<td>{note(row)}</td><td>{escape_data(cite(row))}</td></tr>"
        for row in records(rows.head(limit))
    )
    more = (
        f'<p class="soft">{escape_html(say("table.more", count=len(rows) - limit))}</p>'
        if len(rows) > limit
        else ""
    )
    title = f"<caption>{escape_data(caption)}</caption>" if caption else ""
    html.show(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape_html(caption or say("table.name"))}">'
        f'<table class="table stack">{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}'
    )


def _title_and_league(row: Row) -> str:
    return " · ".join(part for part in (row["title"], beside(row)) if part)


def beside(row: Row) -> str:
    """What a number may not be read without: a rank's league, size and body; what a change is measured against."""
    if row["kind"] == "change":
        return str(row["compared_with"])
    if row["kind"] != "rank":
        return ""
    size: str = say("rankings.size", count=int(row["league_size"])) if pd.notna(row["league_size"]) else ""
    return " · ".join(
        part for part in (row["league"] or say("rankings.no_league"), size, row["body"]) if part
    )


def _beside_line(row: Row) -> str:
    words = beside(row)
    return f'<p class="soft">{escape_data(words)}</p>' if words else ""


def derived(earlier: Row, text: str, view: View) -> str:
    """A change we computed: marked as ours, with the figure it was reckoned from one click away."""
    where = html.link(source_href(earlier, view), f"{earlier['period']} {earlier['amount']}")
    return (
        f'<p class="change" style="position:relative;z-index:1">{escape_html(text)}'
        f' <span class="badge">{escape_html(say("derived.ours"))}</span><br>{where}</p>'
    )
