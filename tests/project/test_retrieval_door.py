"""`python -m eval retrieval` over the example of its own README, and over what cannot be measured."""

import re
import sys

import pytest

from eval.retrieval.door import main
from eval.retrieval.systems.registry import SYSTEMS


@pytest.fixture(scope="module")
def example(root, tmp_path_factory):
    """A folder with the three files that the README shows."""
    readme = (root / "eval" / "retrieval" / "README.md").read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("보기 하나")
    for name, text in re.findall(
        r"^`(\w+\.\w+)`[^\n]*\n(?:[^\n]+\n)*\n```\w+\n(.*?)```", readme, re.DOTALL | re.MULTILINE
    ):
        (folder / name).write_text(text, encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["corpus.jsonl", "qrels.tsv", "queries.jsonl"]
    return folder


@pytest.fixture(scope="module")
def measure(execute, root):
    """Runs `python -m eval retrieval` as a process in which a warning is an error."""

    def run(*arguments, **variables):
        call = [sys.executable, "-W", "error", "-m", "eval", "retrieval", *arguments]
        return execute(call, **{"PYTHONPATH": root} | variables)

    return run


def test_the_example_as_a_process(measure, example):
    ran = measure("--data", example, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == {"settings", "versions", "collections"}
    assert ran.json["settings"]["embedding"] == "kiwi"
    assert {"python", "jorye", "kiwipiepy", "bm25s", "chromadb", "langchain-text-splitters"} <= set(
        ran.json["versions"]
    )
    (told,) = ran.json["collections"]
    assert (told["documents"], told["queries"], set(told["passed_over"].values())) == (3, 2, {0})
    assert list(told["systems"]) == list(SYSTEMS)
    assert told["systems"]["kiwi-bm25"]["measures"]["recall@1"] == {"mean": 1.0, "low": 1.0, "high": 1.0}
    assert told["systems"]["whitespace-bm25"]["ours_minus_it"]["mean"] > 0
    assert [name for name, system in told["systems"].items() if system["speed"]["build_seconds"] <= 0] == []


def test_a_table_for_each_folder_with_the_systems_named(capsys, example):
    assert main(["--data", str(example), str(example), "--system", "kiwi-bm25", "--limit", "1"], {}) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.count(f"{example.name}: documents 3, characters 146, queries 1") == 2
    assert len(re.findall(r"^kiwi-bm25 +100 100–100", shown.out, re.MULTILINE)) == 2
    assert "naive" not in shown.out


@pytest.mark.parametrize(("name", "told"), [("nowhere", "is no folder"), (".", "has no file corpus.jsonl")])
def test_a_folder_that_cannot_be_measured(capsys, example, tmp_path, name, told):
    assert main(["--data", str(example), str(tmp_path / name)], {}) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert shown.err.startswith("python -m eval retrieval: ")
    assert told in shown.err


def test_a_file_that_cannot_be_read_is_a_fault_of_the_project(capsys, tmp_path):
    (tmp_path / "corpus.jsonl").write_text("?", encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text("", encoding="utf-8")
    assert main(["--data", str(tmp_path)], {}) == 1
    assert "corpus.jsonl, line 1: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "--data"),
        (["--data", ".", "--limit", "0"], "0 is no number of queries"),
        (["--data", ".", "--limit", "-3"], "is no number of queries"),
        (["--data", ".", "--limit", "many"], "many is no number of queries"),
        (["--data", ".", "--system", "magic"], "magic"),
    ],
)
def test_usage(capsys, arguments, told):
    with pytest.raises(SystemExit) as ended:
        main(arguments, {})
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_an_embedding_that_cannot_be_had_is_told_at_once(capsys, example):
    assert main(["--data", str(example), "--system", "kiwi-bm25", "ours"], {"JORYE_EMBEDDING": "/nowhere"}) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert "JORYE_EMBEDDING=/nowhere" in shown.err


def test_the_table_is_shown_where_the_terminal_speaks_another_encoding(measure, example):
    ran = measure("--data", example, "--system", "bigram-bm25", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err) == (0, "")
    assert "100–100" in ran.out


def test_a_setting_that_cannot_be_followed_is_one_line(measure, example):
    assert measure("--data", example, JORYE_LAW_DIR="/nowhere").refused(2)


def test_the_readme_names_every_system(root):
    readme = (root / "eval" / "retrieval" / "README.md").read_text(encoding="utf-8")
    assert [name for name in SYSTEMS if f"`{name}`" not in readme] == []


def test_the_help_tells_of_it(execute, root):
    ran = execute([sys.executable, "-m", "eval", "--help"], PYTHONPATH=root)
    assert ran.code == 0
    assert "python -m eval retrieval" in ran.out
