"""How things are said: interface strings in two languages, numbers, periods, and escaping."""

from wording.citation import gbt7714
from wording.escape import escape_data, escape_html, escape_markdown, escape_plotly, guard_csv
from wording.language import LANGUAGES, either, language, say, use
from wording.numbers import amount, compact, period, place_name, unit_name

__all__ = [
    "LANGUAGES",
    "amount",
    "compact",
    "either",
    "escape_data",
    "escape_html",
    "escape_markdown",
    "escape_plotly",
    "gbt7714",
    "guard_csv",
    "language",
    "period",
    "place_name",
    "say",
    "unit_name",
    "use",
]
