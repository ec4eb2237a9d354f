"""Read a long text in a process of its own: `python -m loaders.apart`, JSON in, JSON out.

A pattern at work keeps every other thread of its process waiting; a dashboard serves many people
from one. Short texts are read where they are: a process and its lexicon take a second to start.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

from loaders.articles import Article, make_article
from loaders.figures import Lexicon, read_rows
from loaders.lexicon import load_lexicon

LONG = 300_000  # characters
WAIT = 300.0  # seconds; the longest text that is taken needs a third of it
_ROOT = Path(__file__).resolve().parents[1]
_ABOUT = ("source_id", "text", "file", "title", "publisher", "published", "url", "place", "kind")


def rows_of(article: Article, lexicon: Lexicon, long: int = LONG) -> list[dict[str, Any]]:
    """As `read_rows`; a text of more than `long` characters in a process of its own.

    Raises:
        subprocess.SubprocessError: that process fails or takes longer than `WAIT`.
    """
    if len(article.text) <= long:
        return read_rows(article, lexicon)
    told = json.dumps({name: getattr(article, name) for name in _ABOUT})
    command = [sys.executable, "-B", "-m", "loaders.apart"]
    done = subprocess.run(
        command, input=told.encode(), stdout=subprocess.PIPE, cwd=_ROOT, timeout=WAIT, check=True
    )
    return cast("list[dict[str, Any]]", json.loads(done.stdout))


def main() -> None:
    """Read one article from standard input, write its rows to standard output; days as 2025-12-31."""
    about = json.loads(sys.stdin.buffer.read())
    article = make_article(about.pop("source_id"), about.pop("text"), **about)
    sys.stdout.buffer.write(json.dumps(read_rows(article, load_lexicon()), default=str).encode())


if __name__ == "__main__":
    main()
