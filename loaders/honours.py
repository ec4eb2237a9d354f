"""Read honours: which place was named what, by whom and when (获评, 荣获, 入选, 被…评为)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from loaders.articles import Article, sentences
from loaders.calendars import make_calendar
from loaders.figures import Lexicon
from loaders.periods import Calendar, read_times, resolve
from loaders.places import Mention, PlaceReader
from loaders.tables import Column, typed

HONOURS: tuple[Column, ...] = (
    Column("honour_id", "text", "荣誉编号", "Honour ID", "荣誉的短编号。", "Short code of the honour."),
    Column(
        "source_id", "text", "文章编号", "Source ID", "荣誉所在的文章。", "The article in which it stands."
    ),
    Column(
        "paragraph",
        "integer",
        "段",
        "Paragraph",
        "所读文本的段落序号，从1数起，空行不计。",
        "Paragraph of the text that was read, counted from 1, empty lines not counted.",
    ),
    Column("sentence", "text", "句子", "Sentence", "荣誉所在的整句。", "The sentence it stands in."),
    Column(
        "year",
        "integer",
        "年份",
        "Year",
        "获得荣誉的年份；不能判定则为空。",
        "The year of the honour; empty where it cannot be told.",
    ),
    Column(
        "year_basis",
        "choice",
        "年份依据",
        "Year from",
        "stated 句中或荣誉名称中写明，publication 由文章报告的年份推得。",
        "stated in the sentence or the honour's name; publication: the year the article reports on.",
        ("stated", "publication", ""),
    ),
    Column("place", "text", "地区", "Place", "获得荣誉的地区。", "The place that was honoured."),
    Column("honour", "text", "荣誉", "Honour", "荣誉的名称。", "Name of the honour."),
    Column("body", "text", "授予机构", "Body", "由谁授予或发布，写明才有。", "By whom, where it is said."),
    Column(
        "work",
        "text",
        "事项",
        "For",
        "因哪项做法或案例，写明才有。",
        "For which work or case, where it is said.",
    ),
)

_GIVEN = r"(?:评定|评选|颁发|发布|授予|公布|命名|认定)的"
# these say by themselves that a name follows; the others need quotation marks around it
_SURE = r"(?:获评|荣获|荣膺|喜获|入选|蝉联|跻身)(?:为|了)?"
_QUOTED_ONLY = r"(?:获得(?!感)|获(?=[“《「])|摘得|斩获|上榜|入围|捧得|夺得|评为|授予|认定为|命名为)(?:了)?"
_NAME = re.compile(r"[“「](?P<quoted>[^“”「」]{2,60})[”」]|《(?P<book>[^《》]{2,60})》")
_PASSIVE = re.compile(
    r"被(?P<body>[^，,。；“”被]{2,40}?)(?:评为|授予|认定为|命名为|确定为|列为|列入)(?P<rest>[^，,。；]{2,120})"
)
_ACTIVE = re.compile(rf"(?:(?P<sure>{_SURE})|(?P<quoted>{_QUOTED_ONLY}))(?P<rest>[^，,。；]{{2,200}})")
_BY = re.compile(rf"^由?(?P<body>[^“”]{{2,60}}?){_GIVEN}")
# an institution right before the name: 入选中央依法治国办《…》
_OFFICE = re.compile(
    r"^(?P<body>[\u4e00-\u9fff、]{2,30}(?:国务院|办公室|依法治国办|委员会|研究中心|研究院|研究所|贸促会|协会|学会|联合会|杂志社|人民政府|党委|生态环境部))"
    r"(?=[“《「])|^(?P<state>国务院(?!发展))(?=[\u4e00-\u9fff])"
)
_PLAIN_END = re.compile(r"(?:等)?(?:的)?(?:荣誉称号|荣誉|称号)?(?:[、（(]|$)")
_NO_NAME = re.compile(
    r"^(?:第(?![0-9一二三四五六七八九十]{1,3}[批届次])|前|首|[0-9]{1,3}(?![0-9])|全[国区市省]?第|认可|肯定|批示|推广)"
)
_RANKED = re.compile(r"前列|行列|第[0-9一二三四五六七八九十]{1,3}[位名]$")
_LIST = re.compile(r"^[、和及与以]{0,2}$")
# behind a quoted name; where other words follow, the quotation marks are a part of the name only
_CLOSED = re.compile(
    r"(?:等|称号|荣誉|奖项|榜|名单|案例|典型|[两二三四五六七八九十]{1,2}项|[、和及与“《「（(]|$)"
)
_YEAR_IN_NAME = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


def read_honours(article: Article, lexicon: Lexicon) -> pd.DataFrame:
    """The honours that `article` reports: one row a place and honour, columns `HONOURS`."""
    rows = read_honour_rows(article, lexicon)
    return typed(pd.DataFrame(rows, columns=[column.name for column in HONOURS]), HONOURS)


def read_honour_rows(article: Article, lexicon: Lexicon) -> list[dict[str, Any]]:
    """The same as plain rows, without the cost of a table."""
    return list(_honours(article, lexicon))


def _honours(article: Article, lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    text = article.folded
    title = article.title or text.split("\n", 1)[0]
    home = lexicon.gazetteer.first(article.place) if article.place else None
    calendar = make_calendar(title, article.published, text)
    reader = PlaceReader(lexicon.gazetteer, home)
    seen: set[tuple[str, str, int | None]] = set()
    for paragraph in article.paragraphs:
        if paragraph.heading:
            continue
        for start, end in sentences(article, paragraph):
            sentence = text[start:end]
            mentions = [
                mention
                for mention in reader.mentions(sentence)
                if mention.place is not None and mention.place.level != "country"
            ]
            floor = 0
            for at, name, body in _named(sentence):
                year, basis = _year(sentence[:at], name, calendar)
                places = _whose(mentions, at) or ([home.name] if home is not None else [""])
                for place in places:
                    if (place, name, year) in seen:
                        continue
                    seen.add((place, name, year))
                    code = hashlib.sha256(
                        f"{article.source_id}\n{place}\n{name}\n{year}".encode()
                    ).hexdigest()[:7]
                    yield {
                        "honour_id": f"h{code}",
                        "source_id": article.source_id,
                        "paragraph": article.paragraph_number(article.original(start, end)[0]),
                        "sentence": article.clean[start:end].strip(),
                        "year": year,
                        "year_basis": basis,
                        "place": place,
                        "honour": name,
                        "body": body,
                        "work": _work(sentence[floor:at], mentions, floor),
                    }
                floor = at


def _named(sentence: str) -> Iterator[tuple[int, str, str]]:
    """(where the verb stands, name of the honour, body) of each honour in the sentence."""
    taken = 0
    found = [(m.start(), m.end(), m["rest"], m["body"], True) for m in _PASSIVE.finditer(sentence)]
    found += [(m.start(), m.end(), m["rest"], "", bool(m["sure"])) for m in _ACTIVE.finditer(sentence)]
    for at, stop, rest, body, sure in sorted(found):
        if at < taken or _NO_NAME.match(rest):
            continue
        taken = stop
        if (by := _BY.match(rest)) is not None:
            body, rest = by["body"], rest[by.end() :]
        elif not body and (office := _OFFICE.match(rest)) is not None:
            body = office["body"] or office["state"]
            rest = rest[office.end() :]
        names = list(_list_of_names(rest))
        if not names and sure:
            plain = _plain(rest)
            names = [plain] if 4 <= len(plain) <= 40 and not _RANKED.search(plain) else []
        for name in names:
            yield at, name.rstrip("》”") if name.count("《") < name.count("》") else name, body


def _list_of_names(rest: str) -> Iterator[str]:
    """The quoted names that open `rest`: “甲”“乙”和“丙”."""
    position = 0
    for match in _NAME.finditer(rest):
        between = rest[position : match.start()]
        if not (_LIST.match(between) if position else len(between) <= 24):
            return
        if not _CLOSED.match(rest, match.end()):
            return
        yield match["quoted"] or match["book"]
        position = match.end()


def _plain(rest: str) -> str:
    """A name without quotation marks: up to the end of its clause."""
    end = _PLAIN_END.search(rest)
    return rest[: end.start()] if end is not None else rest


def _year(before: str, name: str, calendar: Calendar) -> tuple[int | None, str]:
    told = [
        period for word in read_times(before) if (period := resolve(word, calendar, None)) and period.year
    ]
    if told:
        return told[-1].year, "stated"
    if (inside := _YEAR_IN_NAME.search(name)) is not None:
        return int(inside[1]), "stated"
    return calendar.reported, "publication" if calendar.reported is not None else ""


def _whose(mentions: list[Mention], at: int) -> list[str]:
    """The nearest place before the verb, with the others of its list."""
    before = [mention for mention in mentions if mention.end <= at and mention.subject]
    if not before:
        return []
    last = before[-1]
    listed = [mention for mention in before if last.group >= 0 and mention.group == last.group] or [last]
    return [mention.place.name for mention in listed if mention.place is not None]


def _work(before: str, mentions: list[Mention], floor: int) -> str:
    """What stands between the place and the verb: the case or practice that was honoured."""
    inside = [
        mention for mention in mentions if floor <= mention.start and mention.end <= floor + len(before)
    ]
    piece = before[inside[-1].end - floor :] if inside else ""
    piece = re.split("[，,。；]", piece)[-1].strip()
    piece = re.sub(r"^的|(?:成功|连续[0-9]{1,2}年|先后|再次|相继|并)$", "", piece)
    whole = all(piece.count(left) == piece.count(right) for left, right in ("“”", "《》", "()", "（）"))
    return piece if 4 <= len(piece) <= 40 and whole else ""
