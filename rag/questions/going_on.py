"""The ways in which a question goes on from the last one: each gives it in full, "" where it does not go on so."""

import re
from collections.abc import Callable

from rag.meetings.words.adding import with_facts_added
from rag.phrases import particle
from rag.questions import carrying
from rag.questions.asked_day import AskedDay, Told, asked_day
from rag.questions.names import put_for
from rag.questions.question import understand
from rag.questions.turn import COMMA, Turn, at_place, on_day, pattern

_SOON, _SHORT = 4, 9
_ABOUT = {"ko": "조례", "en": "ordinance"}
_NUMBERS = (("para", "para2"), ("sub", "sub2", "sub3"))


def _of_a_meeting(turn: Turn) -> str:
    return with_facts_added(turn.before.text, turn.now.text, turn.day)


def _on_another_day(turn: Turn) -> str:
    """The same question of another day: 2018년에는? before the whole amendment? 그때는? now? and the like."""
    if turn.named or turn.now.references:
        return ""
    if pattern("pronoun", "day").search(turn.rest):
        left = pattern("pronoun", "day").sub("", turn.rest)
        day = carrying.day_words(turn.then.asked, turn.lang) if turn.then else ""
    else:
        asked, left = _day_alone(turn)
        day = carrying.day_words(asked, turn.lang) if asked else ""
        if asked is None or (not day and asked.told is not Told.NOW):
            return ""
    same = on_day(day, carrying.undated(turn.before), turn.lang)
    if pattern("nothing").fullmatch(left):
        return same if day or turn.before.asked else ""
    return f"{same} {left}" if pattern("asking", "alone").fullmatch(left.strip(" ?.!,")) else ""


def _day_alone(turn: Turn) -> tuple[AskedDay | None, str]:
    """The day that a question tells of what was asked before, and what else it says."""
    told = re.sub(r"(?<=[년월일])[은는]$", "에는", re.sub(r"요?[\s?!.]*$", "", turn.rest))
    about = f"{turn.names} {_ABOUT[turn.lang]}".strip()
    whole = f"{told}, {about}" if turn.lang == "en" else f"{told} {about}"
    asked = asked_day(whole, turn.day, turn.works)
    if asked is None or asked.start >= len(told):
        return None, turn.rest
    return asked, f"{whole[: asked.start]} {whole[asked.end :]}".replace(about, "").strip(" ,")


def _below(turn: Turn) -> str:
    """A paragraph or subparagraph of the article asked about before: 3항은? and paragraph 2."""
    before = carrying.reference(turn.before)
    rest = re.sub(r"^\s?(?:의|에서|에)?\s", "", pattern("pronoun", "place").sub("", turn.rest))
    found = pattern("place", "paragraph").search(rest)
    if turn.named or turn.now.references or before is None or found is None:
        return ""
    numbers = [next((found[name] for name in group if found[name]), "") for group in _NUMBERS]
    there = carrying.place_below(before, numbers, turn.lang)
    name = carrying.ordinance(turn.before, turn.lang) or before.named
    gap = " " if turn.lang == "en" else ""
    return turn.dated(f"{rest[: found.start()]}{at_place(there, name, turn.lang)}{gap}{rest[found.end() :].lstrip()}")


def _of_the_ordinance(turn: Turn) -> str:
    """An article of the ordinance asked about before: 제15조는."""
    references = [each for each in turn.now.references if each.exact]
    unnamed = references and not any(each.named or each.bill or each.statute for each in references)
    name = carrying.ordinance(turn.before, turn.lang)
    return turn.dated(f"{name}{COMMA[turn.lang]} {turn.rest}") if unnamed and name and not turn.named else ""


def _of_another(turn: Turn) -> str:
    """The same question of another committee or ordinance: 스마트도시위원회는."""
    ends = pattern("open_end").search(turn.now.text)
    if not (turn.now.works or turn.now.bodies) or turn.now.references or not (ends or turn.joins):
        return ""
    left = re.sub(r"\b(?:the|a|an|of|for|with|in|to|about)\b", "", understand(turn.rest, turn.day, turn.works).topic)
    if not pattern("nothing").fullmatch(left) or not carrying.spoken(turn.before):
        return ""
    base = carrying.undated(turn.before)
    other = carrying.names(turn.now, turn.before.lang)
    said = put_for(base, carrying.spoken(turn.before), other)
    day = carrying.day_words(turn.now.asked or turn.before.asked, turn.lang)
    return on_day(day, said, turn.lang) if other and said != base else ""


def _pointing_back(turn: Turn) -> str:
    """A question with a word for what was asked about before: 그 위원회, that ordinance, its, 그때."""
    text, then = turn.rest, carrying.day_words(turn.then.asked, turn.lang) if turn.then else ""
    if then and pattern("pronoun", "day").search(text):
        text = pattern("pronoun", "day").sub("", text).strip(" ,")
        return on_day(then, text if turn.named else f"{turn.names} {text}", turn.lang)
    if turn.named or turn.now.references:
        return ""
    said = _replaced(turn, text)
    return turn.dated(said) if said != text else ""


def _replaced(turn: Turn, text: str) -> str:
    """The text with names in the place of words for what was asked about before."""
    before, the = carrying.reference(turn.before), "the " if turn.lang == "en" else ""
    body, work = f"{the}{turn.names}" if turn.names else "", carrying.ordinance(turn.before, turn.lang)
    there = (
        at_place(carrying.place_below(before, ("", ""), turn.lang), before.named or work, turn.lang) if before else ""
    )
    if turn.before.bodies:
        text = pattern("pronoun", "body").sub(body, text)
    text = pattern("pronoun", "work").sub(f"{the}{work}", text) if work else text
    text = pattern("pronoun", "place").sub(f"{there} ", text) if there else text
    thing = carrying.subject(turn.before)
    if pattern("pronoun", "thing").search(text) and (thing or body):
        subject = f"{thing}{particle(thing, '은', '는')}" if thing else ""
        return f"{turn.names} {pattern('pronoun', 'thing').sub(subject, text)}"
    soon = " ".join(text.split()[:_SOON])
    if not body or len(text.split()) > _SHORT or pattern("pronoun", "no_thing").search(text):
        return text
    if pattern("pronoun", "they").search(soon) and "members" in turn.before.text:
        return pattern("pronoun", "they").sub(f"the members of {body}", text, count=1)
    if pattern("pronoun", "their").search(soon) and "members" in turn.before.text:
        return pattern("pronoun", "their").sub(f"the members of {body}'s", text, count=1)
    if pattern("pronoun", "its").search(soon):
        return pattern("pronoun", "its").sub(f"{body}'s", text, count=1)
    return pattern("pronoun", "it").sub(body, text, count=1) if pattern("pronoun", "it").search(soon) else text


def _asking_alone(turn: Turn) -> str:
    """A question word and nothing else: 몇 명이요, how many."""
    if turn.named or turn.now.references:
        return ""
    said = turn.rest.strip(" ?.!,")
    asks = any(pattern("asking", name).fullmatch(said) for name in ("alone", "of_nothing"))
    return f"{turn.before.text} {turn.rest}" if asks or pattern("asking", "among").search(turn.rest) else ""


def _of_another_topic(turn: Turn) -> str:
    """The same question of something else: 시행계획은요, what about the annual plan."""
    if turn.named or turn.now.references:
        return ""
    if pattern("asking", "about").search(turn.now.text):
        return f"{turn.before.text} {turn.rest}"
    if not pattern("asking", "topic").fullmatch(turn.rest) or turn.before.bodies:
        return ""
    topic = re.sub(r"(?:은|는|도)요\s?\?*$", "", turn.rest)
    base = carrying.undated(turn.before)
    said = re.sub(r"[가-힣]+(?=[은는이가을를]\s)", topic, base, count=1)
    return turn.dated(said) if said != base else ""


def _of_its_topic(turn: Turn) -> str:
    """What only a committee has, where none is named: 임기는요? And the vice-chair? 그럼 임기는 몇 년."""
    if turn.named or turn.now.references or not turn.names:
        return ""
    topic = pattern("trailing").sub("", turn.rest).strip()
    if not pattern("relational", "bare").fullmatch(topic):
        joined = turn.joins and pattern("relational", "words").search(turn.rest)
        return turn.dated(f"{turn.names}{COMMA[turn.lang]} {turn.rest}") if joined else ""
    role, base = re.sub(r"^(?:the|a|an)\s", "", topic), carrying.undated(turn.before)
    if pattern("relational", "role").fullmatch(role) and pattern("relational", "role").search(base):
        return turn.dated(pattern("relational", "role").sub(role, base, count=1))
    return turn.dated(f"{turn.names} {topic}{particle(topic, '은', '는') if turn.lang == 'ko' else ''}?")


def _of_its_committee(turn: Turn) -> str:
    """A whole question on what only a committee has, where just one was named before: 위원장은 누가 뽑나요.

    It takes the committee over and nothing else, not the day either.
    """
    alone = not (turn.named or turn.now.references or turn.now.sections or turn.now.asked)
    if not alone or len(turn.before.bodies) != 1 or len(turn.rest.split()) > _SHORT or re.search(r"\d", turn.rest):
        return ""
    if pattern("relational", "committee").search(turn.rest):
        the = "the " if turn.lang == "en" else ""
        return pattern("relational", "committee").sub(f"{the}{turn.names}", turn.rest, count=1)
    begins = pattern("relational", "begins").search(turn.rest)
    return f"{turn.names}{COMMA[turn.lang]} {turn.rest}" if begins else ""


def _of_its_making(turn: Turn) -> str:
    """How what was asked about came to be, or what the bill had in its place: 왜 그렇게 바뀌었죠, who proposed it."""
    if turn.named or turn.now.references:
        return ""
    text, base, there = turn.rest, carrying.undated(turn.before), _there(turn)
    if pattern("making", "why").fullmatch(text):
        if there:
            return (
                f"Why was {there} changed or deleted?" if turn.lang == "en" else f"{there}은 왜 바뀌거나 삭제되었나요?"
            )
        return f"{base} {text}" if pattern("making", "changed").search(text) else ""
    if pattern("making", "in_bill").search(text):
        return f"{'In the original bill,' if turn.lang == 'en' else '원래 제정안에서는'} {base}"
    if there and pattern("making", "who").fullmatch(text):
        if not (turn.names or any(each.named for each in turn.before.references)):
            return "Who introduced the bill?" if turn.lang == "en" else "조례안은 누가 발의했나요?"
        return f"Who proposed {there}?" if turn.lang == "en" else f"{there}은 누가 발의했나요?"
    return ""


def _there(turn: Turn) -> str:
    """The provision that was asked about before, as it is written; "" where there was none."""
    before = carrying.reference(turn.before)
    if before is None:
        return ""
    name = before.named or carrying.ordinance(turn.before, turn.lang)
    return at_place(carrying.place_below(before, ("", ""), turn.lang), name, turn.lang).strip()


def _of_one_named(turn: Turn) -> str:
    """A question on the challenged member or the plan that was asked about: 그 사람은 투표할 수 있어, can it be."""
    if turn.named or turn.now.references:
        return ""
    if pattern("making", "challenged").search(turn.before.text) and pattern("making", "person").search(turn.rest):
        of = f"{turn.names} " if turn.names else ""
        return of + pattern("making", "person").sub("기피 신청을 당한 위원", turn.rest)
    plans = {found.casefold() for found in pattern("making", "plan").findall(turn.before.text)}
    it = pattern("making", "it").search(turn.rest)
    if len(plans) != 1 or it is None or turn.before.bodies or pattern("pronoun", "no_thing").search(turn.rest):
        return ""
    plan = pattern("making", "plan").search(turn.before.text)
    return turn.dated(f"{turn.rest[: it.start(1)]}{plan.group() if plan else ''}{turn.rest[it.end(1) :]}")


WAYS: tuple[Callable[[Turn], str], ...] = (
    _of_a_meeting, _on_another_day, _below, _of_the_ordinance, _of_another,
    _of_its_making, _of_one_named, _asking_alone, _pointing_back, _of_its_topic, _of_another_topic, _of_its_committee,
)  # fmt: skip
"""All ways, the surest first."""
