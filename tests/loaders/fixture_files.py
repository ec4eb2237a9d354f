"""Files of every format, made here byte by byte: sound ones and hostile ones."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx


def word(*paragraphs, tables=()):
    """A Word file of paragraphs, then tables given as rows of cells."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
    return saved(document)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(raw, name, content):
    """A Word file with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            if part.filename != name:
                after.writestr(part.filename, before.read(part))
        after.writestr(name, content)
    return out.getvalue()


def pdf(*pages, font=True):
    """A PDF with a page for each text; lines by line ends. Without a `font` the pages hold no text."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    characters = sorted({c for text in pages for c in text if c != "\n"})
    table = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in characters[:100])
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(characters[:100])} beginbfchar\n{table}\nendbfchar endcmap end end"
    )
    objects[3] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects[4] = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>"
    )
    objects[5] = stream(cmap.encode())
    kids = []
    for number, text in enumerate(pages):
        page, content = 10 + 2 * number, 11 + 2 * number
        lines = "".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td\n" for line in text.split("\n"))
        objects[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {content} 0 R >>"
        ).encode()
        objects[content] = stream(
            f"BT /F 12 Tf 50 780 Td\n{lines}ET".encode() if font else b"0 0 100 100 re f"
        )
        kids.append(f"{page} 0 R")
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return assembled(objects)


def stream(content, extra=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def deflated(content):
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode")


def assembled(objects):
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = {}
    for number in sorted(objects):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
    start = out.tell()
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in places.items():
        out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, start))
    return out.getvalue()


def page(body, head="", charset="utf-8"):
    """A web page as bytes."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'
    ).encode(charset)
