"""The reader of meetings told in words: numbers, heads and circumstances put together."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from corpus.errors import FactsError
from rag.meetings.facts import FIELDS, Committee, Convener, Facts, Format
from rag.meetings.words.asking import tells_of_a_meeting, what_is_asked
from rag.meetings.words.challenges import open_challenges
from rag.meetings.words.circumstances import committees, formats, took_part
from rag.meetings.words.counts import find_counts
from rag.meetings.words.days import Notice, find_notices, of_the_meeting
from rag.meetings.words.deeds import find_deeds
from rag.meetings.words.heads import read_heads
from rag.meetings.words.masking import CHALLENGED, DAY, NEITHER, Masked, masked, narrow
from rag.meetings.words.settling import settle
from rag.meetings.words.told import Asked, Conflict, Span, Told
from rag.questions.days import Day, find_days


def read_words(text: str, as_of: date) -> Told | None:
    """What a text tells of one meeting; None when it does not tell of one or asks nothing that a verdict answers.

    Seats alone are not the register. Blank and invalid votes are added to the abstentions, since they stay among the
    votes. Limits and guesses (15명 이내, about 8) are not told. Dates without a year and words such as yesterday are
    of `as_of`; a month without a day is its first.
    A statement without a question asks for the validity. Raises FactsError when what was told cannot be
    together.
    """
    plain = narrow(text)
    days, notices = find_days(plain, as_of), list(find_notices(plain))
    challenges, is_open = open_challenges(plain)
    signs = masked(plain, {DAY: _places(days), NEITHER: _places(notices), CHALLENGED: _places(challenges)})
    reading = _Reading(plain)
    reading.take("date", [(day.on, Span("date", day.start, day.end)) for day in of_the_meeting(plain, days)])
    reading.take("notice_days", [(each.days, Span("notice_days", each.start, each.end)) for each in notices])
    reading.take("committee", _most_special(list(committees(plain))))
    reading.take("format", _most_distant(list(formats(plain))))
    reading.take(
        "excluded_took_part",
        [(part, _span("excluded_took_part", signs, start, end)) for part, start, end in took_part(signs.text)],
    )
    reading.take_counts(signs)
    if is_open:
        reading.doubt_exclusion(challenges)
    reading.take_heads(signs, as_of)
    return reading.told(signs.text)


def _places(told: Iterable[Day | Notice | Span]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in told]


def _span(name: str, signs: Masked, start: int, end: int) -> Span:
    return Span(name, *signs.span(start, end))


def _most_special(named: Sequence[tuple[Committee, Span]]) -> list[tuple[Committee, Span]]:
    """The committees named, or the subcommittee alone: it is told apart by the committee that it belongs to."""
    sub = [each for each in named if each[0] is Committee.SUBCOMMITTEE]
    return sub or list(named)


def _most_distant(told: Sequence[tuple[Format, Span]]) -> list[tuple[Format, Span]]:
    """The forms told; where some came and some were on video, the video alone: it is what a rule may ask about."""
    both = {each for each, _ in told} == {Format.VIDEO, Format.IN_PERSON}
    return [each for each in told if not both or each[0] is Format.VIDEO]


class _Reading:
    """The facts of one text as they are found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._values: dict[str, Any] = {}
        self._conflicts: list[Conflict] = []
        self._spans: list[Span] = []

    def take(self, name: str, ways: Sequence[tuple[Any, Span]]) -> None:
        """Take a field from all the ways in which it was told."""
        self._spans += [span for _, span in ways]
        if len({value for value, _ in ways}) > 1:
            words = dict.fromkeys(
                self._text[span.start : span.end] for _, span in sorted(ways, key=lambda way: way[1].start)
            )
            self._conflicts.append(Conflict(name, tuple(words)))
        elif ways:
            self._values[name] = ways[0][0]

    def take_counts(self, signs: Masked) -> None:
        """Take what the numbers count; a meeting that members asked for is called by them unless told otherwise."""
        settled = settle(
            find_counts(signs),
            self._values.get("excluded_took_part"),
            written=self._values.get("format") is Format.WRITTEN,
        )
        self._values |= settled.values
        self._conflicts += [
            Conflict(each.field, tuple(self._words_of(each.field, settled.spans)) or each.told)
            for each in settled.conflicts
        ]
        self._spans += settled.spans

    def doubt_exclusion(self, places: Sequence[Span]) -> None:
        """Take it that someone is challenged there, but not whether excluded, nor then what an excluded one did."""
        name = "excluded_attending"
        unsure = {name} if name in self._values else {name, "excluded_took_part"}
        for each in unsure:
            self._values.pop(each, None)
        self._conflicts = [each for each in self._conflicts if each.field not in unsure]
        self._spans = [*(each for each in self._spans if each.field not in unsure), *places]
        self._conflicts.append(Conflict(name, tuple(self._words_of(name, places))))

    def _words_of(self, name: str, spans: Iterable[Span]) -> dict[str, None]:
        return dict.fromkeys(self._text[each.start : each.end].strip() for each in spans if each.field == name)

    def take_heads(self, signs: Masked, as_of: date) -> None:
        """Take who presided and convened."""
        day = self._values.get("date") or as_of
        heads = read_heads(list(find_deeds(signs.text)), self._values.get("committee"), day)
        for name in ("presided_by", "convened_by", "chair_unavailable", "vice_chair_unavailable"):
            value = getattr(heads, name)
            if value is not None:
                self._values[name] = value
        if "requested_by" in self._values and not {"convened_by"} & {*self._values, *heads.disagreeing}:
            self._values["convened_by"] = Convener.MEMBERS
        spans = [_span(each.field, signs, each.start, each.end) for each in heads.spans]
        self._conflicts += [Conflict(name, tuple(self._words_of(name, spans))) for name in heads.disagreeing]
        self._spans += spans

    def told(self, signs: str) -> Told | None:
        """All that was told; None when that is no meeting."""
        asked = what_is_asked(signs, voted="in_favor" in self._values or "against" in self._values)
        fields = {*self._values, *(each.field for each in self._conflicts)}
        if not tells_of_a_meeting(signs, asked, fields, self._values):
            return None
        if "date" in self._values and self._values["date"] is None:
            raise FactsError(
                "date", f"must be a day of the calendar, not {next(iter(self._words_of('date', self._spans)))}"
            )
        facts = Facts(**{name: self._values[name] for name in FIELDS if name in self._values})
        spans = tuple(sorted(self._spans, key=lambda each: (each.start, each.end)))
        return Told(facts, asked or Asked.VALIDITY, tuple(self._conflicts), spans)
