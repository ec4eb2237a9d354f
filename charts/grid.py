"""A table of counts with shaded cells; where nothing was reported the cell is hatched, never zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from charts.shade import limits, shade
from wording import escape_html, say


def count_grid(
    rows: pd.DataFrame,
    down: tuple[str, Sequence[tuple[object, str]]],
    across: tuple[str, Sequence[tuple[object, str]]],
    href: Callable[[object, object], str],
    caption: str,
) -> str:
    """How many of `rows` there are for each pair of values, as an HTML table.

    `down` and `across` name a column and give its values with their words, in the order to show.
    `href` gives a filled cell its address.
    """
    counts = rows.groupby([down[0], across[0]]).size().to_dict()
    steps = limits(counts.values())
    head = "".join(f'<th scope="col">{escape_html(words)}</th>' for _, words in across[1])
    body = ""
    for value, words in down[1]:
        cells = "".join(
            _cell(counts.get((value, other), 0), steps, f"{words} · {heading}", href, (value, other))
            for other, heading in across[1]
        )
        body += f'<tr><th scope="row">{escape_html(words)}</th>{cells}</tr>'
    return (
        f'<div class="scroll from-end" tabindex="0" role="region" aria-label="{escape_html(caption)}"><table class="grid">'
        f'<caption class="skip">{escape_html(caption)}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table></div>{legend()}"
    )


def _cell(
    count: int,
    steps: list[float],
    name: str,
    href: Callable[[object, object], str],
    pair: tuple[object, object],
) -> str:
    if not count:
        said = escape_html(say("coverage.none.cell", name=name))
        return f'<td class="none" title="{said}"><span class="skip">{said}</span></td>'
    said = escape_html(say("coverage.cell", name=name, count=count))
    return (
        f'<td class="{shade(count, steps)}"><a href="{escape_html(href(*pair))}" target="_self" '
        f'aria-label="{said}" title="{said}">{count}</a></td>'
    )


def legend() -> str:
    """What a shaded and what a hatched cell say."""
    return (
        f'<p class="legend"><span><i class="some"></i>{escape_html(say("legend.count"))}</span>'
        f'<span><i class="none"></i>{escape_html(say("legend.none"))}</span></p>'
    )
