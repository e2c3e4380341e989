"""The settings of one process, read once from the environment at the door."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from corpus.errors import StorageError


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the index lives (`JORYE_HOME`) and which embedding joins the words (`JORYE_EMBEDDING`)."""

    home: Path
    embedding: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings from variables such as those of the process; empty ones count as not set; raises StorageError."""
        home = environment.get("JORYE_HOME", "").strip()
        return cls(
            home=_expanded(home) if home else user_data_path("jorye"),
            embedding=environment.get("JORYE_EMBEDDING", "").strip(),
        )


def _expanded(home: str) -> Path:
    try:
        return Path(home).expanduser()
    except RuntimeError as error:
        raise StorageError(f"JORYE_HOME={home} names no one's home folder; set it to a folder.") from error
