"""Reported or target: read from the words before a number, the heading, the kind of document, the time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.kinds import clause_around, clause_before
from loaders.periods import Calendar, Period
from loaders.quantity import Quantity
from loaders.units import CAPACITIES

FAR = 300  # characters that a wish reaches, so that an endless sentence stays linear
_TARGET = re.compile(
    r"力争|争取|确保|预计|(?<![比于成])预期(?!目标的|寿命|收益)|(?<!行动)(?<!投资)(?<!倍增)(?<!发展)(?<!年度)(?<!占)(?<![专单目]项)(?<!改善)(?<!培养)(?<!培育)(?<!资助)(?<!提升)(?<!振兴)(?<!人才)(?<!招生)(?<!生产)(?<!特岗)计划(?![”》的内外中]|完成率|单列|执行|书|任务|项目|企业|试点|经济|生育|工作|财政|体系|领导|办)"
    r"|(?<!占)规划(?=总投资|建设|到|新增|布局|[0-9])|拟(?!上市|制|定|议|人)|目标(?=是|为|：|:|值为|达到)|有望|努力|要达到|要实现|下一步|接下来"
    r"|(?<![即必])将(?:达|有|于|超|突破|新增|新建|实现|建成|完成|提供|推出|获得|继续|形成|为[^，。]{1,12}提供|惠及|带动|增加|投|开|可|再|落实|进一步|全面|启动|举办|提高|提升|降|累计|节|缩|落户|覆盖|优先|支持|发放|搬|迎|陆续|逐步|全部|同步|大力|持续)"
    r"|(?<![复升达])到20[0-9]{2}年(?!的|同期|末?[，、]?(?:已|累计))|年底前|年末前|底前|月前|以前完成|不再|到本世纪|预算安排|力求|估算|要(?:重点|着力|加快|全面|继续|进一步|坚持|抓好|做好|完成|实现|达到|确保|新增|建成)|(?:达产|投产|建成|建成投产|完工|全部达产)后(?=可|将|预计|每年|年)|应(?:当|不)|不得|须|必须|原则上"
)

_PLAN_NOT_TARGET = re.compile(
    r"(?:项目投资计划|投资计划|计划(?:完成率|执行)|规划面积|列入计划|按计划|超计划|计划的|行动计划|发展规划|规划建筑)"
)

_STARTED = re.compile(r"开工|签约|复工|竣工|投产|落地")
_AT_HEAD = re.compile(r"(?:^|[：:；;])[^，。；,;]{0,6}$")

_GOAL_BEHIND = re.compile(r"(?:以[上下内]|左右)?(?:的(?:[\u4e00-\u9fff]{0,6})|年度)?目标")
_GOAL_BEFORE = re.compile(
    r"(?:年度?|全年)(?:计划|任务|目标)(?:数|任务|值)?(?:为|是)?$"
)  # 为年度计划55亿元的106.8%

_ACHIEVED = re.compile(r"已|完成了|目前|截至|现有|实现了|达到了|先后")  # 累计 is said of plans too
_DONE = re.compile(
    r"已(?:累计)?|完成了|累计|目前|截至|现有|实现了|达到了|以来|共(?:计)?(?:完成|建成|办)|先后"
)

_TARGET_HEADING = re.compile(
    r"目标|工作安排|工作部署|(?:重点|主要|目标)任务|工作打算|下一步|工作思路|重点工作|工作重点|展望|今后五年|总体要求|工作要求|年工作(?:安排|计划)"
)

_REPORT_HEADING = re.compile(r"回顾|成效|成绩|总结|完成情况|进展|现状|工作情况|主要做法|做法|基础")

PLAN_TITLE = re.compile(
    r"(?:方案|计划|规划|意见|通知|措施|办法|纲要|要点|清单|目标)(?:》|[（(][^（()）]{0,14}[）)]|的通知|$)"
)

_PROJECT_AFTER = re.compile(r"[^，。；：,;、0-9]{0,14}(?:和[^，。；,;]{0,18})?(?:、[^，。；,;]{0,18})?项目")

_BUILT = re.compile(r"投产|建成|竣工|投运|投用|完工|并网")


def heading_status(section: tuple[str, ...]) -> str:
    """target or reported where a heading tells (2023年工作安排, 2022年工作回顾); else ""."""
    for heading in reversed(section):
        if _REPORT_HEADING.search(heading):
            return "reported"
        if _TARGET_HEADING.search(heading):
            return "target"
    return ""


def status_in_time(status: str, why: str, period: Period, calendar: Calendar) -> str:
    """A stated time outweighs the kind of document.

    A plan reports what lies behind it, and a whole year that has hardly begun can only be a target;
    a wish stays a wish. `why` is what `read_status` gave.
    """
    if period.basis != "stated" or calendar.year is None or period.year is None:
        return status
    today = calendar.today()
    behind = period.year < calendar.year or (
        period.kind == "as_of" and period.end is not None and today is not None and period.end <= today
    )
    if status == "target" and behind and why != "wish":
        past = period.end is not None and today is not None and period.end <= today
        return "reported" if past or period.year != calendar.planned else status
    if status == "reported" and period.kind in ("year", "as_of") and period.year > calendar.year:
        return "target"
    whole = period.kind == "year" or period.kind == "ytd" and re.fullmatch(r"[0-9]{4}年", period.words)
    if status == "reported" and whole and period.year == calendar.year and (calendar.month or 12) <= 2:
        return "target"
    return status


def is_capacity(quantity: Quantity, text: str, sentence: tuple[int, int]) -> bool:
    """What a project yet to be built will make: 建设40万吨草酸项目."""
    after = text[quantity.end : min(sentence[1], quantity.end + 24)]
    return (
        quantity.unit in CAPACITIES
        and bool(_PROJECT_AFTER.match(after))
        and not _BUILT.search(text[sentence[0] : sentence[1]])
    )


def read_status(
    quantity: Quantity,
    text: str,
    sentence: tuple[int, int],
    context: str,
    wishes: Sequence[re.Match[str]],
) -> tuple[str, str]:
    """reported or target, and why: wish (力争), deadline (年底前), context or "".

    `context` is what headings and the kind of document say, `wishes` what `find_wishes` gave.
    """
    start = sentence[0]
    segment_start = max(
        start, text.rfind("；", start, quantity.start) + 1, text.rfind(";", start, quantity.start) + 1
    )
    position = quantity.written[0]
    before = text[max(segment_start, position - FAR) : position]
    if is_capacity(quantity, text, sentence) or _GOAL_BEHIND.match(text, quantity.written[1]):
        return "target", "wish"
    if _GOAL_BEFORE.search(before):
        return "target", "wish"
    floor = max(segment_start, position - FAR)
    if segment_start > start and not re.search(r"[0-9]{4}年|去年|已|目前|截至", before):
        floor = max(start, position - FAR)  # what opens the sentence holds over its semicolons
    near = [wish for wish in wishes if floor <= wish.start() and wish.end() <= position]
    if near and _reaches(near[-1], text[floor:position], floor, quantity, text, start):
        return "target", "deadline" if re.match(r"到20|年", near[-1].group()) else "wish"
    if context == "target":
        done = _ACHIEVED.search(clause_around(text, sentence, quantity)) or re.search(
            r"以来|去年|上年|年来", before
        )
        return ("reported", "") if done else ("target", "context")
    return "reported", ""


def find_wishes(text: str, sentence: tuple[int, int]) -> list[re.Match[str]]:
    """The words of a sentence that make a target: 力争, 计划 as a verb, 到2025年."""
    start, end = sentence
    return [
        wish
        for wish in _TARGET.finditer(text, start, end)
        if not _PLAN_NOT_TARGET.search(text[max(start, wish.start() - 4) : wish.end() + 6])
    ]


def _reaches(wish: re.Match[str], before: str, floor: int, quantity: Quantity, text: str, start: int) -> bool:
    """Whether a wish earlier in the sentence still speaks of the quantity."""
    said = before[wish.start() - floor :]
    started = re.match(r"计划总投资", said) and _STARTED.search(
        text[start : quantity.end + 16].split("\n")[0]
    )
    if started or re.match(r"计划总?投资", said) and "，" in said:
        return False  # 计划投资232亿元，完成63.5%; 计划总投资12亿元的项目开工
    clause = clause_before(text, start, quantity.written[0])
    if re.search(r"(?:完成|超)[^，。]{0,8}(?:计划|目标|任务)", clause) and "的" in said:
        return False  # 完成年计划30万人的124%
    beyond = re.search(r"[，,]", said)
    if wish.group() in ("预计", "有望") and beyond and not _AT_HEAD.search(before[: wish.start() - floor]):
        # in the middle of a sentence a forecast is of its own clause, and of the growth of the same
        return (
            bool(re.search(r"[，,](?:比|较|同比|增长|下降)[^，,]*$", said))
            and said.count("，") + said.count(",") == 1
        )
    return not _DONE.search(said)
