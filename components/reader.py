"""A text with its figures marked, and what was read of one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pandas as pd
import streamlit as st

from charts.rows import Row, records
from components import cards, html
from components.address import View
from loaders.articles import Article
from wording import escape_data, escape_html, period, say

_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")


def citation(source: pd.Series) -> str:
    """Publisher, date and web address of the original."""
    parts = [source["publisher"], source["published"], source["place"]]
    line = escape_data(" · ".join(part for part in parts if part))
    url = source["url"]
    if url.startswith(("http://", "https://")):
        line += (
            f' · <a href="{escape_html(url)}" target="_blank" rel="noopener noreferrer">'
            f"{escape_html(say('sources.original'))}</a>"
        )
    return f'<p class="soft">{line}</p>'


def facts(row: Row, view: View, *, page: bool = True) -> str:
    """What was read of the figure, and by which words."""
    league = [row["league"], row["body"]]
    pairs = [
        ("facts.value", f"{row['amount']}"),
        ("facts.period", when(row)),
        ("facts.place", where(row)),
        (
            "facts.kind",
            " · ".join(say(f"{name}.{row[name]}") for name in ("kind", "status", "bound")),
        ),
        ("facts.league", " · ".join(part for part in league if part)),
        ("facts.domain", row["domain_name"]),
        ("facts.compared", row["compared_with"]),
        ("facts.cite", f"{row['source_title']} · {cards.cite(row)}"),
        ("facts.id", row["figure_id"]),
    ]
    inside = "".join(
        f"<dt>{escape_html(say(key))}</dt><dd>{escape_data(text)}</dd>" for key, text in pairs if text
    )
    more = ""
    if row["indicator_id"]:
        href = view.href(
            "indicators", indicator=row["indicator_id"], year="", district="", domain="", search=""
        )
        more = f'<p class="go">{html.link(href, say("facts.others"))}</p>'
    if page:
        own = html.link(view.href("figure", figure=row["figure_id"]), say("facts.page"))
        more = f'<p class="go">{own}</p>{more}'
    return (
        f'<section class="panel here" aria-label="{escape_html(say("facts.title"))}"><h3>{escape_data(row["title"])}</h3>'
        f'<dl class="facts">{inside}</dl><p class="said"><b>{escape_html(cards.text_name(row))}</b> '
        f'<span lang="zh-CN">{escape_html(row["shown"])}</span></p>{cards.note(row)}{more}</section>'
    )


def when(row: Row) -> str:
    """The period, what its year rests on, and the words that decided it."""
    basis = say(f"year_basis.{row['year_basis'] or 'none'}")
    parts = [period(row, inferred=False), basis, _quoted(row["period_words"])]
    return " · ".join(part for part in parts if part)


def where(row: Row) -> str:
    """The place, what it rests on, and the words that decided it."""
    parts = [
        row["place_name"],
        say(f"place_basis.{row['place_basis'] or 'none'}"),
        _quoted(row["place_words"]),
    ]
    return " · ".join(part for part in parts if part)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def article(
    text: Article,
    figures: pd.DataFrame,
    here: str,
    view: View,
    near: int | None = None,
    href: Callable[[str], str] | None = None,
) -> str:
    """The text by paragraphs with a `<mark>` around each figure; the one `here` and its sentence stand out.

    With `near` only that many paragraphs before and after the figure are shown. `href` tells where a mark
    leads, by the figure's code; to the figure in its text if it is not given.
    """
    leads = href or (lambda code: view.href("sources", figure=code))
    rows = records(figures)
    sentence = next((row["sentence"] for row in rows if row["figure_id"] == here), "")
    at = next((int(row["start"]) for row in rows if row["figure_id"] == here), -1)
    parts = []
    home = _home(text, at)
    for paragraph in text.paragraphs:
        if near is not None and abs(paragraph.number - home) > near:
            continue
        start, end = text.original(paragraph.start, paragraph.end)
        lit = _sentence(text.text, sentence, at, start, end) if start <= at < end else None
        inside = "".join(_pieces(text.text, start, end, rows, lit, here, leads))
        number = f'<span class="n" aria-hidden="true">{paragraph.number}</span>'
        parts.append(
            f"<h3>{number}{inside.lstrip('# ')}</h3>"
            if paragraph.heading
            else f'<p class="para">{number}{inside}</p>'
        )
    return f'<div class="reader" lang="zh-CN">{"".join(parts)}</div>'


def _home(text: Article, at: int) -> int:
    """The number of the paragraph that holds the character `at`."""
    spans = (
        (paragraph.number, *text.original(paragraph.start, paragraph.end)) for paragraph in text.paragraphs
    )
    return next((number for number, start, end in spans if start <= at < end), 0)


def _sentence(text: str, sentence: str, at: int, start: int, end: int) -> tuple[int, int] | None:
    """Where the sentence around `at` stands in the paragraph; None where line ends were mended in it."""
    begins = text.rfind(sentence, start, end) if sentence else -1
    while begins > at:
        begins = text.rfind(sentence, start, begins + len(sentence) - 1)
    return (begins, begins + len(sentence)) if begins >= 0 and at < begins + len(sentence) else None


def _pieces(
    text: str,
    start: int,
    end: int,
    rows: list[Row],
    lit: tuple[int, int] | None,
    here: str,
    href: Callable[[str], str],
) -> Iterator[str]:
    """The paragraph in order: plain text, marks, and the tags around the sentence that is lit."""
    inside = [row for row in rows if start <= row["start"] and row["end"] <= end]
    marks = {int(row["start"]): row for row in inside}
    edges = sorted({start, end, *(lit or ()), *marks, *(int(row["end"]) for row in inside)})
    position = start
    for edge, following in zip(edges, [*edges[1:], end], strict=True):
        if lit and edge == lit[1]:
            yield "</span>"
        if lit and edge == lit[0]:
            yield '<span class="sentence">'
        if edge < position:
            continue  # within a mark that another overlaps
        position = int(marks[edge]["end"]) if edge in marks else following
        words = _plain(text[edge:position])
        yield _mark(marks[edge], words, here, href) if edge in marks else words


def _plain(words: str) -> str:
    """Text of the file between two marks; a newspaper's line ends inside a sentence are taken out."""
    return escape_html(_LINE_END.sub("", words))


def _mark(row: Row, words: str, here: str, href: Callable[[str], str]) -> str:
    code = row["figure_id"]
    css = " ".join(name for name, on in (("here", code == here), ("target", row["status"] == "target")) if on)
    current = ' aria-current="true"' if code == here else ""
    return (
        f'<mark id="figure-{escape_html(code)}" class="{css}"{current}>'
        f'<a href="{escape_html(href(code))}" target="_self" '
        f'title="{escape_html(row["subject"])}">{words}</a></mark>'
    )


# The text is drawn in pieces and the page may move while it is: the mark is brought back to the middle
# for two seconds, unless the reader has begun to scroll.
_SCROLL = """<script>(() => {
  let left = 20, moved = false;
  for (const name of ["wheel", "touchmove", "keydown", "mousedown"])
    window.addEventListener(name, () => { moved = true; }, {once: true, passive: true});
  const look = () => {
    const mark = document.getElementById("figure-CODE");
    if (mark && !moved) mark.scrollIntoView({block: "center"});
    if (left-- > 0 && !moved) setTimeout(look, 100);
  };
  look();
})()</script>"""


def scroll_to(figure_id: str) -> None:
    """Bring the figure's mark into the middle of the screen once the text is on the page."""
    code = "".join(letter for letter in figure_id if letter.isalnum() or letter in "-_")
    st.html(_SCROLL.replace("CODE", code), unsafe_allow_javascript=True)
