"""Imports point down only: the layers of the house, held.

Read from the source, so that an import inside a function or one only for
types counts like any other.
"""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "syndicate"

# From the top down. Parts of one line may not import each other, unless they
# stand in WITHIN; each may import everything below.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("web", "schedule", "workers"),
    ("jobs",),
    ("ingest", "feeds", "digests", "mail", "push", "audience"),
    ("content", "store", "config", "templating", "resources", "language", "look"),
    ("model",),
)

# Neighbours of the ground that build on each other.
WITHIN = {
    ("config", "resources"),
    ("templating", "language"),
    ("templating", "look"),
    ("templating", "resources"),
    ("language", "look"),
    ("content", "language"),
    ("content", "config"),
}


def modules():
    """Each module's full name and its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ["syndicate", *path.relative_to(PACKAGE).with_suffix("").parts]
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = dict(modules())


def imports(name):
    """The modules of ours that a module names in its imports."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = MODULES[name].name == "__init__.py"
                above = name.split(".")[: None if package and node.level == 1 else -node.level]
                base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                if inner in MODULES:
                    yield inner
                elif base in MODULES:
                    yield base


def part(module):
    """The part of the house a module belongs to; empty for the package itself."""
    return module.partition(".")[2].partition(".")[0]


def layer(name):
    return next(place for place, names in enumerate(LAYERS) if name in names)


def test_every_part_has_its_layer():
    known = {name for names in LAYERS for name in names}
    assert {part(module) for module in MODULES} - {""} <= known


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module):
    own = part(module)
    for imported in set(imports(module)):
        other = part(imported)
        if not own or other in ("", own) or (own, other) in WITHIN:
            continue
        assert layer(own) < layer(other), f"{module} imports {imported}"


def test_the_package_itself_imports_nothing():
    assert list(imports("syndicate")) == []


def circles(graph):
    """What is left of a graph of imports once all that imports nothing of the rest is gone."""
    left = {module: set(others) - {module} for module, others in graph.items()}
    while leaves := {module for module, others in left.items() if not others & left.keys()}:
        left = {module: others for module, others in left.items() if module not in leaves}
    return {module: others & left.keys() for module, others in left.items()}


def test_no_modules_import_each_other_in_a_circle():
    graph = {module: set(imports(module)) for module in MODULES}
    assert circles(graph) == {}


def test_a_circle_would_be_found():
    graph = {"a": ["b"], "b": ["c"], "c": ["b"], "d": []}
    assert set(circles(graph)) == {"a", "b", "c"}


@pytest.mark.parametrize("module", MODULES)
def test_the_clock_the_environment_and_the_network_stay_at_the_edge(module):
    """``now`` and the environment are parameters of everything below the jobs."""
    if not part(module) or layer(part(module)) <= layer("jobs"):
        return
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    clocks = {"datetime.now", "datetime.utcnow", "date.today", "time.time", "datetime.today"}
    assert calls & {*clocks, *(f"datetime.{clock}" for clock in clocks)} == set()
    assert names & {"os.environ", "os.getenv"} == set()
    imported = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    assert imported & {"requests", "httpx", "aiohttp", "socket", "ssl"} == set()


@pytest.mark.parametrize("module", MODULES)
def test_no_module_grows_beyond_what_one_can_hold_in_mind(module):
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_named_for_what_they_are(module):
    assert module.rpartition(".")[2] not in {"utils", "util", "helpers", "common", "manager"}
