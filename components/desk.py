"""What every page works on: the library, the view that the address describes, and the rows it chooses.

The library is read once a data version and shared by all sessions; pages never change its frames.
"""

from __future__ import annotations

import gc
import hashlib
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st

from charts.rows import Row, records
from components import address, groups, labels
from components.address import View
from loaders.articles import Article
from loaders.figures import Lexicon
from loaders.lexicon import DATA, load_lexicon
from loaders.library import Library, load_library
from loaders.store import choose
from wording import language

ROOT = Path(__file__).parents[1]
BRIEFINGS = "briefings"  # the folder of the workspace that keeps them


@dataclass(frozen=True)
class Desk:
    """One rerun's material: all figures, and those that the shared filters leave."""

    library: Library
    view: View
    everything: pd.DataFrame  # every figure with its labels, repeats within an article left out

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The figures that the filters in the address choose."""
        view = self.view
        return choose(
            self.everything,
            years=view.years,
            places=view.districts,
            domains=view.domains,
            search=view.search,
            names=self.library.indicators,
        )

    def rows_without(
        self, *, years: bool = False, districts: bool = False, domains: bool = False
    ) -> pd.DataFrame:
        """The chosen figures with one filter lifted: for a page that spreads out that very thing."""
        view = self.view
        return choose(
            self.everything,
            years=() if years else view.years,
            places=() if districts else view.districts,
            domains=() if domains else view.domains,
            search=view.search,
            names=self.library.indicators,
        )

    def source(self, source_id: str) -> pd.Series:
        """The row of `sources` for one article."""
        table = self.library.sources
        return table[table["source_id"].eq(source_id)].iloc[0]

    def figure(self, figure_id: str) -> Row | None:
        """The figure of this code, or the earlier one of the same article that it repeats."""
        figures = self.library.figures
        own = figures[figures["figure_id"].eq(figure_id)]
        if own.empty:
            return None
        first = own["repeats"].iloc[0] or figure_id
        return next(iter(records(self.everything[self.everything["figure_id"].eq(first)])), None)

    def text(self, source_id: str) -> tuple[Article, pd.DataFrame]:
        """The text to read and its figures where they stand in it, repeats too: the original if there is one."""
        library = self.library
        figures = library.figures[library.figures["source_id"].eq(source_id)]
        original = library.originals.get(source_id)
        if original is None:
            return library.texts[source_id], figures.sort_values("start")
        there = library.locators[["figure_id", "start", "end"]]
        return original, figures.drop(columns=["start", "end"]).merge(there, on="figure_id").sort_values(
            "start"
        )


def workspace() -> Path:
    """Where the user's own articles lie."""
    return Path(os.environ.get("INDICATORS_HOME") or ROOT / "workspace")


def open_desk() -> Desk:
    """The desk for this rerun, in the language the address asks for."""
    library = _library(_stamp(DATA, workspace()))
    view = address.read(library)
    return Desk(library, view, _labelled(f"{library.version}:{language()}", library))


def _stamp(*folders: Path) -> str:
    """Changes when any file below `folders` does; costs one stat a file."""
    seen = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.exists() else ():
            if BRIEFINGS in (path.name, path.parent.name):
                continue  # holds no article: keeping a briefing must not read all of them anew
            stat = path.stat()
            seen.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return seen.hexdigest()


# One string is the whole key: frames as arguments are hashed by samples and can collide.
@st.cache_resource(max_entries=2, show_spinner=False)
def _library(stamp: str) -> Library:
    library = load_library(workspace=workspace())
    gc.collect()
    gc.freeze()  # Streamlit collects after every rerun; what never dies need not be walked
    return library


def lexicon() -> Lexicon:
    """What the reader knows, for a sentence typed in."""
    return _lexicon(_stamp(DATA))


@st.cache_resource(max_entries=1, show_spinner=False)
def _lexicon(stamp: str) -> Lexicon:
    return load_lexicon()


@st.cache_resource(max_entries=4, show_spinner=False)
def _labelled(version_and_language: str, _library: Library) -> pd.DataFrame:
    once = _library.figures[_library.figures["repeats"].eq("")]
    return groups.mark(labels.labelled(once, _library))
