"""What a question about a meeting asks, and whether a text is one."""

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache

from rag.meetings.words.told import Asked
from rag.tables import load_table

_TABLE = "meetings/words/asking"
_SENTENCE = re.compile(r"(?<=[.?!;])(?=\s|$)")
_HOW_MANY = (Asked.MORE_TO_CARRY, Asked.MORE_TO_OPEN, Asked.NEEDED)
_WHETHER = (Asked.VALIDITY, Asked.RESOLUTION, Asked.OPENING)
_OF_NUMBERS = (Asked.OPENING, Asked.NEEDED, Asked.MORE_TO_OPEN)
_THERE = {"attending", "in_favor", "against", "abstaining"}
_WEAK = {"excluded_attending", "notice_days"}
_DEEDS = {"presided_by", "convened_by", "excluded_took_part", *_WEAK}
_NUMBERS = {*_THERE, "on_register", "excluded_attending", "requested_by", "notice_days"}


def what_is_asked(signs: str, *, voted: bool) -> Asked | None:
    """What a text in signs asks; None when it asks nothing that a verdict answers."""
    sentences = [each for each in _SENTENCE.split(signs) if each.strip(" .?!;")]
    asking = [each for each in sentences if _cue("question").search(each)] or sentences[-1:]
    question = " ".join(asking)
    for asked in _HOW_MANY:
        if _asks(asked).search(question):
            more = asked is Asked.MORE_TO_OPEN and _carries(question, voted=voted)
            return Asked.MORE_TO_CARRY if more else asked
    at = sentences.index(asking[0]) if asking else 0
    if asking and at and _cue("back").search(question):
        return _whether(asking) or _whether(sentences[at - 1 : at])
    return _whether(asking)


def _carries(question: str, *, voted: bool) -> bool:
    """Whether `how many more` is asked of votes."""
    of_votes = re.search(r"찬성|가결|통과|의결|표|pass|carr|vote|adopt", question)
    of_those_there = re.search(
        r"(?:더|몇\s?명|몇\s?분)[^?]{0,10}(?:와야|오|출석|참석|나와|모)|open|quor|attend|come|show|열|개의|성립|정족수",
        question,
    )
    return (
        voted
        and (bool(of_votes) or not of_those_there)
        and not (of_those_there and not re.search(r"더\s?찬성|가결|통과|pass|carr", question))
    )


def _whether(asking: Sequence[str]) -> Asked | None:
    last: dict[Asked, int] = {}
    for at, sentence in enumerate(asking):
        for asked in _WHETHER:
            for found in _asks(asked).finditer(sentence):
                last[asked] = at * 10_000 + found.start()
    if not last:
        return None
    if Asked.VALIDITY in last:
        return Asked.VALIDITY
    return max(last, key=lambda asked: last[asked])


def tells_of_a_meeting(signs: str, asked: Asked | None, told: Set[str], facts: Mapping[str, object]) -> bool:
    """Whether a text with these fields told is one to be answered by a verdict, not by a provision.

    Two numbers of a meeting are enough, or one with a question about it; without numbers, something that was done
    and the question whether it stands. A question that asks who, when or what is about the text of the law.
    """
    numbers = told & _NUMBERS
    if _cue("rule").search(signs) and _cue("ruling").search(signs):
        return False
    opens = "on_register" in numbers and asked in _OF_NUMBERS
    if _cue("leaving").search(signs) and not numbers & _THERE and not opens:
        return False
    rule = _cue("rule").search(signs) and not _cue("rule_unless").search(signs)
    if (rule or _cue("other").search(signs)) and not (len(numbers) > 1 and numbers & _THERE):
        return False
    if len(numbers - {"notice_days"}) > 1 and numbers & _THERE:
        return True
    if numbers - _WEAK:
        return asked is not None and any(facts.get(name) != 0 for name in numbers)
    return bool((told & _DEEDS or _cue("shares").search(signs)) and asked in _WHETHER and _cue("past").search(signs))


@cache
def _asks(asked: Asked) -> re.Pattern[str]:
    return re.compile(f"(?i:{load_table(_TABLE)['asked'][asked]})")


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(f"(?i:{load_table(_TABLE)['cues'][name]})")
