"""What a question means that goes on from earlier ones: it is put in full, by what came before and nothing else.

Only a question that cannot stand alone takes something over: one that points back (그 위원회, its), that lacks what it
asks (몇 명이요? how many?) or what it asks about (임기는요? and the chair?), or that only changes the day, the language
or the facts of a meeting. Any other takes nothing over.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.works import LANGS, Lang, Work
from rag.meetings.words.adding import with_facts_added
from rag.questions import carrying
from rag.questions.asked_day import AskedDay, Told, asked_day
from rag.questions.names import put_for
from rag.questions.question import MAX_LENGTH, Question, understand
from rag.tables import load_table

_LETTER = re.compile(r"[^\W\d_]")
_SOON = 4
_ABOUT = {"ko": "조례", "en": "ordinance"}
_COMMA = {"ko": "", "en": ","}
_NUMBERS = (("para", "para2"), ("sub", "sub2", "sub3"))


@dataclass(frozen=True, slots=True)
class Meant:
    """A question in full, the language its answer is asked in, and whether earlier ones were needed to tell."""

    text: str
    lang: Lang | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class _Turn:
    """A question that may go on from earlier ones: what it says, without the word that joins it to them, as `rest`.

    `before` is the last question in full, `then` the last one that asks for a day; `day` and `works` are the door's.
    """

    now: Question
    rest: str
    lang: Lang
    before: Question
    then: Question | None
    day: date
    works: tuple[Work, ...]

    @property
    def joins(self) -> bool:
        """Whether a word joins the question to what came before."""
        return self.rest != self.now.text

    @property
    def named(self) -> bool:
        """Whether it names an ordinance, a paper or a committee itself."""
        return bool(self.now.works or self.now.bodies or self.now.strangers or self.now.elsewhere)

    @property
    def names(self) -> str:
        """The committee or ordinance that the last question was about, in the language of this one."""
        return carrying.names(self.before, self.lang) or carrying.ordinance(self.before, self.lang)

    def dated(self, text: str) -> str:
        """The text with the day that was asked for before, unless it has a day of its own."""
        day = "" if self.now.asked else carrying.day_words(self.before.asked, self.lang)
        return _on(day, text, self.lang)


def in_full(text: str, earlier: Sequence[str], as_of: date, works: Iterable[Work]) -> Meant:
    """A question as it is meant after earlier ones, oldest first; raises QuestionError where one cannot be read."""
    at_hand = tuple(works)
    before: list[Question] = []
    for each in earlier:
        before.append(understand(_meant(each, before, as_of, at_hand).text, as_of, at_hand))
    return _meant(text, before, as_of, at_hand)


def _meant(text: str, before: Sequence[Question], as_of: date, works: tuple[Work, ...]) -> Meant:
    if not before:
        return Meant(text)
    turn = _turn(text, before, as_of, works)
    for lang in LANGS:
        if _pattern("language", lang).fullmatch(turn.now.text):
            return Meant(turn.before.text, lang, carried=True)
    found = next(filter(None, (way(turn) for way in _WAYS)), "")
    said = " ".join(found.split())
    return Meant(said, turn.lang, carried=True) if said and len(said) <= MAX_LENGTH else Meant(text)


def _turn(text: str, before: Sequence[Question], as_of: date, works: tuple[Work, ...]) -> _Turn:
    now = understand(text, as_of, works)
    rest = _pattern("connective").sub("", now.text) or now.text
    lang = now.lang if _LETTER.search(rest) else before[-1].lang
    then = next((each for each in reversed(before) if carrying.day_words(each.asked, lang)), None)
    return _Turn(now, rest, lang, before[-1], then, as_of, works)


def _of_a_meeting(turn: _Turn) -> str:
    return with_facts_added(turn.before.text, turn.now.text, turn.day)


def _on_another_day(turn: _Turn) -> str:
    """The same question of another day: 2018년에는? before the whole amendment? 그때는? now? and the like."""
    if turn.named or turn.now.references:
        return ""
    if _pattern("pronoun", "day").search(turn.rest):
        left = _pattern("pronoun", "day").sub("", turn.rest)
        day = carrying.day_words(turn.then.asked, turn.lang) if turn.then else ""
    else:
        asked, left = _day_alone(turn)
        day = carrying.day_words(asked, turn.lang) if asked else ""
        if asked is None or (not day and asked.told is not Told.NOW):
            return ""
    same = _on(day, carrying.undated(turn.before), turn.lang)
    if _pattern("nothing").fullmatch(left):
        return same if day or turn.before.asked else ""
    return f"{same} {left}" if _pattern("asking", "alone").fullmatch(left.strip(" ?.!,")) else ""


def _day_alone(turn: _Turn) -> tuple[AskedDay | None, str]:
    """The day that a question tells of what was asked before, and what else it says."""
    told = re.sub(r"(?<=[년월일])[은는]$", "에는", re.sub(r"요?[\s?!.]*$", "", turn.rest))
    about = f"{turn.names} {_ABOUT[turn.lang]}".strip()
    whole = f"{told}, {about}" if turn.lang == "en" else f"{told} {about}"
    asked = asked_day(whole, turn.day, turn.works)
    if asked is None or asked.start >= len(told):
        return None, turn.rest
    return asked, f"{whole[: asked.start]} {whole[asked.end :]}".replace(about, "").strip(" ,")


def _below(turn: _Turn) -> str:
    """A paragraph or subparagraph of the article asked about before: 3항은? and paragraph 2."""
    before = carrying.reference(turn.before)
    rest = _pattern("pronoun", "place").sub("", turn.rest).strip()
    found = _pattern("place", "paragraph").search(rest)
    if turn.named or turn.now.references or before is None or found is None:
        return ""
    numbers = [next((found[name] for name in group if found[name]), "") for group in _NUMBERS]
    there = carrying.place_below(before, numbers, turn.lang)
    name = before.named or carrying.ordinance(turn.before, turn.lang)
    return turn.dated(f"{rest[: found.start()]} {_at(there, name, turn.lang)} {rest[found.end() :]}")


def _of_the_ordinance(turn: _Turn) -> str:
    """An article of the ordinance asked about before: 제15조는."""
    references = [each for each in turn.now.references if each.exact]
    unnamed = references and not any(each.named or each.bill or each.statute for each in references)
    name = carrying.ordinance(turn.before, turn.lang)
    return turn.dated(f"{name}{_COMMA[turn.lang]} {turn.rest}") if unnamed and name and not turn.named else ""


def _of_another(turn: _Turn) -> str:
    """The same question of another committee or ordinance: 스마트도시위원회는."""
    ends = _pattern("open_end").search(turn.now.text)
    if not (turn.now.works or turn.now.bodies) or turn.now.references or not (ends or turn.joins):
        return ""
    left = re.sub(r"\b(?:the|a|an|of|for|with|in|to|about)\b", "", understand(turn.rest, turn.day, turn.works).topic)
    if not _pattern("nothing").fullmatch(left) or not carrying.spoken(turn.before):
        return ""
    base = carrying.undated(turn.before)
    other = carrying.names(turn.now, turn.before.lang)
    said = put_for(base, carrying.spoken(turn.before), other)
    day = carrying.day_words(turn.now.asked or turn.before.asked, turn.lang)
    return _on(day, said, turn.lang) if other and said != base else ""


def _pointing_back(turn: _Turn) -> str:
    """A question with a word for what was asked about before: 그 위원회, that ordinance, its, 그때."""
    text, then = turn.rest, carrying.day_words(turn.then.asked, turn.lang) if turn.then else ""
    if then and _pattern("pronoun", "day").search(text):
        text = _pattern("pronoun", "day").sub("", text).strip(" ,")
        return _on(then, text if turn.named else f"{turn.names} {text}", turn.lang)
    if turn.named or turn.now.references:
        return ""
    said = _replaced(turn, text)
    return turn.dated(said) if said != text else ""


def _replaced(turn: _Turn, text: str) -> str:
    """The text with names in the place of words for what was asked about before."""
    before, the = carrying.reference(turn.before), "the " if turn.lang == "en" else ""
    body, work = f"{the}{turn.names}" if turn.names else "", carrying.ordinance(turn.before, turn.lang)
    there = _at(carrying.place_below(before, ("", ""), turn.lang), before.named or work, turn.lang) if before else ""
    if turn.before.bodies:
        text = _pattern("pronoun", "body").sub(body, text)
    text = _pattern("pronoun", "work").sub(f"{the}{work}", text) if work else text
    text = _pattern("pronoun", "place").sub(f"{there} ", text) if there else text
    thing = carrying.subject(turn.before)
    if _pattern("pronoun", "thing").search(text) and (thing or body):
        return f"{turn.names} {_pattern('pronoun', 'thing').sub(f'{thing}은' if thing else '', text)}"
    soon = " ".join(text.split()[:_SOON])
    if not body or _pattern("pronoun", "no_thing").search(text):
        return text
    if _pattern("pronoun", "its").search(soon):
        return _pattern("pronoun", "its").sub(f"{body}'s", text, count=1)
    return _pattern("pronoun", "it").sub(body, text, count=1) if _pattern("pronoun", "it").search(soon) else text


def _asking_alone(turn: _Turn) -> str:
    """A question word and nothing else: 몇 명이요, how many."""
    asks = _pattern("asking", "alone").fullmatch(turn.rest.strip(" ?.!,"))
    return f"{turn.before.text} {turn.rest}" if asks else ""


def _of_its_topic(turn: _Turn) -> str:
    """What only a committee has, where none is named: 임기는요? And the vice-chair? 그럼 임기는 몇 년."""
    if turn.named or turn.now.references or not turn.names:
        return ""
    topic = _pattern("trailing").sub("", turn.rest).strip()
    if not _pattern("relational", "bare").fullmatch(topic):
        joined = turn.joins and _pattern("relational", "words").search(turn.rest)
        return turn.dated(f"{turn.names}{_COMMA[turn.lang]} {turn.rest}") if joined else ""
    role, base = re.sub(r"^(?:the|a|an)\s", "", topic), carrying.undated(turn.before)
    if _pattern("relational", "role").fullmatch(role) and _pattern("relational", "role").search(base):
        return turn.dated(_pattern("relational", "role").sub(role, base, count=1))
    return turn.dated(f"{turn.names} {topic}?")


_WAYS: tuple[Callable[[_Turn], str], ...] = (
    _of_a_meeting, _on_another_day, _below, _of_the_ordinance,
    _of_another, _pointing_back, _asking_alone, _of_its_topic,
)  # fmt: skip


def _on(day: str, text: str, lang: Lang) -> str:
    return f"{day}{_COMMA[lang]} {text}" if day else text


def _at(place: str, name: str, lang: Lang) -> str:
    return f"{place} of the {name}" if lang == "en" and name else f"{name} {place}"


@cache
def _pattern(part: str, name: str = "") -> re.Pattern[str]:
    table = load_table("questions/earlier")[part]
    return re.compile(table[name] if name else table, re.IGNORECASE)
