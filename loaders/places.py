"""Which place a figure is about: named in its clause, carried on, in a heading, or the article's.

`Gazetteer` knows the names (data/places.csv); `PlaceReader` knows one article's own place, so that
全市 and 全区 mean something and a short form such as 东胜 is a district and not a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

_ORDER = {"prefecture": 1, "province": 0, "county": 2, "zone": 3, "country": 0, "region": 4}
# A name before one of these is part of an institution's, a road's or a firm's name.
_INSTITUTION = re.compile(
    r"(?:海关|大学|学院|银行|石化|集团|公司|时代|证券|日报|晚报|晨报|路|大道|站|港(?!口)|机场|铁路局?|高速|航空|医院|中学|小学|讯|电|出版社|科技|农商行|股份|热线|老?师|人家"
    r"|经开区|高新区|开发区|工业园|产业园|经济技术|特大|大?地震|景区|风景|大佛|古城|石窟|火车站|一期|二期|号|造|产|籍|有限|地铁|大桥|口岸|论坛|宣言|模式|经验|样板|峰会|博览会|展会|交易所|指数|线|一中|医科|师范|师大|理工|农大|工大|海拓|风渡|方案|[A-Za-z])"
)
# A name after one of these is compared with, gone to, or counted among; the figure is not about it.
_NOT_SUBJECT_BEFORE = re.compile(
    r"(?:占|高出|低出|超出|高于|低于|快于|慢于|优于|超过|好于|比|较|对|向|赴|到|至|距|连接|通往|来自|前往|走进|发往|销往|出口|落户|(?<!邻)居|位居|位列|列|排|名列|领跑|领先|赶超|仅次于|毗邻|输往|服务|支援|援助|帮扶|对口|面向|辐射|布局|进军)"
    r"(?:了|在|了对)?$"
)
_RANKED = r"(?:首|率先|第[一二三四五六七八九十0-9]|前[一二三四五六七八九十0-9列]|唯一|平均|领先|各|同类|同期|同口径|地级市|一流|总量|总额|水平|比重|增速|先进|优秀|典型|试点|推广|百强|排名|最|范围|示范|文明|重点|劳动|人大|政协|两会|统一)"
_GENERIC = re.compile(
    r"全(?P<all>国|省|市|区|州|盟|县|旗|镇|乡)|(?P<own>[我本])(?P<ownlevel>国|省|市|区|州|盟|县|旗)(?!民|场|人)"
    r"|(?P<whole>自治区)(?<![市区县州]自治区)(?=[0-9共累本党全])"
    r"|(?P<self>自治区)(?<![市区县州省]自治区)(?=(?:高级)?(?:高院|人民法院))"
)
_MISPRINT = re.compile(r"(?:^|[，。；：、\n])([\u4e00-\u9fff]{2,3}旗)")
_GIVES = re.compile(r"[^，。；,;]{0,12}(?:援助|援建|援疆|援藏|投入援|选派|帮扶|对口|捐赠|支援|支教|协作)")
_LISTED = re.compile(
    r"(?:^|[，。；：,;:\n])(?P<verb>支持|推动|推进|鼓励|引导|加快|在|向|由|为)?(?P<names>(?:[\u4e00-\u9fff]{2,5}、){1,6})$"
)
_REGION = re.compile(
    r"(?:东部|中部|西部|东北|华北|华东|华南|西北|西南|长三角|珠三角|京津冀)(?:地区(?!生产)|区域|三省)?(?=[0-9实完营增下累合共新地])"
)
_REGION_BEFORE = frozenset(["", *"，。；：,;:\n"])
_LEVELS = {
    "国": "country",
    "省": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "旗": "county",
}
_BREAKS = "，。；：！？,;:!?\n、（("
_DATELINE = re.compile(
    r"(?:^|\n)[^\n，。]{2,12}讯(?=[（(近\s\d]|[^\n]{0,3}(?:记者|近日|通讯员))|(?:^|\n)[^\n，。]{0,20}[0-9]{1,2}月[0-9]{1,2}日(?:讯|电)"
)


_SUFFIX = re.compile(
    r"(?:[\u4e00-\u9fff]{1,3}族(?:[\u4e00-\u9fff]{1,4}族){0,3})?(?:自治县|自治旗|自治州|县|市|区|旗)$"
)
# stems that are words of their own
_EVERYDAY = frozenset(
    "和平 新城 城关 城区 郊区 东区 西区 新区 高新 经开 平安 安定 建设 中心 永定 新华 东方 长安 解放 开发 工农 胜利 民主 团结 前进 友好 海港 港口 市中 城中 "
    "城北 城南 城东 城西 向阳 红旗 东风 光明 永安 太平 文化 人民 首都 中原 江北 江南 河北 河南 河东 河西 山阳 安全 公安 繁荣 兴安 振兴 统一 宝山 铁路 铁东 铁西 西湖 东湖 南湖 北湖 龙湖 新市 金山 银海 安康 富民 惠民 利民 乐业 通道 同心 定边 开平 永新 新建 大同 清河 清水 合作 互助 和顺 平和 文明 文成 信丰 宣传 长治 长乐 长兴 建安 建新 建华 梅花 桥东 桥西 路南 路北 南山 高明 高平 新民 新安 大方 大通 大名 大英 大邑 富裕 富源 德兴 德安 安居 安乡 鼎城 武功 仁化 中山 工业 农业".split()
)


def _stem(name: str) -> str:
    return _SUFFIX.sub("", name)


def _opens_or_listed(text: str, position: int) -> bool:
    return _opens(text, position) or text[position - 1 : position] in "和与及由从"


def _opens(text: str, position: int) -> bool:
    """Whether a subject can stand here: at the head of a clause or behind a time."""
    before = text[position - 1 : position] if position else ""
    return not before or before in _BREAKS or before in "年月日来前后期底末初间中时"


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer. `path` leads from the top: ("内蒙古自治区", "鄂尔多斯市", "乌审旗")."""

    name: str
    level: str
    path: tuple[str, ...]
    short: tuple[str, ...] = ()
    former: bool = False  # a name that older texts print


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named at [start, end). `place` is None for a name that is misprinted or unknown."""

    start: int
    end: int
    place: Place | None
    words: str
    generic: bool = False
    group: int = -1  # start of the list of names it belongs to: 伊金霍洛旗、乌审旗
    subject: bool = True  # may a figure be about it


class Gazetteer:
    """All place names with their short forms; built once."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self.places: dict[str, list[Place]] = {}
        self._names: dict[str, list[Place]] = {}
        self._stems: dict[str, list[Place]] = {}  # short forms that hold near home only: 绵竹, 都安
        for row in rows:
            parents = tuple(p for p in row["parent"].split("/") if p)
            shorts = tuple(s for s in row["short"].split("|") if s)
            place = Place(row["place"], row["level"], (*parents, row["place"]), shorts)
            self.places.setdefault(place.name, []).append(place)
            for name in (place.name, *shorts):
                self._names.setdefault(name, []).append(place)
        for place in [p for places in self.places.values() for p in places if p.level == "county"]:
            # what is a city or district today was a county in older texts, and is named as printed there
            for ending in {"市": "县", "区": "县市"}.get(place.name[-1], ""):
                former = place.name[:-1] + ending
                if len(former) > 2 and former not in self._names:
                    old = replace(place, name=former, path=(*place.path[:-1], former), short=(), former=True)
                    self.places[former] = [old]
                    self._names[former] = [old]
            stem = _stem(place.name)
            if len(stem) > 1 and stem not in _EVERYDAY:
                self._stems.setdefault(stem, []).append(place)
        self.stems_only = frozenset(self._stems) - frozenset(self._names)
        self.heads: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for name in (*self._names, *self._stems):
            lengths.setdefault(name[:2], set()).add(len(name))
        self.heads = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()}
        firsts = "".join(sorted({re.escape(head[0]) for head in self.heads}))
        self._openings = re.compile(f"[{firsts}]" if firsts else "(?!)")

    def named(self, name: str) -> list[Place]:
        """The places that `name`, full or short, can mean."""
        return self._names.get(name) or self._stems.get(name, [])

    def first(self, name: str) -> Place | None:
        """The place with this full name; the highest where several have it."""
        found = self.places.get(name) or self._names.get(name) or []
        return min(found, key=lambda p: _ORDER.get(p.level, 9)) if found else None

    def occurrences(self, text: str) -> Iterable[tuple[int, int, str]]:
        """(start, end, name) of the longest names in `text`, not overlapping."""
        heads, names, stems = self.heads, self._names, self._stems
        skip = 0
        for opening in self._openings.finditer(text):
            i = opening.start()
            sizes = heads.get(text[i : i + 2])
            if sizes is None or i < skip:
                continue
            for size in sizes:
                name = text[i : i + size]
                if name in names or name in stems:
                    yield i, i + size, name
                    skip = i + size
                    break


@dataclass(slots=True)
class PlaceReader:
    """Reads the place mentions of one article, knowing where the article is at home."""

    gazetteer: Gazetteer
    home: Place | None
    _cache: dict[str, Place | None] = field(default_factory=dict)
    _misprints: dict[str, bool] = field(default_factory=dict)

    def mentions(self, text: str) -> list[Mention]:
        """Every place mention of the text, in order, with its role."""
        datelines = [m.span() for m in _DATELINE.finditer(text)]
        found: list[Mention] = []
        for start, end, name in self.gazetteer.occurrences(text):
            if any(a <= start < b for a, b in datelines):
                continue
            place = self._accept(text, start, end, name)
            if place is not None:
                subject = self._is_subject(text, start, end) and (self._within(place) or _opens(text, start))
                if subject and not self._near(place) and _GIVES.match(text, end):
                    subject = False  # 厦门市先后选派312名教师: who helps is not who is helped
                found.append(Mention(start, end, place, name, subject=subject))
        for match in _GENERIC.finditer(text):
            place = self._generic(match)
            if place is None:
                continue
            after = text[match.end() : match.end() + 4]
            # 全国平均为5% is about the country, 高于全国平均 is not
            average = _opens(text, match.start()) and re.match(
                r"平均(?:水平)?(?:[为是达]|[0-9])", after + text[match.end() + 4 : match.end() + 8]
            )
            ranked = match.group("all") and re.match(_RANKED, after) and not average
            subject = not ranked and not (
                match.group("all")
                and _NOT_SUBJECT_BEFORE.search(text[max(0, match.start() - 4) : match.start()])
            )
            if (
                not self._within(place)
                and not _opens(text, match.start())
                and not re.match(r"共|现?有|累计", after)
            ):
                subject = False  # 在全区率先, 列全国第3: what lies above the article's place is no subject by the way
            found.append(
                Mention(match.start(), match.end(), place, match.group(), generic=True, subject=bool(subject))
            )
        for match in _REGION.finditer(text):  # a region of several provinces has no place of its own
            if text[match.start() - 1 : match.start()] in _REGION_BEFORE:
                found.append(Mention(match.start(), match.end(), None, match.group()))
        taken = {m.start for m in found}
        for match in _MISPRINT.finditer(text) if "旗" in text else ():
            if match.start(1) not in taken and self._misprinted(match.group(1)):
                found.append(Mention(match.start(1), match.end(1), None, match.group(1)))
        found.sort(key=lambda m: (m.start, -m.end))
        return _grouped(_nested(found), text)

    def _within(self, place: Place) -> bool:
        """Whether the place is the article's own or part of it; true where the article has none."""
        home = self.home
        return (
            home is None
            or not (len(place.path) < len(home.path) and home.path[: len(place.path)] == place.path)
            and (place.level != "country" or home.level == "country")
        )

    def _accept(self, text: str, start: int, end: int, name: str) -> Place | None:
        candidates = self.gazetteer.named(name)
        after = text[end : end + 4]
        place = self._choose(name, candidates)
        if place is None:
            return None
        if (place.former or name in self.gazetteer.stems_only) and not (
            self._near(place) and _opens_or_listed(text, start)
        ):
            return None
        if name == place.name and len(name) > 2:
            if (
                place.level == "county"
                and len(name) <= 3
                and not self._near(place)
                and _INSTITUTION.match(after)
            ):
                return None
            if (
                place.level == "county"
                and name.endswith(("城区", "新区", "矿区", "郊区", "市区"))
                and not self._near(place)
            ):
                return None
            if name == "中国":
                return None
            return None if re.match(r"路|大道|街(?!道)|省长|市长|区长|县长|质量奖", after) else place
        if place.level == "country":
            return None
        if _INSTITUTION.match(after) and not (self._near(place) and re.match(r"[A-Z]", after)):
            return None
        if place.level == "county" and not self._near(place):
            return None
        if self._near(place) and len(name) > 1:
            return place
        # elsewhere a short form counts only where a subject can stand
        before = text[start - 1 : start]
        return place if not before or before in _BREAKS or before in "和与及在由从自、日，年末月" else None

    def _choose(self, name: str, candidates: list[Place]) -> Place | None:
        if name not in self._cache:
            near = [p for p in candidates if self._near(p)]
            pool = near or candidates
            self._cache[name] = min(pool, key=lambda p: (_ORDER.get(p.level, 9), p.name)) if pool else None
        return self._cache[name]

    def _near(self, place: Place) -> bool:
        """Above, below or beside the article's own place."""
        home = self.home
        if home is None or home.level == "country":
            return place.level in ("province", "prefecture")
        if place.path[: len(home.path)] == home.path or home.path[: len(place.path)] == place.path:
            return True
        return len(home.path) > 1 and place.path[:-1] == home.path[:-1] and place.level == home.level

    def _is_subject(self, text: str, start: int, end: int) -> bool:
        before = text[max(0, start - 4) : start]
        if _NOT_SUBJECT_BEFORE.search(before):
            # 到 and 对 also end clauses: "达到 鄂尔多斯"; a name after them is still no subject
            return False
        if (
            re.match(r"(?:至|到|—|-)", text[end : end + 1])
            and text[end + 1 : end + 3] in self.gazetteer.heads
        ):
            return False
        if re.match(r"(?:级|籍|方向|一带|以外|之后)|的[0-9约近]", text[end : end + 2]):
            return False
        if before.endswith("在") and re.match(r"(?:隆重)?(?:举行|召开|举办|开幕|落幕)", text[end : end + 4]):
            return False  # where a meeting is held is not what it reports on
        if re.match(r"等[0-9一二三四五六七八九十两]", text[end : end + 2]):
            return False  # 墨玉县等10个贫困县
        if before.endswith("在") and re.match(
            r"(?:各|所有|全部|参评)*[0-9]{0,4}个?(?:旗区|盟市|旗县|县区|县市|地级市|城市|区县|市州|县级|地级|中[居排列位])",
            text[end : end + 10],
        ):
            return False
        return True

    def _generic(self, match: re.Match[str]) -> Place | None:
        home = self.home
        if home is None:
            return self.gazetteer.first("全国") if match.group("all") == "国" else None
        if match.group("whole") or match.group("self"):
            return self._above(home, "province") if home.level == "province" else None
        level = match.group("all") or match.group("ownlevel")
        if level == "国":
            return self.gazetteer.first("全国")
        if level in ("镇", "乡"):
            return None
        if level == "区":
            if home.level == "county" and home.name.endswith("区"):
                return home
            if home.level == "zone":
                return home
            province = self._above(home, "province")
            return province if province is not None and province.name.endswith("自治区") else None
        wanted = _LEVELS[level]
        if level == "市" and home.level == "province" and home.name.endswith("市"):
            return home
        if level == "市" and home.level == "county":
            if home.name.endswith("市"):
                return home
            above = self._above(home, "prefecture")
            return above if above is not None else self._above(home, "province")
        if level == "旗" and not home.name.endswith("旗"):
            return None
        return self._above(home, wanted)

    def _above(self, home: Place, level: str) -> Place | None:
        for i in range(len(home.path), 0, -1):
            for place in self.gazetteer.places.get(home.path[i - 1], ()):
                if place.level == level and place.path == home.path[:i]:
                    return place
        return None

    def _misprinted(self, name: str) -> bool:
        """A banner's name with a character left out, which fits a name nearby: 鄂托旗."""
        if name not in self._misprints:
            self._misprints[name] = self._fits_nearby(name)
        return self._misprints[name]

    def _fits_nearby(self, name: str) -> bool:
        if name in self.gazetteer.places:
            return False
        for place in (p for places in self.gazetteer.places.values() for p in places):
            if (
                place.name.endswith("旗")
                and len(name) < len(place.name) <= len(name) + 2
                and self._near(place)
            ):
                characters = iter(place.name)
                if all(c in characters for c in name):
                    return True
        return False


def _nested(found: list[Mention]) -> list[Mention]:
    """内蒙古鄂尔多斯市准格尔旗 is one mention, of the last and smallest."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        if last is not None and mention.start < last.end:
            continue
        if (
            last is not None
            and mention.start == last.end
            and mention.place is not None
            and last.place is not None
            and mention.place.path[: len(last.place.path)] == last.place.path
        ):
            out[-1] = Mention(
                last.start, mention.end, mention.place, last.words + mention.words, subject=last.subject
            )
            continue
        out.append(mention)
    return out


def _grouped(found: list[Mention], text: str) -> list[Mention]:
    """Names joined by 、和与及 are one list."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        if last is not None and text[last.end : mention.start] in ("、", "和", "与", "及"):
            group = last.group if last.group >= 0 else last.start
            if last.group < 0:
                out[-1] = Mention(
                    last.start, last.end, last.place, last.words, last.generic, group, last.subject
                )
            out.append(
                Mention(
                    mention.start,
                    mention.end,
                    mention.place,
                    mention.words,
                    mention.generic,
                    group,
                    last.subject,
                )
            )
        elif text[mention.start - 1 : mention.start] == "、" and (
            listed := _LISTED.search(text[max(0, mention.start - 30) : mention.start])
        ):
            # 阳高、天镇、广灵三县: a list whose other names are not known is a list all the same
            verb = -1 if listed.group("verb") else 0  # behind a verb the list is no subject
            out.append(replace(mention, group=mention.start - len(listed.group("names")) + verb))
        else:
            out.append(mention)
    return out


@dataclass(frozen=True, slots=True)
class Located:
    """The place of a figure, why, and by which words."""

    place: str
    basis: str
    words: str


NOWHERE = Located("", "", "")


def guess_home(gazetteer: Gazetteer, title: str, publisher: str, text: str) -> Place | None:
    """The place an article without an index is about: in its title or publisher, else the most frequent.

    Only names in full count in the text, so that a word like 长安 founds no city.
    """
    titled = _home_in(gazetteer, title) or _home_in(gazetteer, publisher, institutions=True)
    if titled is not None:
        return titled
    counts: dict[str, int] = {}
    for _, _, name in gazetteer.occurrences(text[:6000]):
        place = gazetteer.first(name)
        if place is not None and (name == place.name or place.level != "county") and len(name) > 1:
            counts[place.name] = counts.get(place.name, 0) + 1
    if not counts:
        return None
    best = max(counts, key=lambda n: counts[n])
    return gazetteer.first(best) if counts[best] >= 2 else None


def _home_in(gazetteer: Gazetteer, title: str, *, institutions: bool = False) -> Place | None:
    for start, _, name in gazetteer.occurrences(title):
        place = gazetteer.first(name)
        named_for = place is not None and name != place.name and _INSTITUTION.match(title, start + len(name))
        if named_for and not institutions:
            continue  # 汶川特大地震一周年
        if (
            place is not None
            and place.level in ("province", "prefecture", "county")
            and (len(name) > 2 or place.level != "county" or start == 0)
        ):
            named = [gazetteer.first(n) for s, _, n in gazetteer.occurrences(title) if s > start]
            within = [p for p in named if p is not None and p.path[: len(place.path)] == place.path]
            # 浙江省宁波市海曙区 is Haishu
            return max(within, key=lambda p: len(p.path)) if within else place
    return None
