"""Number, multiplier, unit and bound of what stands in a sentence, and what is no figure.

A case is a phrase in the manner of officialese and what must be read in it: the core as printed, its
value in the base unit ("low~high" for a range), the unit, and the bound unless it is exact.
"""

from decimal import Decimal

import pytest

from loaders.numerals import FOLD
from loaders.periods import read_times
from loaders.quantities import read_quantities


def quantities(sentence):
    folded = sentence.translate(FOLD)
    return read_quantities(folded, [(word.start, word.end) for word in read_times(folded)])


def plain(value):
    return f"{value.normalize():f}"


def said(sentence):
    """Each figure in short: "3.1万余条 31000 条 over"."""
    return [
        " ".join(
            word
            for word in (
                sentence[q.start : q.end],
                plain(q.value) + (f"~{plain(q.high)}" if q.high is not None else ""),
                q.unit,
                q.bound if q.bound != "exact" else "",
            )
            if word
        )
        for q in quantities(sentence)
    ]


def gap(*case, reason):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("办结破产案件49件", ["49件 49 件"]),
        ("授信总额623.2亿元", ["623.2亿元 62320000000 元"]),
        ("完成投资1,234.5万元", ["1,234.5万元 12345000 元"]),
        ("城镇居民人均可支配收入52,317元", ["52,317元 52317 元"]),
        ("城镇居民人均可支配收入52 317元", ["52 317元 52317 元"]),
        ("新增经营主体１．２万户", ["１．２万户 12000 户"]),
        ("同比增长８.３％", ["８.３％ 8.3 %"]),
        ("减税降费30余万元", ["30余万元 300000 元 over"]),
        ("慰问3万多人", ["3万多人 30000 人 over"]),
        ("外贸进出口总值1.05万亿元", ["1.05万亿元 1050000000000 元"]),
        ("发放贷款30多亿元", ["30多亿元 3000000000 元 over"]),
        ("组织活动2千场", ["2千场 2000 场"]),
        ("受益群众6百万人次", ["6百万人次 6000000 人次"]),
        ("实到外资0.8亿美元", ["0.8亿美元 80000000 美元"]),
    ],
)
def test_reads_digits_with_multiplier_and_unit(sentence, figures):
    assert said(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("筹集资金两千万元", ["两千万元 20000000 元"]),
        ("帮扶企业一万余家", ["一万余家 10000 家 over"]),
        ("游客突破百万人次", ["百万人次 1000000 人次 over"]),
        ("产值突破千亿元", ["千亿元 100000000000 元 over"]),
        ("产值迈上万亿元", ["万亿元 1000000000000 元"]),
        ("点击量双双破百万", ["百万 1000000 over"]),
        ("减少证明材料十余项", ["十余项 10 项 over"]),
        ("走访企业百余家", ["百余家 100 家 over"]),
        ("惠及千余户", ["千余户 1000 户 over"]),
        ("三百二十家企业参展", ["三百二十家 320 家"]),
        ("近九成事项一次办成", ["九成 9 成 nearly"]),
        ("有五成以上的申请即时办结", ["五成 5 成 at_least"]),
        ("五成以上的申请即时办结", ["五成 5 成 at_least"]),
        ("七成五的诉求当天回复", ["七成五 7.5 成"]),
        ("占比超过百分之六十", ["百分之六十 60 % over"]),
        ("增长百分之三点五", ["百分之三点五 3.5 %"]),
        ("规模比上年翻一番", ["一番 1 番"]),
        ("产量翻两番", ["两番 2 番"]),
        ("效率提高三倍", ["三倍 3 倍"]),
        ("为上年的1.2倍", ["1.2倍 1.2 倍"]),
        ("新建改扩建学校八所", ["八所 8 所"]),
        ("升级了三版", ["三版 3 版"]),
        ("新增贷款二十多万元", ["二十多万元 200000 元 over"]),
        ("慰问金五十五万元", ["五十五万元 550000 元"]),
        ("兑现率百分之百", ["百分之百 100 %"]),
        ("来了数百家企业", []),  # 数百 and 两三 name no number that could be compared
        ("走访两三家企业", []),
        ("费率为千分之三", ["千分之三 3 ‰"]),
        gap("签约企业十几家", ["十几家 10 家 over"], reason="十几 is read as no number"),
        ("产值增长近一倍", ["一倍 1 倍 nearly"]),
        ("比例为百分之三十至五十", ["百分之三十至五十 30~50 %"]),
        ("平均用时2个半小时", ["2个半小时 2.5 小时"]),
    ],
)
def test_reads_chinese_numerals_that_carry_a_quantity(sentence, figures):
    assert said(sentence) == figures


def test_two_thirds_is_one_fraction():
    (found,) = quantities("约三分之二的企业享受政策")
    assert (found.start, found.end, found.form) == (1, 5, "fraction")
    assert found.value == Decimal(2) / 3
    assert found.bound == "about"


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("用时9-12个月", ["9-12个月 9~12 个月"]),
        ("补助比例15%至20%", ["15%至20% 15~20 %"]),
        ("奖励5万元至10万元", ["5万元至10万元 50000~100000 元"]),
        ("压缩3～5个工作日", ["3～5个工作日 3~5 个工作日"]),
        ("每次培训30—50人", ["30—50人 30~50 人"]),
        ("投入2至3亿元", ["2至3亿元 200000000~300000000 元"]),
        ("年增长5%—8%左右", ["5%—8% 5~8 % about"]),
        ("下降5~8%", ["5~8% 5~8 %"]),
        ("环节从6个压减至2个", ["6个 6 个", "2个 2 个"]),
        ("时限由15个工作日缩短至3个工作日", ["15个工作日 15 个工作日", "3个工作日 3 个工作日"]),
        ("从100个压减到50个", ["100个 100 个", "50个 50 个"]),
        ("材料由12份减至5份", ["12份 12 份", "5份 5 份"]),
        ("费率在5%到8%之间", ["5%到8% 5~8 %"]),
        ("费率从5%到8%不等", ["5%到8% 5~8 %"]),
        gap(
            "三至五个工作日内办结",
            ["三至五个工作日 3~5 个工作日 at_most"],
            reason="small Chinese numerals in a range",
        ),
    ],
)
def test_a_range_is_one_figure_and_a_fall_from_one_level_to_another_is_two(sentence, figures):
    assert said(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("分别压缩至12个、7个工作日", ["12个 12 个工作日", "7个工作日 7 个工作日"]),
        ("分别为7537.8亿元、4673.7亿元", ["7537.8亿元 753780000000 元", "4673.7亿元 467370000000 元"]),
        ("4个阶段12个部门24个单办事项", ["4个 4 个", "12个 12 个", "24个 24 个"]),
        ("新增国家级、自治区级平台分别为3、5和8家", ["3 3 家", "5 5 家", "8家 8 家"]),
        ("分别达到2.5、3.1亿元", ["2.5 250000000 元", "3.1亿元 310000000 元"]),
        ("分别增长1.9%和38.4%", ["1.9% 1.9 %", "38.4% 38.4 %"]),
        ("全国35个、自治区9个", ["35个 35 个", "9个 9 个"]),
        ("合格率达15%、30%以上", ["15% 15 %", "30% 30 % at_least"]),
        ("合格率均达到15%、30%以上", ["15% 15 % at_least", "30% 30 % at_least"]),
        ("分别超过3家、5家", ["3家 3 家 over", "5家 5 家 over"]),
        ("调解员960人，其中男444，女516人", ["960人 960 人", "444 444", "516人 516 人"]),
        ("一、二季度分别办理120件、135件", ["120件 120 件", "135件 135 件"]),
        ("列全区第2、第3位", ["第2 2 位", "第3位 3 位"]),
        gap(
            "列全区第2、3位", ["第2 2 位", "3 3 位"], reason="the first rank of a list stays without its unit"
        ),
    ],
)
def test_members_of_a_list_share_unit_multiplier_and_verb(sentence, figures):
    assert said(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "core", "value", "unit"),
    [
        ("接待游客320万人次", "320万人次", 3_200_000, "人次"),
        ("办件量58.4万件次", "58.4万件次", 584_000, "件次"),
        ("发电量1200亿千瓦时", "1200亿千瓦时", 120_000_000_000, "千瓦时"),
        ("新增装机350万千瓦", "350万千瓦", 3_500_000, "千瓦"),
        ("均价680元/吨", "680元/吨", 680, "元/吨"),
        ("补贴3元/千瓦时", "3元/千瓦时", 3, "元/千瓦时"),
        ("浓度为28微克/立方米", "28微克/立方米", 28, "微克/立方米"),
        ("绿化面积12.6平方公里", "12.6平方公里", Decimal("12.6"), "平方公里"),
        ("治沙面积180万亩", "180万亩", 1_800_000, "亩"),
        ("库容2.4亿立方米", "2.4亿立方米", 240_000_000, "立方米"),
        ("提高3.4个百分点", "3.4个百分点", Decimal("3.4"), "个百分点"),
        ("利率下降25个基点", "25个基点", 25, "个基点"),
        ("下调15BP", "15BP", 15, "BP"),
        ("出口额2.1亿美元", "2.1亿美元", 210_000_000, "美元"),
        ("煤炭产量8.9亿吨", "8.9亿吨", 890_000_000, "吨"),
        ("能耗0.42吨标准煤/万元", "0.42吨标准煤/万元", Decimal("0.42"), "吨标准煤/万元"),
        ("吞吐量120万TEU", "120万TEU", 1_200_000, "TEU"),
        ("自然增长率为-1.2‰", "1.2‰", Decimal("-1.2"), "‰"),
        ("均分为92.5分", "92.5分", Decimal("92.5"), "分"),
        ("最快3分钟办结", "3分钟", 3, "分钟"),
        ("新建5G基站1860座", "1860座", 1860, "座"),
        ("开行班列46列", "46列", 46, "列"),
        ("惠及3.2万户次", "3.2万户次", 32_000, "户次"),
        ("涉及30余个部门", "30余个", 30, "个"),
    ],
)
def test_compound_units_stay_whole(sentence, core, value, unit):
    (found,) = quantities(sentence)
    assert (sentence[found.start : found.end], found.value, found.unit) == (core, value, unit)


@pytest.mark.parametrize(
    ("sentence", "bound", "written"),
    [
        # before
        ("旅游收入超20亿元", "over", "超20亿元"),
        ("旅游收入超过20亿元", "over", "超过20亿元"),
        ("存款余额突破5000亿元", "over", "突破5000亿元"),
        ("累计逾3万家", "over", "逾3万家"),
        ("累计近3万家", "nearly", "近3万家"),
        ("接近40%", "nearly", "接近40%"),
        ("将近两千万元", "nearly", "将近两千万元"),
        ("节约成本约1.5亿元", "about", "约1.5亿元"),
        ("大约300家", "about", "大约300家"),
        ("占比约为12%", "about", "约为12%"),
        ("每户不低于500元", "at_least", "不低于500元"),
        ("兑现率不少于95%", "at_least", "不少于95%"),
        ("至少12场", "at_least", "至少12场"),
        ("最低300元", "at_least", "最低300元"),
        ("费用不超过800元", "at_most", "不超过800元"),
        ("用时不到30分钟", "at_most", "不到30分钟"),
        ("不足5%", "at_most", "不足5%"),
        ("差评率低于0.1%", "at_most", "低于0.1%"),
        ("最高可300万元", "at_most", "最高可300万元"),
        ("最高补助300万元", "at_most", "最高补助300万元"),
        ("最高可达300万元", "at_most", "最高可达300万元"),
        ("最高可贷300万元", "at_most", "最高可贷300万元"),
        gap("占比≥95%", "at_least", "≥95%", reason="signs of comparison are not read"),
        # behind
        ("网办率达98%以上", "at_least", "98%以上"),
        ("压缩至3个工作日以内", "at_most", "3个工作日以内"),
        ("在2天之内办结", "at_most", "2天之内"),
        ("在2天内办结", "at_most", "2天内"),
        ("自收到发票后10个工作日内付款", "at_most", "10个工作日内"),
        ("增长6%左右", "about", "6%左右"),
        ("成本降至1%以下", "at_most", "1%以下"),
        # inside
        ("孵化3000余名从业者", "over", "3000余名"),
        ("协议资金128多亿元", "over", "128多亿元"),
        ("审结3.1万余条", "over", "3.1万余条"),
        ("减少20多个环节", "over", "20多个"),
        # none
        ("办结49件", "exact", "49件"),
        ("附近3家商户", "exact", "3家"),
        ("节约1.5亿元", "exact", "1.5亿元"),
        ("通过15项评审", "exact", "15项"),
        ("签约12个", "exact", "12个"),
        ("赶超2家", "exact", "2家"),
    ],
)
def test_a_number_keeps_its_bound(sentence, bound, written):
    (found,) = quantities(sentence)
    assert found.bound == bound
    assert sentence[slice(*found.written)] == written


@pytest.mark.parametrize(
    "sentence",
    [
        # dates and periods
        "2025年3月25日召开会议",
        "“十四五”规划启动",
        "今年一季度形势良好",
        "9月底前全部完成",
        "2021—2025年行动方案",
        "二〇二五年八月十五日",
        "3月12日至16日举行",
        "近三年来持续推进",
        # numbers of documents, versions, lists, meetings
        "印发（鄂府发〔2024〕18号）",
        "推出营商环境6.0版",
        "实施4.0方案",
        "（一）优化流程",
        "1.推进改革",
        "3、加强监管",
        "第十六次全体会议",
        "第3批名单",
        "第二十三条规定",
        "《2025年工作要点30条》",
        # names with digits
        "拨打12345热线",
        "12366平台受理",
        "建设5G网络",
        "S27高速通车",
        "G18荣乌高速",
        "C919首飞",
        "A股上市",
        "CCTV-4播出",
        "电话0477-8588888",
        "联系人手机13800001111",
        "全年24小时服务",
        "全年365天不打烊",
        "每日8时30分开放",
        "网址https://www.example.cn/2025/0312.html",
        # slogans and bundles
        "办好“两件大事”",
        "落实“三个四”要求",
        "推行“一件事一次办”",
        "建立“137”机制",
        "打造“15分钟便民服务圈”",
        "四大班子领导",
        "五级联动",
        "双随机、一公开",
        "优化第三产业",
        "入选全国百强县",
        # one as an article
        "出台一批政策",
        "解决一系列问题",
        "进一步优化",
        "第一时间响应",
        "一是压实责任",
        "成为一家人",
        gap("共8+2项措施", reason="a sum that names a programme"),
        "一把手负责",
        # conditions
        "总投资5000万元以上项目",
        "35岁以下青年",
    ],
)
def test_what_is_no_figure(sentence):
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("注册用户1725万，日活过半", ["1725万 17250000"]),
        ("点击量达3.2亿。", ["3.2亿 320000000"]),
        ("注册用户1725万", ["1725万 17250000"]),
        ("景气指数为52.3", ["52.3 52.3"]),
        ("满意度得分96.8", ["96.8 96.8"]),
        ("三次产业结构比为3.2：65.1：31.7。", []),
        ("播放量破亿。", ["亿 100000000 over"]),
    ],
)
def test_a_naked_count_is_a_figure(sentence, figures):
    assert said(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "core", "value", "unit", "counted_from"),
    [
        ("居全国第31位", "第31位", 31, "位", "top"),
        ("列全区第一", "第一", 1, "", "top"),
        ("综合排名第1名。", "第1名", 1, "名", "top"),
        ("综合排名第1名", "第1名", 1, "名", "top"),
        ("排名倒数第二", "第二", 2, "", "bottom"),
        ("增速排全省倒数第3位", "第3位", 3, "位", "bottom"),
        ("位居前三", "三", 3, "", "top"),
        ("稳居全区前十", "十", 10, "", "top"),
        ("位列第十二名，", "第十二名", 12, "名", "top"),
        gap("居盟市首位", "首位", 1, "位", "top", reason="首位 is not read: it holds no numeral"),
    ],
)
def test_a_rank_keeps_its_unit_and_the_end_it_counts_from(sentence, core, value, unit, counted_from):
    (found,) = quantities(sentence)
    assert found.form == "rank"
    assert (sentence[found.start : found.end], found.value, found.unit) == (core, value, unit)
    assert found.rank_from == counted_from


@pytest.mark.parametrize(
    "sentence",
    ["第一产业占比提高", "第二批清单", "第3届论坛", "排进前六的指标有多项", "第三方评估", "第1名称谓"],
)
def test_an_ordinal_is_no_rank(sentence):
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "core", "value"),
    [
        ("连续6年位居前列", "6年", 6),
        ("连续三年保持增长", "三年", 3),
        ("连续12个月环比上升", "12个月", 12),
        ("实现“四连冠”", "四连冠", 4),
        ("粮食产量二十一连丰", "二十一连丰", 21),
        ("连续两次获评优秀", "两次", 2),
        ("连续3个季度回升", "3个季度", 3),
    ],
)
def test_a_streak_counts_what_came_in_a_row(sentence, core, value):
    found = quantities(sentence)[0]
    assert (sentence[found.start : found.end], found.value) == (core, value)
