"""The manifest: which works there are, in which versions, from which documents."""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from corpus.errors import SourceError
from corpus.works import Authority, Body, FormerName, Genre, Quoted, Source, Version, Work


def texts() -> Traversable:
    """The folder of the stored source documents, wherever the package is installed."""
    return files("corpus") / "texts"


@cache
def load_works() -> tuple[Work, ...]:
    """All works that `works.toml` describes, in its order; raises SourceError."""
    try:
        entries = tomllib.loads((files("corpus") / "works.toml").read_text(encoding="utf-8"))["work"]
        return tuple(_work(entry) for entry in entries)
    except (OSError, ValueError, KeyError) as error:
        raise SourceError("works.toml", 1, f"cannot be read: {error}") from error


def read_source(source: Source) -> str:
    """The text of a document; raises SourceError when it is not the one that the source knows."""
    place = Path(source.folder) if source.folder else texts()
    try:
        data = place.joinpath(*source.file.split("/")).read_bytes()
    except OSError as error:
        raise SourceError(source.file, 1, f"cannot be read: {error.strerror or error}") from error
    found = hashlib.sha256(data).hexdigest()
    if found != source.sha256:
        known = "was read before with" if source.folder else "works.toml expects"
        raise SourceError(source.file, 1, f"SHA-256 is {found}, but {known} {source.sha256}")
    return decode(source.file, data)


def decode(file: str, data: bytes) -> str:
    """The text of a file in UTF-8, without a byte order mark; raises SourceError with the line that is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(file, line, "is not in UTF-8; save it in that encoding") from error


def _work(entry: dict[str, Any]) -> Work:
    return Work(
        slug=entry["slug"],
        genre=Genre(entry["genre"]),
        name_ko=entry["name_ko"],
        name_en=entry["name_en"],
        aliases=tuple(entry["aliases"]),
        sources=tuple(_source(each) for each in entry.get("source", ())),
        versions=tuple(_version(each) for each in entry.get("version", ())),
        bodies=tuple(_body(each) for each in entry.get("body", ())),
        former_names=tuple(_former_name(each) for each in entry.get("former_name", ())),
        quotes=tuple(_quoted(each) for each in entry.get("quoted", ())),
        dated=entry.get("dated"),
        register_id=entry.get("register_id", ""),
    )


def _former_name(entry: dict[str, Any]) -> FormerName:
    return FormerName(entry["name_ko"], entry["name_en"], tuple(entry["aliases"]), entry["until"])


def _quoted(entry: dict[str, Any]) -> Quoted:
    heads = tuple(entry.get("heads", ()))
    return Quoted(entry["slug"], entry["name_ko"], entry["name_en"], heads, entry.get("bill", False))


def _body(entry: dict[str, Any]) -> Body:
    return Body(entry["slug"], tuple(entry["names"]), tuple(entry["articles"]), entry.get("until"), entry.get("sunset"))


def _source(entry: dict[str, Any]) -> Source:
    return Source(
        file=entry["file"],
        reader=entry["reader"],
        lang=entry["lang"],
        authority=Authority(entry["authority"]),
        sha256=entry["sha256"],
        versions=tuple(entry.get("versions", ())),
        cuts=_cuts(entry["cuts"]) if "cuts" in entry else frozenset(),
    )


def _cuts(file: str) -> frozenset[int]:
    """The lines of a table whose first column is a line number, under one line of heads."""
    rows = texts().joinpath(*file.split("/")).read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(int(row.partition("\t")[0]) for row in rows)


def _version(entry: dict[str, Any]) -> Version:
    return Version(
        effective=entry["effective"],
        promulgated=entry.get("promulgated", entry["effective"]),
        number=entry["number"],
        kind=entry["kind"],
        held=entry.get("held", False),
        touched=tuple(entry["touched"]) if "touched" in entry else None,
        beside=tuple(entry.get("beside", ())),
    )
