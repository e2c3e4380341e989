"""What an ordinance is called: on a day, and in the other language."""

import re
from collections.abc import Iterator

from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.legislation import Evidence
from corpus.provisions import Law
from corpus.works import Genre, Lang, Work
from rag.answer import Answer
from rag.answering.computing import pattern
from rag.answering.places import ordinances_named
from rag.answering.stating import stated
from rag.citing.validity import readable
from rag.history.statement import Statement
from rag.phrases import say
from rag.questions.question import Question

_ENGLISH = re.compile(r"영어|영문|\bin english\b", re.IGNORECASE)
_KOREAN = re.compile(r"한국어|국문|한글|\bin korean\b", re.IGNORECASE)


def called(law: Law, question: Question) -> Answer | None:
    """The name of the ordinance asked about on the day, of each at hand where none is named; None if not asked."""
    if question.references or question.bodies or not pattern("called").search(question.text):
        return None
    held = [work for work in law.works.values() if work.genre is Genre.ORDINANCE and work.sources]
    renamed = [work for work in held if work.former_names] if question.asked and question.asked.first is None else []
    lang: Lang = "en" if _ENGLISH.search(question.text) else "ko" if _KOREAN.search(question.text) else question.lang
    named = list(dict.fromkeys(ordinances_named(question)))
    if question.works and not named:
        return None
    told = list(_told(law, question, named or renamed or held, lang))
    return stated(law, question, told) if told else None


def _told(law: Law, question: Question, works: list[Work], lang: Lang) -> Iterator[Statement]:
    for work in works:
        text = readable(work, question.as_of)
        if text is None or text.version is None:
            continue
        day = question.as_of
        name, version = work.name(lang, day), text.version.effective
        phrase = "called_then" if work.name(lang, day) != work.name(lang) else "called"
        said = say(phrase, question.lang, name=name, day=day, now=work.name(question.lang))
        key = ProvisionId(work.slug, version, (Unit(UnitKind.ARTICLE, "1"),))
        words = law.full_text(key, question.lang) if key in law and law.provision(key).speaks(question.lang) else ""
        yield Statement(said, (Evidence(key, words),) if words else ())
