"""Which entry of the catalogue a figure belongs to, or none: better none than a wrong one.

The keywords of an indicator are terms between blanks, all of which must hold:
`破产案件 办结|审结 -周期`. A term looks at the subject first, then at the subject with the clause
around the number; with `~` in front it may be met anywhere in the sentence ("~电子保函 释放": the
clause "释放现金约25.6亿元" alone does not say by what). `|` is or, a leading `-` forbids, in the
subject and the clause at once: "固定资产投资" alone does not say "较2019年同期".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from loaders.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class _Term:
    words: tuple[str, ...]
    forbids: bool
    anywhere: bool

    def holds(self, demanded: str, near: str, sentence: str) -> bool:
        text = sentence if self.anywhere else near if self.forbids else demanded
        return any(word in text for word in self.words) != self.forbids


@dataclass(frozen=True, slots=True)
class _Rule:
    indicator_id: str
    domain: str
    terms: tuple[_Term, ...]  # those that forbid first: they fail fastest
    weight: int  # how many terms demand a word: the more, the more specific


def match_indicator(
    subject: str, sentence: str, unit: str, kind: str, domain: str, catalogue: Catalogue, clause: str = ""
) -> str:
    """The indicator_id that fits, or "".

    Where two fit, the more specific; where equals, the one of the figure's domain; else none.
    """
    rules = _rules(catalogue).get(kind, {})
    candidates = rules.get(unit, ()) + rules.get("", ()) if unit else rules.get("", ())
    if not candidates:
        return ""
    whole = f"{subject} {sentence}"
    near = f"{subject} {clause}"
    for demanded in (subject, near):
        fits = [rule for rule in candidates if all(term.holds(demanded, near, whole) for term in rule.terms)]
        if fits:
            return _most_specific(fits, domain)
    return ""


def _most_specific(fits: list[_Rule], domain: str) -> str:
    most = max(rule.weight for rule in fits)
    best = [rule for rule in fits if rule.weight == most]
    if len(best) > 1:
        best = [rule for rule in best if rule.domain == domain]
    return best[0].indicator_id if len(best) == 1 else ""


@lru_cache(maxsize=8)
def _rules(catalogue: Catalogue) -> dict[str, dict[str, tuple[_Rule, ...]]]:
    """By kind and unit; unit "" holds the rules that take any unit."""
    rules: dict[str, dict[str, tuple[_Rule, ...]]] = {}
    for row in catalogue.indicators.itertuples():
        terms = tuple(sorted(map(_term, str(row.keywords).split()), key=lambda term: not term.forbids))
        if all(term.forbids for term in terms):  # would fit everything
            continue
        rule = _Rule(str(row.indicator_id), str(row.domain), terms, sum(not term.forbids for term in terms))
        for kind in str(row.kind).split("|"):
            by_unit = rules.setdefault(kind, {})
            for unit in str(row.unit).split("|"):
                by_unit[unit] = (*by_unit.get(unit, ()), rule)
    return rules


def _term(written: str) -> _Term:
    words = written.lstrip("-~")
    marks = written[: len(written) - len(words)]
    return _Term(tuple(words.split("|")), "-" in marks, "~" in marks)
