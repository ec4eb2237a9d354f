"""The process that parses: its limits hold, whatever ends it is one clear message, and it leaves nothing behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loaders import sandbox
from loaders.formats import RefusedError
from tests.loaders.fixture_files import page, word

ROOT = Path(__file__).parents[2]


def test_a_file_that_takes_too_long_is_given_up_and_its_process_ended():
    raw = page("<p " + " ".join(f"a{n}=1" for n in range(500_000)) + ">办结案件49件。</p>")
    began = time.monotonic()
    with pytest.raises(RefusedError, match="more time or memory"):
        sandbox.parse("html", raw, wait=2)
    assert time.monotonic() - began < 10


def inside(code):
    """What `code` prints in a process that has limited itself."""
    program = f"from loaders.formats.child import limit\nlimited = limit()\n{code}"
    return subprocess.run(
        [sys.executable, "-B", "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits; the module says so")
@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("bytearray(2_000_000_000)", "MemoryError", id="memory"),
        pytest.param(
            "with open('grown.tmp', 'wb') as file: file.write(b'x' * 100)", "File too large", id="files"
        ),
    ],
)
def test_the_process_limits_itself(code, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert said in inside(f"import os\nos.chdir({str(tmp_path)!r})\n{code}").stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits; the module says so")
def test_the_limits_on_time_and_memory_are_those_that_were_promised():
    code = "import resource as r\nprint(limited, r.getrlimit(r.RLIMIT_AS)[0], r.getrlimit(r.RLIMIT_CPU)[0])"
    assert inside(code).stdout.split() == ["True", "1000000000", "20"]


def test_a_system_without_limits_is_said(monkeypatch):
    answer = b'{"text": "a", "title": "", "publisher": "", "published": "", "remarks": [], "limited": false}'
    monkeypatch.setattr(
        sandbox.subprocess, "run", lambda *a, **k: subprocess.CompletedProcess(a, 0, answer, b"")
    )
    assert "不能限制" in sandbox.parse("docx", b"").remarks[0][0]


@pytest.mark.parametrize("answer", [b"", b"[]", b'{"limited": true, "broken": true}', b"\xff"])
def test_a_process_that_dies_without_a_word_is_one_message(monkeypatch, answer):
    monkeypatch.setattr(
        sandbox.subprocess, "run", lambda *a, **k: subprocess.CompletedProcess(a, -9, answer, b"")
    )
    with pytest.raises(RefusedError, match="damaged, or takes more"):
        sandbox.parse("pdf", b"")


def test_the_parser_starts_without_pandas():
    loaded = inside(
        "import loaders.formats.word, loaders.formats.page, loaders.formats.portable, sys\nprint('pandas' in sys.modules)"
    )
    assert loaded.stdout.strip() == "False"


def test_a_file_is_parsed_from_any_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert sandbox.parse("docx", word("办结49件")).text == "办结49件"
    assert list(tmp_path.iterdir()) == []
