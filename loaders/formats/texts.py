"""Bytes into text by a strict order of encodings: never guessed, never with characters replaced."""

from __future__ import annotations

import re

from loaders.formats.extracted import RefusedError

# A stray control character does happen; bytes that are no text give many.
_CONTROL, _CONTROL_SHARE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]"), 0.002
# Text saved as GB18030 is made of the common characters of GB 2312; Big5 or a damaged file read as
# GB18030 is not. A short word of rare characters is let through: it cannot be told.
_RARE_SHARE, _RARE_LEAST = 0.1, 4


def decode(raw: bytes) -> str:
    """The text of `raw`: byte order mark, UTF-16 by its zero bytes, strict UTF-8, strict GB18030.

    A wrong guess reads wrong figures, so what fits none of them is refused.

    Raises:
        RefusedError: none of them fits.

    >>> decode("办结49件".encode("gb18030"))
    '办结49件'
    """
    for encoding in _candidates(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding.startswith("utf-8") or not _is_mangled(text):
            return text
    raise RefusedError(
        "不是UTF-8、UTF-16或GB18030编码的文字。请用文字编辑器打开，确认没有乱码，另存为UTF-8。",
        "is not text in UTF-8, UTF-16 or GB18030. Open it in a text editor, see that it reads well, "
        "and save it as UTF-8.",
    )


def _candidates(raw: bytes) -> tuple[str, ...]:
    if raw.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig",)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in raw:  # in no text but UTF-16, where it is the upper byte of a digit or a line end
        return ("utf-16-le",) if raw[1::2].count(0) > raw[0::2].count(0) else ("utf-16-be",)
    return ("utf-8", "gb18030")


def _is_mangled(text: str) -> bool:
    """Whether bytes of another encoding, or of no text at all, were read as `text`."""
    sample = text[:200_000]
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        return True
    wide = [character for character in sample if character > "\x7f"]
    rare = sum(1 for character in wide if not _is_common(character))
    return rare >= _RARE_LEAST and rare > _RARE_SHARE * len(wide)


def _is_common(character: str) -> bool:
    """Whether GB 2312 has it: two bytes of the inner field."""
    try:
        code = character.encode("gb18030")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and 0xA1 <= code[0] <= 0xF7 and code[1] >= 0xA1
