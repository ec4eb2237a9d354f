"""Among whom a rank was reached, of how many, and who ranked: 居全国地级市第31位."""

from __future__ import annotations

import re

from loaders.quantities import Quantity

_NAMES = (
    r"全国|全省|全区|全市|全州|全县|全盟|全旗|世界|全球|自治区|我区|我省|我市|[\u4e00-\u9fff]{2}地区|西部(?:地区|百强县?)?|东部|中部|东北|华北|华东|华南|西北|西南|北方|南方"
)
_LEAGUE = re.compile(
    rf"(?:(?:{_NAMES})[\u4e00-\u9fffA-Z]{{0,14}}?|(?:地级市|省会城市|盟市|旗县区?|百强[县市区]|同类城市|计划单列市|副省级城市|[^，。；,;在居列]{{1,12}}(?:盟市|旗县|城市|地级市|县域|百强县|百强市|开发区)))"
    r"(?:中|里|内|之中)?(?:的)?(?:排名?|位列|位居|居|列|名列|综合排名|名次)?(?:为|在)?(?:倒数)?$"
)
_TAIL_VERBS = re.compile(r"(?:中|里|之中|的|排名?|位列|位居|居|列|名列|综合排名|名次|为|在|倒数|分别|共|均)+$")
_SIZE = re.compile(r"(?P<size>[0-9]{1,5})个?(?:参评)?(?:地级市|城市|盟市|旗县区?|县级政府|地级政府|县|市|区|省|单位|经济体|国家)")
_BODY = re.compile(r"(?:在|据|由|根据)?(?P<body>[^，。；,;、在据由]{2,24}(?:发布|评选|评定|评估|评价|研究中心|研究院|工商联|统计局|《[^》]{2,40}》))")


def read_rank(quantity: Quantity, text: str, sentence_start: int) -> dict[str, object]:
    """league, league_size, rank_from and body of a rank; empty where not printed."""
    before = text[sentence_start : quantity.written[0]]
    segment = re.split(r"[。；;]", before)[-1]
    league = ""
    for clause in reversed(re.split(r"[，,、]", segment)):
        league = _league(clause)
        if league:
            break
    size = _SIZE.search(league) or _SIZE.search(segment[-40:])
    body = _BODY.search(segment)
    return {
        "league": league,
        "league_size": int(size.group("size")) if size else None,
        "rank_from": quantity.rank_from,
        "body": body.group("body") if body else "",
    }


_FIND = re.compile(
    rf"(?:在)?(?P<league>(?:{_NAMES})(?:[^，。；,;、]{{0,22}}?)?)(?:中|之中|里|内)?(?:的)?"
    r"(?:综合)?(?:排名?|位列|位居|居|列|名列|名次|分别|分列|继续|稳居|排在|排位|增速|总量|保持|跃居|上升至|升至|前进至|为|均|的|获|获得)*(?:倒数)?$"
)


def _league(clause: str) -> str:
    found = _FIND.search(clause)
    if not found:
        return ""
    league = found.group("league")
    league = re.sub(r"(?:排名?|位列|位居|居|列|名列|中|分别|综合).*$", "", league)
    return league.strip("在的")
