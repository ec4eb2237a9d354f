"""The process that parses one hostile file: `python -m loaders.formats.child html|docx|pdf`, bytes in, JSON out.

It limits itself before it loads a parser, so that a file which exhausts it takes nothing else down.
Imports little on the way in: pandas alone would double its start.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict

from loaders.formats.extracted import Extracted, RefusedError

MEMORY, SECONDS = 1_000_000_000, 20
MAX_TEXT = 20_000_000  # characters


def limit() -> bool:
    """Cap this process's memory, time and files; False where the system cannot (Windows)."""
    try:
        import resource
    except ImportError:
        return False
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return True


def _reader(kind: str) -> Callable[[bytes], Extracted]:
    if kind == "html":
        from loaders.formats.page import read_page

        return read_page
    if kind == "docx":
        from loaders.formats.word import read_word

        return read_word
    from loaders.formats.portable import read_portable

    return read_portable


def main() -> None:
    """Read standard input, write one JSON object to standard output."""
    limited = limit()
    raw = sys.stdin.buffer.read()
    try:
        answer: dict[str, object] = asdict(_reader(sys.argv[1])(raw))
        if len(str(answer["text"])) > MAX_TEXT:
            raise MemoryError
    except RefusedError as refusal:
        answer = {"refused": [refusal.zh, refusal.en]}
    except Exception:  # whatever a parser raises on a broken file: the parent says it in words
        answer = {"broken": True}
    answer["limited"] = limited
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
