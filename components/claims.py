"""Check a claim: read its figures as an article's are read, set each beside the reports that speak of the same.

Pure: what is the same, what differs and by how much, what may not be compared and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from charts.rows import Row, records
from loaders.articles import make_article
from loaders.comparable import why_not
from loaders.figures import Lexicon, read_figures
from wording import compact, either, say

Outcome = Literal["same", "bound", "differs", "unlike"]
HOME = "鄂尔多斯市"  # what 全市 and 我市 mean in a claim that names no place
BEST = 5
ENOUGH = 3.0  # of `_likeness`: the indicator alone, or the number with its unit
# a reason that only says "not known" is none where the claim and the report both do not say
_UNKNOWN = {
    "period_unstated": "period_kind",
    "year_unknown": "year",
    "place_unknown": "place",
    "league_unknown": "league",
}
_FILLED = (
    "place",
    "year",
    "league",
)  # what a claim may leave open: then the report's is taken, and that is said


@dataclass(frozen=True, slots=True)
class Finding:
    """One report beside the claim: how they stand to each other, in words."""

    row: Row
    outcome: Outcome
    words: str


def read_claim(text: str, lexicon: Lexicon) -> pd.DataFrame:
    """The figures that `text` states, as a figures table."""
    return read_figures(make_article("claim", text, place=HOME), lexicon)


def check(claim: pd.Series, reports: pd.DataFrame) -> list[Finding]:
    """The reports most like `claim`, nearest first, each with what the two have to do with one another."""
    if reports.empty:
        return []
    likeness = _likeness(claim, reports)
    near = reports.assign(likeness=likeness)[likeness >= ENOUGH]
    best = near.sort_values(["likeness", "year"], ascending=False, kind="stable").head(BEST)
    findings = [_finding(claim, row) for row in records(best)]
    order: dict[Outcome, int] = {"same": 0, "bound": 1, "differs": 2, "unlike": 3}
    return sorted(findings, key=lambda finding: order[finding.outcome])


def _likeness(claim: pd.Series, reports: pd.DataFrame) -> pd.Series:
    score = pd.Series(0.0, index=reports.index)
    if claim["indicator_id"]:
        score += 3.0 * reports["indicator_id"].eq(claim["indicator_id"])
    same_unit = reports["unit"].eq(claim["unit"])
    score += 3.0 * (reports["value"].eq(claim["value"]) & same_unit)
    score += 0.5 * reports["place"].eq(claim["place"])
    if pd.notna(claim["year"]):
        score += 1.0 * reports["year"].eq(claim["year"]).fillna(False).astype(float)
    said = _pairs(str(claim["subject"]) + str(claim["sentence"]))
    share = [len(said & _pairs(subject)) / max(len(_pairs(subject)), 1) for subject in reports["subject"]]
    return score + 3.0 * pd.Series(share, index=reports.index) * same_unit


def _pairs(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}


def _finding(claim: pd.Series, row: Row) -> Finding:
    filled, left_open = _filled(claim, row)
    reasons = [
        reason for reason in why_not(filled, pd.Series(row)) if not _both_silent(reason.code, filled, row)
    ]
    words = [either(reason.zh, reason.en) for reason in reasons]
    if not reasons and pd.notna(filled["year"]) and filled["year"] != row["year"]:
        words = [say("check.year", mine=int(filled["year"]), theirs=int(row["year"]))]
    if words:
        outcome: Outcome = "unlike"
        text = say("check.unlike", why=say("list.semicolon").join(words))
    elif claim["value"] != row["value"] or _end(claim) != _end(pd.Series(row)):
        # a claim that leaves the period open may speak of another one: no verdict
        open_period = bool({"year", "period"} & set(left_open))
        outcome = "unlike" if open_period else "differs"
        difference = compact(round(claim["value"] - row["value"], 6), row["unit"])
        text = say("check.perhaps" if open_period else "check.differs", difference=difference)
    elif claim["bound"] != row["bound"]:
        outcome = "bound"
        text = say("check.bound", written=row["amount"])
    else:
        outcome, text = "same", say("check.same")
    if left_open:
        names = say("list.join").join(say(f"check.open.{name}") for name in left_open)
        text = f"{text} {say('check.open', names=names)}"
    return Finding(row, outcome, text)


def _filled(claim: pd.Series, row: Row) -> tuple[pd.Series, list[str]]:
    """The claim with what it leaves open taken from the report, and the names of what was taken."""
    filled, taken = claim.copy(), []
    for name in _FILLED:
        if (pd.isna(claim[name]) or claim[name] == "") and not pd.isna(row[name]) and row[name] != "":
            filled[name] = row[name]
            taken.append(name)
    silent = claim["period_kind"] == "unstated" and row["period_kind"] != "unstated"
    # 今年以来 ends where the article ends, and a claim has no date of its own
    endless = claim["period_kind"] == row["period_kind"] and pd.isna(claim["period_end"])
    if silent or endless:
        for name in ("period_kind", "period_start", "period_end"):
            filled[name] = row[name]
    if silent:
        taken.append("period")
    # the subject counts only where the catalogue knows no better name for both
    if not claim["indicator_id"]:
        filled["indicator_id"], filled["subject"] = row["indicator_id"], row["subject"]
    for name in ("body", "rank_from", "note"):
        filled[name] = filled[name] or row[name]
    return filled, taken


def _both_silent(code: str, claim: pd.Series, row: Row) -> bool:
    name = _UNKNOWN.get(code, "")
    if not name:
        return False
    mine, theirs = claim[name], row[name]
    return bool(
        (pd.isna(mine) and pd.isna(theirs)) or (pd.notna(mine) and pd.notna(theirs) and mine == theirs)
    )


def _end(row: pd.Series) -> float:
    return float(row["value_high"]) if pd.notna(row["value_high"]) else float(row["value"])
