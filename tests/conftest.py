"""What the tests share: one index built once, the assistant over it, and `jorye` as a process and without one."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import NoneType

import pytest
from in_process import load_once, open_here, run_here
from model_server import Model
from model_server import serve as serve_model
from register_form import OWN
from register_server import Register, serve
from running import without_proxies

from corpus.manifest import texts
from ingest.bilingual.dictionary import Dictionary
from ingest.morphemes import Morphemes
from rag.assistant import Assistant
from rag.ranking.opening import Models
from rag.settings import KIWI, Settings

PATIENCE = 300  # seconds until a hung process is given up; says nothing about speed

ANSWER = {
    "question": str,
    "lang": str,
    "as_of": str,
    "status": str,
    "answer": str,
    "kind": str,
    "citations": list,
    "meeting": NoneType,
    "warnings": list,
    "missing": list,
    "generated_by": str,
    "took_ms": int,
}
CITATION = {
    "n": int,
    "id": str,
    "label": str,
    "quote": str,
    "lang": str,
    "status": str,
    "authority": str,
    "counterpart": dict,
    "url": str,
}


AI_HEAD = """\
자치법규ID: '2254786'
자치법규일련번호: '9000001'
자치법규명: '서울특별시 인공지능 기본조례'
자치법규종류: '조례'
지자체기관명: '서울특별시'
공포일자: 2025-09-29
공포번호: '9834'
시행일자: '2025-09-29'
제개정구분: '타법개정'
"""


@dataclass(frozen=True)
class Ran:
    """A process that has ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def rows(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def refused(self, code: int) -> bool:
        """Whether it ended with one line on standard error for a person, and nothing else."""
        one_line = self.err.count("\n") == 1 and self.err.endswith("\n") and self.err.strip() != ""
        return self.code == code and one_line and self.out == "" and "Traceback" not in self.err


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def morphemes() -> Morphemes:
    """One for the session: loading Kiwi takes seconds."""
    return load_once("").morphemes


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    """The dictionary of the package."""
    return load_once("").dictionary


@pytest.fixture(scope="session")
def models() -> Models:
    """Kiwi's words and Kiwi's vectors, read once."""
    return load_once(KIWI)


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    """A data directory whose indexes are built, with vectors and without; never changed by a test."""
    folder = tmp_path_factory.mktemp("home")
    for embedding in ("", KIWI):
        open_here(Settings(folder, embedding=embedding))
    return folder


@pytest.fixture(scope="session")
def assistant(home) -> Assistant:
    """The assistant over the shared index."""
    return open_here(Settings(home))


@pytest.fixture(scope="session")
def own_law(tmp_path_factory) -> Path:
    """A folder of texts in the form of the register, in our own words, for five real ordinances and rules."""
    folder = tmp_path_factory.mktemp("official texts")
    for file in OWN.glob("*_*.md"):
        shutil.copy(file, folder)
    rendition = (texts() / "seoul-ai-ordinance" / "2025-09-29.ko.md").read_text(encoding="utf-8")
    _, _, body = rendition.split("---\n", 2)
    (folder / "ai_9834_2025-09-29.md").write_text(f"---\n{AI_HEAD}---\n{body}", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def law_dir(own_law) -> Path:
    """The official texts of `JORYE_LAW_DIR`, or our own for the same ordinances where it is not set."""
    given = os.environ.get("JORYE_LAW_DIR", "")
    return Path(given) if given else own_law


@pytest.fixture(scope="session")
def official(law_dir, tmp_path_factory) -> Assistant:
    """The assistant over the package and the official texts."""
    return open_here(Settings(tmp_path_factory.mktemp("official home"), law_dir=law_dir))


@pytest.fixture
def register(monkeypatch) -> Register:
    """A running register that holds nothing yet; no proxy stands before it."""
    without_proxies(monkeypatch)
    kept = Register()
    server, thread = serve(kept)
    yield kept
    kept.released.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def running_model() -> Model:
    """A running language model; no proxy stands before it."""
    with pytest.MonkeyPatch.context() as patch:
        without_proxies(patch)
        model = Model()
        server, thread = serve_model(model)
        yield model
        model.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def model(running_model) -> Model:
    """It, before any question."""
    running_model.released.clear()
    running_model.begin()
    yield running_model
    running_model.released.set()


@pytest.fixture(scope="session")
def worded(home, running_model) -> Assistant:
    """The assistant over the shared index whose answers the language model puts into words."""
    return open_here(Settings(home, model="test", model_url=running_model.url))


@pytest.fixture(scope="session")
def environment(tmp_path_factory) -> dict[str, str]:
    """The few variables that a process gets: nothing of the caller's but where programs are."""
    person = tmp_path_factory.mktemp("person")
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(person), "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="session")
def script() -> str:
    """The installed `jorye`, beside the Python that runs the tests."""
    return str(Path(sys.executable).with_name("jorye"))


@pytest.fixture(scope="session")
def execute(environment, tmp_path_factory) -> Callable[..., Ran]:
    """Runs a command in an empty folder: `execute([...], stdin=b"…", JORYE_HOME=…)`."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(command, stdin: bytes = b"", **variables) -> Ran:
        done = subprocess.run(
            [os.fsencode(part) for part in command],
            input=stdin,
            capture_output=True,
            env=environment | {name: os.fspath(value) for name, value in variables.items()},
            cwd=elsewhere,
            timeout=PATIENCE,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture(scope="session")
def jorye(execute, script, home) -> Callable[..., Ran]:
    """Runs `jorye` over the shared index: `jorye("ask", "…")`, with other variables by keyword.

    By words alone unless told otherwise: what doors do does not depend on it, and a process starts in less time.
    """

    def run(*arguments, stdin: bytes = b"", **variables) -> Ran:
        return execute([script, *arguments], stdin, **{"JORYE_HOME": home, "JORYE_EMBEDDING": "none"} | variables)

    return run


@pytest.fixture(scope="session")
def here(environment, home, tmp_path_factory) -> Callable[..., Ran]:
    """Runs what `jorye` runs, given the same, in this process: for what a command says, in a tenth of the time."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments, stdin: bytes = b"", **variables) -> Ran:
        given = {"JORYE_HOME": home, "JORYE_EMBEDDING": "none"} | variables
        told = environment | {name: os.fspath(value) for name, value in given.items()}
        return Ran(*run_here(list(map(os.fspath, arguments)), stdin, told, elsewhere))

    return run


@pytest.fixture(scope="session")
def shape_faults() -> Callable[[dict], list[str]]:
    """What is wrong with an answer in JSON, against the shape of the design; nothing if all is right."""

    def types(found: dict) -> dict:
        return {name: type(value) for name, value in found.items()}

    def faults(answer: dict) -> list[str]:
        wanted = ANSWER | ({"meeting": dict} if answer["kind"] == "meeting" and answer["citations"] else {})
        found = [] if types(answer) == wanted else [f"answer: {types(answer)}"]
        for citation in answer["citations"]:
            other = citation.get("counterpart")
            wanted = CITATION if other else CITATION | {"counterpart": NoneType}
            found += [] if types(citation) == wanted else [f"citation: {types(citation)}"]
            found += [] if not other or set(other) == {"lang", "quote", "authority"} else [f"counterpart: {other}"]
            found += [] if f"[{citation['n']}]" in answer["answer"] else [f"no marker [{citation['n']}]"]
            found += [] if citation["url"] == f"/v1/provisions/{citation['id']}" else [f"url: {citation['url']}"]
        found += [f"warning: {each}" for each in answer["warnings"] if types(each) != {"code": str, "message": str}]
        return found

    return faults


@pytest.fixture(scope="session")
def content() -> Callable[[Path], dict[str, str]]:
    """The files below a folder and a checksum of each; the lock is no content."""

    def checksums(folder: Path) -> dict[str, str]:
        files = [each for each in sorted(folder.rglob("*")) if each.is_file() and each.suffix != ".lock"]
        return {str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}

    return checksums
