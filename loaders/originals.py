"""Recognise the originals of our digests among a user's own articles, and show their own sentences.

A digest restates an article in our words. Where the user has the article itself, its sentence is
better than ours. It is recognised by the figures found where `locators.csv` says they stand, which
no other text would have there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from loaders.articles import Article, sentences

ENOUGH = 0.9  # of the located figures must stand where they should


@dataclass(frozen=True, slots=True)
class Shown:
    """The sentence to show with a figure: the source's own (原句), or our restatement (摘编句)."""

    sentence: str
    kind: str  # "original" or "digest"
    paragraph: int | None  # of the original; None where no locator tells


def recognise(article: Article, figures: pd.DataFrame, locators: pd.DataFrame) -> str:
    """The source_id of the digest whose original `article` is, or ""."""
    located = figures.merge(locators[["figure_id", "start", "end"]], on="figure_id", suffixes=("_digest", ""))
    for source_id, rows in located.groupby("source_id"):
        found = sum(
            printed in re.sub(r"\s", "", article.text[start:end])
            for printed, start, end in zip(rows["value_printed"], rows["start"], rows["end"], strict=True)
        )
        if len(rows) >= 3 and found >= ENOUGH * len(rows):
            return str(source_id)
    return ""


def shown(figure: pd.Series, kind: str, locators: pd.DataFrame, originals: Mapping[str, Article]) -> Shown:
    """The sentence to show with `figure`, a row of the figures table from a source of `kind`."""
    if kind == "original":
        return Shown(str(figure["sentence"]), "original", int(figure["paragraph"]))
    own = locators[locators["figure_id"] == figure["figure_id"]]
    if own.empty:
        return Shown(str(figure["sentence"]), "digest", None)
    start, paragraph = int(own["start"].iloc[0]), int(own["paragraph"].iloc[0])
    original = originals.get(str(figure["source_id"]))
    if original is not None:
        sentence = _sentence_at(original, start)
        if sentence:
            return Shown(sentence, "original", paragraph)
    return Shown(str(figure["sentence"]), "digest", paragraph)


def _sentence_at(article: Article, position: int) -> str:
    """The sentence of `article` that holds this character of its text."""
    for paragraph in article.paragraphs:
        if paragraph.start == paragraph.end:
            continue
        first, last = article.original(paragraph.start, paragraph.end)
        if first <= position < last:
            for start, end in sentences(article, paragraph):
                if article.original(start, end)[1] > position:
                    return article.clean[start:end].strip()
    return ""
