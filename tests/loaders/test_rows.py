"""A malformed row costs that row only, and says file, line, what and what to do."""

from pathlib import Path

import pytest

from loaders.catalogue import load_catalogue
from loaders.rows import read_rows
from loaders.tables import PLACES

HEAD = "place,name_en,level,parent,short,code,row,column\n"
GOOD = "东胜区,Dongsheng District,county,内蒙古自治区/鄂尔多斯市,东胜,150602,2,3\n"
DATA = Path(__file__).parents[2] / "data"


def read(tmp_path, text, encoding="utf-8"):
    (tmp_path / "places.csv").write_bytes(text.encode(encoding))
    return read_rows(tmp_path / "places.csv", PLACES, ("place", "parent"))


@pytest.mark.parametrize(
    ("bad", "zh", "en"),
    [
        ("康巴什区,,county\n", "有3格，应有8格", "3 cells instead of 8"),
        (
            "康巴什区,,banner,,,,,\n",
            "level列为“banner”，应为country",
            "level is 'banner', not one of country",
        ),
        ("康巴什区,,county,,,,两,\n", "row列为“两”，应为整数", "row is '两', not a whole number"),
        (",,county,,,,,\n", "place、parent为空", "place, parent is empty"),
        (GOOD, "与第2行的place、parent相同：东胜区", "same place, parent as line 2: 东胜区"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path, bad, zh, en):
    rows, problems = read(tmp_path, HEAD + GOOD + bad + "乌审旗,,county,,乌审,150626,3,2\n")
    assert list(rows["place"]) == ["东胜区", "乌审旗"]
    [problem] = problems
    assert problem.line == 3
    assert zh in problem.zh
    assert en in problem.en
    assert problem.say("zh").startswith(f"{tmp_path.name}/places.csv:3 ")


def test_a_missing_file_is_an_empty_table_with_its_columns(tmp_path):
    rows, [problem] = read_rows(tmp_path / "places.csv", PLACES, ("place", "parent"))
    assert rows.empty
    assert list(rows.columns) == [column.name for column in PLACES]
    assert "缺少" in problem.zh
    assert "missing" in problem.en


def test_a_file_in_another_encoding_is_not_guessed_at(tmp_path):
    rows, [problem] = read(tmp_path, HEAD + GOOD, "gb18030")
    assert rows.empty
    assert (problem.line, "UTF-8" in problem.zh) == (2, True)


def test_a_byte_order_mark_is_read_over(tmp_path):
    rows, problems = read(tmp_path, HEAD + GOOD, "utf-8-sig")
    assert len(rows) == 1
    assert not problems


def test_a_header_without_the_key_gives_no_rows(tmp_path):
    rows, [problem] = read(tmp_path, "name,level\n东胜区,county\n")
    assert rows.empty
    assert problem.line == 1
    assert "place" in problem.en


def test_a_header_without_another_column_is_read_with_that_column_empty(tmp_path):
    rows, [problem] = read(tmp_path, "place,parent\n东胜区,内蒙古自治区\n")
    assert list(rows["short"]) == [""]
    assert "name_en" in problem.en


def test_the_shipped_catalogue_has_no_problem():
    catalogue = load_catalogue(DATA)
    assert catalogue.problems == ()
    assert len(catalogue.places) > 3300


def test_an_indicator_must_name_a_known_domain_and_kind(tmp_path):
    for name in ("places.csv", "domains.csv"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    (tmp_path / "indicators.csv").write_text(
        "indicator_id,name_zh,name_en,domain,unit,kind,direction,keywords,definition_zh,definition_en\n"
        "credit,授信额,Credit,banking,元,level,higher,授信,,\n"
        "cases,案件数,Cases,rule_of_law,件,number,higher,案件,,\n"
        "empty,无,None,other,元,level,higher,,,\n",
        encoding="utf-8",
    )
    problems = load_catalogue(tmp_path).problems
    assert [problem.line for problem in problems] == [2, 3, 4]
    said = [problem.en for problem in problems]
    assert [word in text for word, text in zip(("banking", "number", "keywords"), said, strict=True)] == [
        True
    ] * 3


def test_a_parent_without_a_row_of_its_own_is_named(tmp_path):
    for name in ("indicators.csv", "domains.csv"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    (tmp_path / "places.csv").write_text(HEAD + "内蒙古自治区,,province,,,,,\n" + GOOD, encoding="utf-8")
    [problem] = load_catalogue(tmp_path).problems
    assert (problem.line, "鄂尔多斯市" in problem.zh) == (3, True)
