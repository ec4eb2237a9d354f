"""Run a parser on a file from outside in a process of its own, with limits.

A few kilobytes can ask a parser for gigabytes. The child caps its memory (1 GB), its processor time
(20 s) and the files it may write (none); this side waits 30 s at most and lets two run at a time.
On Windows, which knows no such caps, only the wait holds, and the result says so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from loaders.formats.extracted import Extracted, RefusedError

WAIT = 30.0  # seconds
_ROOT = Path(__file__).resolve().parents[1]
_places = BoundedSemaphore(2)

_UNLIMITED = (
    "此系统不能限制解析所用的内存，只限制了时间；请只打开来源可靠的文件。",
    "This system cannot cap the memory of parsing, only its time; open files of trusted origin only.",
)


def parse(kind: str, raw: bytes, wait: float = WAIT) -> Extracted:
    """The text of `raw`, a file of `kind` html, docx or pdf.

    Raises:
        RefusedError: the file is not sound, or asks for too much.
    """
    # -P is not used: the package is found from the working folder. No byte code is written: no file may be.
    command = [sys.executable, "-B", "-m", "loaders.formats.child", kind]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(_ROOT)}
    with _places:
        try:
            done = subprocess.run(
                command, input=raw, capture_output=True, cwd=_ROOT, env=environment, timeout=wait, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise _too_much() from error
        except OSError as error:
            raise RefusedError(
                f"无法启动解析进程（{error.strerror}）。请稍后再试。",
                f"cannot be read: the parsing process does not start ({error.strerror}). Try again later.",
            ) from error
    answer = _answer(done.stdout)
    if "refused" in answer:
        raise RefusedError(*answer["refused"])
    if "text" not in answer:
        raise _too_much()
    remarks = tuple((zh, en) for zh, en in answer["remarks"])
    return Extracted(
        text=answer["text"],
        title=answer["title"],
        publisher=answer["publisher"],
        published=answer["published"],
        remarks=remarks if answer["limited"] else (*remarks, _UNLIMITED),
    )


def _answer(written: bytes) -> dict[str, Any]:
    """What the child said; empty where its limits ended it."""
    try:
        answer = json.loads(written)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _too_much() -> RefusedError:
    return RefusedError(
        "文件已损坏，或解析它所需的时间、内存超过上限（20秒，1 GB）。请打开后另存为新文件，或粘贴文字。",
        "is damaged, or takes more time or memory to parse than is allowed (20 s, 1 GB). "
        "Open it and save it as a new file, or paste its text.",
    )
