"""How many have to attend, and to vote in favour, where only the number of members is told."""

from rag.answering.computing import day_of, name_of, number_of, pattern, sentence_of, supposed_of
from rag.answering.counted_members import recorded_of
from rag.answering.existing import bounds_of
from rag.meetings.checks.numbers import majority
from rag.meetings.sheets import Rule, Topic, load_sheets
from rag.membership.findings import Finding, Outcome, Step, Subject
from rag.questions.question import Question


def majorities_needed(question: Question) -> Finding | None:
    """How many members open a meeting, and carry a motion where that is asked; None where more of it is told."""
    of_votes = pattern("votes").search(question.text)
    asked = of_votes or pattern("opening").search(question.text)
    total = number_of(pattern("total").search(question.text))
    committee, assumed = supposed_of(question)
    if not asked or not total or committee is None or pattern("present").search(question.text):
        return None
    sheet, day = load_sheets()[committee], day_of(question)
    opening, resolution = sheet.rule(Topic.OPENING, day), sheet.rule(Topic.RESOLUTION, day)
    if opening is None or resolution is None or opening.silent or resolution.silent:
        return None
    opens = majority(total)
    steps = [_step("majority_step", total, opens, opening)]
    steps += [_step("votes_step", opens, majority(opens), resolution)] if of_votes else []
    values = {"body": name_of(committee), "n": total, "opens": opens, "votes": majority(opens)}
    said = sentence_of("needed_votes" if of_votes else "needed_to_open", **values)
    recorded = tuple(dict.fromkeys(recorded_of((*opening.basis, *(resolution.basis if of_votes else ())))))
    return Finding(Subject.COUNT, Outcome.YES, said, tuple(steps), assumed, recorded=recorded)


def _step(name: str, base: int, needed: int, rule: Rule) -> Step:
    half = f"{base / 2:.1f}".removesuffix(".0")
    return Step(sentence_of(name), sentence_of("majority_sum", n=base, half=half, needed=needed), bounds_of(rule.basis))
