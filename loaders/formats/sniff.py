"""What a file is, by its first bytes and its name: the two must agree, or the wrong reader would guess."""

from __future__ import annotations

import re
from typing import Literal

from loaders.formats.extracted import RefusedError

Kind = Literal["text", "html", "docx", "pdf"]

ENDINGS: dict[str, Kind] = {
    ".txt": "text", ".md": "text", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip
MAX_BYTES = 20_000_000  # an article is far smaller; a page's upload is refused at the same size

_NAMES = {"text": "文字", "html": "网页", "docx": "Word", "pdf": "PDF"}
_ENGLISH = {"text": "plain text", "html": "a web page", "docx": "Word", "pdf": "PDF"}
_OWN = {"text": ".txt", "html": ".html", "docx": ".docx", "pdf": ".pdf"}
_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word, Excel, WPS of before 2007, and encrypted files of today
_OTHERS = (  # first bytes, and what they mean
    (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"BM", "picture?"),
    (b"II*\0", "picture"), (b"MM\0*", "picture"), (b"\x1f\x8b", "packed"), (b"7z\xbc\xaf", "packed"),
    (b"Rar!", "packed"), (b"MZ", "program?"), (b"\x7fELF", "program"), (b"{\\rtf", "rtf"),
)  # fmt: skip
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_TAG = re.compile(rb"</?[A-Za-z][^<>]{0,500}>")
_ARCHIVED = re.compile(rb"(?:mime-version|content-type):.{0,2000}multipart/related", re.I | re.S)


def kind_of(raw: bytes, name: str) -> Kind:
    """Which reader `raw` is for.

    Raises:
        RefusedError: too large, empty, of a format that is not read, or not what its name says.
    """
    if len(raw) > MAX_BYTES:
        raise too_large(len(raw))
    if not raw.strip(b"\0 \t\r\n"):
        raise RefusedError("文件是空的。请换成有文字的文件。", "is empty. Choose a file with text in it.")
    found = _found(raw)
    dot = name.rfind(".")
    ending = name[dot:].lower() if dot > 0 else ""
    expected = ENDINGS.get(ending)
    if expected is None:
        if found == "text":
            return "text"  # a text by any name
        raise RefusedError(
            f"内容是{_NAMES[found]}，文件名却没有以{_OWN[found]}结尾。请改名后再试。",
            f"holds {_ENGLISH[found]}, but its name does not end in {_OWN[found]}. Rename it and try again.",
        )
    if expected == "html" and found == "text" and _TAG.search(raw[:20_000].replace(b"\0", b"")):
        return "html"
    if expected != found:
        raise RefusedError(
            f"后缀是{ending}，内容却是{_NAMES[found]}。请把后缀改为{_OWN[found]}，或重新导出文件。",
            f"ends in {ending} but holds {_ENGLISH[found]}. Rename it to {_OWN[found]}, or export it anew.",
        )
    return expected


def too_large(size: int) -> RefusedError:
    """The refusal of a file over `MAX_BYTES`."""
    return RefusedError(
        f"文件有{size / 1e6:.1f} MB，上限是{MAX_BYTES // 10**6} MB。请拆成几个文件，或去掉图片后另存。",
        f"has {size / 1e6:.1f} MB; the limit is {MAX_BYTES // 10**6} MB. Split it, or save it without pictures.",
    )


def _found(raw: bytes) -> Kind:
    head = raw[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise encrypted("Word", "Word")
        raise RefusedError(
            "是旧版Office或WPS的文件（.doc、.xls、.wps）。请用Word或WPS另存为.docx。",
            "is a file of an old Office or WPS (.doc, .xls, .wps). Save it as .docx in Word or WPS.",
        )
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(raw)
    for magic, meaning in _OTHERS:
        if head.startswith(magic) and not (meaning.endswith("?") and b"\0" not in head):
            raise _other(meaning.rstrip("?"))
    plain = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")  # UTF-16 too
    if _ARCHIVED.search(plain):
        raise RefusedError(
            "是网页存档（.mht）。请在浏览器中另存为“网页，仅HTML”。",
            "is a web archive (.mht). Save the page as “Webpage, HTML only” in the browser.",
        )
    return "html" if _PAGE.match(plain) else "text"


def _packed(raw: bytes) -> Kind:
    """A zip file: Word by the name of a part, else what it is instead."""
    if b"word/" in raw:  # names stand unpacked in the directory
        return "docx"
    if b"xl/" in raw or b"ppt/" in raw:
        raise RefusedError(
            "是Excel或PowerPoint文件，这里读文章。请把文字粘贴进来，或另存为.docx。",
            "is an Excel or PowerPoint file; this reads articles. Paste its text, or save it as .docx.",
        )
    if b"[Content_Types].xml" in raw:
        return "docx"
    raise _other("packed")


def _other(meaning: str) -> RefusedError:
    if meaning == "picture":
        return RefusedError(
            "是图片。请先做文字识别（OCR），再录入文字。",
            "is a picture. Recognise its text first (OCR), then add the text.",
        )
    if meaning == "packed":
        return RefusedError(
            "是压缩包，不是文章，或Word文件已损坏。请解压后逐个录入。",
            "is an archive and no article, or a damaged Word file. Unpack it and add the files one by one.",
        )
    if meaning == "rtf":
        return RefusedError(
            "是RTF文件。请用Word或WPS另存为.docx。", "is an RTF file. Save it as .docx in Word or WPS."
        )
    return RefusedError("是程序，不是文章。", "is a program and no article.")


def encrypted(zh: str, en: str) -> RefusedError:
    """The refusal of a file that asks for a password."""
    return RefusedError(
        f"{zh}文件已加密。请用密码打开后，另存为不加密的文件。",
        f"is an encrypted {en} file. Open it with its password and save it without one.",
    )
