"""The tables people write and the loaders read: indicators, places, domains."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from loaders.problems import Problem
from loaders.rows import read_rows
from loaders.tables import DOMAINS, INDICATORS, KINDS, PLACES


@dataclass(frozen=True, eq=False)  # compared and cached by identity: tables have no hash
class Catalogue:
    """The good rows of the catalogue tables, and what was wrong with the others."""

    indicators: pd.DataFrame
    places: pd.DataFrame
    domains: pd.DataFrame
    problems: tuple[Problem, ...] = ()


def load_catalogue(data: Path) -> Catalogue:
    """Read and check `indicators.csv`, `places.csv` and `domains.csv` of the folder `data`."""
    indicators, problems = read_rows(data / "indicators.csv", INDICATORS, ("indicator_id",))
    # two counties may share a name (朝阳区 of 北京市 and of 长春市), not a name and the place above
    places, more = read_rows(data / "places.csv", PLACES, ("place", "parent"))
    problems += more
    domains, more = read_rows(data / "domains.csv", DOMAINS, ("domain",))
    problems += more
    problems += _unknown(indicators, set(domains["domain"]))
    problems += _parents(places)
    return Catalogue(indicators, places, domains, tuple(problems))


def _unknown(indicators: pd.DataFrame, domains: set[str]) -> list[Problem]:
    problems = []
    for row in indicators.itertuples():
        line = int(str(row.Index))
        if row.domain not in domains:
            problems.append(
                Problem(
                    "data/indicators.csv",
                    line,
                    f"指标{row.indicator_id}的领域“{row.domain}”不在domains.csv中。请改为其中之一。",
                    f"indicator {row.indicator_id}: domain {row.domain!r} is not in domains.csv. Use one that is.",
                )
            )
        strange = set(str(row.kind).split("|")) - set(KINDS)
        if strange:
            problems.append(
                Problem(
                    "data/indicators.csv",
                    line,
                    f"指标{row.indicator_id}的类型“{row.kind}”应为{'、'.join(KINDS)}，以|分隔。",
                    f"indicator {row.indicator_id}: kind {row.kind!r} must be among {', '.join(KINDS)}, joined by |.",
                )
            )
        if not str(row.keywords).strip():
            problems.append(
                Problem(
                    "data/indicators.csv",
                    line,
                    f"指标{row.indicator_id}没有关键词，不会匹配任何数字。请填写。",
                    f"indicator {row.indicator_id} has no keywords and fits no figure. Fill them in.",
                )
            )
    return problems


def _parents(places: pd.DataFrame) -> list[Problem]:
    known = {*places["place"], ""}
    first: dict[str, int] = {}
    for line, parent in places["parent"].drop_duplicates().items():
        for above in str(parent).split("/"):
            if above not in known:
                first.setdefault(above, int(str(line)))
    return [
        Problem(
            "data/places.csv",
            line,
            f"上级地区“{above}”没有自己的一行。请补上。",
            f"the parent {above!r} has no row of its own. Add it.",
        )
        for above, line in first.items()
    ]
