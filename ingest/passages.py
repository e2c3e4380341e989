"""Passages: what is indexed and retrieved, one for each unit that can carry an answer."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.identifiers import ProvisionId, UnitKind, is_list_entry
from corpus.labels import place
from corpus.naming import name_of
from corpus.provisions import Law, Provision, Rendition
from corpus.works import Genre, Lang

_BULLET = re.compile(r"(?<!\S)(?=(?:○|□|■|※|[-–] )\s*\S)")
_ASIDE, _SAID = re.compile(r"\([^()]*\)|<[^<>]*>"), re.compile(r"[가-힣A-Za-z]{2}")
_PARTS = (UnitKind.ARTICLE, UnitKind.PARAGRAPH)  # each says something by itself, so the whole has only its own words
_LONGEST = 700
_SHORTEST = 25


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a provision in one language, verbatim, and the headings they stand under."""

    id: ProvisionId
    lang: Lang
    part: int
    text: str
    context: str

    @property
    def key(self) -> str:
        """A name that no other passage has, such as `seoul-ai-ordinance@2025-09-29/art-14/para-2#ko#0`."""
        return f"{self.id}#{self.lang}#{self.part}"


def passages(law: Law) -> Iterator[Passage]:
    """All passages of the law, in reading order.

    Chapters and deleted provisions have none, nor what a table only says in brackets (제정안과 같음).
    """
    for provision in law:
        if provision.deleted is None and provision.id.units[-1].kind is not UnitKind.CHAPTER:
            for rendition in provision.renditions:
                yield from _passages(law, provision, rendition)


def _passages(law: Law, provision: Provision, rendition: Rendition) -> Iterator[Passage]:
    work = law.work(provision.id.work)
    quoted = work.genre is not Genre.ORDINANCE and provision.id.article is not None
    if work.genre is Genre.ORDINANCE or quoted:
        parted = any(c.id.units[-1].kind in _PARTS for c in law.children(provision.id))
        within = quoted and is_list_entry(provision.id)  # what a paper quotes is found by its whole list
        texts = [] if within else [rendition.text if parted else law.full_text(provision.id, rendition.lang)]
    elif rendition.table is not None and any(row.text for row in rendition.table.rows):
        texts = list(_rows(rendition.text, [row.text for row in rendition.table.rows]))
    elif rendition.table is not None:
        texts = []  # the cells are provisions of their own
    else:
        texts = list(_split(rendition.text))
    context = " ".join([work.name(rendition.lang, provision.id.version), *headings(law, provision.id, rendition.lang)])
    for part, text in enumerate(text for text in texts if not quoted or _SAID.search(_ASIDE.sub("", text))):
        if text:
            yield Passage(provision.id, rendition.lang, part, text, context)


def _rows(text: str, rows: Sequence[str]) -> Iterator[str]:
    """The rows of a table, short neighbours together, with what stands between them."""
    begins: list[int] = []
    end = 0
    for row in rows:
        begins.append(text.index(row, end))
        end = begins[-1] + len(row)
    first = 0
    for following in (*begins[1:], len(text)):
        if following - first > _LONGEST // 2 or following == len(text):
            yield text[first:following].strip()
            first = following


def headings(law: Law, key: ProvisionId, lang: Lang) -> list[str]:
    """The headings from the top down to a provision, and the lead sentence of the list it stands in."""
    found: list[str] = []
    above = key
    while above in law:
        rendition = law.provision(above).rendition(lang)
        found.append(rendition.heading)
        if above != key and key.units[-1].kind in (UnitKind.SUBPARAGRAPH, UnitKind.ITEM):
            found.append(rendition.text)
        if above.units[-1].kind is UnitKind.ADDENDA:
            found.append(place(above, lang))
        if above.units[-1].kind is UnitKind.QUOTED and not rendition.heading:
            found.append(name_of(above.units[-1].number, law.works.values(), lang))
        if above.parent is None:
            break
        above = above.parent
    return [each for each in reversed(found) if each]


def _split(text: str) -> Iterator[str]:
    """Pieces that begin at bullets, short neighbours together, none much longer than 700 characters."""
    piece = ""
    for bullet in _BULLET.split(text):
        if piece and len(piece) + len(bullet) > _LONGEST // 2 and len(piece) > _SHORTEST:
            yield from _cut(piece.strip())
            piece = ""
        piece += bullet
    yield from _cut(piece.strip())


def _cut(piece: str) -> Iterator[str]:
    parts = math.ceil(len(piece) / _LONGEST)
    for left in range(parts, 1, -1):
        fair = math.ceil(len(piece) / left)
        end = piece.find(" ", fair)
        end = end if 0 < end <= _LONGEST else fair
        yield piece[:end].strip()
        piece = piece[end:].strip()
    if piece:
        yield piece
