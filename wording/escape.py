"""Text from data made safe for markdown, plotly, HTML and CSV, so that it shows as it was written.

Unescaped, Streamlit shows `5~8%…10~12%` as 58%…1012% struck through, and plotly shows `a<b>c` as ac.
"""

from __future__ import annotations

import html
import re

from wording.language import language

# Every ASCII mark may begin something in markdown or in Streamlit's directives (:red[, :material/…:).
# A backslash before an ASCII mark is always literal in CommonMark, so all of them are escaped.
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_LIST_NUMBER = re.compile(r"[\r\n]+")

_CHINESE = re.compile(r"[\u3400-\u9fff]")
# What a spreadsheet may read as the start of a formula, half and full width.
_FORMULA = re.compile(r"(?:^|[\r\n])[\s\u00a0\u200b-\u200f\u2060\ufeff\x00]*[=+\-@|%\t\r\n\x00＝＋－＠]")


def escape_markdown(text: str) -> str:
    r"""Return `text` so that st.markdown and every Streamlit label show its characters and no others.

    Line ends become blanks: a label has one line, and a new line could begin a list or a heading.

    >>> print(escape_markdown("下降5~8%"))
    下降5\~8\%
    """
    return _MARKS.sub(r"\\\1", _LIST_NUMBER.sub(" ", text))


def escape_plotly(text: str) -> str:
    """Return `text` for plotly's pseudo-HTML titles, labels and hovers.

    >>> escape_plotly("a<b>c")
    'a&lt;b&gt;c'
    """
    return html.escape(text, quote=False)


def escape_html(text: str) -> str:
    """Return `text` for `st.html`, between tags or inside a quoted attribute."""
    return html.escape(text, quote=True)


def escape_data(text: str) -> str:
    """Return `text` from data as HTML, marked as Chinese where the page around it speaks English.

    A screen reader needs the mark to read it in the right voice.
    """
    escaped = escape_html(text)
    if language() == "zh" or not _CHINESE.search(text):
        return escaped
    return f'<span lang="zh-CN">{escaped}</span>'


def guard_csv(text: str) -> str:
    """Return `text` with a leading apostrophe if a spreadsheet could take it for a formula.

    Only for text columns: a number below zero keeps its sign.

    >>> guard_csv("=1+1")
    "'=1+1"
    """
    return f"'{text}" if _FORMULA.search(text) else text
