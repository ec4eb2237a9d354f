"""The results as the tables of README.md, and as a small picture."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from math import log10
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.costs import Costs
    from benchmarks.reading import Result

FOLDER = Path(__file__).resolve().parent
BEGIN, END = "<!-- results: written by reading.py -->", "<!-- end of results -->"
FIELDS = ("bound", "kind", "status", "year", "place")
SET_NAMES = {"articles": "the five articles", "dev": "eleven other texts (dev)"}


def machine() -> str:
    """Date, size of the machine, and how busy it is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0
    size = f"{os.cpu_count()} cores" + (f", {memory:.0f} GB" if memory else "")
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {platform.machine()}, {size}; Python "
        f"{platform.python_version()}; load average {load()} at the start"
    )


def load() -> str:
    """The load average of the last minute, where the system tells it."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def tables(results: dict[str, Result], costs: Costs, machine: str, rounds: int) -> str:
    """Everything measured, as Markdown."""
    parts = [f"Measured {machine}. Median of {rounds} rounds, processor time."]
    for name, title in SET_NAMES.items():
        parts += [f"### Accuracy on {title}", _accuracy(results, name)]
    parts += ["### Speed", _speed(results), "### What ours costs beside", _costs(costs)]
    return "\n\n".join(parts)


def _accuracy(results: dict[str, Result], name: str) -> str:
    head = ["reader", "precision", "recall", "mention F1", "record F1", *FIELDS]
    rows = []
    for result in results.values():
        overall = result.scores.get(name)
        if overall is None:
            rows.append([_named(result), result.problem, *[""] * (len(head) - 2)])
            continue
        mention = overall["mention"]
        fields = [_field(overall["fields"][key], key in result.told) for key in FIELDS]
        shares = (mention["p"], mention["r"], mention["f1"], overall["record"]["f1"])
        rows.append([_named(result), *map(_percent, shares), *fields])
    return _markdown(head, rows)


def _speed(results: dict[str, Result]) -> str:
    head = ["reader", "characters a second a core", "slowest to fastest round", "on the scored texts"]
    rows = []
    for result in results.values():
        if result.speeds:
            span = f"{_rounded(min(result.speeds))} to {_rounded(max(result.speeds))}"
            own = _rounded(median(result.own_speeds))
            rows.append([_named(result), _rounded(median(result.speeds)), span, own])
        else:
            rows.append([_named(result), result.problem, "", ""])
    return _markdown(head, rows)


def _costs(costs: Costs) -> str:
    rows = [
        [
            f"one article of {size:,} characters",
            f"{seconds:.2f} s, {_rounded(size / seconds)} characters a second",
        ]
        for size, seconds in costs.sizes.items()
    ]
    if costs.start_memory is not None and costs.article_memory is not None:
        memory = f"{costs.article_memory:.0f} MB at most, of which {costs.start_memory:.0f} MB before it"
        rows.append(["memory to read one article of 1 MB", memory])
    start, clock = costs.start_up
    rows.append(["`python -m loaders extract` on one file", f"{start:.2f} s ({clock:.2f} s by the clock)"])
    imported, loaded = costs.library
    rows.append(["`load_library()`", f"{loaded:.2f} s, and {imported:.2f} s to import"])
    return _markdown(["", "median"], rows)


def _named(result: Result) -> str:
    return f"{result.label} {result.version}".strip()


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _field(rate: dict[str, Any] | None, told: bool) -> str:
    """In brackets what the reader does not tell and the usual answer stands for."""
    share = _percent(rate["acc"] if rate else None)
    return share if told else f"({share})"


def _rounded(speed: float) -> str:
    """Two figures of a speed: a third would be noise."""
    return f"{float(f'{speed:.2g}'):,.0f}"


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, rule, *rows))


def write(text: str, results: dict[str, Result]) -> None:
    """Put the tables between the marks of README.md and draw reading.svg."""
    path = FOLDER / "README.md"
    before, _, rest = path.read_text("utf-8").partition(BEGIN)
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", "utf-8")
    (FOLDER / "reading.svg").write_text(picture(results), "utf-8")


ROW, LEFT, BAR, SPEED_LEFT, SPEED_BAR = 54, 300, 240, 620, 220
LIGHT, DARK, GREY = "#9dc3d8", "#1f5f7f", "#6b7280"
SLOWEST = 1e3  # characters a second, where the logarithmic scale begins
DECADES = ("1,000", "10,000", "100,000", "1 million", "10 million", "100 million")


def picture(results: dict[str, Result]) -> str:
    """Bars of mention and record F1 over all scored texts, and of speed on a logarithmic scale."""
    top, height = 74, 74 + ROW * len(results) + 22
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 940 {height}" font-family="sans-serif" '
        'font-size="13" role="img" aria-label="Accuracy and speed of readers of Chinese figures">',
        f'<rect width="940" height="{height}" fill="white"/>',
        _text(LEFT, 24, "F1, all scored texts", weight="bold"),
        f'<rect x="{LEFT}" y="36" width="12" height="12" fill="{LIGHT}"/>',
        _text(LEFT + 18, 47, "figure found with value and unit"),
        f'<rect x="{LEFT}" y="54" width="12" height="12" fill="{DARK}"/>',
        _text(LEFT + 18, 65, "and every field right"),
        _text(SPEED_LEFT, 24, "characters a second a core", weight="bold"),
        _text(SPEED_LEFT, 47, "each line is ten times the one before", fill=GREY),
    ]
    for decade, name in enumerate(DECADES):
        x = SPEED_LEFT + SPEED_BAR * decade / (len(DECADES) - 1)
        bottom = top + ROW * len(results)
        parts.append(f'<line x1="{x:.0f}" y1="{top}" x2="{x:.0f}" y2="{bottom}" stroke="#d5d9de"/>')
        if decade % 2:  # every second one, or the names would touch
            parts.append(_text(x, bottom + 16, name, anchor="middle", fill=GREY))
    for number, result in enumerate(results.values()):
        y = top + ROW * number
        parts.append(_text(LEFT - 12, y + 28, result.label, anchor="end"))
        if not result.scores or not result.speeds:
            parts.append(_text(LEFT, y + 28, result.problem, fill=GREY))
            continue
        for offset, key, colour in ((8, "mention", LIGHT), (25, "record", DARK)):
            share = together(result, key)
            parts.append(_bar(LEFT, y + offset, BAR * share, 15, colour))
            parts.append(_text(LEFT + BAR * share + 6, y + offset + 12, f"{100 * share:.0f}"))
        speed = median(result.speeds)
        # a point, not a bar: a logarithmic scale has no zero for a bar to begin at
        x = SPEED_LEFT + SPEED_BAR * min(1, max(0, log10(speed / SLOWEST) / (len(DECADES) - 1)))
        parts.append(f'<circle cx="{x:.0f}" cy="{y + 24}" r="6" fill="{DARK}"/>')
        parts.append(_text(x + 11, y + 29, _rounded(speed), halo=True))
    return "\n".join([*parts, "</svg>\n"])


def together(result: Result, key: str) -> float:
    """F1 over all sets, from their counts."""
    counts = [scores[key] for scores in result.scores.values()]
    right, false, lost = (sum(count[part] for count in counts) for part in ("tp", "fp", "fn"))
    return 2 * right / (2 * right + false + lost) if right else 0.0


def _bar(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.1f}" height="{height:.0f}" fill="{fill}"/>'


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: str = "normal",
    fill: str = "black",
    halo: bool = False,
) -> str:
    style = f'text-anchor="{anchor}" font-weight="{weight}" fill="{fill}"'
    if halo:  # over a line
        style += ' stroke="white" stroke-width="4" paint-order="stroke"'
    return f'<text x="{x:.0f}" y="{y:.0f}" {style}>{escape(words)}</text>'
