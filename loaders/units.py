"""Units and measure words that can follow a number in Chinese official texts.

A unit is written as it is printed, without 万 and 亿. Where a measure word is also the first
character of an ordinary word, `NOT_BEFORE` names what must not follow: 3部 is a unit, 3部门 is not.
Source: the measure words of 《现代汉语八百词》, the units of GB 3100 and of statistical communiqués.
"""

from __future__ import annotations

import re

_RATES = "% ‰ BP bp 个位次 位次 个百分点 百分点 个基点 基点 个点 成 倍 番 折"
_MONEY = "元人民币 元 美元 亿美元 欧元 港元 港币 日元 英镑 卢布 澳元 韩元 人民币 角"
_PEOPLE = (
    "人次 人·次 人天 件次 家次 户次 车次 班次 架次 辆次 台次 场次 艘次 批次 频次 例次 项次 起次 只次 人 名 位 户 口 "
    "周岁 岁 代 家 对 双 员"
)
_THINGS = (
    "个工作日 个月 个小时 个季度 个星期 个 通 剂次 人份 剂 针 集 轮次 讲 泊位 学位 车位 项 件 条 款 种 类 大类 门类 门 部 本 册 卷 篇 幅 枚 套 台套 台 辆 艘 架 列 趟 班 柜 "
    "座 栋 幢 间 处 所 宗 起 桩 笔 单 份 封 张 批 期 届 场 次 轮 例 则 支 只 头 匹 羽 尾 峰 株 棵 颗 粒 朵 根 口 眼 "
    "块 片 段 道 级 档 层 步 环 站 点 队 组 团 股 手 瓶 盒 袋 箱 标准箱 标箱 自然箱 包 桶 罐 卡车 车皮 车 集装箱 "
    "把 面 盏 顶 扇 床 席 卡 号 版 连冠 冠 目 科 属 "
    "课时 学时 节 堂 课 字 词 页 票 分 票次 席位 盘 首 出 部次 标台 标准车 关 折 项目 井次"
)
_TIME = "个工作日 工作日 秒 秒钟 分钟 小时 学时 天 周 星期 个周 季度 年 日"
_PLACES = "旗县区 旗区 盟市 县市区 区县 县区 市县 省区市 乡镇 苏木 嘎查 街道 社区 行政村 村 镇 乡 县 旗 市 省 国 区 国家 部门 单位"
_MEASURES = (
    "平方公里 平方千米 平方米 平方厘米 平米 公顷 亩 亩次 立方米 立方 立方公里 升 毫升 公里 千米 海里 光年 厘米 毫米 微米 纳米 延米 米 "
    "标准煤 吨标准煤 吨标煤 吨公里 人公里 吨海里 吨 公斤 千克 市斤 斤 分钱 毫克 微克 克 担 石 "
    "千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 瓦时 瓦 度电 度 摄氏度 ℃ 千伏安 千伏 伏 安 焦 千焦 大卡 卡路里 赫兹 比特 分贝 "
    "平方英尺 英尺 英里 英寸 盎司 磅 桶 克拉 载重吨 总吨 综合吨 当量吨 人日 工日 床日 车公里"
)
# Latin units; longest first is taken care of below
_LATIN = (
    "TEU kWh kW·h MWh GWh TWh kW MW GW TW kV kVA km² km2 km㎡ ㎡ m² m2 m³ m3 km cm mm kg mg μg g t "
    "EFLOPS PFLOPS TFLOPS Gbps Mbps Tbps GB TB PB EB MB GHz MHz Hz dB pH"
)
_SLASHED = (
    "吨标准煤 吨标煤 立方米 平方米 公斤 千克 毫克 微克 千瓦时 人次 批次 亿元 万元 元 吨 人 克 升 米 次 件 天 年 月 日 秒 小时 亩 公顷 "
    "平方公里 户 桶 千卡 台 辆 个 家 万人 千人 百人 床 头 标准立方米"
)

NOT_BEFORE = {
    "部": "门委队署长落",
    "级": "别联",
    "条": "例",
    "家": "庭长乡园政电具",
    "次": "数日年序要级贷",
    "名": "称单录牌优特字词",
    "位": "置于列居次数",
    "点": "位击评名",
    "分": "别之成布为公配期散类级批管析享行支局公拣",
    "天": "然津地气下空",
    "人": "民均才社代工力口文物事防体类社",
    "单": "位个一独产体项",
    "班": "子组列轮",
    "面": "积向对临",
    "期": "间货望刊限",
    "场": "所地景馆",
    "口": "岸径碑号感罩腔",
    "组": "织成合建件",
    "团": "队体结圆员",
    "站": "点位",
    "级市": "",
    "户": "籍外口用",
    "台": "账风阶湾",
    "车": "间辆位站",
    "项": "目",  # "50项目" is not printed by careful writers; "项目" is a unit of its own above
    "处": "理置罚分级于长",
    "所": "有在属以需",
    "出": "台口具让现资生租",
    "路": "径线面灯网由",
    "线": "上下路索",
    "段": "落",
    "关": "于键注系联",
    "号": "召文",
    "包": "括含装",
    "手": "续段机术",
    "卡": "点车",
    "度": "假",
    "代": "表理码建办",
    "道": "路",
    "首": "次家个批创都先位席届",
    "字": "节号",
    "课": "程题",
    "节": "约能点日水目假",
    "员": "工",
    "片": "区",
    "批": "次准发复评示",
    "队": "伍员",
    "环": "境节保比卫",
    "张": "家",
    "门": "店诊户类槛",
    "年": "度级龄轻报均底末初",
    "日": "均常前报",
    "市": "场民级长值政属直",
    "县": "域级长城",
    "区": "域间块级",
    "省": "级份会",
    "国": "家际内有务外产",
    "村": "民委级",
    "镇": "街级",
    "乡": "村镇",
    "成": "为功果立效员本分都人长品绩熟交",
    "折": "合算旧叠",
    "例": "如外",
    "则": "",
    "起": "来步草点到码",
    "对": "接应象于外比口",
    "双": "方",
    "版": "图权",
    "目": "标前录的",
    "科": "技学研室",
    "股": "份权东",
    "元": "素旦宵",
    "周": "边期年",
    "头": "部条",
    "根": "据",
    "层": "级面次",
    "步": "骤入行",
    "支": "持付出撑部行",
    "米": "兰",
    "亩": "均",
    "户次": "",
    "石": "油化家",
    "担": "保当任",
    "克": "服",
    "安": "全置排",
    "升": "级",
    "磅": "礴",
    "冠": "军",
    "盘": "活",
    "票": "据",
    "堂": "食",
    "块": "状",
    "把": "握",
    "桩": "",
    "本": "级地市县省区次科",
    "架": "构",
    "列": "入车为",
    "席": "位",
    "封": "闭",
    "尾": "气",
    "眼": "",
    "角": "度色逐",
    "间": "接隔",
    "轮": "船胎",
    "页": "岩",
    "字节": "",
    "街道": "办",
    "社区": "矫",
    "单位": "G",
    "部门": "",
    "国家": "级",
    "旗": "级帜",
    "周岁": "",
}


def _alternatives() -> str:
    words = set(" ".join((_RATES, _MONEY, _PEOPLE, _THINGS, _TIME, _PLACES, _MEASURES)).split())
    slashed = "|".join(sorted(_SLASHED.split(), key=len, reverse=True))
    pieces = [rf"(?:{slashed})/(?:万元|亿元|{slashed})(?:·[年月天日])?"]
    for word in sorted(words, key=lambda w: (-len(w), w)):
        guard = NOT_BEFORE.get(word, "")
        guards = (f"(?![{guard}])" if guard else "") + ("(?!大[代常会工及的，、])" if word == "人" else "")
        pieces.append(re.escape(word) + guards)
    latin = "|".join(re.escape(w) for w in sorted(_LATIN.split(), key=len, reverse=True))
    return "|".join(pieces) + rf"|(?:{latin})(?![A-Za-z0-9])"


UNIT = _alternatives()  # for use inside another pattern: longest first, guards included
COUNTABLE_SMALL = frozenset(
    "家 所 件 起 座 名 人 场 次 版 部 户 位 条 届 宗 支 台 辆 艘 期 篇 亩 公里 天 年".split()
)
# What a project can make or hold in a year; before a noun and 项目 it is a capacity, not a report.
CAPACITIES = frozenset("吨 千瓦 兆瓦 吉瓦 立方米 kW MW GW 千瓦时 平方米 台 套 辆 片".split())
