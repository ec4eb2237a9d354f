"""A child process with one reader, warm, that answers one request a line: `python -m benchmarks.worker NAME`.

Runs in a peer's own environment too, so it imports the standard library only.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.readers import READERS, Document, Read


def main(name: str) -> None:
    """Make the reader, say so, and answer until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # some packages greet on standard output
    reader = READERS[name]

    def answer(message: dict[str, Any]) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    began = time.process_time()
    try:
        read = reader.make()
        told = version(reader.distribution) if reader.distribution else ""
    except (ImportError, PackageNotFoundError) as error:
        answer({"missing": str(error)})
        return
    answer({"version": told, "seconds": time.process_time() - began, "peak": peak_megabytes()})
    for line in sys.stdin:
        request = json.loads(line)
        answer(_read([Document(*fields) for fields in request["documents"]], read, request["keep"]))


def _read(documents: list[Document], read: Read, keep: bool) -> dict[str, Any]:
    """Read all; with `keep` the records too. Only the reading is timed."""
    gc.collect()
    began = time.process_time()
    found = [read(document) for document in documents]
    seconds = time.process_time() - began
    records = [record for records in found for record in records]
    return {
        "seconds": seconds,
        "characters": sum(len(document.text) for document in documents),
        "figures": len(records),
        "records": records if keep else [],
        "peak": peak_megabytes(),
    }


def peak_megabytes() -> float | None:
    """The most memory this process ever held; None where the system does not tell.

    `getrusage` would count what the parent held before it started this process.
    """
    status = Path("/proc/self/status")
    if not status.is_file():
        return None
    lines = status.read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main(sys.argv[1])
