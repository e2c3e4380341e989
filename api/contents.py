"""The contents of a work: its versions, and the ids of what stands in one of them, as a page and as JSON."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from api.schema import WorkModel
from corpus.identifiers import ProvisionId, UnitKind
from corpus.provisions import Law, Provision
from corpus.works import LANGS, Version


class EntryModel(BaseModel):
    """A provision by its id and what is printed at its head, in the languages it has."""

    id: str
    heads: dict[str, str]


class ContentsModel(BaseModel):
    """A work, the version that is read for a day, and what stands in it, with the articles of its addenda."""

    work: WorkModel
    version: date | None
    contents: list[EntryModel]

    @classmethod
    def of(cls, law: Law, key: ProvisionId) -> "ContentsModel":
        """The shape of the contents of a dated work."""
        entries = [EntryModel(id=str(each.id), heads=_heads(each)) for each in _top(law, key)]
        return cls(work=WorkModel.of(law.work(key.work)), version=key.version, contents=entries)


def contents_page(law: Law, key: ProvisionId) -> str:
    """The names of a work, its versions, and a line for each provision with its id."""
    work = law.work(key.work)
    lines = [work.name_ko, work.name_en, ""]
    lines += [_version(version, read=version.effective == key.version) for version in work.versions]
    lines += [""] * bool(work.versions)
    for each in _top(law, key):
        heads = " · ".join(filter(None, _heads(each).values()))
        lines.append(f"{each.id}  {heads}")
    return "\n".join(lines).rstrip()


def _top(law: Law, key: ProvisionId) -> Iterator[Provision]:
    """What stands directly in the version, and the articles of its addenda."""
    for each in law:
        head, *below = each.id.units
        in_addenda = head.kind is UnitKind.ADDENDA and len(below) == 1
        if (each.id.work, each.id.version) == (key.work, key.version) and (not below or in_addenda):
            yield each


def _heads(provision: Provision) -> dict[str, str]:
    return {lang: provision.rendition(lang).mark for lang in LANGS if provision.speaks(lang)}


def _version(version: Version, *, read: bool) -> str:
    held = "shown here" if read else "at hand" if version.held else "known by number only"
    return f"{version.effective}  No. {version.number}, {version.kind} ({held})"
