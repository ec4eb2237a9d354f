"""The words before and behind a number that bound it: 超, 近, 约, 不低于, 以上, 以内."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.quantity import Quantity

PREFIX_BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "at_least",
        re.compile(
            r"(?:(?:不少于|不低于|不小于|最低|最少|最短|起码|不下)(?:达到?|为|有|需|应)?|至少(?:[\u4e00-\u9fff]{0,4}))$"
        ),
    ),
    (
        "at_most",
        re.compile(
            r"(?:不超过|不超|不高于|不多于|不大于|(?:不足|不到)(?:全国|全省|全市|全区)?|不满|低于|少于|小于|(?<![日月])最高|最多|至多|最大|最长|未超过)"
            r"(?:可(?:达到?|贷|获|享|申请|得)?|达到?|为|有|给予|奖励|补助|补贴|支持|降低|下降|减免)?(?:人民币)?$"
        ),
    ),
    (
        "over",
        re.compile(
            r"(?:超过|超出|远超|(?<![赶反])超|突破|(?<![侦打攻突爆])破|逾|多于|大于|高于|(?<=[双已])过|(?<![通经审不表度路渡难越超])过(?=[百千万亿半]))"
            r"(?:了|到|达)?$"
        ),
    ),
    ("nearly", re.compile(r"(?:将近|接近|(?<![附最靠临邻就相远亲将接])近)$")),
    (
        "about",
        re.compile(
            r"(?:大约|大概|(?<![节合条制契签预履违公集邀特盟誓和])约)(?:占(?:[^，。；,;0-9]{0,12}的)?|为|达到?|合|有|是)?$|(?<!节)约占[^，。；,;0-9]{0,10}$"
        ),
    ),
)

_SUFFIX_BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"[≥≧]$|>=$")),
    ("at_most", re.compile(r"[≤≦]$|<=$")),
    ("at_least", re.compile(r"(?:[（(]含(?:本数)?[）)])?[及或]?以上|起(?=[，。；,;])")),
    ("at_most", re.compile(r"(?:[（(]含(?:本数)?[）)])?[及或]?以[下内]|之内|(?<=[日天月时钟年])内")),
    ("about", re.compile(r"左右|上下")),
    ("over", re.compile(r"[余多](?=[，。；、,;）)的（(]|$)")),
)


# Most numbers have no bound: these characters, or 至少 and 约占 before, are the ones that can make one.
_BOUND_ENDS = re.compile(
    "[≥≤≧≦=少低于小下到达为有需应短超过足满多大长最高可给予助励贴持降免币突破逾了近约概合是得请获贷国省市区码]$|至少|约占"
)
_BOUND_OPENS = frozenset("（(及或以起之内左上余多")


def with_bounds(quantities: list[Quantity], text: str) -> list[Quantity]:
    """The same quantities with their bounds, and with the bound words taken into `written`."""
    for i, quantity in enumerate(quantities):
        floor = quantities[i - 1].end if i else 0
        start, end, bound = quantity.start, quantity.end, quantity.bound
        if quantity.value < 0:
            start -= 1  # the minus sign
        before = text[max(floor, start - 12) : start]
        for name, pattern in PREFIX_BOUNDS if _BOUND_ENDS.search(before) else ():
            found = pattern.search(before)
            if found and not (found.group() in ("低于", "高于") and text[end : end + 1] == "的"):
                if bound == "exact":
                    bound = name
                start -= len(before) - found.start()
                break
        for name, pattern in _SUFFIX_BOUNDS if text[end : end + 1] in _BOUND_OPENS else ():
            found = pattern.match(text, end)
            if found and (name != "over" or quantity.form == "count"):
                if bound == "exact":
                    bound = name
                end = found.end()
                break
        if quantity.form == "rank" and quantity.bound == "exact":
            bound = "exact"
        if quantity.rank_from and text[start - 2 : start] == "倒数":
            start -= 2
        written = quantity.written if quantity.written != (0, 0) else (start, end)
        quantity.bound, quantity.written = bound, written
    return _bounds_of_lists(quantities, text)


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
