"""What follows from a rule by counting: days left, the next plan, seats left, who may call, what was in force."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import ceil

from corpus.identifiers import ProvisionId, UnitKind
from corpus.provisions import Law, Provision
from corpus.works import LANGS, Genre, Version, Work
from rag.answer import Answer
from rag.answering.sentences import in_words, number_in_words
from rag.answering.words import content_words, share_in
from rag.citing.validity import not_yet, readables
from rag.meetings.facts import Committee
from rag.meetings.sheets import Basis, Topic, load_sheets
from rag.meetings.wording import Words, filled
from rag.membership.answering import answer_of
from rag.membership.days import days_of
from rag.membership.findings import Bound, Finding, Outcome, Recorded, Said, Step, Subject
from rag.membership.sheets import existence
from rag.questions.question import Question
from rag.tables import load_table

_STANDING_WORDS = re.compile(
    r"^(?:아직|도|존속|존재|운영|유효|존속기한|존속기간|기한|얼마나|남[가-힣]*|지났[가-힣]*|끝났[가-힣]*|still|exist\w*|left|remain\w*|days?|time|term"
    r"|operat\w*|around|committee|\d+|년|월|일|일에|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)$"
)
_PLAN_EVERY = re.compile(r"(?P<ko>\d+)년마다|every (?P<en>[a-z]+|\d+) years", re.IGNORECASE)
_PLAN = re.compile(r"기본계획|master plan")


def by_computing(law: Law, question: Question) -> Answer | None:
    """The answer that a rule gives by counting from what the question tells; None where it asks for nothing such."""
    if question.references or question.elsewhere:
        return None
    findings = (each(law, question) for each in (_standing, _call, _seats, _next_plan, _in_force))
    found = next((finding for finding in findings if finding is not None), None)
    return None if found is None else _marked(answer_of(law, question, found))


def _marked(answer: Answer) -> Answer:
    """The answer with the markers of what it rests on in its first line, too."""
    point, *steps = answer.answer.split("\n")
    marks = "".join(f"[{each.n}]" for each in answer.citations)
    return replace(answer, answer="\n".join([f"{point.removesuffix('.')} {marks}.", *steps])) if marks else answer


@cache
def _asked(kind: str) -> re.Pattern[str]:
    return re.compile(load_table("answering/computed")["asked"][kind], re.IGNORECASE)


def _said(name: str, /, **values: object) -> Said:
    words = filled(Words(**load_table("answering/computed")[name]), **values)
    return Said(words.ko, words.en)


def _committee(question: Question) -> Committee | None:
    """The one committee whose rules are at hand that the question names."""
    slugs = {body.slug for _, body in question.bodies}
    return Committee(slugs.pop()) if len(slugs) == 1 and slugs <= set(Committee) else None


def _name(committee: Committee) -> Words:
    name = existence(committee).name
    return Words(name.ko, name.en)


def _day(question: Question) -> date:
    return days_of(question.text).asked or question.as_of


def _number(found: re.Match[str] | None) -> int | None:
    """The number that one of the groups of a match holds, in digits or English words."""
    written = next((each for each in found.groups() if each), "") if found else ""
    return number_in_words(written)


def _standing(_law: Law, question: Question) -> Finding | None:
    """Whether a committee's term of existence has ended, and how many days are left of it."""
    committee = _committee(question)
    topic = content_words(question.topic, question.lang)
    if committee is None or not _asked("standing").search(question.text):
        return None
    if not all(_STANDING_WORDS.match(each) for each in topic):
        return None
    body, day = existence(committee), _day(question)
    values = {"body": _name(committee), "day": day, "begins": body.begins, "ends": body.ends}
    if body.ends is None:
        return None
    steps = (Step(_said("standing_step"), _sum_of_days(day, body.ends), body.sources),)
    if day < body.begins:
        return Finding(Subject.COUNT, Outcome.NO, _said("standing_not_yet", **values), steps)
    over = day > body.ends
    sentence = _said("standing_no" if over else "standing_yes", left=(body.ends - day).days, **values)
    return Finding(Subject.COUNT, Outcome.NO if over else Outcome.YES, sentence, steps, recorded=body.recorded)


def _sum_of_days(day: date, ends: date) -> Said | None:
    return _said("standing_sum", day=day, ends=ends, left=(ends - day).days) if day <= ends else None


def _call(_law: Law, question: Question) -> Finding | None:
    """How many members have to ask for a meeting, where a share of them may."""
    committee = _committee(question)
    if committee is None or not _asked("call").search(question.text):
        return None
    rule = load_sheets()[committee].rule(Topic.CONVENING, _day(question))
    if rule is None or rule.share is None:
        return None
    register = _number(_asked("register").search(question.text))
    values = {"body": _name(committee), "share": rule.share, "n": register}
    sources, recorded = _bounds(rule.basis), tuple(_recorded(rule.basis))
    if not register:
        step = Step(_said("call_step", **values), None, sources)
        missing = ("on_register",)
        return Finding(
            Subject.COUNT, Outcome.UNKNOWN, _said("call_missing", **values), (step,), (), missing, recorded=recorded
        )
    values["needed"] = ceil(register / rule.share)
    values["quotient"] = f"{register / rule.share:.2f}".rstrip("0").rstrip(".")
    step = Step(_said("call_step", **values), _said("call_sum", **values), sources)
    return Finding(Subject.COUNT, Outcome.YES, _said("call", **values), (step,), recorded=recorded)


def _seats(_law: Law, question: Question) -> Finding | None:
    """How many members are left to the limit of a committee."""
    committee = _committee(question)
    n = _number(_asked("seats").search(question.text))
    if committee is None or n is None:
        return None
    rules = load_sheets()[committee].rules.get(Topic.COMPOSITION, ())
    rule = next((each for each in rules if each.holds(_day(question))), None)
    if rule is None or rule.limit is None:
        return None
    left = rule.limit - n
    values = {"body": _name(committee), "limit": rule.limit, "n": n, "left": left, "over": -left}
    name = "seats_left" if left > 0 else "seats_over" if left < 0 else "seats_none"
    texts = [each for each in rules if each.since <= rule.since and each.limit is not None and _bounds(each.basis)[:1]]
    steps = tuple(
        Step(
            _said("seats_step", version=_version_of(each.basis), limit=each.limit),
            _said("seats_sum", **values) if each is rule else None,
            _bounds(each.basis)[:1],
        )
        for each in texts[-1:]
    )
    outcome = Outcome.YES if left > 0 else Outcome.NO
    return Finding(Subject.COUNT, outcome, _said(name, **values), steps, recorded=tuple(_recorded(rule.basis)))


def _bounds(bases: Iterable[Basis]) -> tuple[Bound, ...]:
    """The words of law among what a rule rests on."""
    return tuple(
        Bound(each.id, each.quotes.get("ko", ""), each.quotes.get("en", ""), lasting=not each.fixed)
        for each in bases
        if each.id is not None and each.quotes
    )


def _version_of(bases: Iterable[Basis]) -> date:
    return next(each.id.version for each in _bounds(bases) if each.id.version)


def _recorded(bases: Iterable[Basis]) -> Iterator[Recorded]:
    for each in bases:
        if each.record and each.source:
            yield Recorded(Said(each.record.ko, each.record.en), Said(each.source.ko, each.source.en))


@dataclass(frozen=True, slots=True)
class _Cycle:
    """A provision that has a plan made every so many years."""

    provision: Provision
    years: int


def _next_plan(law: Law, question: Question) -> Finding | None:
    """The year in which the next plan is due, counted from the one that the question tells."""
    if not _asked("next_plan").search(question.text):
        return None
    cycle = _cycle(law, question)
    if cycle is None:
        return None
    key = cycle.provision.id
    ko, en = (law.full_text(key, lang) if cycle.provision.speaks(lang) else "" for lang in LANGS)
    source = Bound(key, ko, en)
    values: dict[str, object] = {"years": cycle.years, "words": in_words(cycle.years)}
    base = _number(_asked("made").search(question.text))
    if base is None:
        steps = (Step(_said("plan_step", **values), None, (source,)),)
        missing = ("plan_year",)
        return Finding(Subject.COUNT, Outcome.UNKNOWN, _said("plan_missing", **values), steps, (), missing)
    values |= {"base": base, "year": base + cycle.years}
    steps = (Step(_said("plan_step", **values), _said("plan_sum", **values), (source,)),)
    return Finding(Subject.COUNT, Outcome.YES, _said("plan_next", **values), steps)


def _cycle(law: Law, question: Question) -> _Cycle | None:
    """The plan that is meant: of the ordinance named, or the only one that has most of the question's words."""
    named = [*question.works, *(work for work, _ in question.bodies)]
    texts = [text for text in readables(question, law.works.values()) if text.work.genre is Genre.ORDINANCE]
    texts = [text for text in texts if not named or text.work in named]
    words = content_words(question.topic, question.lang)
    found: list[tuple[float, _Cycle]] = []
    for provision in law:
        said = provision.rendition(question.lang).text
        every = _PLAN_EVERY.search(said)
        if every and _PLAN.search(said) and any(text.admits(provision.id) for text in texts):
            years = number_in_words(every["ko"] or every["en"])
            found += [(share_in(words, said, question.lang), _Cycle(provision, years))] if years else []
    best = [cycle for share, cycle in found if share == max(each for each, _ in found)]
    return best[0] if len(best) == 1 else None


def _in_force(law: Law, question: Question) -> Finding | None:
    """Whether an ordinance was in force on a day that the question names."""
    day = days_of(question.text).asked
    works = [work for work in question.works if work.genre is Genre.ORDINANCE and work.versions]
    if day is None or len(works) != 1 or question.bodies or not _asked("in_force").search(question.text):
        return None
    (work,) = works
    version = work.in_force(day)
    values = {"day": day, "work": Words(work.name("ko"), work.name("en"))}
    if day > question.as_of:
        return None
    if version is None:
        name = "in_force_no" if not_yet(work, day) else "in_force_unknown"
        outcome = Outcome.NO if not_yet(work, day) else Outcome.UNKNOWN
        return Finding(Subject.COUNT, outcome, _said(name, since=work.versions[0].effective, **values))
    sentence = _said("in_force_yes", number=version.number, since=version.effective, **values)
    return Finding(Subject.COUNT, Outcome.YES, sentence, tuple(_enforcement(law, work, version)))


def _enforcement(law: Law, work: Work, version: Version) -> Iterator[Step]:
    """What the addenda of a version say of the day from which it counts."""
    for provision in law:
        head = provision.id.units[0] if provision.id.work == work.slug and provision.id.units else None
        if head is not None and head.kind is UnitKind.ADDENDA and head.number == version.number:
            ko, en = (provision.rendition(lang).text if provision.speaks(lang) else "" for lang in LANGS)
            if re.search(r"부터 시행한다|enter into force", f"{ko} {en}"):
                source = Bound(ProvisionId(provision.id.work, provision.id.version, provision.id.units), ko, en)
                values = {"number": version.number, "promulgated": version.promulgated or version.effective}
                yield Step(_said("in_force_step", **values), None, (source,))
                return
