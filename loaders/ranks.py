"""Among whom a rank was reached, of how many, and who ranked: 在全国333个地级市政府中居第31名."""

from __future__ import annotations

import re

from loaders.marks import last_part
from loaders.quantity import Quantity

_STANDS = re.compile(
    r"(?:分别|均|继续|稳|综合|双双|跃|上升|前移|前进|提升|位居|位列|名列|跃居|稳居|排名|排在|排|列|居|升至|跻身|进入|为|在|至|到|第|倒数|获得?|保持)*+$"
)
_WHOLE = r"全国|全省|全区|全市|全州|全县|全盟|全旗|世界|全球|内蒙古自治区|自治区|我区|我省|我市|[东南西北中华]{1,2}[部方北南东西中]?地区|西部|东部|中部|东北|华北|华东|华南|西北|西南|北方|南方"
_AT_END = re.compile(rf"(?P<league>(?:{_WHOLE})[^，。；,;、在居列]{{0,20}})$")
_AMONG = re.compile(r"在(?P<league>[^，。；,;]{2,40}?)(?:之中|中|里|内|的)?$")
_SIZE = re.compile(
    r"(?P<size>[0-9]{1,5})个?(?:参评)?(?:的)?(?:地级|城市|盟市|旗县区?|县级|县|市|区|省|单位|经济体|国家)"
)
_BODY = re.compile(
    r"(?P<body>[^，。；,;、在据由]{2,20}(?:研究院|研究中心|工商联|统计局|委员会|协会|中心|研究所|中郡所|赛迪顾问)|《[^》]{2,40}》)"
)
_EVALUATION = re.compile(r"在(?P<body>[^，。；,;]{2,24}(?:评估|评价|考评|测评|评选|监测))(?:中|里)?")


def read_rank(quantity: Quantity, text: str, sentence_start: int) -> dict[str, object]:
    """league, league_size, rank_from and body of a rank; empty where not printed."""
    # a league stands near its rank
    near = text[max(sentence_start, quantity.written[0] - 160) : quantity.written[0]]
    segment = last_part(near)
    league = ""
    for clause in reversed(re.split(r"[，,、]", segment)):
        league = _league(clause)
        if league:
            break
    size = _SIZE.search(league)
    body = _BODY.search(segment) or _EVALUATION.search(segment)
    named = body.group("body") if body else ""
    if re.search(r"(?:评估|评价|考评|测评|监测)$", league):  # an evaluation is who ranked, not among whom
        named, league = named or league, ""
    league = league.removeprefix(named).lstrip("的") if named and league != named else league
    return {
        "league": league,
        "league_size": int(size.group("size")) if size else None,
        "rank_from": quantity.rank_from,
        "body": re.sub(r"^[^\u4e00-\u9fff《]+年?的?|^(?:年|的)", "", named),
    }


def _league(clause: str) -> str:
    clause = re.sub(r"[（(][^（()）]*[）)]$", "", clause)
    clause = _STANDS.sub("", clause)
    among = _AMONG.search(clause)
    if among:
        return re.sub(r"(?:之中|中|里|内|排名|的)$", "", among.group("league").rsplit("在", 1)[-1])
    end = _AT_END.search(re.sub(r"(?:之中|中|里|内|排名|增速|总量|的)$", "", clause))
    return end.group("league") if end else ""
