"""Rules of the house, read off the source: layers, libraries, clocks, sizes, names and docstrings."""

import ast
import importlib.metadata
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from rag.settings import Settings

ROOT = Path(__file__).parents[2]
PACKAGES = ("corpus", "ingest", "rag", "api", "eval")
MODULES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
}
DOORS = ("api/", "eval/")
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def running(node: ast.AST) -> Iterator[ast.AST]:
    """All that runs: everything but the bodies of `if TYPE_CHECKING`."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"):
            yield from running(child)


def imported(nodes: Iterator[ast.AST]) -> set[str]:
    """The top-level packages that are imported."""
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module.partition(".")[0])
    return names


def importers(library: str) -> set[str]:
    """The modules that import a library when they run."""
    return {name for name, tree in MODULES.items() if library in imported(running(tree))}


def reading(*accesses: str) -> set[str]:
    """The modules that read an attribute such as `os.environ`, or import it by name."""
    found = set()
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            by_dot = isinstance(node, ast.Attribute) and ast.unparse(node) in accesses
            by_name = isinstance(node, ast.ImportFrom) and any(
                f"{node.module}.{a.name}" in accesses for a in node.names
            )
            found |= {name} if by_dot or by_name else set()
    return found


def test_imports_go_down_only(execute, root):
    ran = execute([Path(sys.executable).with_name("lint-imports"), "--config", root / "pyproject.toml", "--no-cache"])
    assert ran.code == 0, ran.out
    assert "1 kept, 0 broken" in ran.out


@pytest.mark.parametrize(
    ("library", "modules"),
    [
        ("kiwipiepy", {"ingest/morphemes.py"}),
        ("chromadb", {"ingest/chroma.py", "eval/retrieval/systems/naive.py"}),
        ("sentence_transformers", {"ingest/embedding.py"}),
        ("langchain_core", {"ingest/embedding.py", "rag/langchain_retriever.py"}),
        ("bm25s", {"ingest/index/lexical.py", "eval/retrieval/systems/lexical.py"}),
        ("platformdirs", {"rag/settings.py"}),
        ("langchain_text_splitters", {"eval/retrieval/systems/naive.py"}),
        ("fastapi", {"api/app.py", "api/meeting_route.py", "api/problems.py"}),
        ("uvicorn", {"api/serve.py"}),
        ("click", {"api/cli.py", "api/day_option.py", "api/meeting_command.py"}),
        ("tqdm", {"api/progress.py", "eval/retrieval/door.py"}),
        ("defusedxml", {"ingest/readers/xml_tree.py"}),
        ("xml", {"ingest/readers/xml_tree.py"}),
        ("httpx", {"ingest/open_api.py"}),
        ("tenacity", {"ingest/open_api.py"}),
        ("langchain", {"rag/model/chat.py"}),
        ("langsmith", {"rag/model/chat.py"}),
    ],
)
def test_a_library_is_known_to_its_modules_alone(library, modules):
    assert importers(library) == modules


def test_pydantic_stays_at_the_edges():
    assert importers("pydantic")
    assert {name for name in importers("pydantic") if not name.startswith(DOORS)} == set()


@pytest.mark.parametrize(
    "library",
    [
        "kiwipiepy",
        "chromadb",
        "sentence_transformers",
        "bm25s",
        "langchain_text_splitters",
        "uvicorn",
        "langchain",
        "langsmith",
    ],
)
def test_a_heavy_library_is_imported_inside_the_call_that_needs_it(library):
    at_once = {name for name, tree in MODULES.items() if library in imported(iter(tree.body))}
    assert importers(library)
    assert at_once == set()


def test_the_law_needs_nothing_but_the_standard_library():
    corpus = {each for name, tree in MODULES.items() if name.startswith("corpus/") for each in imported(ast.walk(tree))}
    assert "tomllib" in corpus
    assert corpus - set(sys.stdlib_module_names) == {"corpus"}


def test_every_imported_library_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = project["dependencies"] + extras["transformers"] + extras["models"] + extras["eval"]
    names = {each.partition(">")[0].lower().replace("_", "-") for each in declared}
    outside = {each for tree in MODULES.values() for each in imported(running(tree))}
    outside -= {*sys.stdlib_module_names, *PACKAGES}
    origin = importlib.metadata.packages_distributions()
    assert "click" in outside
    assert {each for each in outside if not names & {dist.lower().replace("_", "-") for dist in origin[each]}} == set()


def test_the_environment_is_read_at_the_doors_alone():
    found = reading("os.environ", "os.getenv", "os.environb")
    assert {"api/cli.py", "eval/__main__.py"} <= found
    assert {name for name in found if not name.startswith(DOORS)} == set()
    assert {name for name in found if name.startswith("api/")} == {"api/cli.py"}


def test_the_clock_is_read_at_the_doors_alone():
    clocks = [f"{kind}.{call}" for kind in ("date", "datetime") for call in ("today", "now", "utcnow")]
    found = reading(*clocks, "time.time", "time.perf_counter", "time.monotonic", "time.localtime")
    assert {"api/cli.py", "api/app.py"} <= found
    assert {name for name in found if not name.startswith(DOORS)} == set()


def test_no_module_is_longer_than_250_lines():
    lengths = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in MODULES}
    assert len(lengths) > 30
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_no_function_is_longer_than_40_lines():
    lengths = {
        f"{name}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, DEFINITIONS[:2])
    }
    assert len(lengths) > 100
    assert {place: length for place, length in lengths.items() if length > 40} == {}


def public(node: ast.Module | ast.ClassDef) -> Iterator[ast.AST]:
    """A module or class and the public functions and classes in it."""
    yield node
    for child in node.body:
        if isinstance(child, DEFINITIONS) and not child.name.startswith("_"):
            yield from public(child) if isinstance(child, ast.ClassDef) else [child]


def test_all_that_is_public_has_a_docstring():
    every = [(name, node) for name, tree in MODULES.items() for node in public(tree)]
    assert len(every) > 150
    bare = [f"{name}: {getattr(node, 'name', 'the module')}" for name, node in every if not ast.get_docstring(node)]
    assert bare == []


def test_no_module_is_a_drawer_for_anything():
    words = {word for name in MODULES for part in Path(name).with_suffix("").parts for word in part.split("_")}
    assert "morphemes" in words
    assert words & {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"} == set()


def test_each_setting_is_documented_and_read_from_its_variable():
    class Watched(dict):
        def get(self, name, default=None):
            self[name] = default
            return default

    variables = Watched()
    Settings.from_environment(variables)
    assert set(variables) == {f"JORYE_{each.name.upper()}" for each in fields(Settings)}
    assert [name for name in variables if f"`{name}`" not in Settings.__doc__] == []
