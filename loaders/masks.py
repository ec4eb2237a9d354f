"""What looks like a number but is none: document numbers, versions, list marks, roads, names in quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from loaders.numerals import HAN_DIGITS
from loaders.quantity import Span

_MASKS = re.compile(
    r"《[^》\n]{1,120}》"
    r"|https?://[^\s，。；）)]{1,300}"
    r"|[〔\[(（【]20[0-9]{2}[〕\])）】][^\n]{0,6}?[0-9]{1,4}号"
    r"|第?[0-9]{1,6}号(?!召)"
    r"|(?<![0-9])(?:0[0-9]{2,3}-[0-9]{7,8}|1[3-9][0-9]{9}(?![0-9元万亿人个家件吨])|400-?[0-9]{3}-?[0-9]{4})(?![0-9])"
    r"|(?<![0-9.])1[0-9]{2,4}(?=[^0-9万亿个]{0,6}(?:热线|平台|专线|专席|一号通))"
    r"|[A-Za-z][A-Za-z&]{0,9}[-.·]?[0-9]{1,6}(?:\.[0-9]{1,3})?(?![0-9.,]|[万亿千百%元]|个百|美元)"
    r"|(?<![0-9.])[0-9]{1,4}(?:\.[0-9]{1,2})?(?=[A-Za-z])(?!(?:TEU|BP|bp|[kMGT]Wh?|k[mVg]|km|cm|mm|m[²³23g]|[GTPEM]B|[EPT]FLOPS|[GMT]bps|[MG]?Hz|dB|[tgm](?![A-Za-z0-9])))"
    r"|(?<![0-9.])[0-9]{1,2}\.[0-9](?:\.[0-9])?(?=(?:[、和至到—-]{1,2}[0-9]{1,2}\.[0-9])?(?:版|方案|行动|政策|升级|改革|时代|模式|系统|本))"
    r"|(?<![0-9.])[0-9]\.0(?=[、至到—-][0-9]\.0)"
    r"|(?<![0-9.])(?:[0-9]{1,3}|[NXn])(?:\+(?:[0-9]{1,3}|[NXn]))+(?![0-9.]|[个家项%万亿])"
    r"|(?<![0-9.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3})?(?:[:：∶×x*][0-9]{1,3}(?:\.[0-9]{1,3})?){1,3}(?![0-9.])(?:小时)?"
    r"|(?m:^[#\s]{0,6}(?:[0-9]{1,3}[、．.](?![0-9])|[（(][0-9]{1,3}[）)]))"
    r"|\[[0-9]{1,3}\]"
    r"|(?<![0-9.])24小时(?!内)|(?<![0-9.])365天|(?<![0-9.])[0-2]?[0-9]时[0-5]?[0-9]分"
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

_QUOTED_FIGURE = re.compile(
    rf"[^0-9{HAN_DIGITS}]{{0,6}}(?:[一二三四五六七八九十0-9]{{1,2}}连[冠增升胜]|[0-9.]{{1,6}}%|(?:位列|居)?第[0-9一二三四五六七八九十]{{1,3}}[位名]?)"
)


def masked(text: str, also: Iterable[Span]) -> list[Span]:
    """The spans of `text` that hold no quantity, in order and merged; `also` are known beforehand."""
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


class Mask:
    """Which characters are no part of any quantity."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, start: int, end: int) -> bool:
        """Whether any of text[start:end] is masked."""
        at = bisect_right(self._starts, end - 1)
        return at > 0 and self._ends[at - 1] > start
