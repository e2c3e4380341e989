"""Of a list that was found, what answers: one of its entries, or the whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.identifiers import is_list_entry
from corpus.provisions import Law
from corpus.works import Lang
from rag.answering.words import content_words, share_in
from rag.questions.forms import asks_for_others, asks_for_several
from rag.questions.question import Question
from rag.search.hit import Hit

_AS_GOOD = 0.9
_OTHERS = re.compile(r"^(?:그 밖에|그 밖의|기타|(?:Any )?[Oo]ther\b)")
_ENUMERATION = re.compile(r"(?:[^,.;]+, ?){3,}[^,.;]+? 등|\bas (?:[^,.;]+, ){3,}")


def focus(law: Law, question: Question, hit: Hit, hits: Sequence[Hit]) -> Hit:
    """The hit; in place of an entry its list, and of a list the entry that enumerates what is asked for."""
    if asks_for_several(question.text):
        named = next(_that_enumerate(law, question, hit, hits), None)
        return named or (_whole(hit) if is_list_entry(hit.id) else hit)
    if not is_list_entry(hit.id):
        return hit
    rivals = [each for each in hits if each.id != hit.id and each.id.parent == hit.id.parent]
    alike = any(each.score >= _AS_GOOD * hit.score for each in rivals if is_list_entry(each.id))
    leaves_open = _leaves_open(law, hit) and not asks_for_others(question.text)
    return _whole(hit) if alike or leaves_open else hit


def _leaves_open(law: Law, hit: Hit) -> bool:
    """Whether an entry only says that there may be others."""
    return any(_OTHERS.match(each.text) for each in law.provision(hit.id).renditions)


def _that_enumerate(law: Law, question: Question, hit: Hit, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The entries of a hit's list that name things in a row and have more of the words asked for than what opens it."""
    lang = question.lang
    parent = hit.id.parent if is_list_entry(hit.id) else hit.id
    for each in hits:
        if is_list_entry(each.id) and each.id.parent == parent and parent is not None:
            entry = law.provision(each.id).rendition(lang).text
            if _ENUMERATION.search(entry) and _beyond(
                question, entry, law.provision(parent).rendition(lang).text, lang
            ):
                yield each


def _beyond(question: Question, entry: str, lead: str, lang: Lang) -> bool:
    words = content_words(question.topic, lang)
    return bool(words) and share_in(words, entry, lang) > share_in(words, lead, lang)


def _whole(entry: Hit) -> Hit:
    parent = entry.id.parent
    return replace(entry, id=parent) if parent is not None else entry
