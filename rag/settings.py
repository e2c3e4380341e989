"""The settings of one process, read once from the environment at the door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from corpus.errors import SettingsError, StorageError

REGISTER = "https://www.law.go.kr"
PATIENCE, MOST_PATIENCE = 20.0, 600.0
KIWI, WORDS_ALONE = "kiwi", "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things lie and whom to ask.

    `JORYE_HOME` is the folder of the index and of synced texts; `JORYE_EMBEDDING` the model that joins the words;
    `JORYE_CHROMA_URL` the Chroma server that keeps its vectors, in place of the index folder;
    `JORYE_LAW_DIR` a folder of official texts to read besides the package; `JORYE_LAW_GO_KR_KEY` the key for the
    open API of the National Law Information Center and `JORYE_LAW_GO_KR_URL` its address.
    `JORYE_MODEL` is the language model that writes answers, by the name that LangChain knows it by, none if not set;
    `JORYE_MODEL_URL` the address of an OpenAI-compatible server that has it, `JORYE_MODEL_KEY` the key for it, and
    `JORYE_MODEL_TIMEOUT` for how many seconds an answer may be waited for.
    """

    home: Path
    embedding: str = KIWI
    chroma_url: str = ""
    law_dir: Path | None = None
    law_go_kr_key: str = field(default="", repr=False)
    law_go_kr_url: str = REGISTER
    model: str = ""
    model_url: str = ""
    model_key: str = field(default="", repr=False)
    model_timeout: float = PATIENCE

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings from variables such as those of the process; empty ones count as not set.

        Raises StorageError for a home, and SettingsError for a folder of texts, an address, a model or a time, that
        is none.
        """
        given = {name: environment.get(f"JORYE_MODEL{name}", "").strip() for name in ("", "_URL", "_KEY", "_TIMEOUT")}
        home, law_dir = (environment.get(name, "").strip() for name in ("JORYE_HOME", "JORYE_LAW_DIR"))
        return cls(
            home=_expanded("JORYE_HOME", home) if home else user_data_path("jorye"),
            embedding=_embedding(environment.get("JORYE_EMBEDDING", "").strip()),
            chroma_url=_address("JORYE_CHROMA_URL", environment.get("JORYE_CHROMA_URL", "").strip()),
            law_dir=_folder("JORYE_LAW_DIR", law_dir) if law_dir else None,
            law_go_kr_key=environment.get("JORYE_LAW_GO_KR_KEY", "").strip(),
            law_go_kr_url=environment.get("JORYE_LAW_GO_KR_URL", "").strip() or REGISTER,
            model=_model(given[""], given["_URL"]),
            model_url=_address("JORYE_MODEL_URL", given["_URL"], "http://localhost:8001/v1"),
            model_key=_key(given["_KEY"]),
            model_timeout=_seconds("JORYE_MODEL_TIMEOUT", given["_TIMEOUT"]),
        )

    @property
    def synced(self) -> Path:
        """The folder that `jorye sync` stores texts in, whether it is there or not."""
        return self.home / "law"

    @property
    def law_dirs(self) -> tuple[Path, ...]:
        """The folders of official texts to read besides the package."""
        given = () if self.law_dir is None else (self.law_dir,)
        return (*given, self.synced) if self.synced.is_dir() else given


def _embedding(given: str) -> str:
    known = given.lower() if given.lower() in (KIWI, WORDS_ALONE) else given
    return "" if known == WORDS_ALONE else known or KIWI


def _expanded(name: str, folder: str) -> Path:
    try:
        return Path(folder).expanduser()
    except RuntimeError as error:
        raise StorageError(f"{name}={folder} names no one's home folder; set it to a folder.") from error


def _address(name: str, given: str, example: str = "http://localhost:8000") -> str:
    """The address of a server, or nothing where none is given; the part before the host may not hold a password.

    It has a path where the example has one.
    """
    pathless = not urlsplit(example).path
    if given:
        try:
            parts = urlsplit(given)
            bare = not (parts.username or (pathless and parts.path.strip("/")) or parts.query or parts.fragment)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and bare and parts.port != 0
        except ValueError:
            sound = False
        if not sound:
            raise SettingsError(f"{name} is no address of a server; set it to one such as {example}.")
    return given.rstrip("/")


def _folder(name: str, given: str) -> Path:
    folder = _expanded(name, given)
    try:
        there = folder.is_dir()
    except OSError:
        there = False
    if not there:
        raise SettingsError(f"{name}={given} is no folder; set it to one with official texts, or leave it unset.")
    return folder


def _model(given: str, url: str) -> str:
    if url and not given:
        raise SettingsError("JORYE_MODEL_URL is set without JORYE_MODEL; set that to the name of a model there.")
    if not given.isprintable() or " " in given:
        raise SettingsError("JORYE_MODEL is no name of a model; set it to one such as openai:qwen3.")
    return given


def _key(given: str) -> str:
    if not (given.isascii() and given.isprintable()) or " " in given:
        raise SettingsError("JORYE_MODEL_KEY holds what no key has (blanks or letters beyond ASCII); copy it again.")
    return given


def _seconds(name: str, given: str) -> float:
    try:
        seconds = float(given or PATIENCE)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= MOST_PATIENCE:
        raise SettingsError(f"{name} is no number of seconds up to {MOST_PATIENCE:g}; set it to one such as 20.")
    return seconds
