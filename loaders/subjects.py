"""A short readable noun phrase for what a figure measures.

The phrase stands behind the number (172条重点任务) or before it (办结破产案件49件); where the clause
has none (增长18.6%), the subject of the figure before is carried on.
"""

from __future__ import annotations

import re

from loaders.marks import CLAUSE, COMMA
from loaders.periods import EVENT, TIME
from loaders.quantity import Quantity

_LONGEST_TAIL = 14  # characters looked at in one step
LONGEST = 24  # characters of a subject

# A preposition is cut off, a word that begins with the same character is not: 对企业, but 对外贸易.
_PREPOSITIONS = (
    r"对(?!外|口|接|象|策|应|标)|从(?!业|事|教|众)|为(?!企服务|民|期|主|人)|将(?!军|士|来)|把(?!关|握)|在(?!建|保|校|读|岗|编|册|线|职|园|区|库|途|营|家)|"
    r"向(?!日|阳)|由(?!于)|被(?!征)|通过|围绕|针对|面向|其中的?|包括"
)
_LEADING = re.compile(
    r"^(?:此外|同时|另外|另有|并且?(?!购|网|联)|且|还(?!款|本|贷)|又|也|均(?!衡)|都(?!市)|共(?:有|计)?(?!同|享|建|产|青|富|治|识)|总共|已(?:经)?|仅|只(?:有)?|再(?!生|贷|造|就)|就(?!业|医|诊|地|读)|而|则|及(?!格|时)|和(?!谐|平)|与(?!会)|以及|或|"
    rf"{_PREPOSITIONS}|[一二三四五六七八九十]是|首先|目前|截至|截止|累计|合计|总计|全年|当年|同期|近年来|先后|相继|陆续|分别|年均|预计|预期|力争|确保|争取|积极争取|计划|努力|要|须|应(?!急|收|用|届|税)|"
    r"(?:全国|全省|全区|全市|全县|全旗)(?!首|率先|最|唯一|范围|通办)|我国|我省|我区|我市|我县|我旗|本市|该市|该县|该区|各地|这些|他们|此(?!类|项)|是|有(?!效|限|机|轨|色|关|序)|的|了|：|:|\(|（|、|”|》|\)|）|\.|·|\s|●|—|-|，)++"
)
_TAIL = re.compile(
    r"(?:超过|超出|(?<![赶反])超|突破|高达|多达|(?<![直送通抵表下到])达到?了?|达至|约为|约占|大约|(?<![节合条制签预履违公集])约|(?<![附邻就])近|将近|接近|不低于|不少于|不超过|不高于|至少|最高|最低|逾|(?<![侦突])破|"
    r"分别[为达]?|均[为达]?|(?<!首)都|合计为?|共计|总计|累计|共有|(?<![公])共|总共|仅用|仅|只有|只|(?<!成)就|已有|(?<!而)已|现有|拥有|(?:(?<=[院场究出]所)|(?<![所固]))有|(?<![作行])为|(?<!还)是|占|(?<![收得受遇见])到|(?<![甚])至|(?<![由关对至])于|(?<![为])了|(?<![存现所实])在|"
    r"由|(?<!服)从|将|把|(?<![温饱])和|(?<!惠)及|、|要|须|应|分属|涉及|"
    r"负增长|(?<=[值额量])负|力争|争取|预计|全国|全区|全市|同比|环比|比上年|比去年|较上年|较去年|比上年同期|比去年同期|两年平均|年均|平均|实际|名义|继续|保持|稳定|控制|"
    r"增长|增加|提高|提升|上升|上涨|下降|减少|降低|降至|压减|压缩|缩短|精简|回落|下滑|下跌|扩大至?|净增|加快|提速|增至|升至|拓展至|随之|"
    r"翻|高于|低于|高出|快于|慢于|(?<=[速率])[高低]|位居|位列|名列|跃居|稳居|排名|(?<![安编])排|(?<![班系专序并陈])列|居|第|倒数|双双|实现|完成|的|目标|——|—|-|：|:|\(|（|,|，|\s)++$"
)
_BRACKETS = re.compile(r"[（(][^（()）]{0,40}[）)]")
_VERB_HEADS = re.compile(
    r"^(?:实现|完成|进行|开展|提供|达成|促成|签订|签署|办理|推出|发放|释放|受理|审结|办结|新增|新建|建成|培育|引进|落实|整合|汇聚|组织|举办|召开|设立|开设|配备|新?聘任|招募|查处|处置|化解|安置|收到|接入|覆盖|推动|支持|服务|惠及|带动|拉动|首创)"
)
_AFTER = re.compile(r"(?:的)?(?P<noun>[“《]?[\u4e00-\u9fffA-Za-z“”《》·+&]{2,30})")
_MOVES = (
    r"增长|下降|增至|降至|压减|压缩|缩短|扩大|扩充|提高|提升|减少|增加到?|上升|升至|回落|左右|以上|以下|以内"
)
_AFTER_STOP = re.compile(
    r"(?:实现|完成|进行|开展|提供|推行|纳入|进驻|均|已(?!建|投)|被|由|在|与|和|及|为|是|用于|通过|全部|顺利|成功|开工|投产|落地|参加|参与|获得|入选|上榜|接入|同比|比上年|较上年|占|因此|释放|得到|可以|得以|享受|做到|"
    rf"更快|有(?!限)|重新|{_MOVES})"
)
_LEAGUE_TAIL = re.compile(
    r"在[^，。；,;在]{2,40}$|(?:居|列|位列|位居|排名?)?(?:全国|全省|全区|全市|全州|全盟|[东南西北华中]{2}地区|西部|北方|南方)[^，。；,;]{0,16}$"
)
_TIMELY = re.compile("[年月日季]|目前|同比|环比|以来|截至|近|同期|五”")
_BARE_RANK = frozenset(["", "增速", "总量", "成绩", "名次", "综合", "户数", "规模"])


def read_subject(quantity: Quantity, text: str, sentence_start: int, floor: int, carried: str) -> str:
    """What `quantity` measures.

    `text` is the article's clean text, `floor` where the figure before ended, `carried` its subject.
    """
    after = _noun_after(quantity, text)
    before = _phrase_before(text, max(sentence_start, floor), quantity.written[0], floor > sentence_start)
    if quantity.form == "rank":
        phrase = _ranked(text, max(sentence_start, floor), quantity.written[0], sentence_start, carried)
    elif quantity.form == "streak" or before.endswith("连续"):
        before = re.sub(r"(?:已)?(?:连续|蝉联|接连)$", "", before)
        if not before and len(after) <= 2:  # 全区营商环境评估，已连续4年开展
            before = _stripped(COMMA.split(text[sentence_start : quantity.written[0]])[-2:][0])
        phrase = before + after if before and len(after) <= 4 else after or before
    elif quantity.unit in ("%", "‰", "个百分点", "百分点", "成", "倍", "番", "个基点"):
        phrase = (
            f"{carried}{before.removesuffix('的比重')}的比重"
            if re.match(r"占", before) and carried
            else before or carried or after
        )
    elif len(after) >= 2:
        verb = _VERB_HEADS.match(before)
        adjacent = floor > sentence_start and not re.search(
            r"[，。；、,;]", text[floor : quantity.written[0]]
        )
        phrase = (verb.group() if verb and len(before) <= 6 and not adjacent else "") + after
        if before and len(before) <= 8 and not verb and len(after) <= 3 and not adjacent:
            phrase = before + after
    else:
        phrase = before or carried
    return _tidy(phrase) or _tidy(carried)


def _noun_after(quantity: Quantity, text: str) -> str:
    if not quantity.unit or quantity.unit in ("%", "‰", "个百分点", "元"):
        return ""
    streak = quantity.form == "streak" or quantity.unit == "年"
    start = quantity.end
    skipped = (
        None if streak else re.compile(r"(?:进驻|参加|参与|入选|上榜|接入|纳入)(?:了)?").match(text, start)
    )
    match = _AFTER.match(text, skipped.end() if skipped else start, start + 34)
    if not match:
        return ""
    noun = match.group("noun")
    stop = None if streak else _AFTER_STOP.search(noun)
    if stop:
        noun = noun[: stop.start()]
    return noun if len(noun) >= 2 else ""


def _phrase_before(text: str, floor: int, end: int, follows: bool) -> str:
    piece = _BRACKETS.sub("", text[max(floor, end - 60) : end])
    clauses = CLAUSE.split(piece)
    piece = clauses[-1]
    if (
        follows and len(clauses) == 1
    ):  # 4个阶段、12个部门: what stands before the comma belongs to the number before
        piece = piece.rsplit("、", 1)[-1]
    return _stripped(_without_times(piece))


def _without_times(piece: str) -> str:
    return EVENT.sub("", TIME.sub("", piece)) if _TIMELY.search(piece) else piece


def _stripped(piece: str) -> str:
    while piece:
        lead = _LEADING.match(piece)
        tail = _TAIL.search(piece, max(lead.end() if lead else 0, len(piece) - _LONGEST_TAIL))
        if not lead and not tail:
            break
        piece = piece[lead.end() if lead else 0 : tail.start() if tail else len(piece)]
    return piece


def _ranked(text: str, floor: int, end: int, sentence_start: int, carried: str) -> str:
    """What was ranked, without the league: 固定资产投资增速 of 固定资产投资增速在盟市中居第2名."""
    joined = not re.search(
        r"[，。；,;]", text[floor:end]
    )  # 在全国333个地级市中居第31位: 333 is no subject of its own
    piece = COMMA.split(text[sentence_start if joined else floor : end])[-1]
    own = _stripped(_LEAGUE_TAIL.sub("", _stripped(_without_times(piece))))
    if own not in _BARE_RANK and len(own) > 1:
        return own
    if carried:
        return carried if own in carried else carried + own
    for clause in reversed(
        re.split(r"[，。；,;、]", text[sentence_start:floor] or text[sentence_start:end])[:-1]
    ):
        phrase = re.sub(r"[中里上]$", "", _stripped(_without_times(clause)))
        if len(phrase) >= 3:
            return phrase
    return own


def _tidy(phrase: str) -> str:
    phrase = phrase.strip("的了等、和与及‘’（）() ，。；：·-—")
    for opening, closing in ("“”", "《》", "（）", "()"):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.replace(opening, "").replace(closing, "")
    if len(phrase) > LONGEST:
        phrase = phrase[-LONGEST:]
        cut = re.search(r"[、，的”》]", phrase)
        if cut and cut.end() < len(phrase) - 3:
            phrase = phrase[cut.end() :]
        for opening, closing in ("“”", "《》"):
            if phrase.count(opening) != phrase.count(closing):
                phrase = phrase.replace(opening, "").replace(closing, "")
    return phrase.strip("的了等、和与及")


def without_place(subject: str, names: list[str]) -> str:
    """`subject` without a place at its head: the place has a column of its own."""
    for name in sorted(names, key=len, reverse=True):
        if subject.startswith(name) and not re.match(r"首|率先|通办|最|唯一", subject[len(name) :]):
            rest = subject[len(name) :].lstrip("的、")
            rest = _stripped(rest)
            return rest if len(rest) >= 2 else subject
    return subject
