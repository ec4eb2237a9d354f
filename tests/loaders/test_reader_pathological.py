"""Strings made to hurt: each is read, in time linear in its length, or the reader is ended and the test fails.

Nothing here asks how fast the machine is: what counts is how time grows when the length doubles, and
that the reader comes back at all.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.loaders.reading_child import REPEATED

ROOT = Path(__file__).parents[2]
PATIENCE = 90  # seconds until a reader that does not answer is taken to hang


class Child:
    """A reader in a process of its own, started again after it was ended."""

    def __init__(self):
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("reading_child.py"))],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.answers = queue.Queue()
        threading.Thread(target=self._listen, args=(self.process, self.answers), daemon=True).start()

    @staticmethod
    def _listen(process, answers):
        for line in process.stdout:
            answers.put(line)
        answers.put("")

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process.stdout.close()
            self.process = None

    def ask(self, patience=PATIENCE, **request):
        if self.process is None:
            self.start()
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        try:
            line = self.answers.get(timeout=patience)
        except queue.Empty:
            self.stop()
            pytest.fail(f"no answer within {patience} s: {request}")
        if not line:
            self.stop()
            pytest.fail(f"the reader died of {request}")
        return json.loads(line)

    def seconds(self, piece, length):
        return self.ask(piece=piece, length=length)["seconds"]


@pytest.fixture(scope="module")
def child():
    reader = Child()
    yield reader
    reader.stop()


def growth(child, piece, length):
    """How many times longer twice the length takes; the best of three, since other work disturbs."""
    best = None
    for _ in range(3):
        ratio = child.seconds(piece, 2 * length) / child.seconds(piece, length)
        best = ratio if best is None else min(best, ratio)
        if best <= 3:
            break
    return best


@pytest.mark.parametrize("name", REPEATED)
def test_time_is_linear_in_length(child, name):
    piece, length = REPEATED[name], 2000
    took = child.seconds(piece, length)
    if took > 0.05:
        return  # it came back; how its time grows is measured among the long ones
    while length < 5000 or took < 0.02 and length < 100_000:  # longer than a sentence may be
        length *= 4
        took = child.seconds(piece, length)
    assert took < 0.02 or growth(child, piece, length) <= 3


@pytest.mark.stress
@pytest.mark.parametrize("name", REPEATED)
def test_time_is_linear_in_great_length(child, name):
    assert growth(child, REPEATED[name], 64_000) <= 3


@pytest.mark.parametrize(
    ("piece", "length", "tail"),
    [
        pytest.param("1", 1_000_000, "亿元", id="a million digits"),
        pytest.param("1,", 40_000, "", id="20,000 digits with commas"),
        pytest.param("增长1%", 12_000, "", id="3,000 rates"),
        pytest.param("壹", 26, "", id="26 ones"),
        pytest.param("\u3000", 200_000, "1家", id="200,000 wide blanks"),
        pytest.param("a ", 200_000, "1家", id="letters and blanks"),
        pytest.param("约为", 58, "甲1家", id="bounds that can be read in two ways"),
        pytest.param("排在", 60, "甲第1名", id="ranks that can be read in two ways"),
        pytest.param("全国排名列", 100, "甲第1名", id="leagues that can be read in two ways"),
        pytest.param("百分之1.2.3", 7, "", id="two points in one number"),
    ],
)
def test_comes_back(child, piece, length, tail):
    answer = child.ask(piece=piece, length=length, tail=tail, patience=PATIENCE)
    assert answer["figures"] <= answer["length"]


@pytest.mark.stress
def test_a_line_of_ten_million_bytes_is_read(child):
    piece = "鄂尔多斯市今年新增经营主体1.2万户，同比增长5.3%；办结率达98%以上。"
    answer = child.ask(piece=piece, length=10_000_000 // 3, patience=900)
    assert answer["figures"] == 3 * (10_000_000 // 3 // len(piece))


def test_no_pattern_reads_its_own_words_in_ever_more_ways(child):
    answer = child.ask(patterns=True, patience=PATIENCE)
    assert answer["patterns"] > 50
    assert answer["slow"] == []
