"""The point of a report in a sentence or two, as a colleague would say it."""

from rag.meetings.report import Report, Resolved, Status, Verdict
from rag.meetings.wording import Words, both, joined


def summary(report: Report) -> Words:
    """What the report comes to, with what makes a meeting invalid."""
    if report.verdict is Verdict.INVALID:
        reasons = (check.reason for check in report.checks if check.status is Status.FAIL and check.id != "resolution")
        return joined(headline(report), *reasons)
    return headline(report)


def headline(report: Report) -> Words:
    """What the report comes to, without the reasons that the checks tell."""
    if report.verdict is Verdict.VALID:
        return joined(both(f"valid_{report.resolution.status}"), *_doubt(report))
    if report.verdict is Verdict.INVALID:
        ending = (both("invalid_void"),) if report.resolution.status is Resolved.VOID else ()
        return joined(both("invalid"), *ending)
    if report.verdict is Verdict.CONTESTED:
        return both(
            "contested",
            needed=report.opening.needed,
            strict=report.opening.counted,
            lenient=report.opening.counted_with_excluded,
        )
    return joined(both("undetermined"), *_why_open(report))


def _doubt(report: Report) -> list[Words]:
    """What a reader of a valid verdict must not overlook: a notice that was too short."""
    short = any(
        check.id == "notice" and check.status is Status.UNKNOWN and check.computation for check in report.checks
    )
    return [both("but_notice")] if short else []


def _why_open(report: Report) -> list[Words]:
    if report.missing:
        asked = [both(f"ask_{name}") for name in report.missing]
        return [both("please_tell", facts=_listed(asked))]
    return [c.reason for c in report.checks if c.status is Status.UNKNOWN and c.id not in ("notice", "resolution")]


def _listed(words: list[Words]) -> Words:
    return Words(", ".join(each.ko for each in words), ", ".join(each.en for each in words))
