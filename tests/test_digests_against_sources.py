"""Each digest says what its source says: figure by figure, in order, nothing missing, nothing extra.

The sources' figures, as people read them, are not part of the repository: `gold/articles.jsonl` has
those of the five articles, `more_facts.csv` those of the further public pages. Where they are not at
hand, the comparison is skipped.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DIGESTS = ROOT / "data" / "articles"
UNSHOWN_TITLE = "[摘录未显示标题]"  # stands before the title of a page whose own title was not seen

needs_sources = pytest.mark.skipif(
    not (SHARED / "more_facts.csv").is_file() or not (SHARED / "gold" / "articles.jsonl").is_file(),
    reason="the figures of the sources are not here (../shared/gold/articles.jsonl, ../shared/more_facts.csv)",
)


@dataclass(frozen=True)
class Fact:
    """A figure, reduced to what digest and source must agree on."""

    value: float
    value_high: float | None
    unit: str
    bound: str
    kind: str
    status: str
    year: int | None
    place: str | None
    period_kind: str | None = None  # None: the source's table does not say
    label: str = ""  # for the reader of a failure
    optional: bool = False  # a borderline case: a digest may restate it or leave it out


# Where gold departs from its own guide, the guide is followed: a label's core, and the field at fault.
GOLD_FAULTS = {
    ("2025-12_ordos-daily_nuancheng-nuanliu.md", "新增“全区通办”事项数", "kind"),  # 新增 counts are level
}

COMPARED = ("value_high", "bound", "kind", "status", "year", "place", "period_kind")


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_jsonl(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line]


@cache
def scorer() -> ModuleType:
    """The score's own rules say which units and numbers are the same."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fact(row: Mapping[str, Any], label: str) -> Fact:
    """A row of gold, of more_facts.csv or of `extract`; a fall loses its sign only where gold has none."""
    rules = scorer()
    unit, factor = rules.norm_unit(row["unit"])
    value, high = (rules.norm_value(row.get(name)) for name in ("value", "value_high"))
    assert value is not None, row
    return Fact(
        value=value * factor,
        value_high=None if high is None else high * factor,
        unit="位" if row["kind"] == "rank" and unit == "" else unit,
        **{name: row[name] for name in ("bound", "kind", "status")},
        year=rules.norm_field("year", row["year"]),
        place=rules.norm_field("place", row["place"]),
        period_kind=row.get("period_kind"),
        label=label,
        optional=bool(row.get("optional")),
    )


def unsigned(facts: Iterable[Fact]) -> list[Fact]:
    return [replace(one, value=abs(one.value)) if one.kind == "change" else one for one in facts]


def same(said: Fact, read: Fact) -> bool:
    return said.unit == read.unit and abs(said.value - read.value) <= 1e-6 * abs(said.value)


def differences(source: Sequence[Fact], digest: Sequence[Fact]) -> list[str]:
    """What is missing, extra or unlike when both are laid side by side in their order.

    Longest common subsequence; a required fact weighs more than any number of optional ones.
    """
    heavy = len(source) + 1
    best = [[0] * (len(digest) + 1) for _ in range(len(source) + 1)]
    for i in reversed(range(len(source))):
        for j in reversed(range(len(digest))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if same(source[i], digest[j]):
                weight = 1 if source[i].optional else heavy
                best[i][j] = max(best[i][j], weight + best[i + 1][j + 1])
    found = []
    i = j = 0
    while i < len(source) or j < len(digest):
        pair = i < len(source) and j < len(digest) and same(source[i], digest[j])
        weight = heavy if i < len(source) and not source[i].optional else 1
        if pair and best[i][j] == weight + best[i + 1][j + 1]:
            if not source[i].optional:
                found += unlike(source[i], digest[j])
            i, j = i + 1, j + 1
        elif j == len(digest) or (i < len(source) and best[i][j] == best[i + 1][j]):
            if not source[i].optional:
                found.append(f"missing: {source[i].label}")
            i += 1
        else:
            found.append(f"extra: {digest[j].label}")
            j += 1
    return found


def unlike(said: Fact, read: Fact) -> list[str]:
    return [
        f"{name} of {said.label}: source {getattr(said, name)}, digest {getattr(read, name)}: {read.label}"
        for name in COMPARED
        if getattr(said, name) != getattr(read, name)
        and not (name == "period_kind" and said.period_kind is None)
    ]


@pytest.fixture(scope="module")
def read() -> dict[str, list[Fact]]:
    """What the loaders read in the digests, by file and in the order of the text."""
    run = subprocess.run(
        [sys.executable, "-m", "loaders", "extract", str(DIGESTS), "--format", "jsonl"],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    out: dict[str, list[Fact]] = {row["file"]: [] for row in read_csv(DIGESTS / "index.csv")}
    for row in sorted(read_jsonl(run.stdout), key=lambda row: (row["doc"], row["start"])):
        out[row["doc"]].append(fact(row, f"{row['written']} in {row['sentence']}"))
    return out


def sources() -> dict[str, tuple[list[Fact], bool]]:
    """For each digest's file the source's facts, in order, and whether they are signed."""
    rows = read_csv(DIGESTS / "index.csv")
    by_source: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in read_csv(SHARED / "more_facts.csv"):
        title = row["source_title"].removeprefix(UNSHOWN_TITLE).strip()
        by_source.setdefault((title, row["url"], row["published"]), []).append(row)
    gold: dict[str, list[dict[str, Any]]] = {}
    for row in read_jsonl((SHARED / "gold" / "articles.jsonl").read_text(encoding="utf-8")):
        gold.setdefault(Path(row["doc"]).stem, []).append(row)
    out: dict[str, tuple[list[Fact], bool]] = {}
    for row in rows:
        key, stem = (row["title"], row["url"], row["published"]), Path(row["file"]).stem
        if stem in gold:
            facts = [
                fact(one, f"{one['core']} ({one['subject']})")
                for one in sorted(gold.pop(stem), key=lambda one: int(one["start"]))
            ]
            out[row["file"]] = unsigned(facts), False
        elif key in by_source:
            facts = [
                fact(one, f"{one['value']}{one['unit']} ({one['subject']})") for one in by_source.pop(key)
            ]
            out[row["file"]] = facts, True
    left = [*gold, *(title for title, _, _ in by_source)]
    assert not left, f"sources without a digest: {left}"
    return out


def listed() -> list[str]:
    return [row["file"] for row in read_csv(DIGESTS / "index.csv") if row["kind"] == "digest"]


@needs_sources
def test_every_source_has_one_digest_and_every_digest_a_source() -> None:
    files = listed()
    assert sorted(sources()) == sorted(files)
    assert len(set(files)) == len(files)


@needs_sources
@pytest.mark.parametrize("file", listed())
def test_a_digest_agrees_with_its_source(file: str, read: dict[str, list[Fact]]) -> None:
    facts, signed = sources()[file]
    said = read[file] if signed else unsigned(read[file])
    found = [line for line in differences(facts, said) if not is_gold_fault(file, line)]
    assert found == []


def is_gold_fault(file: str, line: str) -> bool:
    return any(
        file == name and subject in line and line.startswith(field) for name, subject, field in GOLD_FAULTS
    )


ONE = Fact(5.0, None, "%", "exact", "change", "reported", 2022, "鄂尔多斯市", label="one")
TWO = replace(ONE, value=7.0, label="two")


def test_the_comparison_finds_what_is_missing_extra_out_of_order_or_unlike() -> None:
    maybe = replace(TWO, optional=True)
    assert differences([ONE, TWO], [ONE, TWO]) == []
    assert differences([ONE, maybe], [ONE]) == differences([ONE, maybe], [ONE, TWO]) == []
    assert differences([ONE, TWO], [ONE]) == ["missing: two"]
    assert differences([ONE], [ONE, TWO]) == ["extra: two"]
    assert sorted(differences([ONE, TWO], [TWO, ONE])) == ["extra: one", "missing: one"]
    assert differences([TWO], [replace(TWO, year=None)]) == ["year of two: source 2022, digest None: two"]
    assert differences([ONE], [replace(ONE, value=-5.0)]) == ["missing: one", "extra: one"]


@needs_sources
def test_units_are_the_same_as_in_the_score() -> None:
    names = ("value", "unit", "bound", "kind", "status", "year", "place")
    row: dict[str, Any] = dict(zip(names, (3, "名", "exact", "rank", "reported", "", ""), strict=True))
    assert fact(row, "").unit == fact(row | {"unit": ""}, "").unit == "位"
    assert fact(row | {"kind": "share", "unit": "成"}, "").value == 30.0
