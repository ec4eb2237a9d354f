"""Level, share, change, rank or streak: read from the words around a quantity."""

from __future__ import annotations

import re

from loaders.figurehood import RATIO_BEFORE, STREAK_BEFORE
from loaders.marks import last_part
from loaders.quantity import Quantity

_MARKS = re.compile("[，。；！？,;!?]")
_CHANGE_WORDS = (
    "增长率|增长(?!面|极|点|的有|的[0-9])|增产|减产|增速|增幅|增收|增加值增速|降幅|跌幅|涨幅|减幅|降速|同比增|同比降|同增|同降|同比|环比|增加|增多|增长|减少|压减|压缩|缩减|缩短|削减|精简|减|"
    "递增|递减|下降|下滑|回落|回升|降低|上升|提升|提高|提速|上涨|上浮|下浮|下调|上调|加快|放缓|收窄|扩大|拉动|拉高|节约|节省|翻|变动|改善|高出|高于|低于|(?:增|减|涨|跌|降|升|高|低|多|少)(?:了|近|约|超|超过)?$|快于|慢于|领先|反弹|收缩"
)
_SHARE_WORDS = (
    "增加值率|自然增长率|覆盖率|完成率|利用率|普及率|达标率|满意率|满意度|合格率|参与率|公示率|结案率|办结率|成功率|使用率|评价率|好评率|差评率|网办率|执行率|利率|收益率|失业率|"
    "城镇化率|城镇化水平|贡献率|贡献度|税率|比率|比例|比重|占比|占|份额|[\u4e00-\u9fff]率|好评数|差评数|的为|其中|超额完成|完成年度|完成全年|完成预算|为上年|是上年|为预算|为去年|完成"
)
# the word nearest to the number decides
_DECIDING = re.compile(
    rf"(?P<to>(?:增长|增加|提高|提升|上升|增|升|扩大|扩充|下降|减少|压减|压缩|缩短|缩减|降低|回落|回升|下调|降|减|扩展|拓展|发展|调整|控制|稳定|保持)(?:到|至|为)(?!.{{0,3}}增))"
    rf"|(?P<change>{_CHANGE_WORDS})|(?P<share>{_SHARE_WORDS})"
)
_ADJACENT_CHANGE = re.compile(
    r"(?:增长|净增长?|增加|增收|减收|减少|下降|提高|提升|上升|降低|回落|压减|压缩|缩短|缩减|上涨|下跌|高出|高于|低于|多|少|快|慢|前移|前进|上移|进位|后移|跃升|涨|跌|提前|增产|减产|多增|少增|多增加|增收|增支|扩大|(?<=[比车船运])省)(?:了|约|近|超过|超|逾|达|将近|接近|不少于|至少|不低于)?$"
)
_COMPARED_CHANGE = re.compile(
    r"(?:比|较)[^，。；,;]{1,14}(?:增加|减少|新增|净增|增长|下降|提高|多|少|高|低|上升|前移|前进|缩短|压缩|节约|节省|减|省)[^，。；,;]{0,12}$"
    r"|(?:高出|低于|高于|多于|少于|超过)(?:[0-9]{4}年)?[^，。；,;0-9]{2,14}$"
)
# 减少贫困人口2.1万人: a reduction with its object between verb and number
_REDUCED = re.compile(
    r"^(?:[共已累计平均]{0,4})(?:减少|降低|压减|压缩|精简|缩减|削减)(?!到|至)[^，。；,;0-9]{2,12}$"
)
_RISE_NOT = re.compile(r"(?:新增|增至|增加到|新增加|净增至)$")
_FALL = re.compile(
    r"(?:负增长|下降|减少|压减|压缩|缩短|缩减|降低|回落|下滑|下跌|下浮|下调|精简|削减|收窄|放缓|跌|降|减|低于|低|少|后移|慢于)"
    r"(?:幅|率|速)?(?:了|约|近|超过|超|逾|达|为|将近|接近|不少于|至少|平均|[^，。；,;0-9增升提]{0,12})?$"
)
_CHANGE_UNITS = frozenset(
    ["个百分点", "百分点", "个基点", "基点", "个点", "番", "BP", "bp", "个位次", "位次"]
)
_GROWTH_BEHIND = re.compile(r"(?:的)?(?:左右的)?(?:年均)?(?:增速|增长|增幅|涨幅|降幅|跌幅)")


def clause_before(text: str, floor: int, start: int) -> str:
    """The words of the same clause before `start`, not reaching over `floor`."""
    return _MARKS.split(text[max(floor, start - 40) : start])[-1]


def clause_around(text: str, sentence: tuple[int, int], quantity: Quantity) -> str:
    """The clause that holds the quantity, from mark to mark."""
    start, end = sentence
    before = _MARKS.split(text[max(start, quantity.start - 80) : quantity.start])[-1]
    after = _MARKS.search(text, quantity.end, end)
    return text[quantity.start - len(before) : after.start() if after else end]


def read_kind(quantity: Quantity, text: str, sentence_start: int, previous: Quantity | None) -> str:
    """level, share, change, rank or streak; "" for a rate whose clause does not tell."""
    if quantity.form == "rank":
        return "rank"
    before = text[max(sentence_start, quantity.start - 40) : quantity.start]
    if (
        quantity.form == "streak"
        or STREAK_BEFORE.search(before)
        and quantity.unit in ("年", "个月", "次", "届", "个季度", "季度", "天", "个年度", "届")
    ):
        return "streak"
    floor = previous.end if previous is not None and previous.end > sentence_start else sentence_start
    clause = clause_before(text, floor, quantity.written[0])
    unit = quantity.unit
    if unit in _CHANGE_UNITS:
        return "change"
    if not unit and RATIO_BEFORE.search(text[max(0, quantity.start - 50) : quantity.start]):
        return "share"
    if unit in ("%", "‰", "成", "倍") or quantity.form == "fraction":
        if _GROWTH_BEHIND.match(text, quantity.written[1]):
            return "change"
        if re.fullmatch(r"(?:均|都|则|也|高)?(?:达到?|为|至|是)", clause):  # 增幅居首，达13.4%
            clause = text[max(sentence_start, quantity.start - 24) : quantity.written[0]]
        deciding = list(_DECIDING.finditer(clause))
        if not deciding:
            return ""
        last = deciding[-1]
        if last.lastgroup == "to" and previous is not None and previous.unit == unit and last.start() == 0:
            return ""  # 由9.8%回落至4.1%: of the kind of what it came from
        if last.lastgroup == "to" and re.search(r"增速|增幅|降幅|涨幅|增长率", clause):
            return "change"
        if last.lastgroup == "change":
            if last.group() in ("翻", "节约", "节省") and len(clause) - last.end() > 6:
                return "share"
            return "change"
        return "share"
    if _COMPARED_CHANGE.search(clause):
        return "change"
    if _RISE_NOT.search(clause):
        return "level"
    if _ADJACENT_CHANGE.search(clause) or _REDUCED.search(clause):
        return "change"
    return "level"


def deciding_words(before: str, behind: str, kind: str) -> str:
    """The word that makes a number a change or a share, in the clause before it or right behind it.

    "" where its unit alone does, or it only goes on from the number before.

    >>> deciding_words("2024年，贷款余额同比增长", "，", "change")
    '增长'
    """
    clause = _MARKS.split(before[-40:])[-1]
    found = [match for match in _DECIDING.finditer(clause) if kind in (match.lastgroup, "change")]
    if found:
        end = found[-1].end()
        return clause[found[-1].start() : end + clause.startswith("长", end)]  # 同比增|长
    follows = _GROWTH_BEHIND.match(behind) if kind == "change" else None
    return follows.group() if follows else ""


def goes_on(between: str) -> bool:
    """Whether the words between two rates only name the next thing: 、电动汽车 or ，新闻信息服务."""
    return bool(re.fullmatch(r"、[^，。；,;0-9率占比]{0,12}|[^，。；,;0-9]{2,4}[到至为]", between))


def is_fall(quantity: Quantity, text: str, sentence_start: int) -> bool:
    """Whether a change is printed as a fall: 下降5%, 增长-5%."""
    before = text[max(sentence_start, quantity.written[0] - 16) : quantity.written[0]]
    if before.endswith(("-", "负")) and not re.search(r"[0-9%个]-$", before):
        return True
    before = re.split(r"[，。；,;、]", before)[-1]
    return bool(_FALL.search(before))


def compared_with(text: str, sentence_start: int, start: int) -> str:
    """What a change is measured against, as printed: 同比, 比上年末, 较2024年."""
    before = text[max(sentence_start, start - 40) : start]
    before = last_part(before)
    found = re.findall(
        r"同比|环比|(?:比|较)(?:上年|去年|前年|上月|上季度|年初)(?:同期|同月|末|底)?|(?:比|较)(?:[^，。；,;0-9]{0,4}[0-9]{4}年[^，。；,;增减提下上]{0,8}|[^，。；,;增减提下上高低多少]{1,10})|高于[^，。；,;0-9]{1,14}|低于[^，。；,;0-9]{1,14}|两年平均|年均",
        before,
    )
    return found[-1] if found else "同比" if re.search(r"同[增降]$", before) else ""
