"""What one question of a conversation hands on to the next: its ordinance or committee, provision, day and topic."""

import re
from collections.abc import Sequence

from corpus.citations import Reference
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.labels import place
from corpus.works import Genre, Lang
from rag.questions.asked_day import AskedDay, Told
from rag.questions.question import Question
from rag.questions.spelling import spelled

_MONTH = 31
_SUBJECT = re.compile(r"^(?P<stem>\S*[가-힣])(?:은|는|이|가|을|를|의)\s")
_BELOW = (UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.SUBPARAGRAPH)


def names(question: Question, lang: Lang) -> str:
    """The committees that a question names, else its ordinances, in a language; "" for none."""
    bodies = [
        next((name for name in body.names if name.isascii() == (lang == "en")), "") for _, body in question.bodies
    ]
    gone = dict(question.days)
    works = [work.name(lang, gone.get(work.slug)) for work in question.works if work.genre is Genre.ORDINANCE]
    return (" and the " if lang == "en" else ", ").join(dict.fromkeys(filter(None, bodies or works)))


def spoken(question: Question) -> set[str]:
    """Every name of the committees, else of the ordinances, that a question names."""
    bodies = {name for _, body in question.bodies for name in body.names}
    return bodies or {name for work in question.works for name in work.names if work.genre is Genre.ORDINANCE}


def ordinance(question: Question, lang: Lang) -> str:
    """The one ordinance that a question is about, by its own name or another's; "" for none or more."""
    works = [*question.works, *(work for work, _ in question.bodies)]
    gone = dict(question.days)
    found = {work.name(lang, gone.get(work.slug)) for work in works if work.genre is Genre.ORDINANCE}
    found = found or {each.named for each in question.references if each.named}
    return next(iter(found)) if len(found) == 1 else ""


def day_words(asked: AskedDay | None, lang: Lang) -> str:
    """Words that ask for the same day again, wherever they stand; "" where the day is that of the door."""
    if asked is None or asked.told is Told.NOW:
        return ""
    year = asked.first is not None and (asked.on - asked.first).days >= _MONTH
    if lang == "en":
        form = "as of {0:%Y}" if year else "as of {0:%Y-%m}" if asked.first else "as of {0:%Y-%m-%d}"
        return form.format(asked.first or asked.on)
    told = asked.first or asked.on
    days = [f"{told.year}년", f"{told.month}월", f"{told.day}일"][: 1 if year else 2 if asked.first else 3]
    return f"{' '.join(days)} 기준"


def reference(question: Question) -> Reference | None:
    """The last article that a question refers to; None where it refers to none."""
    articles = [each for each in question.references if each.exact and each.units[0].kind is UnitKind.ARTICLE]
    return articles[-1] if articles else None


def place_below(before: Reference, numbers: Sequence[str], lang: Lang) -> str:
    """A place in the article of a reference as it is written: of its paragraphs and subparagraphs, "" for its own."""
    kept = {unit.kind: unit for unit in before.units}
    for kind, number in zip(_BELOW[1:], numbers, strict=True):
        if number:
            kept[kind] = Unit(kind, number)
    if numbers[0] and not numbers[1]:
        kept.pop(UnitKind.SUBPARAGRAPH, None)
    return place(ProvisionId("the-work", None, tuple(kept[kind] for kind in _BELOW if kind in kept)), lang)


def undated(question: Question) -> str:
    """The question in its own words, without those that tell a day."""
    text, asked = spelled(question.text), question.asked
    if asked is None:
        return text
    return " ".join(f"{text[: asked.start]} {asked.kept} {text[asked.end :]}".split()).lstrip(", ")


def subject(question: Question) -> str:
    """The first noun of a Korean question that is no name; "" where it does not begin with one."""
    found = _SUBJECT.match(question.topic)
    return found["stem"] if found else ""
