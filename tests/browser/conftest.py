"""A real Chromium against a real server. Skipped with a reason where there is no Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROME = os.environ.get("CHROME_PATH") or "/usr/bin/chromium"
# Streamlit's own page looks for the server below the page's address first; it finds it at the root.
PROBES = ("_stcore/health", "_stcore/host-config")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


class Server:
    """One `streamlit run` of the dashboard on a free port."""

    def __init__(self, **environment):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--server.headless", "true"], cwd=ROOT, env={**os.environ, **environment},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for _ in range(150):
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.2)
        self.stop()
        raise RuntimeError("the server did not start within 30 seconds")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)


@pytest.fixture
def fresh_server():
    """A server that has answered nobody yet."""
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def server():
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium():
    playwright = (
        pytest.importorskip("playwright.sync_api")
        if not required()
        else __import__("playwright.sync_api").sync_api
    )
    if not Path(CHROME).exists():
        if required():
            pytest.fail(f"REQUIRE_BROWSER=1, but there is no Chromium at {CHROME}; set CHROME_PATH")
        pytest.skip(f"no Chromium at {CHROME}; set CHROME_PATH to run the browser tests")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROME, args=["--no-sandbox"])
        yield browser
        browser.close()


def required():
    return os.environ.get("REQUIRE_BROWSER") == "1"


@pytest.fixture
def tab(chromium):
    """A page in a clean profile; `tab.faults` collects console errors, exceptions and outside requests."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.faults = []
    page.set_default_timeout(60_000)  # continuous integration has one slow core at times

    def heard(message):
        if message.type == "error" and not any(probe in message.location.get("url", "") for probe in PROBES):
            page.faults.append(f"console: {message.text} {message.location.get('url', '')}")

    def asked(request):
        if not request.url.startswith(("http://localhost", "ws://localhost", "data:", "blob:")):
            page.faults.append(f"outside: {request.url}")

    page.on("console", heard)
    page.on("pageerror", lambda error: page.faults.append(f"exception: {error}"))
    page.on("request", asked)
    yield page
    context.close()


def settled(page):
    """Wait until the script has run to its end and the page has drawn it."""
    page.wait_for_selector(".foot", timeout=60_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_timeout(300)
    return page
