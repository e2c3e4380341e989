"""A file that is there whole or not at all, and takes no other's place unasked."""

import os
from contextlib import suppress
from pathlib import Path

from corpus.errors import JoryeError, UsageError


def refuse_existing(file: Path) -> None:
    """Make sure that nothing is there under the name; raises UsageError."""
    if os.path.lexists(file):
        raise UsageError(f"{file} is there already; choose another name, or --force to replace it.")


def write_whole(file: Path, text: str, *, force: bool) -> None:
    """Write a text to a file, in place of another only with `force`; raises JoryeError."""
    part = file.with_name(f".jorye-{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        if not force:
            refuse_existing(file)
        part.replace(file)
    except OSError as error:
        raise JoryeError(f"Cannot write {file}: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            part.unlink()
