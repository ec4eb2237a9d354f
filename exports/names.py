"""Names for what is handed out."""

from __future__ import annotations

import re
from hashlib import sha256

# What Windows, macOS and Linux refuse in a file name, and what hides in one (control, bidi, zero width).
_REFUSED = re.compile(
    r'[<>:"/\\|?*%#\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+'
)
_LONGEST = 60  # characters; file systems allow 255 bytes, and a Chinese character takes three


def file_name(title: str, content: bytes, ending: str) -> str:
    """A name that tells what the file is and changes with every byte of its content.

    Streamlit names large downloads by samples of their bytes and may serve the file of before a
    correction; the digest in the name prevents it.

    >>> file_name("暖城指标 2025/金融", b"", "csv")
    '暖城指标_2025_金融_e3b0c44298fc.csv'
    """
    words = _REFUSED.sub("_", title)[:_LONGEST].strip("._-") or "figures"
    return f"{words}_{sha256(content).hexdigest()[:12]}.{ending.lstrip('.')}"
