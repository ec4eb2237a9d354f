"""What a text prints about itself: title, day, publisher; and the place it is about. Proposed, never decided.

Only what is printed is proposed, and only as far: a document number gives a year, 2025年3月 a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.numerals import chinese
from loaders.places import Gazetteer, guess_home

_HEAD, _FOOT = 15, 10  # lines at either end where a text speaks of itself
_CHINESE_DIGITS = str.maketrans(
    "〇○零一二三四五六七八九０１２３４５６７８９．：", "000123456789" + "0123456789" + ".:"
)

_DATE = (
    r"(?P<y>(?:19|20)[0-9]{2})(?:[-/.年](?P<m>1[0-2]|0?[1-9])(?:月|(?=[-/.]))(?:[-/.]?(?P<d>3[01]|[12][0-9]|0?[1-9])日?)?"
    r"|年(?P<m2>1[0-2]|0?[1-9])月|[-/.](?P<m3>1[0-2]|0?[1-9])(?![0-9]))"
)
_CHINESE_DATE = re.compile(
    r"([一二]?[〇○零一二三四五六七八九]{3,4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?"
)
_LABELLED_DAY = re.compile(
    r"(?:发布|发文|成文|印发|公布|发表|发稿|生成|公开|刊发|上网|录入|更新)?(?:日期|时间)\s*:\s*\[?\s*"
    + _DATE
    + r"|(?:发表|发布|刊登)于\s*:?\s*"
    + _DATE.replace("?P<y>", "?P<y_>")
    .replace("?P<m>", "?P<m_>")
    .replace("?P<d>", "?P<d_>")
    .replace("?P<m2>", "?P<m2_>")
    .replace("?P<m3>", "?P<m3_>")
)
_DAY_LINE = re.compile(
    r"[—\-\s　（(\[【]*(?P<before>[^0-9。，；]{0,40}?)[\s　]*" + _DATE + r"(?![0-9])(?P<after>[^。；]{0,40})$"
)
_AFTER_DAY = re.compile(
    r"[\s　)）\]】]*(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[\s　)）\]】]*(?:印发|发布|公布|$|来源|作者|浏览|阅读|点击|字号|字体|分享|在[^，]{4,40}上)"
)
_NUMBER_YEAR = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[［(（](?P<y>(?:19|20)[0-9]{2})[〕\]］)）][0-9]{1,5}号")

_LABELLED_PUBLISHER = re.compile(
    r"(?:信息|文章|稿件|稿源|新闻|内容|数据)?(?:来源|稿源|出处|发布机构|发布单位|发文机关|发文单位|发布主体|发布部门|公开主体|主办单位|责任部门|作者单位)\s*[:：]\s*[《【“]?(?P<name>[^\s　:：|，。；》】”（）()]{2,30})"
)
_DISPATCH = re.compile(
    r"(?P<name>新华社|中新社|中新网|人民网|央视网|[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|时报|都市报|新闻网))(?:[\u4e00-\u9fff]{2,6})?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:电|讯|消息)"
)
_BODY = re.compile(
    r"[\u4e00-\u9fff、]{2,28}(?:人民政府|政府办公室|办公厅|办公室|委员会|统计局|调查队|法院|检察院|财政局|[^问全布结格]局|[委厅署部]|发改委|中心|银行|分行|日报社?|晚报|新闻网|信息网|政府网|协会|商会|研究院)$"
)
_NO_TITLE = re.compile(
    r"(?:当前位置|您的位置|首页|来源|作者|发布|日期|时间|索引号|文号|主题|摘要|编者按|本报|字号|浏览|责任编辑|附件|https?:|www\.|第?[0-9]{1,3}[版页期]|[—\-]|分享|打印)|.*(?:文件|〔20[0-9]{2}〕[0-9]+号)$"
)
_OPEN_END = re.compile(r"(?:关于|印发|转发|人民政府|办公[厅室]|委员会|的|和|与|、)$")
_GOES_ON = re.compile(
    r"(?:关于|印发|转发|《|[\u4e00-\u9fff“”《》0-9]{2,40}(?:的)?(?:通知|公报|报告|意见|方案|公告|决定|办法|措施)$)"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a text says of itself; "" for what it does not."""

    title: str = ""
    published: str = ""  # "2025", "2025-12" or "2025-12-31"
    publisher: str = ""
    place: str = ""  # official full name


def propose(text: str, gazetteer: Gazetteer | None = None) -> Proposal:
    r"""Title, date, publisher and place as `text` prints them; the place only with a `gazetteer`.

    >>> propose("某市2024年统计公报\n某市统计局\n2025年3月28日\n2024年，全市粮食产量230万吨。")
    Proposal(title='某市2024年统计公报', published='2025-03-28', publisher='某市统计局', place='')
    """
    head = list(_lines(text[:6000]))[:_HEAD]
    foot = list(_lines(text[-3000:]))[-_FOOT:] if len(text) > 3000 else list(_lines(text))[_HEAD:][-_FOOT:]
    title = _title(head)
    published, signed = _published(head, foot, title)
    publisher = _publisher(head, foot, title) or signed
    home = guess_home(gazetteer, title, publisher, text) if gazetteer is not None else None
    return Proposal(title, published, publisher, home.name if home is not None else "")


def _lines(text: str) -> Iterator[str]:
    for line in re.split(r"[\r\n\u2028\u2029\x0b\x0c]+", text):
        stripped = line.strip(" \t　\u00a0\ufeff")
        if stripped:
            yield stripped


def _title(head: list[str]) -> str:
    for line in head:
        labelled = re.match(r"标\s*题\s*[:：]\s*(.{4,80})$", line)
        if labelled:
            return labelled[1].strip()
    for number, line in enumerate(head):
        if line.startswith("# "):
            return line[2:].strip()
        bare = line.lstrip("# ")
        if len(bare) > 60 or re.search(r"[。；！？]|，.*，", bare):
            return ""  # the text has begun
        if (
            len(bare) < 5
            or bare.endswith((":", "：", ",", "，"))
            or _NO_TITLE.match(bare)
            or not re.search(r"[\u4e00-\u9fff]{3}", bare)
        ):
            continue
        if _BODY.fullmatch(bare) and not _joins(bare, head, number):
            continue
        if _dated(_folded(bare)) or re.fullmatch(r"[0-9\W年月日]+", bare):
            continue
        while _joins(bare, head, number) and len(bare) < 60:
            number += 1
            bare += head[number].lstrip("# ")
        kicker, _, rest = bare.rpartition("|")  # the name of a newspaper's column
        return rest.strip() if kicker and len(rest) > 5 else bare
    return ""


def _joins(line: str, head: list[str], number: int) -> bool:
    """Whether a title runs on in the next line: …办公室 / 关于印发…的通知."""
    following = head[number + 1] if number + 1 < len(head) else ""
    return bool(following and len(following) <= 60 and _OPEN_END.search(line) and _GOES_ON.match(following))


def _folded(line: str) -> str:
    """Digits in half width, a date in Chinese digits in Arabic ones."""

    def arabic(found: re.Match[str]) -> str:
        month, day = chinese(found[2]), chinese(found[3]) if found[3] else None
        if month is None or not found[1].translate(_CHINESE_DIGITS).startswith(("19", "20")):
            return found.group()
        return f"{found[1].translate(_CHINESE_DIGITS)}年{int(month)}月" + (
            f"{int(day)}日" if day is not None else ""
        )

    return _CHINESE_DATE.sub(arabic, line).translate(str.maketrans("０１２３４５６７８９：", "0123456789:"))


def _dated(line: str) -> re.Match[str] | None:
    """A line that holds a date and little else: a signature, a byline."""
    found = _DAY_LINE.match(line)
    return found if found and _AFTER_DAY.match(found["after"]) else None


def _published(head: list[str], foot: list[str], title: str) -> tuple[str, str]:
    """The day as far as printed, and the body that signs beside it."""
    for line in [*head, *foot]:
        found = _LABELLED_DAY.search(_folded(line))
        if found:
            return _iso(found), ""
    for line in [*head, *reversed(foot)]:
        found = _dated(_folded(line)) if line.lstrip("# ") != title else None
        if found:
            before = found["before"].strip(" 　")
            return _iso(found), before if _BODY.fullmatch(before) else ""
    for line in head:
        found = _NUMBER_YEAR.search(_folded(line))
        if found:
            return found["y"], ""
    return "", ""


def _iso(found: re.Match[str]) -> str:
    named = {name.rstrip("_"): value for name, value in found.groupdict().items() if value}
    month = named.get("m") or named.get("m2") or named.get("m3")
    parts = [named["y"], *([f"{int(month):02d}"] if month else [])]
    if month and named.get("d"):
        parts.append(f"{int(named['d']):02d}")
    return "-".join(parts)


def _publisher(head: list[str], foot: list[str], title: str) -> str:
    for line in [*head, *foot]:
        found = _LABELLED_PUBLISHER.search(line)
        if found:
            return found["name"]
    for line in head:
        if line.lstrip("# ") != title and len(line) <= 30 and _BODY.fullmatch(line):
            return line
    for line in head:
        found = _DISPATCH.search(line[:60])
        if found:
            return found["name"]
    for number, line in enumerate(foot):
        if _dated(_folded(line)) and number and _BODY.fullmatch(foot[number - 1]):
            return foot[number - 1]
    letterhead = next((line for line in head if _BODY.fullmatch(line.removesuffix("文件"))), "")
    return letterhead.removesuffix("文件")
