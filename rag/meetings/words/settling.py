"""From what the numbers count to facts: bases, shares, seats without vacancies, and what does not agree."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from rag.meetings.words.counts import Mention, of_role
from rag.meetings.words.numerals import Kind
from rag.meetings.words.registers import registers
from rag.meetings.words.told import Conflict, Span

_OF_BASE = {
    "attending": "register", "absent": "register", "requested": "register", "vacant": "seats", "seats": "register",
    "register": "seats", "unread": "loose", "gone": "loose", "replaced": "loose", "loose": "register",
}  # fmt: skip
_VOTES = ("in_favor", "against", "abstaining")


@dataclass(slots=True)
class Settled:
    """The counts as facts; a field that was told in ways that do not agree is a conflict and no fact."""

    values: dict[str, int] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def put(self, name: str, told: Sequence[tuple[Fraction, Mention]]) -> Fraction | None:
        """Keep a field from all the ways in which it was told; its value, or None where they do not agree."""
        if not told:
            return None
        distinct = {value for value, _ in told}
        self.spans += [Span(name, mention.start, mention.end) for _, mention in told]
        value = told[0][0]
        if len(distinct) > 1 or value.denominator > 1:
            words = dict.fromkeys(mention.words.strip() for _, mention in told)
            self.conflicts.append(Conflict(name, tuple(words)))
            return None
        self.values[name] = int(value)
        return value


def settle(mentions: Sequence[Mention], took_part: bool | None, *, written: bool) -> Settled:
    """The facts in the counts of a text.

    Seats are no register unless the vacancies are told too. Blank and invalid votes stay in the base, as abstentions
    do, and are added to them. A share is one of those it is told of: of the register for those who came or asked for
    the meeting, of those attending for votes. Nobody attends a `written` vote: there 15명 중 are the register.
    """
    settled = Settled()
    mentions = list(_with_bases(mentions, written=written))
    register = settled.put("on_register", registers(mentions))
    attending = _attending(settled, mentions, register)
    barred = "excluded" if of_role(mentions, "excluded") else "one_excluded"
    excluded = _plain(settled, mentions, barred, "excluded_attending", attending)
    voting = None if attending is None else attending - (0 if took_part else excluded or 0)
    _votes(settled, mentions, attending, voting)
    called = [each for each in mentions if each.quantity.value or each.quantity.kind is not Kind.COUNT]
    _plain(settled, called, "requested", "requested_by", register)
    return settled


def _with_bases(mentions: Sequence[Mention], *, written: bool) -> Iterator[Mention]:
    """The mentions, each base (15명 중) as what it is a base of: that depends on what is told next."""
    attended = {mention.quantity for mention in mentions if mention.role == "attending"}
    for mention, following in zip(mentions, [*mentions[1:], *([None] if mentions else [])], strict=True):
        if mention.role != "base":
            yield mention
            continue
        role = _OF_BASE.get(following.role, "attending") if following else "loose"
        named = re.search(r"(?<![가-힣])위원|(?<!voting )members", mention.words)
        if role == "attending" and mention.quantity not in attended and (attended or named or written):
            role = "loose"
        yield replace(mention, role=role)


def _attending(settled: Settled, mentions: Sequence[Mention], register: Fraction | None) -> Fraction | None:
    total = [(each.quantity.value, each) for each in of_role(mentions, "total", kind=Kind.COUNT)]
    if total and any(each.more for each in of_role(mentions, "attending")):
        return settled.put("attending", total)
    if of_role(mentions, "proxy"):
        return None
    ways = list(_told(of_role(mentions, "attending"), register, Fraction(0)))
    away = [each for each in of_role(mentions, "absent") if not (ways and each.quantity.kind is Kind.REST)]
    if register is not None:
        ways += [(register - value, each) for value, each in _told(away, register, Fraction(0))]
    left = of_role(mentions, "left")
    excluded = {each.quantity.value for each in of_role(mentions, "excluded")}
    ways += [(Fraction(-1), each) for each in left if ways and each.quantity.value not in excluded]
    return settled.put("attending", _added(ways))


def _added(ways: Sequence[tuple[Fraction, Mention]]) -> list[tuple[Fraction, Mention]]:
    """The ways to tell a count, with so many more added to the count."""
    more = sum((value for value, mention in ways if mention.more), Fraction(0))
    return [(value + more, mention) for value, mention in ways if not mention.more]


def _told(mentions: Iterable[Mention], base: Fraction | None, others: Fraction) -> Iterator[tuple[Fraction, Mention]]:
    """Each mention with its count; shares, all and the rest need a base, `others` are those told besides."""
    for each in mentions:
        kind, value = each.quantity.kind, each.quantity.value
        if kind is Kind.COUNT:
            yield value, each
        elif base is not None:
            yield value * base if kind is Kind.SHARE else base - others, each


def _plain(
    settled: Settled, mentions: Sequence[Mention], role: str, name: str, base: Fraction | None
) -> Fraction | None:
    return settled.put(name, list(_told(of_role(mentions, role), base, Fraction(0))))


def _votes(settled: Settled, mentions: Sequence[Mention], attending: Fraction | None, voting: Fraction | None) -> None:
    blank = of_role(mentions, "void", kind=Kind.COUNT)
    unclear = of_role(mentions, "unclear")
    counted: dict[str, Fraction] = {}
    later: list[tuple[str, list[Mention]]] = []
    for role in _VOTES:
        told = of_role(mentions, role)
        if role == "abstaining" and blank:
            told = _summed(told, blank)
        if any(each.quantity.kind in (Kind.ALL, Kind.REST) for each in told):
            later.append((role, told))
            continue
        value = settled.put(role, _added(list(_told(told, attending, Fraction(0)))))
        counted |= {role: value} if value is not None else {}
    for role, told in later:
        settled.put(role, list(_told(told, voting, sum(counted.values(), Fraction(0)))))
    for role in ("in_favor", "against") if unclear else ():
        if role not in settled.values:
            settled.spans.append(Span(role, unclear[0].start, unclear[0].end))
            settled.conflicts.append(Conflict(role, (unclear[0].words.strip(),)))


def _summed(abstaining: Sequence[Mention], blank: Sequence[Mention]) -> list[Mention]:
    """Abstentions with the blank and invalid votes added, as one way to tell them."""
    told = [each for each in abstaining if each.quantity.kind is Kind.COUNT]
    if len({each.quantity for each in told}) > 1:
        return list(abstaining)
    kinds = {
        re.sub(r"[^a-z가-힣]|표|votes?|ballots?|papers?", "", each.words.lower()): each for each in reversed(blank)
    }
    both = [*told[:1], *kinds.values()]
    total = sum((each.quantity.value for each in both), Fraction(0))
    return [replace(both[0], quantity=replace(both[0].quantity, value=total))]
