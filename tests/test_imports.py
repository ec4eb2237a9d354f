"""Imports run one way: dashboard → pages → components → charts, exports → wording → loaders."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = {  # a layer, and what it may not import
    "loaders": {
        "wording",
        "reviews",
        "charts",
        "exports",
        "components",
        "pages",
        "dashboard",
        "streamlit",
        "plotly",
    },
    "wording": {"reviews", "charts", "exports", "components", "pages", "dashboard", "streamlit", "plotly"},
    "reviews": {"wording", "charts", "exports", "components", "pages", "dashboard", "streamlit", "plotly"},
    "charts": {"reviews", "exports", "components", "pages", "dashboard", "streamlit"},
    "exports": {"reviews", "charts", "components", "pages", "dashboard", "streamlit"},
    "components": {"pages", "dashboard"},
    "pages": {"dashboard"},
}
MODULES = [(layer, path) for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]


def imported(source: str) -> set[str]:
    """The top-level names that a module imports, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize(("layer", "path"), MODULES, ids=[str(path.relative_to(ROOT)) for _, path in MODULES])
def test_a_layer_imports_only_what_stands_below_it(layer, path):
    assert imported(path.read_text("utf-8")) & LAYERS[layer] == set()


def test_an_import_inside_a_function_is_seen():
    assert imported("def f():\n    import plotly.express as px\n    from pages import overview") == {
        "plotly",
        "pages",
    }
