"""`jorye meeting --interactive`: questions over a pipe and at a real terminal."""

import os
import pty
import select
import signal
import subprocess
import time

import pytest

PATIENCE = 60
CARRIED = ["--on-register", "15", "--attending", "8", "--in-favor", "5"]
AS_OF = ["--as-of", "2026-03-10"]


def test_questions_over_a_pipe_ask_for_the_numbers_and_then_for_what_is_missing(process):
    answers = "\n15\n여덟\n16\n8명\n5\n\n\n2\n예\n".encode()
    ran = process("--interactive", "--chair-unavailable", *AS_OF, "--json", stdin=answers)
    told = {name: value for name, value in ran.json["facts"].items() if value is not None}
    assert (ran.code, ran.json["verdict"]) == (0, "valid")
    assert (told["on_register"], told["attending"], told["in_favor"], told["presided_by"]) == (15, 8, 5, "vice_chair")
    assert ran.err.count("다시 입력해 주세요. attending:") == 2
    assert ran.err.count("\n> ") == 9
    assert "2. 부위원장" in ran.err


@pytest.mark.parametrize(
    ("answers", "asked", "missing"),
    [
        (b"", 1, ["on_register", "attending"]),
        (b"\n15\n", 3, ["attending"]),
        (b"\n\n\n\n\n\n", 6, ["on_register", "attending"]),
        (b"1\n\xff\xfe\n15\n8\n\n2\n\n", 7, ["in_favor"]),
    ],
)
def test_an_empty_answer_is_a_fact_not_known_and_the_end_of_the_input_ends_the_questions(
    meeting, answers, asked, missing
):
    ran = meeting("--interactive", "--lang", "en", *AS_OF, "--json", stdin=answers)
    assert (ran.code, ran.json["missing"]) == (0, missing)
    assert ran.err.count("\n> ") == asked


@pytest.mark.parametrize("answer", ["2", "members", "위원의 요구"])
def test_a_choice_is_taken_by_its_number_its_name_or_its_word(meeting, answer):
    options = ["--committee", "smart-city-committee", *CARRIED, "--against", "0", "--abstaining", "0"]
    options += ["--requested-by", "4"]
    ran = meeting("--interactive", *options, *AS_OF, "--json", stdin=f"9\n{answer}\n".encode())
    assert ran.json["facts"]["convened_by"] == "members"
    assert "convened_by: must be one of chair, members, other, not '9'." in ran.err


@pytest.mark.parametrize(
    ("answer", "committee"),
    [
        ("", ""),
        ("1", "ai-committee"),
        ("2", "smart-city-committee"),
        ("informatization-strategy-committee", "informatization-strategy-committee"),
        ("Subcommittee of the Smart City Committee", "smart-city-subcommittee"),
    ],
)
def test_the_committee_is_asked_for_first_and_is_the_ai_committee_if_not_told(meeting, answer, committee):
    ran = meeting("--interactive", "--lang", "en", *AS_OF, "--json", stdin=f"{answer}\n".encode())
    assert ran.json["facts"]["committee"] == (committee or "ai-committee")
    assumed = {each["fact"]: each["value"] for each in ran.json["assumptions"]}
    assert assumed.get("committee") == (None if committee else "ai-committee")
    prompts = [said.splitlines()[0] for said in ran.err.split("\n> ") if said.strip()]
    assert prompts[:2] == [
        "Which committee met (Enter for the AI Committee)",
        "How many members were on the register that day (Enter if not known)",
    ]


def test_what_options_tell_is_not_asked_again(meeting):
    ran = meeting(
        "--interactive", "--committee", "ai-committee", *CARRIED, "--against", "2", "--abstaining", "1", *AS_OF
    )
    assert (ran.code, ran.err) == (0, "")
    assert meeting("--interactive", "--attending", "-1").refused(2)


class Terminal:
    """`jorye meeting --interactive` at a terminal of its own."""

    def __init__(self, script, environment, folder):
        self.end, theirs = pty.openpty()
        command = [script, "meeting", "--interactive", "--lang", "en", *AS_OF]
        told = environment | {"JORYE_HOME": str(folder / "home")}
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=told, cwd=folder,
            start_new_session=True, preexec_fn=lambda: os.close(os.open(os.ttyname(0), os.O_RDWR)),
        )  # fmt: skip
        os.close(theirs)
        self.shown = ""

    def until(self, wanted: str) -> str:
        """What is shown up to some words, which are waited for, or with an empty string to the end."""
        limit = time.monotonic() + PATIENCE
        while not wanted or wanted not in self.shown:
            assert time.monotonic() < limit, self.shown
            if select.select([self.end], [], [], 0.1)[0]:
                try:
                    more = os.read(self.end, 65536)
                except OSError:
                    more = b""
                if not more:
                    assert not wanted, self.shown
                    break
                self.shown += more.decode("utf-8", "replace")
        end = self.shown.index(wanted) + len(wanted) if wanted else len(self.shown)
        shown, self.shown = self.shown[:end], self.shown[end:]
        return shown

    def type(self, keys: bytes) -> None:
        os.write(self.end, keys)


@pytest.fixture
def terminal(script, environment, tmp_path):
    opened = Terminal(script, environment, tmp_path)
    yield opened
    opened.process.kill()
    opened.process.wait()
    os.close(opened.end)


def test_questions_at_a_terminal_lead_to_the_page(terminal):
    terminal.until("Which committee")
    terminal.type(b"\n")
    terminal.until("on the register that day")
    for answer, then in [(b"12\n", "attended"), (b"13\n", "try again"), (b"8\n", "in favour"), (b"5\n", "against")]:
        terminal.type(answer)
        terminal.until(then)
    terminal.type(b"\n")
    terminal.until("abstained")
    terminal.type(b"\n")
    page = terminal.until("")
    assert "On these facts the meeting was valid and the motion carried." in page
    assert terminal.process.wait(PATIENCE) == 0


def test_control_d_at_a_terminal_ends_the_questions_and_gives_the_report(terminal):
    terminal.until("> ")
    terminal.type(b"1\n")
    terminal.until("> ")
    terminal.type(b"12\n")
    terminal.until("attended")
    terminal.until("> ")
    terminal.type(b"\x04")
    assert "With 12 on the register 7 or more must attend" in terminal.until("")
    assert terminal.process.wait(PATIENCE) == 0


def test_control_c_at_a_terminal_stops_in_one_line(terminal):
    terminal.until("> ")
    terminal.type(b"\x03")
    said = terminal.until("")
    assert terminal.process.wait(PATIENCE) in (130, -signal.SIGINT)
    assert said.split() == ["^C", "jorye:", "stopped"]
