"""The built wheel: what is in it, and that it answers from wherever it is unpacked."""

import importlib.util
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PACKAGES = ("corpus", "ingest", "rag", "api", "eval")
ASK = f"""
import json, sys
from api.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    code = end.code
ours = {{name: module.__file__ for name, module in sys.modules.items() if name.partition(".")[0] in {PACKAGES}}}
print()
print(json.dumps([code, ours]))
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    """The wheel of the checkout; built without the network where hatchling is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    call = [sys.executable, "-m", "build", "--wheel", *isolation, "--outdir", folder, root]
    done = subprocess.run(call, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The wheel unpacked by pip, without its dependencies, in a folder with spaces and Korean in its name."""
    folder = tmp_path_factory.mktemp("설치 폴더 1") / "조례 프로그램"
    call = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", folder, wheel]
    done = subprocess.run(call, capture_output=True, text=True, cwd=wheel.parent, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel, root):
    files = [path for package in PACKAGES for path in (root / package).rglob("*") if path.is_file()]
    wanted = {path.relative_to(root).as_posix() for path in files if "__pycache__" not in path.parts}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_the_wheel_holds_the_texts_and_all_other_data(wheel, root):
    held = set(zipfile.ZipFile(wheel).namelist())
    texts = {path.relative_to(root).as_posix() for path in (root / "corpus" / "texts").rglob("*.??")}
    texts |= {path.relative_to(root).as_posix() for path in (root / "corpus" / "texts").rglob("*.txt")}
    packages = [root / package for package in PACKAGES]
    data = {path.relative_to(root).as_posix() for folder in packages for path in folder.rglob("*.toml")}
    data |= {"corpus/glossary.tsv", "corpus/exemplars/unanswerable.tsv", "eval/cases/seed.jsonl"}
    assert {"corpus/works.toml", "eval/thresholds.toml"} < data
    assert len(texts) >= 7
    assert (texts | data) - held == set()
    assert [name for name in held if "test" in name.lower()] == []


def test_the_wheel_declares_its_script_and_its_licence(wheel):
    archive = zipfile.ZipFile(wheel)
    inside = {name.partition(".dist-info/")[2]: name for name in archive.namelist() if ".dist-info/" in name}
    assert "jorye = api.cli:main" in archive.read(inside["entry_points.txt"]).decode()
    assert "licenses/LICENSE" in inside
    assert "Requires-Python: >=3.11" in archive.read(inside["METADATA"]).decode()


@pytest.mark.parametrize(
    ("question", "cited"),
    [("Who convenes the AI Committee?", "para-1"), ("인공지능위원회 회의의 의사정족수는?", "para-2")],
)
def test_the_installed_package_answers_from_any_folder(execute, installed, tmp_path, question, cited):
    call = [sys.executable, "-W", "error", "-c", ASK, "ask", question, "--json"]
    ran = execute(call, PYTHONPATH=installed, JORYE_HOME=tmp_path / "자료 폴더 하나")
    answer, _, trailer = ran.out.rpartition("\n\n")
    code, ours = json.loads(trailer)
    assert (code, ran.err) == (0, "")
    assert json.loads(answer)["citations"][0]["id"] == f"seoul-ai-ordinance@2025-09-29/art-14/{cited}"
    assert {name for name, file in ours.items() if not Path(file).is_relative_to(installed)} == set()


def test_the_installed_evaluation_finds_its_cases(execute, installed, home):
    ran = execute([sys.executable, "-m", "eval", "--json"], PYTHONPATH=installed, JORYE_HOME=home)
    assert (ran.code, json.loads(ran.out)["grounded"]) == (0, 1.0)
