"""The time since which a question asks how often an ordinance was amended."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.works import Version
from rag.questions.days import Day, find_days

_SINCE = re.compile(r"\b(?:since|after|from)\s@|@\s?(?:이후|부터|이래|뒤|후)", re.IGNORECASE)
_BEFORE, _BEHIND = 10, 6
_WHOLE = "whole amendment"


def since_told(text: str, versions: Sequence[Version], as_of: date) -> date | None:
    """The first day that a question counts amendments from; of a time with a whole amendment, the day of that.

    None where the text tells no such time, more than one, or one outside the versions known.
    """
    told = [each for each in find_days(text, as_of, years=True) if _SINCE.search(_around(text, each))]
    if len(told) != 1 or told[0].on is None or told[0].last is None:
        return None
    first, last = told[0].on, told[0].last
    whole = [each.promulgated for each in versions if each.kind == _WHOLE and first <= each.promulgated <= last]
    since = whole[-1] if whole else first
    return since if versions[0].promulgated <= since <= as_of else None


def after(versions: Sequence[Version], since: date | None) -> list[Version]:
    """The versions promulgated from a day on, without the whole amendment that the count starts from."""
    if since is None:
        return list(versions)
    return [each for each in versions if each.promulgated >= since and (each.kind, each.promulgated) != (_WHOLE, since)]


def _around(text: str, told: Day) -> str:
    return f"{text[max(0, told.start - _BEFORE) : told.start]}@{text[told.end : told.end + _BEHIND]}"
