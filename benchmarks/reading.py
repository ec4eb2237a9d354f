"""Our reader and its peers on the same texts: how right, how fast; and what ours costs beside.

    python -m benchmarks.reading [--peers-python PATH] [--shared FOLDER] [--rounds N] [--limit SECONDS] [--write]

Accuracy is told by gold/score.py on the texts beside the repository, speed by processor time on texts written
for it (distinct.py). Every reader runs in a child process of its own, the peers in the environment of
`--peers-python` (requirements-peers.txt). `--write` puts the results into README.md and reading.svg.
A timing is never a test: nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.children import ROOT, Worker, WorkerError
from benchmarks.costs import measure_costs
from benchmarks.distinct import Writer
from benchmarks.readers import READERS, Document, Record

SETS = {  # name: folder with the texts and their index, gold; both under --shared
    "articles": ("articles", "gold/articles.jsonl"),
    "dev": ("gold/dev", "gold/dev.jsonl"),
}
ROUND = 250_000  # characters that a reader is given in one round
PATIENCE = 4.0  # seconds that a round may take of one reader; a slow one is given fewer of the same texts


@dataclass
class Result:
    """What was measured of one reader; `problem` says why the rest is missing."""

    label: str
    version: str = ""
    problem: str = ""
    scores: dict[str, dict[str, Any]] = field(default_factory=dict)  # by set: `overall` of gold/score.py
    told: frozenset[str] = frozenset()  # fields that the reader itself tells
    speeds: list[float] = field(default_factory=list)  # characters a second, by round
    own_speeds: list[float] = field(default_factory=list)  # the same on the scored texts


def read_set(shared: Path, name: str) -> list[Document]:
    """The texts of one set with what their index says, in order of name."""
    folder = shared / SETS[name][0]
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        index = {row["file"]: row for row in csv.DictReader(file)}
    about = ("title", "publisher", "published", "place")
    return [
        Document(path.name, path.read_bytes().decode(), *(index[path.name].get(key, "") for key in about))
        for path in sorted(folder.glob("*.txt"))
    ]


def score(shared: Path, name: str, records: list[Record], documents: list[Document]) -> dict[str, Any]:
    """`overall` of gold/score.py. What a reader does not tell is filled in, in its favour.

    The commonest answers: exact, level (share for %), reported, the year of publication, the article's place.
    """
    by_name = {document.name: document for document in documents}
    filled = []
    for record in records:
        document = by_name[record["doc"]]
        kind = "share" if record["unit"] in ("%", "％") else "level"
        usual = {"bound": "exact", "kind": kind, "status": "reported", "place": document.place}
        filled.append({**usual, "year": document.published[:4] or None, **record})
    texts, gold = SETS[name]
    with tempfile.TemporaryDirectory() as folder:
        predicted, result = Path(folder) / "predicted.jsonl", Path(folder) / "result.json"
        lines = (json.dumps(record, ensure_ascii=False, default=str) for record in filled)
        predicted.write_text("".join(line + "\n" for line in lines), "utf-8")
        command = [sys.executable, str(shared / "gold" / "score.py"), "--gold", str(shared / gold)]
        command += ["--texts", str(shared / texts), "--pred", str(predicted), "--json", str(result)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        overall: dict[str, Any] = json.loads(result.read_text("utf-8"))["overall"]
    return overall


def measure(
    shared: Path, python: dict[str, str | None], rounds: int, limit: float, seed: int
) -> dict[str, Result]:
    """Start every reader, score it, then time all of them round by round on the same texts."""
    sets = {name: read_set(shared, name) for name in SETS}
    everything = [document for documents in sets.values() for document in documents]
    results = {name: Result(reader.label) for name, reader in READERS.items()}
    workers: dict[str, Worker] = {}
    rates: dict[str, float] = {}
    for name, result in results.items():
        executable = python[name]
        try:
            if executable is None:
                raise WorkerError("not measured: no --peers-python")
            worker = workers[name] = Worker(name, executable, limit)
            result.version = worker.hello["version"]
            for part, documents in sets.items():
                records = worker.read(documents, keep=True)["records"]
                result.told |= frozenset(key for record in records for key in record)
                result.scores[part] = score(shared, part, records, documents)
            warm = worker.read(everything)
            rates[name] = warm["characters"] / warm["seconds"]
        except WorkerError as error:
            result.problem = str(error)
            workers.pop(name, None)
        print(f"{result.label}: {result.problem or 'scored'}", file=sys.stderr)
    for number in range(rounds):
        texts = Writer(seed + number).articles(ROUND)
        for name in list(workers):
            share = _share(texts, rates[name] * PATIENCE)
            try:
                answer, own = workers[name].read(share), workers[name].read(everything)
            except WorkerError as error:
                results[name].problem = str(error)
                del workers[name]
                continue
            results[name].speeds.append(answer["characters"] / answer["seconds"])
            results[name].own_speeds.append(own["characters"] / own["seconds"])
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    for worker in workers.values():
        worker.close()
    return results


def _share(texts: list[Document], characters: float) -> list[Document]:
    """The first of the texts, one at least, that together have no more than about `characters`."""
    share, length = texts[:1], len(texts[0].text)
    for document in texts[1:]:
        length += len(document.text)
        if length > characters:
            break
        share.append(document)
    return share


def missing(shared: Path) -> list[str]:
    """What the run needs and does not find."""
    needed = [shared / "gold" / "score.py"]
    needed += [shared / path for folder, gold in SETS.values() for path in (f"{folder}/index.csv", gold)]
    return [str(path) for path in needed if not path.is_file()]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and with `--write` keep; 2 where the texts are not at hand."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__.splitlines()[0])
    parser.add_argument("--peers-python", metavar="PATH", help="Python that has requirements-peers.txt")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="articles/ and gold/")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=120, help="seconds that one answer may take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the results into README.md and reading.svg")
    options = parser.parse_args(arguments)
    absent = missing(options.shared)
    if absent:
        print("The texts to measure on are not here, so nothing is measured. Missing:", *absent, sep="\n  ")
        return 2
    python = {
        name: options.peers_python if reader.distribution else sys.executable
        for name, reader in READERS.items()
    }
    machine = report.machine()
    results = measure(options.shared, python, options.rounds, options.limit, options.seed)
    costs = measure_costs(options.rounds, options.limit, options.seed)
    machine += f"; load average {report.load()} at the end"
    text = report.tables(results, costs, machine, options.rounds)
    print(text)
    if options.write:
        report.write(text, results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
