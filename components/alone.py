"""A page file that a fresh server runs by itself opens the whole dashboard instead.

Streamlit takes files in `pages/` for pages until the entry script has called `st.navigation` once; the
first request to a fresh server, if it is a page's address, would otherwise see that file and no bar.
"""

from __future__ import annotations

import runpy
from pathlib import Path

ENTRY = Path(__file__).parents[1] / "dashboard.py"


def open_dashboard() -> None:
    """Run the entry script as Streamlit would."""
    runpy.run_path(str(ENTRY), run_name="__main__")
