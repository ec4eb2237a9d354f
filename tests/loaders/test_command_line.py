"""`python -m loaders extract`: formats, exit status, and what others call it for."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from loaders.__main__ import main
from loaders.tables import FIGURES

ROOT = Path(__file__).parents[2]
NAMES = [column.name for column in FIGURES]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "index.csv").write_text("file,title,published,place\na.txt,综述,2025-08-15,东胜区\n", "utf-8")
    (tmp_path / "a.txt").write_bytes("综述\r\n全区今年办结诉求４９件，\r\n同比增长 5.3 %。\r\n".encode())
    (tmp_path / "b.txt").write_text("持续优化营商环境。", "utf-8")
    return tmp_path


def run(capfdbinary, *arguments):
    status = main([str(argument) for argument in arguments])
    out, err = capfdbinary.readouterr()
    return status, out.decode("utf-8"), err.decode("utf-8")


def test_jsonl_gives_one_object_a_figure_with_offsets_into_the_file(capfdbinary, folder):
    status, out, err = run(capfdbinary, "extract", folder, "--format", "jsonl")
    assert (status, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    text = (folder / "a.txt").read_bytes().decode()
    assert [(row["doc"], text[row["start"] : row["end"]], row["value"]) for row in rows] == [
        ("a.txt", "４９件", 49),
        ("a.txt", "5.3 %", 5.3),
    ]
    assert set(rows[0]) == {"doc", *NAMES}
    assert {row["place"] for row in rows} == {"东胜区"}
    assert "\\u" not in out


def test_csv_opens_in_a_spreadsheet(capfdbinary, folder):
    status, out, _ = run(capfdbinary, "extract", folder, "--format", "csv")
    assert status == 0
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))
    assert [row["unit"] for row in rows] == ["件", "%"]
    assert list(rows[0]) == ["doc", *NAMES]


def test_parquet_and_jsonl_say_the_same(capfdbinary, folder):
    out = folder / "figures.parquet"
    assert run(capfdbinary, "extract", folder, "--format", "parquet", "--out", out)[0] == 0
    frame = pd.read_parquet(out)
    assert list(frame.columns) == ["doc", *NAMES]
    assert list(frame["value"]) == [49, 5.3]
    assert not list(folder.glob("*.tmp"))


def test_the_table_is_for_reading(capfdbinary, folder):
    _, out, _ = run(capfdbinary, "extract", folder / "a.txt")
    assert "４９件" in out
    assert "written" in out


def test_a_text_without_figures_is_no_failure(capfdbinary, folder):
    assert run(capfdbinary, "extract", folder / "b.txt", "--format", "jsonl") == (0, "", "")
    assert run(capfdbinary, "extract", folder / "b.txt")[0] == 0


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(capfdbinary, folder, form):
    (folder / "c.txt").write_bytes(b"\xff\xff\xff")
    status, out, err = run(capfdbinary, "extract", folder, folder / "none.txt", "--format", form)
    assert status == 1
    assert "４９件" in out
    assert "c.txt" in err
    assert "none.txt" in err


def test_explain_says_which_words_decided(capfdbinary, folder):
    status, out, _ = run(capfdbinary, "extract", folder / "a.txt", "--explain")
    assert status == 0
    assert "“全区”" in out
    assert "“今年”" in out


def test_an_unknown_command_or_option_is_refused(capfdbinary):
    for arguments in (
        ["read"],
        ["extract"],
        ["extract", "a.txt", "--form"],
        ["extract", "a.txt", "--format", "xml"],
    ):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2


def test_it_runs_as_a_module_where_the_terminal_is_not_utf_8(folder):
    result = subprocess.run(
        [sys.executable, "-m", "loaders", "extract", str(folder), "--format", "jsonl"],
        cwd=ROOT,
        env={"PATH": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr.decode()
    assert "４９件" in result.stdout.decode("utf-8")
