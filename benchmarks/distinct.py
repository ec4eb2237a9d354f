"""Texts for timing: as many as wanted, no two alike, written by a seeded generator from phrases of our own.

Timing one text again and again flatters a reader that remembers, and the texts that readers are scored on are
few. Phrases, figures, places and order vary here; about one figure stands in eighty characters, as in the articles.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

from benchmarks.readers import Document

PLACES = Path(__file__).resolve().parents[1] / "data" / "places.csv"

WORDS = {
    "thing": "规模以上工业增加值 一般公共预算收入 民营经济贷款余额 社会消费品零售额 进出口总额 招商引资到位资金 "
    "科技型企业销售收入 减免税费 政府采购合同金额 知识产权质押融资额 重点产业投资 物流业营业收入",
    "matter": "不动产登记 企业开办 施工许可 水电气报装 医保结算 社保转移 跨境结算 纳税申报 公积金提取 食品许可",
    "body": "经营主体 个体工商户 科技型中小企业 外商投资企业 农民合作社 专精特新企业 上市后备企业",
    "office": "政务服务部门 市场监管部门 税务部门 人民法院 人社部门 自然资源部门 金融监管部门 商务部门",
    "act": "办理 受理 审核 办结 答复 核查 回访 登记",
    "virtue": "便利 透明 规范 高效 公平 稳定",
    "means": "数据共享 容缺受理 帮办代办 信用承诺 联合验收 自助终端 远程评标 专员对接",
    "goal": "降低制度成本 稳定企业预期 缩短等候时间 畅通融资渠道 保护合法权益 扩大有效投资",
}
WITH_FIGURES = (
    "{year}年，{place}{thing}达到{dec}亿元，同比增长{pct}%，增速高于上年{low}个百分点。",
    "截至{month}月底，{place}{office}累计{act}{matter}{num}件，平均用时由{high}个工作日压减至{few}个工作日。",
    "今年以来，新登记{body}{num}户，其中企业{some}户，占{pct}%，带动就业{dec}万人。",
    "{place}推出{matter}“一次办”事项{some}个，网上可办率超过{pct}%，减少材料{num}余份。",
    "{year}年上半年，{office}为{num}家{body}减负约{dec}亿元，户均减负{low}万元。",
    "到{next}年底，力争{thing}突破{num}亿元，{body}总量达到{dec}万户以上。",
    "{place}在{office}组织的评价中列第{few}位，较上年提升{few}个位次，连续{few}年进入前列。",
    "{month}月份，{matter}好评率为{pct}%，投诉件下降{low}%，近九成当日{act}。",
    "{place}、{other}分别完成{thing}{dec}亿元和{low}亿元，合计增长{pct}%。",
    "去年全年{act}{matter}{num}万件次，为{body}节省费用近{some}万元，三分之二的事项不再收费。",
    "建成{matter}服务点{some}处、窗口{num}个，覆盖{pct}%的乡镇，步行{high}分钟内可达。",
    "{office}牵头清理文件{num}件，废止{some}件，修改{few}件，涉及资金不低于{low}亿元。",
)
WITHOUT = (
    "{office}把{means}作为改进{matter}的主要办法，坚持问需于企、问计于民，努力{goal}。",
    "针对{body}反映集中的难题，{place}逐项列出清单、明确责任、按时销号，让{matter}更加{virtue}。",
    "下一步，{office}将继续推行{means}，完善{matter}的标准和流程，{goal}，让办事的人感到{virtue}。",
    "负责人介绍，{means}的好处在于把等待留给系统、把时间还给{body}，既{goal}，也让监管{virtue}。",
    "在{place}，{body}遇到的堵点由{office}会同有关单位当面商量，能改的马上改，一时改不了的说明理由。",
    "{matter}怎样才算{virtue}，要由{body}来评判；{office}据此检查{means}是否落到了实处。",
    "办事大厅里，前来咨询{matter}的人不用再排队，工作人员借助{means}当场给出答复，全程{virtue}。",
    "{place}还把{matter}的经验写成手册，请{body}的代表逐条挑错，使规则既{virtue}又容易看懂。",
    "{office}与高校、商会一道开设课堂，讲解{means}的用法，帮助{body}少走弯路、{goal}。",
    "对于跨部门的{matter}，由{office}牵头，其他单位配合，资料一次提交、结果相互认可，力求{virtue}。",
    "一位{body}负责人说，过去办{matter}要反复跑、来回问，如今有了{means}，心里踏实多了。",
    "监督同样不能缺位：{place}请群众体验{matter}，把不够{virtue}的地方记下来，交给{office}限期整改。",
    "为了{goal}，{place}鼓励各乡镇、街道因地制宜，把{means}同本地产业的特点结合起来，不搞一个模子。",
    "法治是底线，{office}对涉及{body}的案件慎用强制措施，做到宽严相济、程序{virtue}。",
)
HEADINGS = ("{means}让{matter}更{virtue}", "{office}：{goal}", "以{means}服务{body}", "{matter}的新变化")


class Writer:
    """One seeded stream of articles."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._seed = seed
        self._count = 0
        self._words = {name: words.split() for name, words in WORDS.items()}
        with PLACES.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self._cities = [row["place"] for row in rows if row["level"] == "prefecture"]
        self._below: dict[str, list[str]] = {}
        for row in rows:
            self._below.setdefault(row["parent"].rpartition("/")[2], []).append(row["place"])

    def article(self, characters: int) -> Document:
        """A text of at least `characters`, which ends with its paragraph."""
        draw = self._random
        home = draw.choice(self._cities)
        published = draw.randint(2019, 2026)
        near = [home, *self._below.get(home, [])]
        title = self._fill(draw.choice(HEADINGS), near, published)
        lines = [title]
        length = 0
        while length < characters:
            if draw.random() < 0.15:
                lines.append(self._fill(draw.choice(HEADINGS), near, published))
            pools = draw.choices((WITH_FIGURES, WITHOUT), weights=(1, 4), k=draw.randint(2, 7))
            chosen = [draw.choice(pool) for pool in pools]
            lines.append("".join(self._fill(phrase, near, published) for phrase in chosen))
            length += len(lines[-1])
        self._count += 1
        name = f"distinct-{self._seed}-{self._count}"
        return Document(name, "\n".join(lines), title, "", f"{published}-06-30", home)

    def articles(self, characters: int, each: int = 4000) -> list[Document]:
        """Articles of about `each` characters that together have at least `characters`."""
        made: list[Document] = []
        length = 0
        while length < characters:
            made.append(self.article(self._random.randint(each // 2, each * 3 // 2)))
            length += len(made[-1].text)
        return made

    def _fill(self, phrase: str, near: list[str], published: int) -> str:
        draw = self._random
        place, other = draw.sample(near, 2) if len(near) > 1 else (near[0], "全市")
        values = {name: draw.choice(words) for name, words in self._words.items()}
        return phrase.format(
            **values,
            place=place,
            other=other,
            year=published - draw.randint(0, 2),
            next=published + draw.randint(0, 4),
            month=draw.randint(1, 12),
            num=draw.choice((f"{draw.randint(100, 999)}", f"{draw.randint(1000, 99999):,}")),
            some=draw.randint(10, 999),
            few=draw.randint(2, 9),
            high=draw.randint(10, 30),
            dec=f"{draw.uniform(1, 5000):.{draw.randint(1, 2)}f}",
            low=f"{draw.uniform(0.2, 9.9):.1f}",
            pct=f"{draw.uniform(10, 99):.1f}",
        )
