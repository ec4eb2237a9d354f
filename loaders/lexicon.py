"""Build the reader's `Lexicon` from the catalogue tables of `data/`."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from loaders.catalogue import Catalogue, load_catalogue
from loaders.domains import DomainReader
from loaders.figures import Lexicon
from loaders.indicators import match_indicator
from loaders.places import Gazetteer

DATA = Path(__file__).resolve().parent.parent / "data"


def build_lexicon(catalogue: Catalogue) -> Lexicon:
    """The places, domains and indicators of `catalogue`, ready for reading."""

    def match(subject: str, sentence: str, unit: str, kind: str, domain: str, clause: str) -> str:
        return match_indicator(subject, sentence, unit, kind, domain, catalogue, clause)

    return Lexicon(
        Gazetteer(_rows(catalogue.places)),
        DomainReader(_rows(catalogue.domains)),
        match,
    )


def _rows(table: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(name): str(value) for name, value in row.items()} for row in table.to_dict("records")]


def load_lexicon(data: Path = DATA) -> Lexicon:
    """The lexicon of the shipped catalogue."""
    return build_lexicon(load_catalogue(data))
