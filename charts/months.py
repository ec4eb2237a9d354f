"""Tasks by the month they are due: one column a month, empty months kept, each column a link."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wording import escape_html, say


def month_columns(counts: Mapping[str, int], chosen: str, href: Callable[[str], str]) -> str:
    """Columns of `counts` by "2025-08"; a month within the span that has none is kept and empty."""
    dated = sorted(month for month in counts if month)
    if not dated:
        return ""
    top = max(counts[month] for month in dated)
    columns = "".join(
        _column(month, counts.get(month, 0), top, chosen, href) for month in _span(dated[0], dated[-1])
    )
    undated = counts.get("", 0)
    below = f'<p class="soft">{escape_html(say("tasks.undated", count=undated))}</p>' if undated else ""
    return f'<nav class="months" aria-label="{escape_html(say("tasks.month"))}">{columns}</nav>{below}'


def _span(first: str, last: str) -> list[str]:
    """Every month from `first` to `last`.

    >>> _span("2024-11", "2025-02")
    ['2024-11', '2024-12', '2025-01', '2025-02']
    """
    start, end = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in range(start, end + 1)]


def _column(month: str, count: int, top: int, chosen: str, href: Callable[[str], str]) -> str:
    name = say("tasks.month.name", year=month[:4], month=int(month[5:]))
    said = escape_html(say("tasks.month.count", name=name, count=count))
    label = f'<span class="soft">{escape_html(name)}</span>'
    if not count:
        return f'<span class="month" title="{said}"><span class="n">0</span><i style="height:0"></i>{label}</span>'
    current = ' aria-current="true"' if month == chosen else ""
    return (
        f'<a class="month" href="{escape_html(href(month))}" target="_self" aria-label="{said}"{current}>'
        f'<span class="n">{count}</span><i style="height:{count / top * 6:.2f}rem"></i>{label}</a>'
    )
