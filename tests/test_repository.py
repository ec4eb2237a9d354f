"""What holds for the repository as a whole: pins, paths, line ends, licence of what is shipped."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.test_imports import imported

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9_.-]+)(?P<extra>\[[a-z,]+\])?==[0-9][0-9A-Za-z.]*(?P<why>\s+# \S.*)?$")
REQUIREMENTS = ["requirements.txt", "requirements-dev.txt"]
OURS = {
    "loaders",
    "wording",
    "reviews",
    "charts",
    "exports",
    "components",
    "pages",
    "dashboard",
    "tests",
    "benchmarks",
}
DISTRIBUTION = {
    "docx": "python-docx",
    "pptx": "python-pptx",
    "yaml": "pyyaml",
    "PIL": "pillow",
    "bs4": "beautifulsoup4",
}


def repository_files():
    """What the repository holds, or would hold after the next commit: never what .gitignore leaves out."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return [path for path in (ROOT / name for name in names if name) if path.is_file()]


def text_files():
    return [path for path in repository_files() if b"\0" not in path.read_bytes()[:8000]]


def requirement_lines(file):
    lines = (ROOT / file).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_every_requirement_names_one_version(file):
    assert [line for line in requirement_lines(file) if not PIN.match(line)] == []


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_every_direct_dependency_says_why(file):
    direct = (ROOT / file).read_text("utf-8").partition("# -- pulled in --")[0].splitlines()
    pins = [PIN.match(line) for line in direct if line and not line.startswith(("#", "-r "))]
    assert [match[0] for match in pins if match and not match["why"]] == []


def test_everything_imported_is_a_requirement():
    pinned = {
        match["name"].lower().replace("_", "-")
        for file in REQUIREMENTS
        for match in map(PIN.match, requirement_lines(file))
        if match
    }
    used = set()
    for path in repository_files():
        if path.suffix == ".py":
            used |= imported(path.read_text("utf-8"))
    outside = {DISTRIBUTION.get(name, name) for name in used - OURS - set(sys.stdlib_module_names)}
    assert {name.lower().replace("_", "-") for name in outside} - pinned == set()


def test_no_path_of_one_machine():
    machine = re.compile(r"(?<![\w.])/(?:home|root|Users|work|mnt|opt)/\w|[A-Z]:\\Users\\")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in text_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if machine.search(line) and path != Path(__file__)
    ]
    assert found == []


def test_text_is_utf8_without_mark_and_ends_lines_with_lf():
    wrong = []
    for path in text_files():
        content = path.read_bytes()
        content.decode("utf-8")
        if (
            content.startswith(b"\xef\xbb\xbf")
            or b"\r" in content
            or (content and not content.endswith(b"\n"))
        ):
            wrong.append(str(path.relative_to(ROOT)))
    assert wrong == []


def test_ten_chart_colours_in_light_and_in_dark():
    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
    assert {mode: len(theme[mode]["chartCategoricalColors"]) for mode in ("light", "dark")} == {
        "light": 10,
        "dark": 10,
    }
