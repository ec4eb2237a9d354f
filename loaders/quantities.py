"""Find the quantities of a text: number, multiplier, unit, bound, and the characters that say so.

Works on folded text (half-width digits, one character for one character). What looks like a number
but is none is masked first: dates, document numbers, versions, list marks, roads, names in
quotation marks. Every pattern is bounded and starts behind a look-behind, so that a million digits
are passed in one step each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.numerals import SCALES, arabic, chinese
from loaders.units import COUNTABLE_SMALL, UNIT

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit. Offsets are of the text it was found in."""

    start: int  # of the core: from the first numeral to the end of the unit
    end: int
    value: Decimal  # in `unit`, multiplier applied
    unit: str  # "" for a naked count: 注册用户1725万
    bound: str = "exact"
    high: Decimal | None = None  # of a range
    number: str = ""  # as printed, without bound words: "623.2"
    unit_printed: str = ""  # as printed: "亿元"
    written: Span = (0, 0)  # the core with its bound words
    form: str = "count"  # count, rank, streak
    rank_from: str = ""  # ranks: top or bottom
    numeral: str = "arabic"  # or chinese
    listed: int = -1  # start of the first member of the list it stands in, or -1


# "85 643元": thousands set apart by a blank, where a unit follows
_NUMBER = rf"[0-9]{{1,3}}(?:[ \u2009\u202f][0-9]{{3}}){{1,4}}(?:\.[0-9]{{1,6}})?(?=[余多万亿]|(?:{UNIT}))|" r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,15}(?:\.[0-9]{1,6})?(?![0-9])"
_SCALE = r"万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![克瓦米伏卡焦赫帕分])|百(?![分])"
_MORE = r"[余多来]"
_TAIL = rf"(?P<more>{_MORE})?(?P<scale>{_SCALE})?(?P<more2>[余多])?(?P<unit>{UNIT})?"

ARABIC = re.compile(rf"(?<![0-9.])(?P<number>{_NUMBER}){_TAIL}")
_HAN_DIGITS = "一二两三四五六七八九十百千万亿零〇"
CHINESE = re.compile(
    rf"(?<![{_HAN_DIGITS}第点])(?P<number>[{_HAN_DIGITS}]{{1,12}}(?:点[一二三四五六七八九零]{{1,4}})?)"
    rf"(?P<more>{_MORE})?(?P<scale>万亿|亿|万)?(?P<more2>[余多])?(?P<unit>连冠|连增|连升|连胜|连涨|连丰|{UNIT})?"
)
_NUMERAL = rf"[0-9]{{1,5}}|[{_HAN_DIGITS}]{{1,4}}"
PERCENT_IN_WORDS = re.compile(rf"百分之(?P<number>[{_HAN_DIGITS}]{{1,6}}(?:点[一二三四五六七八九零]{{1,4}})?|[0-9.]{{1,6}})")
FRACTION = re.compile(rf"(?<![{_HAN_DIGITS}百千万])(?P<low>[二三四五六七八九十]{{1,2}})分之(?P<top>[一二两三四五六七八九十]{{1,2}})")
TENTHS = re.compile(r"(?<![一二三四五六七八九十])(?P<whole>[一二三四五六七八九])成(?P<rest>[一二三四五六七八九半])(?![一-九十百千万])")  # 七成五
# 第1名, 第31位, 第二, 倒数第二, 前三名 after a verb of standing
RANK = re.compile(rf"(?P<from>倒数)?(?:第(?P<number>{_NUMERAL})|(?P<top>前)(?P<numbers>{_NUMERAL}))(?P<unit>位|名)?")
_STANDING = re.compile(
    r"(?:位列|位居|居于?|排名?(?:在|为)?|名列|列|跃居|跃至|跃升|升至|上升(?:到|至)|跻身|进入|挤进|稳居|稳定在|保持|继续排|蝉联|"
    r"获得?|夺得|荣获|取得|为|是|占|领先|指标|总榜|排序|名次|迈入|冲|进|退居|降至|前移至)[^，。；！？,;!?]{0,24}$"
)
_LEAGUE_BEFORE = re.compile(r"(?:全国|全省|全区|全市|全州|全县|全盟|世界|全球|西部|东部|中部|东北|华北|西北|西南|北方|南方|地级市|省会|同类|增速|总量)[^，。；,;]{0,10}$")
_NOT_A_RANK = "产个批次届季轮大家条步时线类阶期等级责要书医人中实幼小高部款项章节篇页卷集代款天年月周日号城方手任夫动种部"
STREAK_BEFORE = re.compile(r"(?:连续|接连|蝉联|连年|延续了?|连)(?:第)?$")

_MASKS = re.compile(
    r"《[^》\n]{1,120}》"
    r"|https?://[^\s，。；）)]{1,300}"
    r"|[〔\[(（【]20[0-9]{2}[〕\])）】][^\n]{0,6}?[0-9]{1,4}号"
    r"|第?[0-9]{1,6}号(?!召)"
    r"|(?<![0-9])(?:0[0-9]{2,3}-[0-9]{7,8}|1[3-9][0-9]{9}|400-?[0-9]{3}-?[0-9]{4})(?![0-9])"
    r"|(?<![0-9.])1[0-9]{2,4}(?=[^0-9万亿个]{0,6}(?:热线|平台|专线|专席|一号通))"
    r"|[A-Za-z][A-Za-z&]{0,9}[-.·]?[0-9]{1,6}(?:\.[0-9]{1,3})?(?![0-9.,]|[万亿千百%元]|个百|美元)"
    r"|(?<![0-9.])[0-9]{1,4}(?:\.[0-9]{1,2})?(?=[A-Za-z])(?!(?:TEU|BP|bp|[kMGT]Wh?|k[mVg]|km|cm|mm|m[²³23g]|[GTPEM]B|[EPT]FLOPS|[GMT]bps|[MG]?Hz|dB|[tgm](?![A-Za-z0-9])))"
    r"|(?<![0-9.])[0-9]{1,2}\.[0-9](?:\.[0-9])?(?=(?:[、和至到—-]{1,2}[0-9]{1,2}\.[0-9])?(?:版|方案|行动|政策|升级|改革|时代|模式|系统|本))"
    r"|(?<![0-9.])[0-9]\.0(?=[、至到—-][0-9]\.0)"
    r"|(?<![0-9.])(?:[0-9]{1,3}|[NXn])(?:\+(?:[0-9]{1,3}|[NXn]))+(?![0-9.]|[个家项%万亿])"
    r"|(?<![0-9.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|(?<![0-9.])[0-9]{1,3}[:×x*][0-9]{1,3}(?![0-9.])(?:小时)?"
    r"|(?m:^[#\s]{0,6}(?:[0-9]{1,3}[、．.](?![0-9])|[（(][0-9]{1,3}[）)]))"
    r"|\[[0-9]{1,3}\]"
    r"|(?<![0-9.])24小时(?!内)"
    r"|(?:世界|中国|全国|全球|民营企业|财富|全省|西部)?[0-9]{2,4}强|[十百千]{1,2}强"
    r"|第(?:[0-9]{1,4}|[一二两三四五六七八九十百]{1,4})(?:[、和—至到~-]第?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3}))?(?:次全?[国体会]|[届批章条期款项节轮代卷版页季个])"
    r"|第[一二三]产业"
    r"|[一二三四五六七八九十](?:产|次产业)(?=[、，,增和结比占])"
    r"|(?<![0-9.])[0-9一二三四五]类(?=新药|水|海水|医疗器械|地区|县|区)"
    r"|第(?:[0-9]{1,4}|[一二两三四五六七八九十百]{1,4})次"
    r"|[0-9]{1,3}(?:分钟|小时)(?:[^，。；\n]{0,4}(?:圈|服务区|直达|到达))"
    r"|(?:每|平均每|人均每)(?:[0-9]{1,4})?[十百千万亿]{0,2}(?:元|人|户|名|家|平方公里|平方米|公里|吨|亩|辆|台|个|件|千瓦时|千人|万人)"
)
# The first characters of the masks; "#" and brackets also where a line begins.
_MASK_OPENS = re.compile(r"[《h\[〔(（【0-9A-Za-z第#世中全财民西十百千一二三四五六七八九每平人]|(?m:^)[\s#]")
_QUOTED = re.compile(r"“([^“”\n]{1,16})”")
_QUOTED_FIGURE = re.compile(rf"[^0-9{_HAN_DIGITS}]{{0,6}}(?:[一二三四五六七八九十0-9]{{1,2}}连[冠增升胜]|[0-9.]{{1,6}}%|(?:位列|居)?第[0-9一二三四五六七八九十]{{1,3}}[位名]?)")

# Units that name a thing in an order (3期项目, 5级) unless the text stops there or counts on.
_ORDINAL_LIKE = frozenset("期 代 层 级 版 届 号 路 线 点 度 环 步 关 档 段 道 区 股 册 卷 眼 口 把 面 包 手 站 日 本 分 乡 村 镇 市 县 省 国 旗 社区 街道 部门 单位 口 双 对 折 元角".split())
_STOPS = set("，。；、！？）)》”,;!?:： \n及和与或的以左上余多（(—-~至到")
_PLACE_UNITS = frozenset("旗县区 旗区 盟市 县市区 区县 县区 市县 省区市 乡镇 苏木 嘎查 街道 社区 行政村 村 镇 乡 县 旗 市 省 国 区 国家 部门 单位 项目".split())
_DURATIONS = frozenset("年 日 周 季度 个周 星期".split())
_DURATION_BEFORE = re.compile(
    r"(?:达到?|增至|延长|缩短|平均|长达|年限|寿命|期限|历时|提前|压缩|压减|减至|降至|缩减|减少|增加|提高)(?:到|至|了|为|约|近|超过?)?$"
)

_PREFIX_BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"(?:(?:不少于|不低于|不小于|最低|最少|最短|起码|不下)(?:达到?|为|有|需|应)?|至少(?:[\u4e00-\u9fff]{0,4}))$")),
    ("at_most", re.compile(
        r"(?:不超过|不超|不高于|不多于|不大于|不足|不到|不满|低于|少于|小于|(?<![日月])最高|最多|至多|最大|最长|未超过)"
        r"(?:可|达到?|为|有|给予|奖励|补助|补贴|支持|降低|下降|减免)?(?:人民币)?$")),
    ("over", re.compile(
        r"(?:超过|超出|远超|(?<![赶反])超|突破|(?<![侦打攻突爆])破|逾|多于|大于|高于|(?<=[双已])过|(?<![通经审不表度路渡难越超])过(?=[百千万亿半]))"
        r"(?:了|到|达)?$")),
    ("nearly", re.compile(r"(?:将近|接近|(?<![附最靠临邻就相远亲将接])近)$")),
    ("about", re.compile(
        r"(?:大约|大概|(?<![节合条制契签预履违公集邀特盟誓和])约)(?:占(?:[^，。；,;0-9]{0,12}的)?|为|达到?|合|有|是)?$|(?<!节)约占[^，。；,;0-9]{0,10}$")),
)
_SUFFIX_BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"(?:[（(]含(?:本数)?[）)])?[及或]?以上|起(?=[，。；,;])")),
    ("at_most", re.compile(r"(?:[（(]含(?:本数)?[）)])?[及或]?以[下内]|之内|(?<=[日天月时钟年])内")),
    ("about", re.compile(r"左右|上下")),
    ("over", re.compile(r"[余多](?=[，。；、,;）)的（(]|$)")),
)
_JOINTS = re.compile(r"(?:、|和|及|以及|与|,|，)(?:第)?$")
_RANGE_JOINTS = frozenset(["-", "—", "——", "~", "～", "至", "到", "--"])
_BOUND_RANKS = {"位居": True}


def _masked(text: str, also: Iterable[Span]) -> list[Span]:
    spans: list[Span] = []
    end = 0
    for opening in _MASK_OPENS.finditer(text):
        match = _MASKS.match(text, opening.start()) if opening.start() >= end else None
        if match is not None and match.end() > match.start():
            spans.append(match.span())
            end = match.end()
    for match in _QUOTED.finditer(text):
        if not _QUOTED_FIGURE.fullmatch(match.group(1)):
            spans.append(match.span())
    spans.extend(also)
    spans.sort()
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class _Mask:
    """Which characters are no part of any quantity."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, start: int, end: int) -> bool:
        """Whether any of text[start:end] is masked."""
        at = bisect_right(self._starts, end - 1)
        return at > 0 and self._ends[at - 1] > start


def read_quantities(text: str, times: Iterable[Span] = ()) -> list[Quantity]:
    """The quantities of `text`, in reading order.

    `text` is folded; `times` are spans of time expressions, which hold no quantities.

    >>> [(int(q.value), q.unit, q.bound) for q in read_quantities("带动旅游收入超20亿元，孵化3000余名从业者")]
    [(2000000000, '元', 'over'), (3000, '名', 'over')]
    """
    mask = _Mask(_masked(text, times))
    found: list[Quantity] = []
    for match in ARABIC.finditer(text):
        if not mask.covers(match.start("number"), match.end("number")):
            found.append(_arabic(match, text))
    for match in PERCENT_IN_WORDS.finditer(text):
        number = match.group("number")
        value = arabic(number) if number[0].isdigit() else chinese(number)
        if value is not None and not mask.covers(*match.span()):
            found.append(Quantity(*match.span(), value, "%", number=number, unit_printed="%", numeral="chinese"))
    for match in TENTHS.finditer(text):
        if not mask.covers(*match.span()):
            tenths = chinese(match.group("whole")) or Decimal(0)
            rest = match.group("rest")
            tenths += Decimal("0.5") if rest == "半" else (chinese(rest) or Decimal(0)) / 10
            found.append(Quantity(*match.span(), tenths, "成", number=match.group(), numeral="chinese"))
    for match in FRACTION.finditer(text):
        low, top = chinese(match.group("low")), chinese(match.group("top"))
        if low and top and match.group("low") != "百" and not mask.covers(*match.span()):
            found.append(Quantity(*match.span(), top / low, "", number=match.group(), numeral="chinese", form="fraction"))
    for match in RANK.finditer(text):
        rank = _rank(match, text)
        if rank is not None and not mask.covers(*match.span()):
            found.append(rank)
    for match in CHINESE.finditer(text):
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
    kept = [q for q in joined if _is_figure(q, text)]
    return _with_bounds(kept, text)


def _printed(unit: str, scale: str, more: str) -> str:
    return scale + unit


def _arabic(match: re.Match[str], text: str) -> Quantity:
    number, scale, unit = match.group("number"), match.group("scale") or "", match.group("unit") or ""
    end = match.end()
    more = match.group("more") or match.group("more2") or ""
    if more == "来" and not (scale or unit):
        end, more = match.end("number"), ""
    if more and not unit and not scale:
        more, end = "", match.end("number")
    value = arabic(number) * SCALES.get(scale, Decimal(1))
    return Quantity(
        match.start(), end, value, unit, "over" if more in ("余", "多") else "about" if more else "exact",
        number=number, unit_printed=_printed(unit, scale, more),
    )


def _rank(match: re.Match[str], text: str) -> Quantity | None:
    unit = match.group("unit") or ""
    printed = match.group("number") or match.group("numbers")
    value = Decimal(printed) if printed[0].isdigit() else chinese(printed)
    if value is None or value == 0:
        return None
    before = text[max(0, match.start() - 30) : match.start()]
    after = text[match.end() : match.end() + 1]
    if match.group("top"):
        standing = re.search(r"(?:位居|位列|居|列|排名?|跻身|进入|挤进|迈入|稳居|保持|进)[^，。；,;]{0,16}$", before)
        if not standing or after == "的" or (after and after not in _STOPS):
            return None  # 排进前六的指标有22个 counts indicators, it ranks nobody
        return Quantity(match.start("numbers"), match.end(), value, unit, "at_most", number=printed,
                        unit_printed=unit, form="rank", rank_from="top", written=match.span(),
                        numeral="arabic" if printed[0].isdigit() else "chinese")
    if not unit:
        if after in _NOT_A_RANK and after:
            return None
        stands = _STANDING.search(before) or (_LEAGUE_BEFORE.search(before) and (not after or after in _STOPS))
        if not (match.group("from") or stands):
            return None
        if not (after in _STOPS or not after or match.group("from")):
            return None
    elif unit == "名" and after in "称":
        return None
    return Quantity(
        match.start() + (2 if match.group("from") else 0), match.end(), value, unit, number=printed, unit_printed=unit,
        form="rank", rank_from="bottom" if match.group("from") else "top",
        numeral="arabic" if printed[0].isdigit() else "chinese",
    )


_POSTPOSED = frozenset("家 所 件 起 座 名 人 场 部 户 宗 支 台 辆 艘 架 列 趟 篇 处 株 头 只 亩 公里 吨".split())
_SMALL_VERB = re.compile(
    r"(?:(?:迭代|升级|建成|新建|改建|扩建|新增|完成|实施|建设|举办|承办|开展|组织|打造|培育|引进|获得|荣获|查处|破获|发现|设立|成立|"
    r"出台|制定|印发|发布|开通|增加|减少|达到?|共有?|超过?|已有|仅|仅用|拥有|配备|安排|派出|挂牌)[了出]?|[了出])$"
)


def _chinese(match: re.Match[str], text: str) -> Quantity | None:
    number, unit, scale = match.group("number"), match.group("unit") or "", match.group("scale") or ""
    value = chinese(number)
    if value is None:
        return None
    value *= SCALES.get(scale, Decimal(1))
    more = match.group("more") or match.group("more2") or ""
    before = text[max(0, match.start() - 8) : match.start()]
    streak = bool(STREAK_BEFORE.search(before)) and unit in ("年", "个月", "次", "届", "个季度", "季度", "天") or unit.startswith("连")
    bare = number[0] in "百千万亿十" and number not in ("十",) and all(c in "百千万亿" for c in number)
    after = text[match.end() : match.end() + 2]
    if streak:
        pass
    elif unit in ("成", "倍", "%", "番", "个百分点", "百分点") and (number not in ("一", "百", "千", "万") or unit != "倍"):
        if unit == "成" and (value > 10 or before[-1:] in "生完形组合达养构建落变" and not before.endswith("达")):
            return None
    elif after[:1] in ("级", "强", "佳") or re.search(r"[每数几好第]$|(?<![迈站跨登])上$", before):
        return None
    elif bare:
        bound = any(pattern.search(before) for name, pattern in _PREFIX_BOUNDS)
        milestone = re.search(r"(?:迈上|站上|跨上|迈过|登上|迈进|迈入|跨入|跨过|晋级|冲刺)(?:了)?$", before)
        whole = len(number) > 1 and unit in ("元", "亩", "吨", "平方米", "人次") and (not after or after[0] in _STOPS)
        if not (more and unit or bound and (len(number) > 1 or unit) or milestone or whole):
            return None
    elif more == "来":
        return None
    elif more and unit:
        pass
    elif value >= 20 and any(c in "百千万亿" for c in number + scale):
        if not unit and not scale and number[-1] not in "万亿":
            return None
    elif unit in COUNTABLE_SMALL and unit not in ("年", "天", "次") and value > 1 and _SMALL_VERB.search(before):
        pass
    elif unit in _POSTPOSED and value > 1 and after[:1] in "，。；、" and re.search(r"[\u4e00-\u9fff]{2}$", before) and before[-1] not in "这那各某每第前近后两头":
        pass  # 开行专列四趟: the count stands behind what it counts
    else:
        return None
    end = match.end() if unit else match.end("more2") if match.group("more2") else match.end("scale") if scale else match.end("number")
    return Quantity(
        match.start(), end, value, unit, "over" if more in ("余", "多") else "exact", number=number,
        unit_printed=_printed(unit, scale, more), numeral="chinese", form="streak" if streak else "count",
    )


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
            and text[max(0, low.start - 1) : low.start] not in ("从", "由", "自")
        ):
            value = low.value
            scale = quantity.unit_printed.removesuffix(quantity.unit)
            if not low.unit and not low.unit_printed and scale in SCALES:
                value *= SCALES[scale]
            if value < quantity.value:
                out[-1] = replace(
                    quantity, start=low.start, value=value, high=quantity.value,
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
        elif not here.unit and here.form == "count" and following.unit and between not in ("，", ",") and here.numeral == "arabic":
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


_INDEX_BEFORE = re.compile(r"(?:指数|系数|得分|评分|均分|总分|比值|景气度|比为|PMI|CPI)[^，。；,;0-9]{0,6}$")
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff]$")


def _is_figure(quantity: Quantity, text: str) -> bool:
    if quantity.form in ("rank", "streak", "fraction"):
        return True
    before = text[max(0, quantity.start - 12) : quantity.start]
    after = text[quantity.end : quantity.end + 16]
    unit = quantity.unit
    if not unit:
        return _is_naked_figure(quantity, text, before, after)
    if unit in _DURATIONS or unit == "届":
        if STREAK_BEFORE.search(before):
            return True
        if unit == "届":
            return False
        if re.match(r"[来内间前后期]|以[来前后]|之[内前后]|行动|计划|规划|攻坚|任期|[制期]", after):
            return False
        return bool(_DURATION_BEFORE.search(before))
    if unit in ("个月", "天", "个小时", "小时", "分钟", "周岁", "岁", "个季度") and re.match(r"来|以来|前|后", after):
        return False
    if unit in ("个月", "天") and before[-1:] in ("前", "近", "后", "头") and re.match(r"[，,、来内里中间]|$", after):
        return False
    if quantity.form == "count" and _THRESHOLD.match(after) and unit in _THRESHOLD_UNITS and not _REACHED.search(before):
        return False
    if unit in _PLACE_UNITS:
        return quantity.numeral == "arabic" and (after[:1] in _STOPS or not after or unit in ("旗县区", "旗区", "盟市", "县市区", "省区市", "乡镇"))
    if unit in _ORDINAL_LIKE and quantity.numeral == "arabic":
        if unit == "度" and quantity.unit_printed != "度":
            return True
        return after[:1] in _STOPS or not after or "." in quantity.number
    if unit in ("成", "番") and quantity.numeral == "arabic" and unit == "番":
        return False
    return True


# 5000万元以上项目, 35岁以下的: the condition for being counted, not a count
_THRESHOLD = re.compile(r"(?:[（(]含(?:本数)?[）)])?及?以[上下内](?:的(?!目标|任务)|[\u4e00-\u9fff])")
_THRESHOLD_UNITS = frozenset("元 美元 人 岁 周岁 亩 吨 户 千瓦 平方米 立方米 床 张 年 层 米 公里 级 个月 年 万元 家 个".split())
_REACHED = re.compile(r"(?:达到?|实现|完成|增长|增加|保持在?|稳定在|突破)(?:了|约|近|超过?)?$")


def _is_naked_figure(quantity: Quantity, text: str, before: str, after: str) -> bool:
    if quantity.numeral == "chinese":
        return not re.match(r"[至到~—-]", after) and bool(quantity.unit_printed or quantity.number[-1] in "万亿千百") and not re.match(r"[级强佳分]|之城", after)
    if quantity.unit_printed:
        return after[:1] not in "级"
    if _INDEX_BEFORE.search(before) and (not after or after[:1] in _STOPS):
        return True
    if len(quantity.number) > 6 or not _HAN_BEFORE.search(before) or (after and after[0] not in "，、；。）),;"):
        return False
    if re.search(r"[（(]其中[^（()）]{0,10}$", before) or re.search(r"[（(，、；][男女]$", before):
        return True
    return after[0:1] in ("，", "、") and bool(
        re.match(r"[，、][\u4e00-\u9fff]{1,3}[0-9]{1,7}(?:人|名|户|件|家|个)", after)
    ) and before[-2:-1] in "，、；：中（,"


def _with_bounds(quantities: list[Quantity], text: str) -> list[Quantity]:
    out: list[Quantity] = []
    for i, quantity in enumerate(quantities):
        floor = quantities[i - 1].end if i else 0
        start, end, bound = quantity.start, quantity.end, quantity.bound
        before = text[max(floor, start - 12) : start]
        for name, pattern in _PREFIX_BOUNDS:
            found = pattern.search(before)
            if found and not (found.group() in ("低于", "高于") and text[end : end + 1] == "的"):
                if bound == "exact":
                    bound = name
                start -= len(before) - found.start()
                break
        after = text[end : end + 8]
        for name, pattern in _SUFFIX_BOUNDS:
            found = pattern.match(after)
            if found and (name != "over" or quantity.form == "count"):
                if bound == "exact":
                    bound = name
                end += found.end()
                break
        if quantity.form == "rank" and quantity.bound == "exact":
            bound = "exact"
        if quantity.rank_from and text[start - 2 : start] == "倒数":
            start -= 2
        written = quantity.written if quantity.written != (0, 0) else (start, end)
        out.append(replace(quantity, bound=bound, written=written))
    return _bounds_of_lists(out, text)


def _bounds_of_lists(quantities: list[Quantity], text: str) -> list[Quantity]:
    """均/都达到15%、30%以上 and 分别超过3、5家 speak of every member; else a bound is one member's own."""
    out = list(quantities)
    by_list: dict[int, list[int]] = {}
    for i, quantity in enumerate(out):
        if quantity.listed >= 0:
            by_list.setdefault(quantity.listed, []).append(i)
    for members in by_list.values():
        first, last = out[members[0]], out[members[-1]]
        before = text[max(0, first.start - 14) : first.start]
        if last.bound != "exact" and re.search(r"(?<![人户平亩地])[均都](?!衡)", before):
            for i in members:
                if out[i].bound == "exact":
                    out[i] = replace(out[i], bound=last.bound)
        elif first.bound != "exact" and "分别" in before:
            for i in members:
                if out[i].bound == "exact":
                    out[i] = replace(out[i], bound=first.bound)
    return out
