"""The settings of one process, read once from the environment at the door."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the index lives (`JORYE_HOME`) and which embedding joins the words (`JORYE_EMBEDDING`)."""

    home: Path
    embedding: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings from variables such as those of the process; empty ones count as not set."""
        home = environment.get("JORYE_HOME", "").strip()
        return cls(
            home=Path(home).expanduser() if home else user_data_path("jorye"),
            embedding=environment.get("JORYE_EMBEDDING", "").strip(),
        )
