"""A process of its own that reads strings made to hurt: one request a line, one answer a line.

A match in `re` holds the interpreter, so only another process can end one that does not come back.
"""

import importlib
import json
import pkgutil
import re
import sys
import time

import loaders
from loaders.articles import make_article
from loaders.figures import read_rows
from loaders.lexicon import load_lexicon

# piece by piece, what stands again and again
REPEATED = {
    "digits": "1",
    "digits and commas": "1,",
    "digits and points": "1.",
    "digits and blanks": "1 ",
    "digits and plus signs": "1+",
    "digits and hyphens": "1-",
    "full-width digits": "１２３，",
    "letters and digits": "A1",
    "Chinese digits": "壹",
    "hundreds": "百",
    "millions": "百万",
    "tenths": "一成",
    "fractions": "三分之",
    "percent in words": "百分之五",
    "rates": "增长1%",
    "ranges": "1%至",
    "ranks": "第1名",
    "ranks in a league": "全国第1位、",
    "ordinals": "第",
    "lists": "1家、",
    "clauses": "1家；",
    "sentences": "1家。",
    "lines": "1\n",
    "lines that end in a digit": "全市新增各类经营主体并办理变更登记一共是12\n",
    "full stops": "。",
    "bounds": "近",
    "bounds of two words": "约为",
    "standing": "排在",
    "comparisons": "比上年",
    "streaks": "连续",
    "years": "2025年",
    "months": "1月",
    "plans": "力争到2025年",
    "places": "鄂尔多斯市",
    "places in a list": "东胜区、",
    "whole places": "全国",
    "unknown banners": "，甲乙旗",
    "misprinted banners": "，鄂托旗",
    "datelines": "本报讯（记者甲）鄂尔多斯市1家。\n",
    "headings": "## 一、东胜区重点工作\n全市1家。\n",
    "open titles": "《",
    "open quotes": "“",
    "open brackets": "（",
    "addresses": "http://",
    "blanks": " ",
    "hard blanks": "\u00a0",
    "zero width": "\u200b",
    "carriage returns": "\r",
    "one long line": "全市新增企业12家，增长5.3%，",
}


def make(request):
    """The text of a request: a piece again and again, and a tail, up to a length."""
    piece, tail = request["piece"], request.get("tail", "")
    return piece * (max(1, request["length"] // len(piece))) + tail


def patterns():
    """Every compiled pattern of the loaders by its name."""
    found = {}
    for module in pkgutil.walk_packages(loaders.__path__, "loaders."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found.setdefault(value, f"{module.name}.{name}")
    return found


def hurt_themselves():
    """Patterns that take long over one of their own words said again and again: (name, word) of each.

    Time grows with the number of ways to read a string; twice is enough to see it double.
    """
    for pattern, name in patterns().items():
        if not re.search(r"\)(?:[*+]|\{)", pattern.pattern):
            continue  # no group is read again and again
        for word in sorted(set(re.findall(r"[\u4e00-\u9fff]{2,6}", pattern.pattern))):
            took = []
            for times in (14, 17):  # 8 times as many ways where a word can be read in two
                start = time.process_time()
                pattern.search("乙" + word * times + "甲")
                took.append(time.process_time() - start)
            if took[1] > 0.02 and took[1] > 3 * took[0]:
                yield [name, word]
                break


def main():
    lexicon = load_lexicon()
    for line in sys.stdin:
        request = json.loads(line)
        if request.get("patterns"):
            answer = {"slow": list(hurt_themselves()), "patterns": len(patterns())}
        else:
            text = make(request)
            start = time.process_time()
            rows = read_rows(make_article("a", text, place="鄂尔多斯市", published="2025-08-15"), lexicon)
            answer = {"seconds": time.process_time() - start, "figures": len(rows), "length": len(text)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
