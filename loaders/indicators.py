"""Which entry of the catalogue a figure belongs to, or none: better none than a wrong one.

The keywords of an indicator are terms between blanks, all of which must hold:
`破产案件 办结|审结 -周期`. A term looks at the subject first, then at the subject with the clause
around the number; with `~` in front it may be met anywhere in the sentence ("~电子保函 释放": the
clause "释放现金约25.6亿元" alone does not say by what), with `^` in the subject only ("办结994条、推进
中2条" is one clause). `|` is or, a leading `-` forbids, in the subject and the clause at once:
"固定资产投资" alone does not say "较2019年同期".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.catalogue import Catalogue

_SEMICOLON = re.compile("[；;]")
# growth against another base than the year before is another indicator: 两年平均增长5.9%
_OTHER_BASE = re.compile(r"两年平均|年均|环比|[比较](?:20[0-9]{2}年|上?月|[上一二三四]季度|1[-—至]|年初)")


@dataclass(frozen=True, slots=True)
class _Term:
    words: tuple[str, ...]
    forbids: bool
    where: str  # "", "~" anywhere, "^" the subject only

    def holds(self, subject: str, demanded: str, near: str, sentence: str) -> bool:
        if self.where:
            text = sentence if self.where == "~" else subject
        else:
            text = near if self.forbids else demanded
        return any(word in text for word in self.words) != self.forbids


@dataclass(frozen=True, slots=True)
class _Rule:
    indicator_id: str
    domain: str
    terms: tuple[_Term, ...]  # those that forbid first: they fail fastest
    weight: int  # how many terms demand a word: the more, the more specific
    gates: tuple[tuple[str, ...], ...]  # the words of each demanding term


def match_indicator(
    subject: str, sentence: str, unit: str, kind: str, domain: str, catalogue: Catalogue, clause: str = ""
) -> str:
    """The indicator_id that fits, or "".

    Where two fit, the more specific; where equals, the one of the figure's domain; else none.
    """
    rules = _rules(catalogue).get(kind, {})
    candidates = rules.get(unit) or rules.get("", ())
    if not candidates or (kind == "change" and _OTHER_BASE.search(clause)):
        return ""
    candidates = _possible(candidates, sentence if subject in sentence else f"{subject} {sentence}")
    if not candidates:
        return ""
    near = f"{subject} {clause}"
    # of two facts between semicolons, the words of one must not decide the other
    parts = [part for part in _SEMICOLON.split(sentence) if clause in part] if clause else []
    for around in (*(parts[:1] if len(parts) == 1 else ()), sentence):
        whole = f"{subject} {around}"
        for demanded in (subject, near):
            fits = [rule for rule in candidates if _holds(rule, subject, demanded, near, whole)]
            if fits:
                return _most_specific(fits, domain)
    return ""


# by the rules asked and the sentence; the rules are kept beside the answer, so that no other take their id
_ASKED: dict[tuple[int, str], tuple[tuple[_Rule, ...], tuple[_Rule, ...]]] = {}
_MOST_ASKED = 256


def _possible(rules: tuple[_Rule, ...], whole: str) -> tuple[_Rule, ...]:
    """The rules of which some word of each demanding term stands anywhere in the sentence."""
    key = id(rules), whole  # the figures of one sentence ask the same
    if key not in _ASKED:
        if len(_ASKED) >= _MOST_ASKED:
            _ASKED.clear()
        _ASKED[key] = rules, tuple(rule for rule in rules if _opens(rule.gates, whole))
    return _ASKED[key][1]


def _opens(gates: tuple[tuple[str, ...], ...], whole: str) -> bool:
    for words in gates:  # plain loops: this runs for every rule at every sentence
        for word in words:
            if word in whole:
                break
        else:
            return False
    return True


def _holds(rule: _Rule, subject: str, demanded: str, near: str, whole: str) -> bool:
    return all(term.holds(subject, demanded, near, whole) for term in rule.terms)


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
        demanding = [term for term in terms if not term.forbids]
        gates = tuple(term.words for term in demanding)
        rule = _Rule(str(row.indicator_id), str(row.domain), terms, len(demanding), gates)
        for kind in str(row.kind).split("|"):
            by_unit = rules.setdefault(kind, {})
            for unit in str(row.unit).split("|"):
                by_unit[unit] = (*by_unit.get(unit, ()), rule)
    for by_unit in rules.values():
        for unit in [unit for unit in by_unit if unit]:
            by_unit[unit] += by_unit.get("", ())
    return rules


def _term(written: str) -> _Term:
    words = written.lstrip("-~^")
    marks = written[: len(written) - len(words)]
    return _Term(tuple(words.split("|")), "-" in marks, marks.lstrip("-"))
