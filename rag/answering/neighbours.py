"""What stands around a provision: its article's other paragraphs, what it stands under, and its counterpart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.identifiers import ProvisionId, is_list_entry
from corpus.provisions import Law
from corpus.works import Lang
from rag.answer import Counterpart
from rag.citing.sources import counterpart_of, is_quoted_alone, words_of

MOST_CHARACTERS = 2000


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A provision beside another, or above it; `text` is verbatim in `lang`."""

    id: ProvisionId
    lang: Lang
    text: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands around a provision, in the order of the text.

    `heading` is that of its article, or of the section it is. `leads` are the sentences that an entry of a list
    stands under. `paragraphs` are the other units of its article, one step below it and not deleted, the nearest
    as far as there is room, whole; `left_out` counts the others. `counterpart` is the provision itself in the
    other language, worth as much on a day.
    """

    heading: str
    leads: tuple[Neighbour, ...]
    paragraphs: tuple[Neighbour, ...]
    left_out: int
    counterpart: Counterpart | None


def full_words(law: Law, key: ProvisionId, lang: Lang) -> str:
    """All the words of a provision; of a section of a report, whose parts are provisions too, its own."""
    return words_of(law, key, lang, lead=is_quoted_alone(law, key))


def neighbours_of(law: Law, key: ProvisionId, lang: Lang, room: int = MOST_CHARACTERS) -> Neighbours:
    """What stands around a provision, in a language where there are words in it, else in the other one.

    `room` is for how many characters of paragraphs there is. Raises UnknownProvisionError.
    """
    heading = law.provision(key.article or key).rendition(lang).heading
    paragraphs = list(_paragraphs(law, key, lang))
    near = _near(paragraphs, key, room)
    return Neighbours(
        heading,
        tuple(_leads(law, key, lang)),
        tuple(near),
        sum(not each.id.covers(key) for each in paragraphs) - len(near),
        counterpart_of(law, key, lang, lead=is_quoted_alone(law, key)),
    )


def _paragraphs(law: Law, key: ProvisionId, lang: Lang) -> Iterator[Neighbour]:
    """The units of the article, the one of the provision among them; none for the article itself."""
    if key.article is not None and key != key.article:
        for each in law.children(key.article):
            if each.id.covers(key) or (each.deleted is None and law.full_text(each.id, lang)):
                yield Neighbour(each.id, each.rendition(lang).lang, law.full_text(each.id, lang))


def _near(paragraphs: Sequence[Neighbour], key: ProvisionId, room: int) -> list[Neighbour]:
    own = next((place for place, each in enumerate(paragraphs) if each.id.covers(key)), 0)
    kept = []
    for place in sorted(range(len(paragraphs)), key=lambda each: (abs(each - own), each)):
        length = len(paragraphs[place].text)
        if place != own and length <= room:
            kept.append(place)
            room -= length
    return [paragraphs[place] for place in sorted(kept)]


def _leads(law: Law, key: ProvisionId, lang: Lang) -> Iterator[Neighbour]:
    """The words above an entry of a list, from its article down."""
    top = len(key.article.units) if key.article else 0
    for depth in range(top, len(key.units)) if top and is_list_entry(key) else ():
        above = ProvisionId(key.work, key.version, key.units[:depth])
        words = law.provision(above).rendition(lang) if above in law else None
        if words is not None and words.text:
            yield Neighbour(above, words.lang, words.text)
