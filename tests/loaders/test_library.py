"""The whole is read once; what is wrong is named and the rest is still there."""

import shutil
from pathlib import Path

import pytest

from loaders import check
from loaders.library import load_library
from loaders.repeats import mark_repeats
from loaders.tables import FIGURES, SOURCES

DATA = Path(__file__).parents[2] / "data"
INDEX = "file,title,publisher,published,url,place,kind\n"


@pytest.fixture
def folder(tmp_path):
    """A small data folder: the shipped catalogue and two articles of our own."""
    data = tmp_path / "data"
    (data / "articles").mkdir(parents=True)
    for name in ("indicators.csv", "places.csv", "domains.csv"):
        shutil.copy(DATA / name, data / name)
    (data / "corrections.csv").write_text(
        "figure_id,column,was,value,value_en,reason,date\n", encoding="utf-8"
    )
    (data / "articles" / "locators.csv").write_text("figure_id,paragraph,start,end\n", encoding="utf-8")
    write(
        data,
        "index.csv",
        INDEX + "one.md,东胜区通报,东胜区,2025-06,,东胜区,digest\n"
        "two.md,乌审旗通报,乌审旗,2025-07-01,,乌审旗,digest\n",
    )
    write(data, "one.md", "# 东胜区通报\n\n## 金融服务\n\n2024年，银企对接促成授信3.5亿元。\n")
    write(data, "two.md", "# 乌审旗通报\n\n## 经济运行\n\n2024年，乌审旗地区生产总值600亿元，增长5%。\n")
    return data


def write(data, name, text, encoding="utf-8"):
    (data / "articles" / name).write_bytes(text.encode(encoding))


def said(library):
    return [problem.say("zh") + "\n" + problem.say("en") for problem in library.problems]


def test_a_sound_folder_has_no_problem(folder):
    library = load_library(folder)
    assert library.problems == ()
    assert list(library.figures["value_printed"]) == ["3.5", "600", "5"]
    assert list(library.figures["place"]) == ["东胜区", "乌审旗", "乌审旗"]
    assert list(library.sources["source_id"]) == ["one", "two"]
    assert library.texts["one"].title == "东胜区通报"


def test_the_shipped_data_has_no_problem_and_the_described_columns():
    library = load_library(DATA)
    assert said(library) == []
    assert list(library.figures.columns) == [column.name for column in FIGURES]
    assert list(library.sources.columns) == [column.name for column in SOURCES]
    assert library.figures["figure_id"].is_unique
    assert len(library.figures) > 400


@pytest.mark.parametrize(
    ("text", "encoding", "word"),
    [
        ("", "utf-8", "空"),
        ("\n \n", "utf-8", "空"),
        ("东胜区报告了一些事情。\n", "utf-8", "没有读出任何数字"),
    ],
)
def test_an_article_without_content_is_named_and_the_others_are_read(folder, text, encoding, word):
    write(folder, "one.md", text, encoding)
    library = load_library(folder)
    [problem] = said(library)
    assert problem.startswith("data/articles/one.md ")
    assert word in problem
    assert set(library.figures["source_id"]) == {"two"}


def test_an_article_that_is_no_text_is_named(folder):
    (folder / "articles" / "one.md").write_bytes(b"\xff\x41\xfe\x80\x81")
    [problem] = said(load_library(folder))
    assert "UTF-8" in problem


def test_the_index_and_the_folder_must_agree(folder):
    write(folder, "three.md", "# 康巴什区通报\n\n2024年，康巴什区新增就业300人。\n")
    (folder / "articles" / "two.md").unlink()
    library = load_library(folder)
    problems = "\n".join(said(library))
    assert "index.csv中没有这个文件" in problems
    assert "列有“two.md”" in problems
    assert set(library.figures["source_id"]) == {"one", "three"}  # read all the same


def test_a_malformed_row_of_the_index_costs_that_row_only(folder):
    write(folder, "index.csv", INDEX + "one.md,东胜区通报,东胜区,2025-06,,东胜区,digest\ntwo.md,乌审旗\n")
    library = load_library(folder)
    assert any("articles/index.csv:3" in problem for problem in said(library))
    assert set(library.figures["source_id"]) == {"one", "two"}


def test_a_missing_folder_is_a_problem_not_a_crash(tmp_path):
    library = load_library(tmp_path / "nowhere")
    assert library.figures.empty
    assert len(library.problems) >= 5


def test_a_correction_reaches_the_figure_and_the_version(folder):
    before = load_library(folder)
    figure_id = before.figures.loc[0, "figure_id"]
    (folder / "corrections.csv").write_text(
        "figure_id,column,was,value,value_en,reason,date\n"
        f"{figure_id},note,,口径：含银团贷款,Scope: syndicated loans included,说明,2026-01-31\n",
        encoding="utf-8",
    )
    after = load_library(folder)
    assert after.figures.loc[0, "note"] == "口径：含银团贷款"
    assert after.version != before.version


def test_the_version_stands_while_the_data_does(folder):
    assert load_library(folder).version == load_library(folder).version


def test_the_users_own_articles_join_the_shipped_ones(folder, tmp_path):
    own = tmp_path / "workspace"
    own.mkdir()
    (own / "kangbashi.txt").write_text("2024年，康巴什区新增就业300人。\n", encoding="utf-8")
    (own / "one.txt").write_text("2024年，康巴什区新增就业200人。\n", encoding="utf-8")
    library = load_library(folder, own)
    assert "kangbashi" in set(library.figures["source_id"])
    assert library.sources.set_index("source_id").loc["kangbashi", "kind"] == "original"
    [problem] = said(library)
    assert "同名（one）" in problem
    assert load_library(folder, tmp_path / "none").problems == ()


def test_what_is_said_twice_is_marked_once():
    same = {
        "source_id": "s",
        "indicator_id": "",
        "subject": "领跑全区",
        "value": 6.0,
        "value_high": None,
        "unit": "年",
        "kind": "streak",
        "bound": "exact",
        "status": "reported",
        "place": "鄂尔多斯市",
        "year": 2025,
        "period_kind": "year",
        "period_end": None,
        "league": "",
        "rank_from": "",
        "repeats": "",
    }
    rows = [same | {"figure_id": name} for name in "abc"] + [same | {"figure_id": "d", "year": 2024}]
    rows.append(same | {"figure_id": "e", "subject": "企业"})
    rows.append(same | {"figure_id": "f", "subject": "企业"})
    mark_repeats(rows)
    assert [row["repeats"] for row in rows] == ["", "a", "a", "", "", ""]


def test_check_says_what_is_wrong_in_both_languages(folder, capsys):
    assert check.main([str(folder)]) == 0
    assert "没有问题" in capsys.readouterr().out
    write(folder, "one.md", "")
    assert check.main([str(folder)]) == 1
    out = capsys.readouterr().out
    assert "data/articles/one.md" in out
    assert "is empty" in out


def test_check_lists_what_has_no_indicator(folder, capsys):
    write(folder, "one.md", "# 东胜区通报\n\n2024年，东胜区开放内部停车位45处。\n")
    check.main([str(folder), "--coverage"])
    out = capsys.readouterr().out
    assert "45处" in out
    assert "2/3" in out


def test_the_tasks_of_the_plan_are_read_and_belong_to_its_source():
    library = load_library(DATA)
    assert len(library.tasks) == 70
    assert set(library.tasks["source_id"]) <= set(library.sources["source_id"])


def test_a_file_of_tasks_without_tasks_is_named(folder):
    (folder / "tasks").mkdir()
    (folder / "tasks" / "one_tasks.md").write_text("# 计划\n\n没有任务。\n", encoding="utf-8")
    (folder / "tasks" / "two_tasks.md").write_text("", encoding="utf-8")
    problems = said(load_library(folder))
    assert [problem.split(" ")[0] for problem in problems] == [
        "data/tasks/one_tasks.md",
        "data/tasks/two_tasks.md",
    ]
