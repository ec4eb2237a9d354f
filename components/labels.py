"""The words for a row, in the language in use: title, amount, period, place, domain, source, note."""

from __future__ import annotations

import pandas as pd

from charts.rows import Row, records
from loaders.library import Library
from wording import amount, either, period, place_name, say

COLUMNS = (
    "title",
    "amount",
    "period",
    "place_name",
    "domain_name",
    "source_title",
    "publisher",
    "published",
    "original_paragraph",
    "note_text",
    "text_kind",
    "shown",
)


def labelled(figures: pd.DataFrame, library: Library) -> pd.DataFrame:
    """A new frame: `figures` with the columns of `COLUMNS` added, in the language in use."""
    names = indicator_names(library)
    places = place_names(library)
    domains = domain_names(library)
    sources = library.sources.drop_duplicates("source_id").set_index("source_id")
    paragraphs = library.locators.drop_duplicates("figure_id").set_index("figure_id")["paragraph"]
    remarks = _english_notes(library)
    rows = records(figures)
    kinds: dict[str, str] = dict(zip(library.sources["source_id"], library.sources["kind"], strict=True))
    own = _own_sentences(figures, library)
    titles: list[str] = [_title(row, names) for row in rows]
    return figures.assign(
        title=titles,
        amount=[amount(row) for row in rows],
        period=[period(row) for row in rows],
        place_name=[places.get(row["place"]) or place_name(row["place"], "") for row in rows],
        domain_name=[str(domains.get(row["domain"], row["domain"])) for row in rows],
        source_title=figures["source_id"].map(sources["title"]).fillna(""),
        publisher=figures["source_id"].map(sources["publisher"]).fillna(""),
        published=figures["source_id"].map(sources["published"]).fillna(""),
        text_kind=[
            "original" if row["figure_id"] in own else str(kinds.get(row["source_id"], "digest"))
            for row in rows
        ],
        shown=[str(own.get(row["figure_id"], row["sentence"])) for row in rows],
        original_paragraph=figures["figure_id"].map(paragraphs),
        note_text=[either(row["note"], remarks.get(row["figure_id"], "")) for row in rows],
    )


def _title(row: Row, names: dict[str, str]) -> str:
    return names.get(row["indicator_id"], "") or str(row["subject"]) or say("figure.untitled")


def _own_sentences(figures: pd.DataFrame, library: Library) -> dict[str, str]:
    """The source's own sentence for each figure whose original the user has."""
    mine = figures[figures["source_id"].isin(list(library.originals))]
    found = {str(row["figure_id"]): library.shown(row) for _, row in mine.iterrows()}
    return {code: shown.sentence for code, shown in found.items() if shown.kind == "original"}


def indicator_names(library: Library) -> dict[str, str]:
    """indicator_id -> name."""
    table = library.indicators
    return {
        code: either(zh, en)
        for code, zh, en in zip(table["indicator_id"], table["name_zh"], table["name_en"], strict=True)
    }


def place_names(library: Library) -> dict[str, str]:
    """Official full name -> name in the language in use."""
    table = library.places
    return {place: either(place, en) for place, en in zip(table["place"], table["name_en"], strict=True)}


def domain_names(library: Library) -> dict[str, str]:
    """Domain code -> name."""
    table = library.domains
    return {
        code: either(zh, en)
        for code, zh, en in zip(table["domain"], table["name_zh"], table["name_en"], strict=True)
    }


def names_place(tasks: pd.DataFrame, place: str, library: Library) -> pd.Series:
    """Which tasks name `place`, or all districts when `place` is one of them."""
    who = tasks["title"] + "|" + tasks["lead"] + "|" + tasks["cooperating"]
    named = who.str.contains(place, regex=False) if place else pd.Series(False, index=tasks.index)
    district = library.places["place"].eq(place) & library.places["row"].notna()
    return named | who.str.contains("各旗区", regex=False) if district.any() else named


def _english_notes(library: Library) -> dict[str, str]:
    table = library.corrections
    remarks = table[table["column"].eq("note") & table["value_en"].ne("")]
    return {str(code): " ".join(texts) for code, texts in remarks.groupby("figure_id")["value_en"]}
