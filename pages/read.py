"""录入: a file or a pasted text, its figures in seconds, and why each was read so. Nothing is kept."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.rows import Row, records
from components import downloads, html, reader, reading
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from components.reading import Brought, Read
from loaders.articles import Article
from loaders.explain import why
from loaders.files import ReadError
from loaders.formats import ENDINGS
from wording import escape_data, escape_html, say

LIMIT = 300  # rows of the table shown at a time; the download has all
# Streamlit writes on its widget in English only.
DROPZONE = """<style>
.st-key-read-file [data-testid="stFileUploaderDropzone"] :is(button p, [data-testid$="Instructions"] span) {{ font-size: 0; }}
.st-key-read-file [data-testid="stFileUploaderDropzone"] button p::after {{ content: "{choose}"; font-size: 1rem; }}
.st-key-read-file [data-testid$="Instructions"] span::after {{ content: "{drop}"; font-size: 0.875rem; }}
</style>"""
FIELDS = ("title", "published", "publisher", "place")


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("read.title"), say("read.lead"))
    html.callout(say("read.not_kept"))
    name, raw = _brought()
    if not raw.strip():
        html.empty(say("read.none"), say("read.none.advice", endings=" ".join(ENDINGS)))
        return
    try:
        with st.spinner(say("read.working")):
            brought = reading.bring(raw, name, desk)
        about = _about(brought, desk)
        if about is None:
            return
        with st.spinner(say("read.working")):
            read = reading.read(brought, about, desk)
    except ReadError as error:
        _refused(error, name)
        return
    _remarks(brought)
    _result(read)


def _brought() -> tuple[str, bytes]:
    """The name and bytes of what was brought last: a file or a pasted text."""
    st.html(DROPZONE.format(choose=say("read.choose"), drop=say("read.drop")))
    left, right = st.columns(2, gap="large")
    # No `type`: the widget would refuse other files in English only; ours says what to do, in both languages.
    file = left.file_uploader(
        say("read.file"), key="read-file", help=say("read.file.help"), on_change=_choose, args=("file",)
    )
    text = right.text_area(
        say("read.paste"),
        key="read-text",
        height=170,
        placeholder=say("read.paste.hint"),
        on_change=_choose,
        args=("text",),
    )
    right.button(say("read.go"), key="read-go", type="primary", on_click=_choose, args=("text",))
    if file is not None and not (text.strip() and st.session_state.get("read-from") == "text"):
        return file.name, file.getvalue()
    markup = text.lstrip()[:20].lower().startswith(("<!doctype html", "<html"))
    return f"pasted.{'html' if markup else 'txt'}", text.encode("utf-8", "replace")


def _choose(source: str) -> None:
    st.session_state["read-from"] = source


def _refused(error: ReadError, name: str) -> None:
    """What is wrong with the file and what to do, in both languages, whichever is in use."""
    problem = error.problem
    html.show(
        f'<div class="callout" role="alert"><p><b>{escape_data(_shown(name))}</b></p>'
        f'<p lang="zh-CN">{escape_html(problem.zh)}</p><p lang="en">This file {escape_html(problem.en)}</p></div>'
    )


def _shown(name: str) -> str:
    """The name of a file as its end: a browser may send any path, and marks that turn the text round."""
    plain = "".join(letter for letter in name if letter.isprintable())
    return plain.replace("\\", "/").rpartition("/")[2][-80:]


def _about(brought: Brought, desk: Desk) -> dict[str, str] | None:
    """Title, date, publisher and place as proposed and as the reader edits them."""
    html.section(say("read.about"), say("read.about.lead"))
    columns = st.columns([4, 2, 3, 3], gap="small")
    proposed = brought.proposed
    about = {
        field: column.text_input(
            say("read.name" if field == "title" else f"read.{field}"),
            proposed[field],
            key=f"read-{field}-{brought.code}",
            max_chars=200,
            placeholder=say("read.published.hint") if field == "published" else None,
        ).strip()
        for field, column in zip(FIELDS[:3], columns[:3], strict=True)
    }
    places = ["", *desk.library.places["place"]]
    if proposed["place"] not in places:
        places.insert(1, proposed["place"])
    about["place"] = columns[3].selectbox(
        say("read.place"),
        places,
        index=places.index(proposed["place"]),
        format_func=lambda place: place or say("read.place.none"),
        key=f"read-place-{brought.code}",
    )
    if not reading.is_date(about["published"]):
        html.callout(say("read.date.wrong", value=about["published"][:40]))
        return None
    return about


def _remarks(brought: Brought) -> None:
    for zh, en in brought.found.remarks:
        html.show(
            f'<div class="callout" role="note"><p lang="zh-CN">{escape_html(zh)}</p>'
            f'<p lang="en">{escape_html(en)}</p></div>'
        )


def _result(read: Read) -> None:
    rows = read.desk.everything
    count = len(rows)
    html.section(
        say("read.result", count=count) if count else say("read.result.none"),
        say("read.took", characters=f"{len(read.article.text):,}", seconds=f"{read.seconds:.1f}"),
    )
    if count:
        downloads.once(rows, read.desk, read.article.title or say("read.title"))
    else:
        html.callout(say("read.result.none.advice"))
    parts = reading.parts(read.article)
    number = 1
    if len(parts) > 1:
        number = int(
            st.number_input(
                say("read.part", count=len(parts)),
                1,
                len(parts),
                1,
                key=f"read-part-{read.article.source_id}",
            )
        )
    part = parts[number - 1]
    figures = reading.within(read, part)
    html.show(reader.article(part, figures, "", read.desk.view, href=_to_row))
    if len(figures):
        _table(figures.head(LIMIT), len(figures), read.article)


def _to_row(code: str) -> str:
    return f"#row-{code}"


def _table(figures: pd.DataFrame, whole: int, article: Article) -> None:
    """Each figure with the words that decided its period, its place and its kind."""
    heads = ("table.number", "table.what", "read.why.period", "read.why.place", "read.why.kind")
    head = "".join(f'<th scope="col">{escape_html(say(key))}</th>' for key in heads)
    body = "".join(_line(row, article) for row in records(figures))
    caption = say("read.table", count=whole)
    html.show(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape_html(caption)}">'
        f'<table class="table stack"><caption>{escape_html(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    if whole > LIMIT:
        html.show(f'<p class="soft">{escape_html(say("table.more", count=whole - LIMIT))}</p>')


def _line(row: Row, article: Article) -> str:
    code = escape_html(row["figure_id"])
    said = why(row, article)
    kind = [
        f"{say('kind.' + row['kind'])}{_quoted(said.kind)}",
        f"{say('status.' + row['status'])}{_quoted(said.status)}",
    ]
    kind += [say(f"bound.{row['bound']}"), row["league"], row["compared_with"]]
    if row["repeats"]:
        kind.append(say("read.repeats"))
    what = escape_data(row["title"])
    if row["subject"] and row["subject"] != row["title"]:
        what += f'<br><span class="soft">{escape_data(row["subject"])}</span>'
    return (
        f'<tr id="row-{code}"><td class="num">{html.link("#figure-" + row["figure_id"], row["amount"])}</td>'
        f"<td>{what}</td><td>{escape_data(reader.when(row))}</td><td>{escape_data(reader.where(row))}</td>"
        f"<td>{escape_data(' · '.join(part for part in kind if part))}</td></tr>"
    )


def _quoted(words: str) -> str:
    return f" “{words}”" if words else ""


if __name__ == "__main__":
    open_dashboard()
