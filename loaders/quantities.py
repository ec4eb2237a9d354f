"""Find the quantities of a text: number, multiplier, unit, bound, and the characters that say so.

Works on folded text (half-width digits, one character for one character). What looks like a number
but is none is masked first: dates, document numbers, versions, list marks, roads, names in
quotation marks. Every pattern is bounded and starts behind a look-behind, so that a million digits
are passed in one step each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from loaders.bounds import PREFIX_BOUNDS, with_bounds
from loaders.figurehood import STOPS, STREAK_BEFORE, is_figure
from loaders.masks import Mask, masked
from loaders.numerals import HAN_DIGITS, SCALES, arabic, chinese
from loaders.quantity import Quantity, Span
from loaders.units import COUNTABLE_SMALL, UNIT

# "85 643元": thousands set apart by a blank, where a unit follows
_NUMBER = (
    rf"[0-9]{{1,3}}(?:[ \u2009\u202f][0-9]{{3}}){{1,4}}(?:\.[0-9]{{1,6}})?(?=[余多万亿]|(?:{UNIT}))|"
    r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,15}(?:\.[0-9]{1,6})?(?![0-9])"
)
_SCALE = r"万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![克瓦米伏卡焦赫帕分])|百(?![分])"
_MORE = r"[余多来]"
_TAIL = rf"(?P<more>{_MORE})?(?P<scale>{_SCALE})?(?P<more2>[余多])?(?P<unit>{UNIT})?"

ARABIC = re.compile(rf"(?<![0-9.])(?P<number>{_NUMBER}){_TAIL}")
CHINESE = re.compile(
    rf"(?P<number>[{HAN_DIGITS}]{{1,12}}(?:点[一二三四五六七八九零]{{1,4}})?)"
    rf"(?P<more>{_MORE})?(?P<scale>万亿|亿|万)?(?P<more2>[余多])?(?P<unit>连冠|连增|连升|连胜|连涨|连丰|{UNIT})?"
)
_NOT_BEFORE_HAN = frozenset(HAN_DIGITS + "第点")
_DIGITS = re.compile("[0-9]{1,15}")
_NUMERAL = rf"[0-9]{{1,5}}|[{HAN_DIGITS}]{{1,4}}"
PERCENT_IN_WORDS = re.compile(
    rf"(?P<of>[百千万])分之(?P<number>[{HAN_DIGITS}]{{1,6}}(?:点[一二三四五六七八九零]{{1,4}})?|[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)(?:[至到~-](?:百分之)?(?P<high>[{HAN_DIGITS}]{{1,6}}|[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?))?"
)
FRACTION = re.compile(
    rf"(?<![{HAN_DIGITS}百千万])(?P<low>[二三四五六七八九十]{{1,2}})分之(?P<top>[一二两三四五六七八九十]{{1,2}})"
)
TENTHS = re.compile(
    r"(?<![一二三四五六七八九十])(?P<whole>[一二三四五六七八九])成(?P<rest>[一二三四五六七八九半])(?![一-九十百千万])"
)  # 七成五
_NO_MINUS = re.compile(r"[0-9A-Za-z%‰)）月日年号期级个元人家件天-]")
_PARTS = {"百": ("%", Decimal(1)), "千": ("‰", Decimal(1)), "万": ("%", Decimal("0.01"))}
HALF_A_POINT = re.compile("半个百分点")
HALVES = re.compile(r"(?<![0-9.])(?P<number>[0-9]{1,3})个半(?P<unit>小时|月|学时|钟头)")  # 2个半小时
# 第1名, 第31位, 第二, 倒数第二, 前三名 after a verb of standing
RANK = re.compile(rf"(?P<order>[第前])(?P<number>{_NUMERAL})(?P<unit>位|名)?")
_STANDING = re.compile(
    r"(?:位列|位居|居于?|排名?(?:在|为)?|名列|列|跃居|跃至|跃升|升至|上升(?:到|至)|跻身|进入|挤进|稳居|稳定在|保持|继续排|蝉联|"
    r"获得?|夺得|荣获|取得|为|是|占|领先|指标|总榜|排序|名次|迈入|冲|进|退居|降至|前移至)[^，。；！？,;!?]{0,24}$"
)
_LEAGUE_BEFORE = re.compile(
    r"(?:全国|全省|全区|全市|全州|全县|全盟|世界|全球|西部|东部|中部|东北|华北|西北|西南|北方|南方|地级市|省会|同类|增速|总量)[^，。；,;]{0,10}$"
)
_NOT_A_RANK = frozenset(
    "产个批次届季轮大家条步时线类阶期等级责要书医人中实幼小高部款项章节篇页卷集代款天年月周日号城方手任夫动种部"
)


_RANGE_JOINTS = frozenset(["-", "—", "——", "~", "～", "至", "到", "--"])


def read_quantities(text: str, times: Iterable[Span] = ()) -> list[Quantity]:
    """The quantities of `text`, in reading order.

    `text` is folded; `times` are spans of time expressions, which hold no quantities.

    >>> [(int(q.value), q.unit, q.bound) for q in read_quantities("带动旅游收入超20亿元，孵化3000余名从业者")]
    [(2000000000, '元', 'over'), (3000, '名', 'over')]
    """
    mask = Mask(masked(text, times))
    found: list[Quantity] = []
    end = 0
    for digits in _DIGITS.finditer(text):
        match = ARABIC.match(text, digits.start()) if digits.start() >= end else None
        if match is not None:
            end = match.end()
            if not mask.covers(match.start("number"), match.end("number")):
                found.append(_arabic(match, text))
    for match in PERCENT_IN_WORDS.finditer(text) if "分之" in text else ():
        value, high = _numeral(match.group("number")), _numeral(match.group("high") or "")
        if value is not None and not mask.covers(*match.span()):
            number = match.group()[len("百分之") :]
            unit, factor = _PARTS[match.group("of")]
            value, high = value * factor, high * factor if high is not None else None
            found.append(
                Quantity(
                    *match.span(), value, unit, high=high, number=number, unit_printed=unit, numeral="chinese"
                )
            )
    for match in HALVES.finditer(text) if "个半" in text else ():
        if not mask.covers(*match.span()):
            unit = match.group("unit")
            value = Decimal(match.group("number")) + Decimal("0.5")
            found.append(
                Quantity(*match.span(), value, unit, number=match.group("number") + "个半", unit_printed=unit)
            )
    for match in HALF_A_POINT.finditer(text):
        found.append(
            Quantity(
                *match.span(),
                Decimal("0.5"),
                "个百分点",
                number="半",
                unit_printed="个百分点",
                numeral="chinese",
            )
        )
    for match in TENTHS.finditer(text) if "成" in text else ():
        if not mask.covers(*match.span()):
            tenths = chinese(match.group("whole")) or Decimal(0)
            rest = match.group("rest")
            tenths += Decimal("0.5") if rest == "半" else (chinese(rest) or Decimal(0)) / 10
            found.append(Quantity(*match.span(), tenths, "成", number=match.group(), numeral="chinese"))
    for match in FRACTION.finditer(text) if "分之" in text else ():
        low, top = chinese(match.group("low")), chinese(match.group("top"))
        if low and top and match.group("low") != "百" and not mask.covers(*match.span()):
            found.append(
                Quantity(
                    *match.span(), top / low, "", number=match.group(), numeral="chinese", form="fraction"
                )
            )
    for match in RANK.finditer(text):
        rank = _rank(match, text)
        if rank is not None and not mask.covers(*match.span()):
            found.append(rank)
    for match in CHINESE.finditer(text):
        if text[match.start() - 1 : match.start()] in _NOT_BEFORE_HAN:
            continue
        if not mask.covers(match.start("number"), match.end("number")):
            quantity = _chinese(match, text)
            if quantity is not None:
                found.append(quantity)
    found.sort(key=lambda q: (q.start, -q.end))
    apart: list[Quantity] = []
    for quantity in found:
        if not apart or quantity.start >= apart[-1].end:
            apart.append(quantity)
    joined = _share_units(_join_ranges(apart, text), text)
    kept = [q for q in joined if is_figure(q, text)]
    return with_bounds(kept, text)


def _numeral(printed: str) -> Decimal | None:
    if not printed:
        return None
    return arabic(printed) if printed[0].isdigit() else chinese(printed)


def _arabic(match: re.Match[str], text: str) -> Quantity:
    number, scale, unit = match.group("number"), match.group("scale") or "", match.group("unit") or ""
    end = match.end()
    more = match.group("more") or match.group("more2") or ""
    if more == "来" and not (scale or unit):
        end, more = match.end("number"), ""
    if more and not unit and not scale:
        more, end = "", match.end("number")
    value = arabic(number) * SCALES.get(scale, Decimal(1))
    if text[match.start() - 1 : match.start()] == "-" and not _NO_MINUS.search(
        text[: match.start() - 1][-1:]
    ):
        value = -value  # 自然增长率为-1.2‰; in 9-12个月 and 5月-6月 the stroke joins
    return Quantity(
        match.start(),
        end,
        value,
        unit,
        "over" if more in ("余", "多") else "about" if more else "exact",
        number=number,
        unit_printed=scale + unit,
    )


def _rank(match: re.Match[str], text: str) -> Quantity | None:
    unit, printed = match.group("unit") or "", match.group("number")
    value = _numeral(printed)
    if value is None or value == 0:
        return None
    before = text[max(0, match.start() - 30) : match.start()]
    after = text[match.end() : match.end() + 1]
    stops = not after or after in STOPS
    rank = Quantity(
        match.start(),
        match.end(),
        value,
        unit,
        number=printed,
        unit_printed=unit,
        form="rank",
        rank_from="bottom" if before.endswith("倒数") else "top",
        numeral="arabic" if printed[0].isdigit() else "chinese",
    )
    if match.group("order") == "前":
        # 排进前六的指标有22个 counts indicators, it ranks nobody
        if not stops or after == "的" or not _STANDS_AMONG.search(before):
            return None
        return replace(rank, start=match.start("number"), bound="at_most", written=match.span())
    if unit:
        return None if unit == "名" and after == "称" else rank
    if rank.rank_from == "bottom":
        return rank
    stands = _STANDING.search(before) or _LEAGUE_BEFORE.search(before)
    return rank if stops and stands and after not in _NOT_A_RANK else None


_STANDS_AMONG = re.compile(r"(?:位居|位列|居|列|排名?|跻身|进入|挤进|迈入|稳居|保持|进)[^，。；,;]{0,16}$")
_POSTPOSED = frozenset(
    "家 所 件 起 座 名 人 场 部 户 宗 支 台 辆 艘 架 列 趟 篇 处 株 头 只 亩 公里 吨".split()
)
_DOUBLES = re.compile(
    r"(?:增长|增加|提高|提升|翻|扩大|多|高|近|超|超过|约|增)(?:了|近|约|超|超过|将近|接近)?$"
)  # 增长近一倍
_STREAKS = frozenset("年 个月 次 届 个季度 季度 天".split())
_RATES_IN_WORDS = frozenset("成 倍 % 番 个百分点 百分点".split())
_AMOUNTS = frozenset("元 亩 吨 平方米 人次".split())
_ROUND = frozenset("一百千万")
_BEFORE_CHENG = "生完形组合达养构建落变"
_MILESTONE = re.compile(r"(?:迈上|站上|跨上|迈过|登上|迈进|迈入|跨入|跨过|晋级|冲刺)(?:了)?$")
_SMALL_VERB = re.compile(
    r"(?:(?:迭代|升级|建成|新建|改建|扩建|新增|完成|实施|建设|举办|承办|开展|组织|打造|培育|引进|获得|荣获|查处|破获|发现|设立|成立|"
    r"出台|制定|印发|发布|开通|增加|减少|达到?|共有?|超过?|已有|仅|仅用|拥有|配备|安排|派出|挂牌)[了出]?|[了出])$"
)


def _chinese(match: re.Match[str], text: str) -> Quantity | None:
    number, unit, scale = match.group("number"), match.group("unit") or "", match.group("scale") or ""
    if len(number) == 1 and number != "亿" and not (unit or scale):
        return None  # 一 of 进一步: by far the most
    value = chinese(number)
    if value is None:
        return None
    value *= SCALES.get(scale, Decimal(1))
    more = match.group("more") or match.group("more2") or ""
    before = text[max(0, match.start() - 8) : match.start()]
    after = text[match.end() : match.end() + 2]
    streak = unit.startswith("连") or unit in _STREAKS and bool(STREAK_BEFORE.search(before))
    if not (streak or _counts_in_words(number + scale, value, unit, more, before, after)):
        return None
    last = "unit" if unit else "more2" if match.group("more2") else "scale" if scale else "number"
    return Quantity(
        match.start(),
        match.end(last),
        value,
        unit,
        "over" if more in ("余", "多") else "exact",
        number=number,
        unit_printed=scale + unit,
        numeral="chinese",
        form="streak" if streak else "count",
    )


def _counts_in_words(number: str, value: Decimal, unit: str, more: str, before: str, after: str) -> bool:
    """Whether a Chinese numeral counts something here: 两千万次 does, 一批 and 千方百计 do not."""
    if unit in _RATES_IN_WORDS:
        if unit == "成":  # 九成, but not 生成, 形成
            return value <= 10 and (not before or before[-1] not in _BEFORE_CHENG or before.endswith("达"))
        return unit != "倍" or number not in _ROUND or bool(_DOUBLES.search(before)) or after == "以上"
    if after[:1] in ("级", "强", "佳") or re.search(r"[每数几好第]$|(?<![迈站跨登])上$", before):
        return False  # 千亿级, 百强, 数十家
    if all(c in "百千万亿" for c in number):
        return _round_number_counts(number, unit, more, before, after)
    if more:
        return more != "来" and bool(unit)
    if value >= 20 and any(c in "百千万亿" for c in number):
        return bool(unit) or number[-1] in "万亿"
    if value <= 1:
        return False
    if unit in COUNTABLE_SMALL and unit not in ("年", "天", "次") and _SMALL_VERB.search(before):
        return True  # 先后迭代升级了六版
    behind = unit in _POSTPOSED and (not after or after[0] in "，。；、")
    # 开行专列四趟: the count stands behind what it counts
    return (
        behind
        and bool(re.search(r"[\u4e00-\u9fff]{2}$", before))
        and before[-1] not in "这那各某每第前近后两头"
    )


def _round_number_counts(number: str, unit: str, more: str, before: str, after: str) -> bool:
    """千余项, 突破千亿元, 破百万, 迈上千亿台阶 count; 万家灯火, 百姓 do not."""
    if more and unit or _MILESTONE.search(before):
        return True
    if any(pattern.search(before) for _, pattern in PREFIX_BOUNDS):
        return len(number) > 1 or bool(unit) or number == "亿"
    return len(number) > 1 and unit in _AMOUNTS and (not after or after[0] in STOPS)


def _join_ranges(quantities: list[Quantity], text: str) -> list[Quantity]:
    """9-12个月, 15%至20%: two numbers with only a joint between them are one range."""
    out: list[Quantity] = []
    for quantity in quantities:
        low = out[-1] if out else None
        if (
            low is not None
            and text[low.end : quantity.start] in _RANGE_JOINTS
            and low.form == quantity.form == "count"
            and low.high is None
            and low.unit in ("", quantity.unit)
            and quantity.unit
            and (
                text[max(0, low.start - 1) : low.start] not in ("从", "由", "自")
                or text[quantity.end : quantity.end + 2] in ("不等", "之间", "区间")
            )
        ):
            value = low.value
            scale = quantity.unit_printed.removesuffix(quantity.unit)
            if not low.unit and not low.unit_printed and scale in SCALES:
                value *= SCALES[scale]
            if value < quantity.value:
                out[-1] = replace(
                    quantity,
                    start=low.start,
                    value=value,
                    high=quantity.value,
                    number=text[low.start : quantity.start] + quantity.number,
                )
                continue
        out.append(quantity)
    return out


def _share_units(quantities: list[Quantity], text: str) -> list[Quantity]:
    """12个、7个工作日; 分别为3、5和8家: a member of a list takes unit and multiplier of the next."""
    out = list(quantities)
    for i in range(len(out) - 2, -1, -1):
        here, following = out[i], out[i + 1]
        between = text[here.end : following.start]
        if between not in ("、", "和", "及", "与", "以及", "或", "，", ","):
            continue
        if here.form == "rank" and following.form == "rank" and not here.unit:
            out[i] = replace(here, unit=following.unit)
        elif here.unit == "个" and following.unit.startswith("个") and len(following.unit) > 1:
            out[i] = replace(here, unit=following.unit)
        elif (
            not here.unit
            and here.form == "count"
            and following.unit
            and between not in ("，", ",")
            and here.numeral == "arabic"
        ):
            value = here.value
            scale = following.unit_printed.removesuffix(following.unit)
            if not here.unit_printed and scale in SCALES:
                value *= SCALES[scale]
            out[i] = replace(here, unit=following.unit, value=value)
    first = -1
    for i in range(1, len(out)):
        between = text[out[i - 1].end : out[i].start]
        if between in ("、", "和", "及", "与", "以及") and out[i].unit == out[i - 1].unit:
            if first < 0 or out[i - 1].listed < 0:
                first = out[i - 1].start
                out[i - 1] = replace(out[i - 1], listed=first)
            out[i] = replace(out[i], listed=first)
        else:
            first = -1
    return out
