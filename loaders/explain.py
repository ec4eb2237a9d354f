"""Why a figure was read as it was: the words of the text that decided its period, place, kind and status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from loaders.articles import Article
from loaders.kinds import deciding_words
from loaders.status import find_wishes

_AROUND = 60  # characters


@dataclass(frozen=True, slots=True)
class Why:
    """The words, as the text has them; "" where none did and a rule for silence holds."""

    kind: str
    status: str


def why(row: Mapping[str, Any], article: Article) -> Why:
    """What decided kind and status of a row of FIGURES; period and place keep theirs in their own columns."""
    before = article.text[max(0, int(row["start"]) - _AROUND) : int(row["start"])]
    behind = article.text[int(row["end"]) : int(row["end"]) + _AROUND]
    if row["kind"] in ("rank", "streak"):
        kind = row["written"]
    elif row["kind"] == "level":
        kind = ""
    else:
        kind = deciding_words(before, behind, row["kind"]) or row["unit_printed"]
    status = ""
    if row["status"] == "target":
        sentence = row["sentence"]
        place = sentence.find(row["written"])
        wishes = [
            wish.group()
            for wish in find_wishes(sentence, (0, len(sentence)))
            if wish.start() <= place or place < 0
        ]
        status = wishes[-1] if wishes else ""
    return Why(kind, status)


def explain(row: Mapping[str, Any], article: Article) -> str:
    """A few lines for a terminal: the figure, and each field with the words and the basis it rests on."""
    found = why(row, article)
    year = "" if row["year"] is None else str(row["year"])
    lines = [
        f"{row['figure_id']}  {row['written']}  {row['subject']}",
        _line("period", f"{row['period_kind']} {year}".strip(), row["period_words"], row["year_basis"]),
        _line("place", row["place"], row["place_words"], row["place_basis"]),
        _line("kind", row["kind"], found.kind, ""),
        _line(
            "status",
            row["status"],
            found.status,
            "" if found.status or row["status"] == "reported" else "context",
        ),
        f"    {row['sentence']}",
    ]
    return "\n".join(lines)


def _line(name: str, value: str, words: str, basis: str) -> str:
    said = f"“{words}”" if words else "–"
    return f"    {name:<7}{value or '–'}  ←  {said}" + (f"  ({basis})" if basis else "")
