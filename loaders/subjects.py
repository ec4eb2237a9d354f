"""A short readable noun phrase for what a figure measures.

The phrase stands behind the number (172条重点任务) or before it (办结破产案件49件); where the clause
has none (增长18.6%), the subject of the figure before is carried on.
"""

from __future__ import annotations

import re

from loaders.periods import TIME
from loaders.quantities import Quantity

LONGEST = 24  # characters of a subject

_LEADING = re.compile(
    r"^(?:其中|此外|同时|另外|另有|并|且|还|又|也|均|都|共|总|已|仅|只|再|就|而|则|及|和|与|以及|或|将|把|对|为|向|在|从|由|自|以|于|至|到|按|经|据|被|使|让|给|通过|围绕|针对|面向|"
    r"一是|二是|三是|四是|五是|六是|七是|八是|九是|首先|目前|截至|截止|累计|合计|共计|总计|全年|当年|同期|近年来|先后|相继|陆续|分别|平均|年均|预计|预期|力争|确保|争取|计划|努力|实现|"
    r"全国|全省|全区|全市|全县|全旗|全州|全盟|我国|我省|我区|我市|我县|我旗|本市|该市|该县|该区|各地|各部门|是|有|的|了|：|:|“|‘|\(|（|、|“|”|》|\)|）|\.|·|\s|●|—|-)+"
)
_TAIL = re.compile(
    r"(?:超过|超出|超|突破|高达|多达|达到了?|达到|达至|达|约为|约占|约|大约|近|将近|接近|不低于|不少于|不超过|不高于|至少|最高|最低|逾|破|"
    r"分别为|分别达|分别|均为|均达|均|都|合计为?|共计|总计|累计|共有|共|总共|仅用|仅|只有|只|就|已有|已|现有|拥有|有|为|是|占|到|至|于|了|在|以|按|由|从|将|把|对|和|与|及|、|"
    r"同比|环比|比上年|比去年|较上年|较去年|比上年同期|比去年同期|两年平均|年均|平均|实际|名义|继续|保持|稳定|控制|"
    r"增长|增加|增幅|增|提高|提升|上升|上涨|下降|减少|降低|降至|降|压减|压缩至|压减至|缩短至|缩短|回落|下滑|下跌|扩大至|扩大|净增|新增长|加快|提速|增至|升至|拓展至|"
    r"位居|位列|居|列|排名|排|第|倒数|跃居|名列|稳居|双双|实现|完成|的|目标|——|—|-|：|:|“|\(|（|,|，|\s)+$"
)
_VERB_HEADS = re.compile(
    r"^(?:实现|完成|进行|开展|提供|达成|促成|签订|签署|办理|推出|发放|释放|受理|审结|办结|新增|新建|建成|培育|引进|落实|整合|汇聚|组织|举办|召开|设立|开设|配备|聘任|招募|查处|处置|化解|安置|收到|接入|覆盖|推动|支持|服务|惠及|带动|拉动)"
)
_AFTER = re.compile(r"(?:的)?(?P<noun>[“《]?[\u4e00-\u9fffA-Za-z“”《》·+&（）()]{2,30})")
_AFTER_STOP = re.compile(
    r"(?:实现|完成|进行|开展|提供|推行|纳入|进驻|达|均|已|被|由|在|与|和|及|为|是|用于|通过|全部|顺利|成功|开工|投产|落地|参加|参与|获|入选|上榜|接入|同比|比上年|较上年|增长|下降|占|以上|以下|左右|以内|，|。|；|,|;|：|:)"
)
_PUNCTUATION = "，。；：！？,;:!?（）()"


def read_subject(quantity: Quantity, text: str, sentence_start: int, floor: int, carried: str) -> str:
    """What `quantity` measures. `floor` is where the figure before it ended; `carried` is its subject."""
    after = _noun_after(quantity, text)
    before = _phrase_before(text, max(sentence_start, floor), quantity.written[0])
    if quantity.form in ("rank",) or quantity.unit in ("%", "‰", "个百分点", "百分点", "成", "倍", "番", "个基点"):
        phrase = before or carried or after
    elif after and len(after) >= 2 and not _AFTER_STOP.match(after):
        verb = _VERB_HEADS.match(before)
        phrase = (verb.group() if verb and len(before) <= 6 else "") + after
        if before and len(before) <= 8 and not verb and len(after) <= 3:
            phrase = before + after
    else:
        phrase = before or carried or after
    return _tidy(phrase) or _tidy(carried) or _tidy(after)


def _noun_after(quantity: Quantity, text: str) -> str:
    end = quantity.end
    if not quantity.unit or quantity.unit in ("%", "‰", "个百分点", "元"):
        return ""
    match = _AFTER.match(text, end, end + 34)
    if not match:
        return ""
    noun = match.group("noun")
    stop = _AFTER_STOP.search(noun)
    if stop:
        noun = noun[: stop.start()]
    noun = re.split(r"[（）()]", noun)[0]
    return noun if len(noun) >= 2 else ""


def _phrase_before(text: str, floor: int, end: int) -> str:
    piece = text[max(floor, end - 60) : end]
    piece = re.split(r"[，。；：！？,;:!?]", piece)[-1] if not re.search(r"[，,]$", piece) else ""
    piece = TIME.sub("", piece)
    while True:
        shorter = _TAIL.sub("", _LEADING.sub("", piece))
        if shorter == piece:
            break
        piece = shorter
    return piece


def _tidy(phrase: str) -> str:
    phrase = phrase.strip("的了等、和与及“”‘’《》（）() ，。；：·-—") if phrase else ""
    for opening, closing in ("“”", "《》", "（）", "()"):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.replace(opening, "").replace(closing, "")
    if len(phrase) > LONGEST:
        phrase = phrase[-LONGEST:]
        cut = re.search(r"[、，的”》]", phrase)
        if cut and cut.end() < len(phrase) - 3:
            phrase = phrase[cut.end() :]
    return phrase.strip("的了等、和与及")
