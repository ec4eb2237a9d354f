"""`python -m loaders check`: the shipped data against its own rules."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from loaders.lexicon import DATA
from loaders.library import Library, load_library


def main(arguments: list[str] | None = None) -> int:
    """Print what is wrong in `data/`, in both languages; 1 if anything is."""
    parser = argparse.ArgumentParser(prog="python -m loaders check", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="the folder to check (data/)")
    parser.add_argument("--coverage", action="store_true", help="list the figures that have no indicator")
    options = parser.parse_args(arguments)
    library = load_library(options.data)
    out = sys.stdout
    for problem in library.problems:
        out.write(problem.say("zh") + "\n    " + problem.say("en") + "\n")
    if options.coverage:
        out.write(_coverage(library))
    figures, sources = len(library.figures), len(library.sources)
    if library.problems:
        out.write(
            f"{len(library.problems)}处问题，{figures}个数字可用 / "
            f"{len(library.problems)} problems, {figures} figures usable\n"
        )
        return 1
    out.write(
        f"没有问题：{sources}篇文章，{figures}个数字，数据版本{library.version} / "
        f"no problem: {sources} articles, {figures} figures, data version {library.version}\n"
    )
    return 0


def _coverage(library: Library) -> str:
    once = library.figures[library.figures["repeats"] == ""]
    bare = once[once["indicator_id"] == ""]
    lines = [f"{row.figure_id}  {row.source_id}  {row.written}  {row.subject}" for row in bare.itertuples()]
    share = 100 * (1 - len(bare) / len(once)) if len(once) else 0.0
    lines.append(f"{len(once) - len(bare)}/{len(once)}（{share:.0f}%）有指标 / have an indicator")
    return "".join(line + "\n" for line in lines)
