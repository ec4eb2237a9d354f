"""Is a number with its unit a reported figure? Not a period, a threshold, an ordinal or a name."""

from __future__ import annotations

import re

from loaders.quantity import Quantity

STREAK_BEFORE = re.compile(r"(?:连续(?:[\u4e00-\u9fff]{2})?|接连|蝉联|连年|延续了?|连)(?:第)?$")

# Units that name a thing in an order (3期项目, 5级) unless the text stops there or counts on.
_ORDINAL_LIKE = frozenset(
    "期 代 层 级 版 届 号 路 线 点 度 环 步 关 档 段 道 区 股 册 卷 眼 口 把 面 包 手 站 日 本 分 乡 村 镇 市 县 省 国 旗 社区 街道 部门 单位 口 双 对 折 元角".split()
)

STOPS = set("，。；、！？）)》”,;!?:： \n及和与或的以左上余多（(—-~至到")

_PLACE_UNITS = frozenset(
    "旗县区 旗区 盟市 县市区 区县 县区 市县 省区市 乡镇 苏木 嘎查 街道 社区 行政村 村 镇 乡 县 旗 市 省 国 区 国家 部门 单位 项目".split()
)

_DURATIONS = frozenset("年 日 周 季度 个周 星期".split())

_DURATION_BEFORE = re.compile(
    r"(?:达到?|增至|延长|缩短|平均|长达|年限|寿命|期限|历时|提前|压缩|压减|减至|降至|缩减|减少|增加|提高)(?:到|至|了|为|约|近|超过?)?$"
)

_INDEX_BEFORE = re.compile(r"(?:指数|系数|得分|评分|均分|总分|比值|景气度|比为|PMI|CPI)[^，。；,;0-9]{0,6}$")

# 城乡收入比由2018年的2.01缩小到1.79, 性别比（……）由103.57下降为101.40
RATIO_BEFORE = re.compile(
    r"(?:收入比|性别比|抚养比|之比|比值|倍差)[^（()），。；]{0,4}[）)]?(?:[^，。；,;、]{0,14}(?:由|从)[^，。；,;、]{0,8})?(?:[0-9.]{1,8})?(?:缩小|下降|降|提高|上升|扩大|减小|升)?[到至为]?(?:的)?$"
)
_LEAGUE_SIZE = re.compile(r"[\u4e00-\u9fff]{1,10}中[^，。；,;]{0,8}(?:居|列|排|位|名)[^，。；,;]{0,6}第")
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff]$")

# 5000万元以上项目, 35岁以下的: the condition for being counted, not a count
_THRESHOLD = re.compile(r"(?:[（(]含(?:本数)?[）)])?及?以[上下内](?:的(?!目标|任务)|[\u4e00-\u9fff])")

_THRESHOLD_UNITS = frozenset(
    "元 美元 人 岁 周岁 亩 吨 户 千瓦 平方米 立方米 床 张 年 层 米 公里 级 个月 年 万元 家 个".split()
)

_REACHED = re.compile(r"(?:达到?|实现|完成|增长|增加|保持在?|稳定在|突破)(?:了|约|近|超过?)?$")


def is_figure(quantity: Quantity, text: str) -> bool:
    """Whether `quantity` is stated about the world, by the words around it."""
    if quantity.form in ("rank", "streak", "fraction"):
        return True
    before = text[max(0, quantity.start - 12) : quantity.start]
    after = text[quantity.end : quantity.end + 16]
    unit = quantity.unit
    if _LEAGUE_SIZE.match(after):
        return False  # 在全国333个地级市中居第31位: the rank tells it
    if after.startswith("级") or unit == "级" and quantity.unit_printed != unit:
        return False  # 10亿级产业
    if not unit:
        return _is_naked_figure(quantity, text, before, after)
    if unit in _DURATIONS or unit == "届":
        if STREAK_BEFORE.search(before):
            return True
        if unit == "届":
            return False
        if re.match(r"[来内间前后期]|以[来前后]|之[内前后]|行动|计划|规划|攻坚|任期|[制期]", after):
            return False
        return "." in quantity.number or bool(_DURATION_BEFORE.search(before))
    if unit in ("个月", "天", "个小时", "小时", "分钟", "周岁", "岁", "个季度") and re.match(
        r"来|以来|前|后", after
    ):
        return False
    if (
        unit in ("个月", "天")
        and before[-1:] in ("前", "近", "后", "头")
        and re.match(r"[，,、来内里中间]|$", after)
    ):
        return False
    if (
        quantity.form == "count"
        and _THRESHOLD.match(after)
        and unit in _THRESHOLD_UNITS
        and not _REACHED.search(before)
    ):
        return False
    if unit in _PLACE_UNITS:
        return quantity.numeral == "arabic" and (
            after[:1] in STOPS or not after or unit in ("旗县区", "旗区", "盟市", "县市区", "省区市", "乡镇")
        )
    if unit in _ORDINAL_LIKE and quantity.numeral == "arabic":
        if unit == "度" and quantity.unit_printed != "度":
            return True
        return after[:1] in STOPS or not after or "." in quantity.number
    if unit in ("成", "番") and quantity.numeral == "arabic" and unit == "番":
        return False
    return True


def _is_naked_figure(quantity: Quantity, text: str, before: str, after: str) -> bool:
    if quantity.numeral == "chinese":
        return (
            not re.match(r"[至到~—-]", after)
            and bool(quantity.unit_printed or quantity.number[-1] in "万亿千百")
            and not re.match(r"[级强佳分]|之城", after)
        )
    if quantity.unit_printed:
        return not after.startswith("级")
    if "." in quantity.number and RATIO_BEFORE.search(text[max(0, quantity.start - 50) : quantity.start]):
        return (
            not after
            or after[:1] in STOPS
            or bool(re.match(r"(?:缩小|下降|降|提高|上升|扩大|减小|升)", after))
        )
    if _INDEX_BEFORE.search(before) and (not after or after[:1] in STOPS):
        return True
    if (
        len(quantity.number) > 6
        or not _HAN_BEFORE.search(before)
        or (after and after[0] not in "，、；。）),;")
    ):
        return False
    if re.search(r"[（(]其中[^（()）]{0,10}$", before) or re.search(r"[（(，、；][男女]$", before):
        return True
    return (
        after[0:1] in ("，", "、")
        and bool(re.match(r"[，、][\u4e00-\u9fff]{1,3}[0-9]{1,7}(?:人|名|户|件|家|个)", after))
        and before[-2:-1] in "，、；：中（,"
    )
