"""What reading costs beside speed: growth with length, memory, start-up, the time to load the library."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.children import ROOT, Worker
from benchmarks.distinct import Writer
from benchmarks.readers import Document

SIZES = (100_000, 400_000, 1_600_000)  # characters of one article
MEGABYTE = 1_000_000

LIBRARY = """
import time
began = time.process_time()
from loaders.library import load_library
imported = time.process_time()
load_library()
print(imported - began, time.process_time() - imported)
"""


@dataclass(frozen=True)
class Costs:
    """Medians of several rounds; seconds are of the processor unless said."""

    sizes: dict[int, float]  # characters of one article: seconds
    start_memory: float | None  # megabytes with the lexicon, before any article
    article_memory: float | None  # the peak after one article of a megabyte
    start_up: tuple[float, float]  # of `python -m loaders extract` on one file: processor, wall clock
    library: tuple[float, float]  # importing, load_library()


def measure_costs(rounds: int, limit: float, seed: int) -> Costs:
    """Measure our reader alone; `limit` is the seconds that one answer may take."""
    worker = Worker("ours", sys.executable, limit)
    seconds: dict[int, list[float]] = {size: [] for size in SIZES}
    for number in range(rounds + 1):
        for size in SIZES:
            answer = worker.read([Writer(seed + number).article(size)])
            if number:  # the first round warms
                seconds[size].append(answer["seconds"] * size / answer["characters"])
    worker.close()

    fresh = Worker("ours", sys.executable, limit)
    large = Writer(seed).article(MEGABYTE // 2)
    cut = large.text.encode()[:MEGABYTE].decode(errors="ignore")
    peak = fresh.read([Document(large.name, cut, *_about(large))])["peak"]
    fresh.close()

    libraries = [_library() for _ in range(rounds)]
    return Costs(
        {size: median(times) for size, times in seconds.items()},
        fresh.hello["peak"],
        peak,
        _start_up(rounds, seed),
        (median(first for first, _ in libraries), median(second for _, second in libraries)),
    )


def _about(document: Document) -> tuple[str, str, str, str]:
    return document.title, document.publisher, document.published, document.place


def _library() -> tuple[float, float]:
    command = [sys.executable, "-c", LIBRARY]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def _start_up(rounds: int, seed: int) -> tuple[float, float]:
    processor, clock = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(Writer(seed).article(3000).text, "utf-8")
        command = [sys.executable, "-m", "loaders", "extract", str(path), "--format", "csv"]
        for _ in range(rounds + 1):
            before, began = _children(), time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            clock.append(time.perf_counter() - began)
            processor.append(_children() - before)
    return median(processor[1:]), median(clock[1:])


def _children() -> float:
    """Processor seconds of the children that have ended."""
    used = os.times()
    return used.children_user + used.children_system
