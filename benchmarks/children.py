"""Start a worker.py with one reader in a process of its own, ask it, and stop it when it takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from benchmarks.readers import Document

ROOT = Path(__file__).resolve().parents[1]


class WorkerError(Exception):
    """The child did not answer: not installed, too slow, or it failed."""


class Worker:
    """A child process that holds one reader; see worker.py."""

    def __init__(self, name: str, python: str, limit: float) -> None:
        self._limit = limit
        self._stopped = False
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        try:
            self._process = subprocess.Popen(
                [python, "-m", "benchmarks.worker", name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                cwd=ROOT,
                encoding="utf-8",
                env={**os.environ, "PYTHONUTF8": "1"},
            )
        except OSError as error:
            raise WorkerError(f"cannot be started ({python}: {error.strerror})") from error
        self.hello = self._answer()
        if "missing" in self.hello:
            self.close()
            raise WorkerError(f"not installed ({self.hello['missing']})")

    def read(self, documents: Sequence[Document], keep: bool = False) -> dict[str, Any]:
        """What the child answers: seconds, characters, figures, peak, and with `keep` the records."""
        assert self._process.stdin is not None
        request = {"documents": [astuple(document) for document in documents], "keep": keep}
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # the answer says why
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        timer = threading.Timer(self._limit, self._stop)
        timer.start()
        line = self._process.stdout.readline()
        timer.cancel()
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._process.kill()
        self._process.wait()
        self._errors.seek(0)
        last = self._errors.read().decode("utf-8", "replace").strip().splitlines()[-1:]
        self.close()
        if self._stopped:
            raise WorkerError(f"took longer than {self._limit:g} s")
        raise WorkerError(f"failed ({last[0] if last else 'no message'})")

    def _stop(self) -> None:
        self._stopped = True
        self._process.kill()

    def close(self) -> None:
        """End the child."""
        self._process.kill()
        self._process.communicate()
        self._errors.close()
