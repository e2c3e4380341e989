"""The settings of one process, read once from the environment at the door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from corpus.errors import SettingsError, StorageError

REGISTER = "https://www.law.go.kr"
KIWI, WORDS_ALONE = "kiwi", "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things lie and whom to ask.

    `JORYE_HOME` is the folder of the index and of synced texts; `JORYE_EMBEDDING` the model that joins the words;
    `JORYE_CHROMA_URL` the Chroma server that keeps its vectors, in place of the index folder;
    `JORYE_LAW_DIR` a folder of official texts to read besides the package; `JORYE_LAW_GO_KR_KEY` the key for the
    open API of the National Law Information Center and `JORYE_LAW_GO_KR_URL` its address.
    """

    home: Path
    embedding: str = KIWI
    chroma_url: str = ""
    law_dir: Path | None = None
    law_go_kr_key: str = field(default="", repr=False)
    law_go_kr_url: str = REGISTER

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings from variables such as those of the process; empty ones count as not set.

        Raises StorageError for a home, and SettingsError for a folder of texts or an address, that is none.
        """
        home, law_dir = (environment.get(name, "").strip() for name in ("JORYE_HOME", "JORYE_LAW_DIR"))
        return cls(
            home=_expanded("JORYE_HOME", home) if home else user_data_path("jorye"),
            embedding=_embedding(environment.get("JORYE_EMBEDDING", "").strip()),
            chroma_url=_address("JORYE_CHROMA_URL", environment.get("JORYE_CHROMA_URL", "").strip()),
            law_dir=_folder("JORYE_LAW_DIR", law_dir) if law_dir else None,
            law_go_kr_key=environment.get("JORYE_LAW_GO_KR_KEY", "").strip(),
            law_go_kr_url=environment.get("JORYE_LAW_GO_KR_URL", "").strip() or REGISTER,
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


def _address(name: str, given: str) -> str:
    """The address of a server, or nothing where none is given; the part before the host may not hold a password."""
    if given:
        try:
            parts = urlsplit(given)
            bare = not (parts.username or parts.path.strip("/") or parts.query or parts.fragment)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and bare and parts.port != 0
        except ValueError:
            sound = False
        if not sound:
            raise SettingsError(f"{name} is no address of a server; set it to one such as http://localhost:8000.")
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
