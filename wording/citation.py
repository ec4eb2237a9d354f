"""A source in the form of GB/T 7714, on one line, ready to copy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any


def gbt7714(source: Mapping[str, Any], paragraph: int | None = None, accessed: date | None = None) -> str:
    """The citation of `source`, a row of the table of sources; what it does not tell is left out.

    >>> gbt7714({"publisher": "鄂尔多斯日报", "title": "暖城", "published": "2025-12", "url": ""}, 12)
    '鄂尔多斯日报. 暖城[N]. 2025-12: 第12段.'
    """
    online = str(source["url"]).startswith(("http://", "https://"))
    where = f": 第{paragraph}段" if paragraph else ""
    head = f"{source['publisher']}. " if source["publisher"] else ""
    title = f"{head}{source['title']}[{'EB/OL' if online else 'N'}]"
    if not online:
        return f"{title}. {source['published']}{where}."
    read = f"[{accessed:%Y-%m-%d}]" if accessed else ""
    return f"{title}. ({source['published']}){read}{where}. {source['url']}."
