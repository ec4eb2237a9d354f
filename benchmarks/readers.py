"""The readers compared: each is made once and then turns a `Document` into records for gold/score.py.

A record has doc, start, end, value, unit and those of value_high, bound, kind, status, year, place that the
reader itself tells. The peers are imported by name, where they are: this project neither needs nor ships them.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what its index says of it; every reader is given the same."""

    name: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    place: str = ""


Read = Callable[[Document], list[Record]]


def ours() -> Read:
    """The loaders, from text to rows: mending, quantities, period, place, subject, indicator."""
    # here, since a peer's own environment has no pandas
    from loaders.articles import make_article
    from loaders.figures import read_rows
    from loaders.lexicon import load_lexicon

    lexicon = load_lexicon()
    fields = ("start", "end", "value", "value_high", "unit", "bound", "kind", "status", "year", "place")

    def read(document: Document) -> list[Record]:
        article = make_article(
            document.name,
            document.text,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            place=document.place,
        )
        return [
            {"doc": document.name, **{field: row[field] for field in fields}}
            for row in read_rows(article, lexicon)
        ]

    return read


UNITS = (
    "个百分点|个工作日|个月|小时|分钟|平方公里|平方米|立方米|公里|千瓦时|千瓦|人次|件次|美元|万?户次|"
    "[元个家件项条名位人户次场种类批张份处吨亩天倍年只座所%％]"
)
FIGURE = re.compile(
    r"(?P<before>约|近|超过?|突破|逾|达到)?(?P<rank>第)?(?P<number>\d[\d,]*(?:\.\d+)?)"
    rf"(?P<more>[余多])?(?P<scale>万亿|[亿万千百])?(?P<more2>[余多])?(?P<unit>{UNITS})(?P<behind>以上|以内|左右)?"
)
SCALES = {None: 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
BOUNDS = {
    "约": "about",
    "左右": "about",
    "近": "nearly",
    "以上": "at_least",
    "以内": "at_most",
    "达到": "exact",
}
YEAR = re.compile(r"(20\d\d)年")


def ten_lines() -> Read:
    """Ten lines around one regular expression: what a capable colleague writes in an afternoon."""

    def read(document: Document) -> list[Record]:
        records, years = [], [(m.start(), int(m[1])) for m in YEAR.finditer(document.text)]
        for m in FIGURE.finditer(document.text):
            if m["unit"] == "年" and len(m["number"]) == 4:
                continue
            value = float(m["number"].replace(",", "")) * SCALES[m["scale"]]
            more = (
                "over" if m["more"] or m["more2"] else BOUNDS.get(m["before"], "over" if m["before"] else "")
            )
            grows = re.search("增长|下降|提高|减少|压减", document.text[max(0, m.start() - 8) : m.start()])
            kind = "rank" if m["rank"] else "change" if grows else "share" if m["unit"] in "%％" else "level"
            record = {"doc": document.name, "start": m.start("number"), "end": m.end("unit"), "value": value}
            bound = BOUNDS.get(m["behind"]) or more or "exact"
            earlier = [year for at, year in years if at < m.start()]
            record |= {"unit": m["unit"], "kind": kind, "bound": bound}
            records.append(record | ({"year": earlier[-1]} if earlier else {}))
        return records

    return read


def jionlp_money() -> Read:
    """Amounts of money by jionlp's `ner.extract_money`; its `definition` tells the bound."""
    extract = importlib.import_module("jionlp").ner.extract_money
    bounds = {"accurate": "exact", "blur": "about", "blur-": "nearly", "blur+": "over"}

    def read(document: Document) -> list[Record]:
        records = []
        for found in extract(document.text, with_parsing=True):
            money, words = found["detail"], found["text"]
            low, high = (money["num"], None) if isinstance(money["num"], str) else money["num"]
            bound = bounds[money["definition"]]
            if re.search("[余多]", words):  # 8000余万元 is given as the range up to 9000万元
                bound, high = "over", None
            elif words.endswith("以上"):
                bound = "at_least"
            records.append(
                {
                    "doc": document.name,
                    "start": found["offset"][0],
                    "end": found["offset"][1],
                    "value": float(low),
                    "value_high": float(high) if high else None,
                    "unit": money["case"],
                    "bound": bound,
                }
            )
        return records

    return read


def recognizers_units() -> Read:
    """recognizers-text with the units it knows: currency, dimension, percentage."""
    numbers = importlib.import_module("recognizers_number")
    units = importlib.import_module("recognizers_number_with_unit")
    with_unit = units.NumberWithUnitRecognizer(units.Culture.Chinese)
    models = (
        with_unit.get_currency_model(),
        with_unit.get_dimension_model(),
        numbers.NumberRecognizer(numbers.Culture.Chinese).get_percentage_model(),
    )

    def read(document: Document) -> list[Record]:
        return [
            # its units are English; the printed one is what stands behind the number
            _record(document, found, "%" if found.type_name == "percentage" else _printed_unit(found.text))
            for model in models
            for found in model.parse(document.text)
            if found.resolution and found.resolution.get("value")
        ]

    return read


def recognizers_numbers() -> Read:
    """recognizers-text's bare numbers, and the measure word behind each by a pattern of ours."""
    numbers = importlib.import_module("recognizers_number")
    recognizer = numbers.NumberRecognizer(numbers.Culture.Chinese)
    models = (recognizer.get_number_model(), recognizer.get_percentage_model())
    unit_behind = re.compile(rf"[余多]?(?P<unit>{UNITS})")

    def read(document: Document) -> list[Record]:
        return list(_with_unit_behind(document, models, unit_behind))

    return read


def _with_unit_behind(document: Document, models: tuple[Any, ...], unit: re.Pattern[str]) -> Iterator[Record]:
    numbers, percentages = models
    for found in percentages.parse(document.text):
        yield _record(document, found, "%")
    for found in numbers.parse(document.text):
        behind = unit.match(document.text, found.end + 1)
        if not behind or behind["unit"] in "%％" or (behind["unit"] == "年" and len(found.text) == 4):
            continue
        yield _record(document, found, behind["unit"]) | {"end": behind.end()}


def _printed_unit(words: str) -> str:
    return re.sub(r"^[\d.,，．０-９\s零〇一二两三四五六七八九十百千万亿余多几]+", "", words)


def _record(document: Document, found: Any, unit: str) -> Record:
    value = float(found.resolution["value"].rstrip("%"))
    return {"doc": document.name, "start": found.start, "end": found.end + 1, "value": value, "unit": unit}


@dataclass(frozen=True, slots=True)
class Reader:
    """How a reader is shown, made and found installed."""

    label: str
    make: Callable[[], Read]
    distribution: str = ""  # whose version is told; "" for code of this repository


READERS = {
    "ours": Reader("loaders (ours)", ours),
    "ten-lines": Reader("ten-line regex", ten_lines),
    "recognizers-numbers": Reader(
        "recognizers-text, numbers + our measure words", recognizers_numbers, "recognizers-text-number"
    ),
    "recognizers-units": Reader(
        "recognizers-text, own units", recognizers_units, "recognizers-text-number-with-unit"
    ),
    "jionlp-money": Reader("jionlp, money", jionlp_money, "jionlp"),
}
