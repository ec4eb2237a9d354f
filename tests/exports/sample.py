"""Small tables to export: one row a special case, in words of our own."""

import pandas as pd

from loaders import tables


def figures(*changes, count=None):
    """A figures table: one row for each dict of `changes`, or `count` rows alike."""
    plain = {
        "figure_id": "F0",
        "source_id": "s1",
        "paragraph": 3,
        "start": 0,
        "end": 7,
        "sentence": "全年授信超20亿元。",
        "written": "超20亿元",
        "value": 2_000_000_000.0,
        "value_printed": "20",
        "unit_printed": "亿元",
        "unit": "元",
        "bound": "over",
        "kind": "level",
        "status": "reported",
        "period_kind": "year",
        "period_start": "2025-01-01",
        "period_end": "2025-12-31",
        "year": 2025,
        "year_basis": "stated",
        "place": "鄂尔多斯市",
        "domain": "finance",
        "subject": "授信",
        "indicator_id": "credit",
        "review": "read",
    }
    rows = changes or [{}] * (count or 1)
    held = [{**plain, "figure_id": f"F{number}", **row} for number, row in enumerate(rows)]
    return tables.typed(pd.DataFrame(held), tables.FIGURES)


def sources(kind="digest", **changes):
    row = {
        "source_id": "s1",
        "file": "s1.md",
        "title": "一年小结",
        "publisher": "某日报",
        "published": "2025-12",
    }
    return tables.typed(
        pd.DataFrame([{**row, "kind": kind, "place": "鄂尔多斯市", **changes}]), tables.SOURCES
    )


def indicators():
    row = {
        "indicator_id": "credit",
        "name_zh": "授信额",
        "name_en": "Credit granted",
        "domain": "finance",
        "unit": "元",
        "kind": "level",
        "direction": "higher",
        "definition_zh": "金融机构给予企业的授信总额。",
        "definition_en": "Credit lines granted to firms.",
    }
    return tables.typed(pd.DataFrame([row]), tables.INDICATORS)


def domains():
    row = {"domain": "finance", "name_zh": "金融服务", "name_en": "Finance"}
    return tables.typed(pd.DataFrame([row]), tables.DOMAINS)


def locators(paragraph=12):
    row = {"figure_id": "F0", "paragraph": paragraph, "start": 0, "end": 5}
    return tables.typed(pd.DataFrame([row]), tables.LOCATORS)


def notes(value="两处数字不同", value_en="two figures differ"):
    row = {"figure_id": "F0", "column": "note", "value": value, "value_en": value_en}
    return tables.typed(pd.DataFrame([row]), tables.CORRECTIONS)


HOSTILE = {
    "formula": "=1+1",
    "command": "=cmd|'/c calc'!A1",
    "plus": "+1",
    "minus": "-1",
    "at": "@SUM(A1)",
    "tab": "\t=1",
    "carriage return": "\r=1",
    "line feed": "\n=1",
    "nul": "\x00=1",
    "full-width equals": "＝1+1",
    "blank before": " =1",
    "no-break space before": "\u00a0=1",
    "byte order mark before": "\ufeff=1",
    "error": "#N/A",
    "number": "1e5",
    "address": "http://example.org/x",
    "file address": "file:///c:/x",
    "tags": "<b>a</b>&amp;",
    "tildes": "下降5~8%，其中工业10~12%",
    "no character": "a\ufffe",
    "rare": "𠮷㐂😀",
    "written escape": "_x0041_",
    "long": "长" * 40_000,
    "long emoji": "😀" * 20_000,
}
