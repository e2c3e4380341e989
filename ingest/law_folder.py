"""Folders of official texts beside the package: the files in them, and the versions of ordinances they hold."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import SourceError
from corpus.manifest import decode, load_works
from corpus.register import Entry, enrol
from corpus.works import Authority, Source, Work
from ingest.readers.register_entry import entry_of

MOST_BYTES = 30 * 2**20
READERS = {".md": "register_markdown", ".xml": "register_xml"}


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a folder; `file` is its path below the folder, by `/`. Documents of equal content are equal."""

    folder: str
    file: str
    sha256: str
    data: bytes = field(repr=False, compare=False)


def documents(folders: Iterable[Path]) -> tuple[Document, ...]:
    """The documents of all folders, those of a folder by name; raises SourceError for one that cannot be read.

    Hidden files are left alone, and so are those about the folder and not of it, such as README.md.
    """
    unique = dict.fromkeys(folder.resolve() for folder in folders)
    return tuple(each for folder in unique for each in _documents(folder))


def _documents(folder: Path) -> Iterator[Document]:
    for path in sorted(_files(folder)):
        try:
            if path.stat().st_size > MOST_BYTES:
                limit = f"is larger than {MOST_BYTES // 2**20} MB, which no ordinance is; take the file away"
                raise SourceError(shown(path), 1, limit)
            data = path.read_bytes()
        except OSError as error:
            raise _unreadable(error, path) from error
        yield Document(str(folder), path.relative_to(folder).as_posix(), hashlib.sha256(data).hexdigest(), data)


def _files(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise _unreadable(error, Path(error.filename or folder)) from error

    for above, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(above) / name for name in names if not name.startswith(".")):
            if path.suffix.lower() in READERS and not path.stem.isupper() and path.is_file():
                yield path


def _unreadable(error: OSError, path: Path) -> SourceError:
    return SourceError(shown(path), 1, f"cannot be read: {error.strerror or error}")


def catalogued(document: Document) -> tuple[Entry, Source]:
    """The version that a document holds, and the document as a source of it; raises SourceError."""
    reader = READERS[Path(document.file).suffix.lower()]
    with_folder = Path(document.folder) / document.file
    try:
        entry = entry_of(document.file, decode(document.file, document.data), reader)
    except SourceError as error:
        raise SourceError(shown(with_folder), error.line, error.problem) from error
    source = Source(
        file=document.file,
        reader=reader,
        lang="ko",
        authority=Authority.OFFICIAL,
        sha256=document.sha256,
        versions=(entry.effective,),
        folder=document.folder,
    )
    return entry, source


def works_at_hand(folders: Iterable[Path]) -> tuple[Work, ...]:
    """The works of the package and of those documents in the folders that can be told; their texts are not read."""
    found = []
    for document in documents(folders):
        with suppress(SourceError):
            found.append(catalogued(document))
    return enrol(load_works(), found)


def shown(path: Path) -> str:
    """A path as one printable line."""
    named = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in named)
