"""One number as it is written, in digits or in Chinese."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.numerals import FOLD, SCALES, arabic, chinese

HAN = "零一二三四五六七八九"


def in_han(number):
    """The ordinary way of writing 0 to 99,999,999 in Chinese numerals."""
    if number >= 10000:
        myriads, rest = divmod(number, 10000)
        tail = in_han(rest) if rest else ""
        return in_han(myriads) + "万" + ("零" if rest and rest < 1000 else "") + tail
    out, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("零" if gap and out else "") + HAN[digit] + name
        gap = not digit
    return out or "零"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("7", "7"),
        ("4523.6", "4523.6"),
        ("4,523.6", "4523.6"),
        ("1,234,567", "1234567"),
        ("85 643", "85643"),
        ("85\u202f643", "85643"),
        ("0.05", "0.05"),
        ("１２，".translate(FOLD)[:2], "12"),
    ],
)
def test_reads_digits(printed, value):
    assert arabic(printed) == Decimal(value)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("五", 5),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零三", 103),
        ("一百一十", 110),
        ("三百六十五", 365),
        ("一千零五十", 1050),
        ("两千", 2000),
        ("两千万", 20_000_000),
        ("一万", 10_000),
        ("一万二千", 12_000),
        ("十万", 100_000),
        ("三百二十万", 3_200_000),
        ("百万", 1_000_000),
        ("千万", 10_000_000),
        ("百亿", 10_000_000_000),
        ("千亿", 100_000_000_000),
        ("万亿", 1_000_000_000_000),
        ("两万亿", 2_000_000_000_000),
        ("一亿五千万", 150_000_000),
        ("三十五亿六千万", 3_560_000_000),
        ("〇", 0),
        pytest.param("三点五", "3.5", id="a point in words"),
        pytest.param("二点七五万", None, id="a scale behind a point is no digit"),
        pytest.param("二〇二五", None, id="digits in a row are a year or a code"),
        pytest.param("一二三", None, id="or a count-in"),
        pytest.param("", None, id="nothing"),
        pytest.param("点五", None, id="no whole part"),
        pytest.param("五点", None, id="nothing behind the point"),
        pytest.param("五个", None, id="other characters"),
    ],
)
def test_reads_chinese_numerals(printed, value):
    assert chinese(printed) == (None if value is None else Decimal(value))


@given(st.integers(min_value=1, max_value=99_999_999))
def test_every_chinese_numeral_says_what_it_was_made_from(number):
    assert chinese(in_han(number)) == number


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_separators_change_no_value(number):
    assert arabic(f"{number:,}") == number


@given(st.decimals(min_value=0, max_value=10**9, places=1))
def test_half_and_full_width_are_one_number(number):
    wide = str(number).translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    assert arabic(wide.translate(FOLD)) == number


def test_folding_keeps_each_character_at_its_place():
    text = "８.３％、壹佰贰拾叁萬元～１２３㎡－—–−"
    folded = text.translate(FOLD)
    assert len(folded) == len(text)
    assert folded.startswith("8.3%、一百二十三万元~123㎡")


def test_a_chinese_comma_is_no_separator_of_thousands():
    assert "，" in "3，5亿元".translate(FOLD)


@pytest.mark.parametrize("character", ["²", "①", "١", "१", "𝟙", "Ⅷ", "½"])
def test_digits_of_other_scripts_are_left_alone(character):
    assert character.translate(FOLD) == character


def test_scales_are_written_as_they_multiply():
    assert all(chinese(name) == factor for name, factor in SCALES.items() if name != "兆")
