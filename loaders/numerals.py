"""Read one number as it is written: "4,523.6", "１２", "两千万", "百分之五", "千余", "三分之二".

Values are `Decimal`: as floats 2.3 * 1e8 is 229999999.99999997, and readers notice.
"""

from __future__ import annotations

from decimal import Decimal

# One character for one character, so that offsets stay valid. NFKC would also turn "，" into ","
# and "3，5亿元" would read as one figure.
FOLD = str.maketrans(
    "０１２３４５６７８９．％＋－−–—―～〜∼／壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸",
    "0123456789.%+--———~~~/一二三四五六七八九十百千万亿二三六",
)

HAN_DIGITS = "一二两三四五六七八九十百千万亿零〇"  # for use inside a character class
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
SCALES = {
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "十万": Decimal(10**5),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "十亿": Decimal(10**9),
    "百亿": Decimal(10**10),
    "千亿": Decimal(10**11),
    "万亿": Decimal(10**12),
    "兆": Decimal(10**12),
}


def arabic(text: str) -> Decimal:
    """The value of digits with or without thousands separators; blanks inside are thousands too.

    >>> arabic("4,523.6")
    Decimal('4523.6')
    """
    return Decimal(text.replace(",", "").replace(" ", "").replace("\u2009", "").replace("\u202f", ""))


def chinese(text: str) -> Decimal | None:
    """The value of a Chinese numeral, or None where the characters make no number.

    >>> chinese("两千万"), chinese("一百零三"), chinese("三点五"), chinese("百")
    (Decimal('20000000'), Decimal('103'), Decimal('3.5'), Decimal('100'))
    >>> chinese("二〇二五") is None  # digits in a row are a year or a code, not a quantity
    True
    """
    whole, point, fraction = text.partition("点")
    total = section = digit = 0
    previous = ""
    for character in whole:
        if character in DIGITS:
            if previous in DIGITS and previous not in "零〇":
                return None
            digit = DIGITS[character]
        elif character in TENS:
            section += (digit or (0 if previous in DIGITS else 1)) * TENS[character]
            digit = 0
        elif character in MYRIADS:
            section += digit
            total = (
                (total + section or 1) * MYRIADS[character]
                if character == "亿"
                else (total + (section or 1) * MYRIADS[character])
            )
            section = digit = 0
        else:
            return None
        previous = character
    value = Decimal(total + section + digit)
    if point:
        if not fraction or any(c not in DIGITS for c in fraction):
            return None
        value += Decimal("0." + "".join(str(DIGITS[c]) for c in fraction))
    return value if whole else None
