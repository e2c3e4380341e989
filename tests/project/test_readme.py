"""The README stays true: its commands run and print what it shows, its figures are the measured ones."""

import re
import shlex
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from api.cli import main
from eval import meetings
from eval.bench import asking, tables
from eval.bench.asking import Times
from eval.bench.commands import Commands
from eval.bench.ingestion import Seconds, texts
from eval.bench.tables import Sized
from eval.cases import load_cases, load_held_out, load_meetings
from eval.measures import Outcome
from eval.peer import compared, peers
from eval.report import measures
from eval.retrieval.systems.models import Models
from rag.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line.removeprefix("$ ").partition("#")[0].strip()
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("$ ")
]
# These need a key, a folder, a port or a person; tests of their own run them.
ELSEWHERE = (" serve", " sync", " --law-dir", " --interactive")
LINES = {
    "ask": b'{"question": "Who convenes the AI Committee?"}\n',
    "meeting": b'{"on_register": 15, "attending": 8}\n',
}
JORYE = [
    command
    for command in COMMANDS
    if command.startswith(".venv/bin/jorye ") and not any(each in command for each in ELSEWHERE)
]
TODAY = re.compile(r"As of \w+ \d+, \d{4}")


def test_the_first_command_prints_what_is_shown(jorye):
    command, _, shown = BLOCKS[0].partition("\n")
    asked = re.fullmatch(r'\$ make ask Q="(.*)"', command)[1]
    ran = jorye("ask", asked, JORYE_EMBEDDING="")
    assert TODAY.sub("", ran.out).strip() == TODAY.sub("", shown).strip()


@pytest.mark.parametrize("command", JORYE)
def test_commands_run(jorye, here, tmp_path, command):
    words = shlex.split(command)[1:]
    stdin = LINES[words[0]] if "<" in words else b""
    words = words[: words.index("<")] if "<" in words else words
    variables = {"JORYE_HOME": tmp_path} if "--rebuild" in words else {}
    run = jorye if words[0] == "history" else here  # no other test runs that one as a process
    ran = run(*words, stdin=stdin, **variables)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()


def test_the_chain_in_the_readme_runs_and_quotes_the_provision(execute, home):
    _, _, section = README.partition("## In your own LangChain chain\n")
    example = re.search(r"```python\n(.*?)```", section, re.DOTALL)[1]
    ran = execute([sys.executable, "-W", "error", "-c", example], JORYE_HOME=home, PYTHONPATH=ROOT)
    assert (ran.code, ran.err) == (0, "")
    assert len(example.splitlines()) == 10
    assert "Article 14(1) of the Seoul Metropolitan Government Framework Ordinance" in ran.out
    assert "The Chairperson shall convene and chair meetings of the Committee." in ran.out
    assert ran.out.endswith("Who convenes the AI Committee?\n")


def test_every_command_and_setting_is_documented():
    assert {name for name in main.commands if f"jorye {name}" not in README} == set()
    assert {f"JORYE_{field.name.upper()}" for field in fields(Settings)} == set(re.findall(r"`(JORYE_\w+)`", README))


def test_make_targets_are_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"make ([a-z]+)", "\n".join(COMMANDS) + README))
    assert {"ask", "test", "check", "eval", "serve", "bench"} <= targets
    assert [target for target in targets if f"\n{target}:" not in makefile and target not in ("it", "and")] == []


def test_figures_are_the_measured_ones(assistant):
    cases = list(load_cases())
    values = measures(
        [
            Outcome.of(
                case,
                assistant.ask(case.question, case.as_of, earlier=case.earlier),
                assistant.search(case.question, case.as_of),
            )
            for case in cases
        ],
        assistant.law,
    )
    told = " ".join(README.split())
    pattern = (
        r"Over the (\d+) questions .* right provision for (\d+) % "
        r".*Korean (\d+) %, English (\d+) %\) and refuses (\d+) % .* it was right (\d+) % of the time"
    )
    figures = re.search(pattern, told)
    names = ("cites_right", "cites_right_ko", "cites_right_en", "refused_unanswerable", "right_when_sure")
    assert [int(figure) for figure in figures.groups()] == [len(cases), *(round(100 * values[name]) for name in names)]


def test_figures_on_unseen_questions_are_the_measured_ones(assistant):
    outcomes = [
        Outcome.of(case, assistant.ask(case.question, case.as_of, earlier=case.earlier), ()) for case in load_held_out()
    ]
    values = measures(outcomes, assistant.law)
    pattern = r"of (\d+) by people who .* right provision for (\d+) % .* refuses (\d+) % of those .* and (\d+) % of"
    figures = re.search(pattern, " ".join(README.split()))
    names = ("cites_right", "refused_unanswerable", "refused_answerable")
    assert [int(each) for each in figures.groups()] == [len(outcomes), *(round(100 * values[name]) for name in names)]


def test_the_tables_of_times_are_those_that_make_bench_prints():
    once = dict.fromkeys(("alone", "texts", "ours", "peer", "changed"), Seconds(1, 1))
    milliseconds = dict.fromkeys((asking.KIWI_ALONE, asking.PEER, asking.OURS, asking.ANSWER), Times(1, 1))
    sizes = [(name, texts(variants)) for name, variants in tables.VARIANTS.items()]
    told = [Sized(name, len(each), sum(len(one.whole) for one in each), [once]) for name, each in sizes]
    printed = [tables.taking_in(told), tables.questions(1, milliseconds), tables.processes(Commands(1, 1, 1, 1))]
    varying = re.compile(r"median of \d+|\d+ asked|\d+\.\d+")
    shown = varying.sub("…", README)
    assert [table for table in printed if varying.sub("…", table) not in shown] == []


def test_the_figures_of_meetings_in_words_are_the_measured_ones():
    values = meetings.measures([meetings.Reading.of(case) for case in load_meetings(held_out=True)])
    shown = re.search(
        r"Of (\d+) questions, nearly .*? in (\d+) %; .*? for (\d+) %, another one was given for (\d+) %",
        " ".join(README.split()),
    )
    names = ("facts_exact", "verdict_right", "misjudged")
    assert [int(figure) for figure in shown.groups()] == [
        values["questions"],
        *(round(100 * values[name]) for name in names),
    ]


@pytest.mark.slow
def test_recall_beside_the_others_is_the_measured_one(assistant):
    outcomes = [
        Outcome.of(
            case,
            assistant.ask(case.question, case.as_of, earlier=case.earlier),
            assistant.search(case.question, case.as_of),
        )
        for case in load_cases()
    ]
    told = compared(peers(Models("kiwi")), outcomes, assistant.law)
    rows = dict(re.findall(r"^\| (ours|naive|kiwi-bm25|\S+, dated) \| (.*) \|$", README, re.MULTILINE))
    shown = {name: [int(each.removesuffix(" %")) for each in row.split(" | ")] for name, row in rows.items()}
    measured = {name: [100 * value for value in values.values()] for name, values in told.items()}
    assert shown["ours"] == [round(value) for value in measured["ours"]]
    assert shown.keys() == measured.keys()
    for name, values in measured.items():  # the peer's nearest neighbours are approximate, and differ between builds
        assert shown[name] == pytest.approx(values, abs=1.5)


def test_the_collection_is_the_manifests():
    works = tomllib.loads((ROOT / "corpus" / "works.toml").read_text(encoding="utf-8"))["work"]
    held = {work["slug"] for work in works if "source" in work}
    assert held == set(re.findall(r"^\| `([a-z-]+)` \|", README, re.MULTILINE))


def test_paths_named_exist():
    paths = re.findall(r"`((?:corpus|eval)/[\w./]*)`", README)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
