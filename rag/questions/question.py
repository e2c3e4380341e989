"""What a question says of itself: its language, the works and committees it names, the provisions it points to."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.citations import Reference, find_references
from corpus.errors import QuestionError
from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import place
from corpus.works import Body, Lang, Work
from rag.questions.asked_day import AskedDay, asked_day
from rag.questions.instructions import asking_part
from rag.questions.manners import without_manners
from rag.questions.names import Named, names_of, take_names
from rag.questions.privacy import masked, without_masks
from rag.questions.references import apposed, of_each_work, with_names
from rag.questions.spelling import names_a_paper, spelled
from rag.questions.typing import typed
from rag.tables import load_table

MAX_LENGTH = 2000
_STEERING = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
_HANGUL = re.compile(r"[가-힣]")
_POINTING = (UnitKind.ARTICLE, UnitKind.ADDENDA, UnitKind.CHAPTER)
_ANNEXED = (UnitKind.ANNEX, UnitKind.FORM)
_OF_REPORTS = (UnitKind.SECTION, UnitKind.NOTE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood; `as_of` is the day whose law is asked for, `lang` that of the answer.

    `shown` is the question as it may be shown and recorded, personal data masked; `text` is what is read of it,
    without those masks and what is said for politeness or to the program, slips of typing mended, and empty where
    nothing is left. `masked` and `ordering` tell whether there was either. `sought` is the text without references,
    and `topic` also without the names of works and bodies, which say where to look and not for what; both have the
    articles of a bill, which the reports speak of by number. `sections` are references
    to sections and footnotes of reports; `days` are the last days of the names and bodies named that are gone,
    by work; `strangers` are the names of ordinances that references are of and that are not at hand;
    `asked` is how the words told the day, None where they do not: then it is that of the door.
    """

    text: str
    sought: str
    topic: str
    lang: Lang
    as_of: date
    references: tuple[Reference, ...]
    works: tuple[Work, ...]
    bodies: tuple[tuple[Work, Body], ...]
    days: tuple[tuple[str, date], ...]
    elsewhere: str
    sections: tuple[Reference, ...] = ()
    strangers: tuple[str, ...] = ()
    shown: str = ""
    masked: bool = False
    ordering: bool = False
    asked: AskedDay | None = None


def understand(text: str, as_of: date, works: Iterable[Work], lang: Lang | None = None) -> Question:
    """Read a question as of a day, or as of the one its words ask for.

    Raises QuestionError when it is empty, too long or not text.
    """
    given, at_hand = cleaned(text), tuple(works)
    shown = masked(given)
    asking = asking_part(told := without_masks(shown))
    whole = spelled(clean := typed(without_manners(asking)))
    asked = asked_day(whole, as_of, at_hand)
    read = asked.without(whole) if asked else whole
    referred = apposed(read, find_references(read))
    pointing = tuple(each for each in referred if _points(each, read))
    beside = with_names(read, pointing, at_hand)
    strangers = tuple(dict.fromkeys(name for each in beside for name in each.strangers))
    sought = _without(read, pointing)
    found, topic = take_names(_without_names(sought, strangers), names_of(at_hand))
    mentioned = [each.work for each in found]
    near = [named for each in beside for named in each.named if named.work not in mentioned]
    found += [Named(each.work, until=each.until) for each in near]
    elsewhere = _elsewhere().search(clean)
    return Question(
        text=clean,
        sought=" ".join(sought.split()),
        topic=" ".join((topic, *strangers)) if strangers else topic,
        lang=lang or ("ko" if _HANGUL.search(whole or shown) else "en"),
        as_of=asked.on if asked else as_of,
        references=of_each_work(beside, [work for work in at_hand if work in mentioned]),
        works=tuple(dict.fromkeys(each.work for each in found if each.body is None)),
        bodies=tuple(dict.fromkeys((each.work, each.body) for each in found if each.body is not None)),
        days=tuple((each.work.slug, each.until) for each in found if each.until is not None),
        elsewhere=elsewhere.group() if elsewhere else "",
        sections=tuple(each for each in referred if each.exact and each.units[0].kind in _OF_REPORTS),
        strangers=strangers,
        asked=asked,
        shown=shown,
        masked=shown != given,
        ordering=asking != told,
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    places = load_table("questions/elsewhere")
    korean = rf"(?<![가-힣])(?:{'|'.join(places['ko'])})(?!인[은는이가의])"
    own_law = r"(?=(?:청|의회|의)?\s*(?:[가-힣A-Za-z]+\s+){0,3}[가-힣]*조례)"
    district = rf"(?<![가-힣])(?:{'|'.join(places['districts'])}){own_law}"
    return re.compile("|".join([korean, district, *(rf"\b{name}\b" for name in places["en"])]))


def cleaned(text: str) -> str:
    """The text of a question in plain spaces, without what cannot be seen; raises QuestionError."""
    if any(unicodedata.category(each) == "Cs" for each in text):
        raise QuestionError("The question is not valid text: it has a lone surrogate. Send it as UTF-8.")
    steered = _STEERING.sub("", unicodedata.normalize("NFC", text))
    seen = "".join(each for each in steered if unicodedata.category(each) != "Cf")
    kept = "".join(each if each.isprintable() else " " for each in seen)
    clean = " ".join(kept.split())
    if not any(each.isalnum() for each in clean):
        raise QuestionError("The question is empty. Ask for example: Who convenes the AI Committee?")
    if len(clean) > MAX_LENGTH:
        raise QuestionError(f"The question has {len(clean):,} characters; at most {MAX_LENGTH:,} can be answered.")
    return clean


def _points(reference: Reference, text: str) -> bool:
    """Whether a reference leads to a place in an ordinance by itself, whatever text it stands in."""
    units = reference.units
    if not reference.exact or units[-1].kind is UnitKind.ADDENDA:
        return False
    annexed = units[0].kind in _ANNEXED and units[0].number and not _is_of_paper(reference, text)
    return units[0].kind in _POINTING or bool(annexed)


def _is_of_paper(reference: Reference, text: str) -> bool:
    """Whether an annex is that of a report and not of an ordinance: 붙임 1, Annex 1 where no ordinance is named."""
    own_word = text.startswith(("붙임", "Annex", "annex"), reference.start) and not reference.named
    return own_word or names_a_paper(text)


def _without(text: str, references: Iterable[Reference]) -> str:
    """The text with blanks for references; articles of a bill stay, in the form in which reports write them."""
    for reference in reversed([each for each in references if not each.filled]):
        there = f"안 {place(ProvisionId('the-bill', None, reference.units), 'ko')}" if reference.bill else ""
        text = f"{text[: reference.start]}\n{there}\n{text[reference.end :]}"
    return text


def _without_names(text: str, names: Iterable[str]) -> str:
    """The text without names of ordinances that are not at hand, in which that of another may stand."""
    for name in names:
        text = text.replace(name, "\n")
    return text
