"""Brings official texts from the register: finds the versions that are wanted, fetches them all, then stores them.

Nothing is stored before everything is fetched, so a failure on the way leaves what is there as it was; a text
that could not be read later is left out.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.errors import RegisterError, SourceError
from corpus.naming import fold_name
from corpus.register import Entry, enrol
from corpus.works import Authority, Source, Work
from ingest.law_store import is_stored, store, text_name
from ingest.open_api import Listed, OpenApi
from ingest.readers import register_xml
from ingest.readers.register_entry import entry_of

_DAY = re.compile(r"\d{8}", re.ASCII)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """An ordinance to fetch, by its names; by its register id where that is known, else by its whole name."""

    names: tuple[str, ...]
    register_id: str = ""


@dataclass(frozen=True, slots=True)
class Synced:
    """How many texts a synchronisation brought; `left_out` says of each that was not stored why."""

    new: int
    unchanged: int
    left_out: tuple[str, ...] = ()


def wanted_of(works: Iterable[Work], names: Iterable[str]) -> tuple[Wanted, ...]:
    """The ordinances of these names, or where none is named all works that the register knows."""
    known = [work for work in works if work.register_id]
    asked = [name for name in names if fold_name(name)]
    chosen = [next((_known(w) for w in known if _is_called(w, name)), Wanted((name.strip(),))) for name in asked]
    return tuple(dict.fromkeys(chosen)) if asked else tuple(map(_known, known))


def sync(
    api: OpenApi,
    wanted: Sequence[Wanted],
    home: Path,
    today: date,
    *,
    history: bool = False,
    searching: Callable[[Sequence[Wanted]], Iterable[Wanted]] = iter,
    fetching: Callable[[Sequence[Listed]], Iterable[Listed]] = iter,
) -> Synced:
    """Store in `<home>/law` the texts of these ordinances in force today or later, with `history` all of them.

    Raises RegisterError and StorageError; nothing is changed then.
    """
    left_out: list[str] = []
    listed: list[Listed] = []
    for each in searching(wanted):
        try:
            listed += _versions(api, each, f"{today:%Y%m%d}", history=history)
        except LookupError as error:
            left_out.append(str(error))
    texts: dict[str, str] = {}
    for version in fetching(listed):
        text = api.text(version.serial)
        try:
            texts[_checked(version, text)] = text
        except SourceError as error:
            left_out.append(f"{version.name} (No. {version.number}), line {error.line}: {error.problem}")
    new = {name: text for name, text in texts.items() if not is_stored(home, name, text)}
    if new:
        store(home, new)
    return Synced(len(new), len(texts) - len(new), tuple(left_out))


def _known(work: Work) -> Wanted:
    return Wanted((work.name_ko, *(former.name_ko for former in work.former_names)), work.register_id)


def _is_called(work: Work, name: str) -> bool:
    return fold_name(name) in map(fold_name, (work.slug, work.register_id, *work.names))


def _versions(api: OpenApi, wanted: Wanted, today: str, *, history: bool) -> list[Listed]:
    """The versions of an ordinance to fetch, in their order; raises LookupError when it is not found."""
    found = _found(api, wanted.names[:1], former=False)
    register_id = wanted.register_id or _only(wanted.names[0], found)
    if history:
        found = {**found, **_found(api, wanted.names, former=True)}
    own = [each for each in found.values() if each.register_id == register_id and _DAY.fullmatch(each.effective)]
    if not own:
        raise LookupError(f"{wanted.names[0]} is not in the register of Seoul under that name")
    own.sort(key=lambda each: (each.effective, each.promulgated, each.number.zfill(9)))
    begun = [each for each in own if each.effective <= today]
    return own if history else [*begun[-1:], *(each for each in own if each.effective > today)]


def _found(api: OpenApi, names: Iterable[str], *, former: bool) -> dict[str, Listed]:
    return {each.serial: each for name in names for each in api.search(name, former=former)}


def _only(name: str, found: Mapping[str, Listed]) -> str:
    """The register id of the one ordinance of a name; raises LookupError where there is none or more."""
    same = {each.register_id for each in found.values() if fold_name(each.name) == fold_name(name)}
    every = list(dict.fromkeys(each.name for each in found.values()))
    if len(same) != 1 and len(every) == 1:
        same = {each.register_id for each in found.values()}
    if len(same) != 1:
        like = f"; there are {', '.join(every[:_SHOWN])}" + (" and more" if len(every) > _SHOWN else "")
        raise LookupError(f"No one ordinance of Seoul is called {name}{like if every else ''}")
    return same.pop()


def _checked(version: Listed, text: str) -> str:
    """The name of the file for a text that is what was asked for and can be read; raises SourceError, RegisterError."""
    file = f"{version.register_id}_{version.serial}"
    entry = entry_of(file, text, "register_xml")
    serial = register_xml.basics(file, text).get("자치법규일련번호")
    if entry.register_id != version.register_id or (serial is not None and serial.value != version.serial):
        told = f"{entry.register_id} / {serial.value if serial else '?'}"
        raise RegisterError(f"The register was asked for {version.register_id} / {version.serial}, but sent {told}.")
    if entry.version.held:
        register_xml.read(*_as_source(file, entry), text)
    return text_name(entry, ".xml")


def _as_source(file: str, entry: Entry) -> tuple[Work, Source]:
    source = Source(file, "register_xml", "ko", Authority.OFFICIAL, "", (entry.effective,))
    return enrol((), [(entry, source)])[0], source
