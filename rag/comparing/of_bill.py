"""What differs between a bill and the law it became, of a provision or of all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.identifiers import ProvisionId, is_list_entry
from corpus.labels import place
from corpus.legislation import Bill, Evidence, Origin
from corpus.provisions import Law
from corpus.works import Lang, Work
from rag.answering.inquiry import Inquiry
from rag.citing.validity import readable
from rag.comparing.differences import differences
from rag.comparing.telling import changed_told, equal_told
from rag.history.reasons import change_told, of_bill_told, text_told
from rag.history.statement import Statement
from rag.history.subject import origin_meant
from rag.phrases import say
from rag.questions.comparing import Compared

_MOST, _COUNT, _COVERED = 4, 8, 0.6


def bill_compared(inquiry: Inquiry, compared: Compared) -> list[Statement]:
    """What became of the provisions that a question means; of all that changed, where it means none."""
    bill, question = inquiry.bill, inquiry.question
    if bill is None:
        return []
    work, lang = inquiry.law.work(bill.work), question.lang
    enacted = next((each.effective for each in work.versions if each.kind == "enactment"), date.min)
    if question.as_of < enacted:
        return [Statement(say("told_not_yet_law", lang, day=question.as_of), bill.events[0].evidence)]
    origins = _meant(inquiry, bill, compared)
    if origins:
        return [each for origin in origins[:_MOST] for each in _told(inquiry, work, origin, lang)]
    return list(_all(inquiry, bill, work, lang)) if compared.of_all else []


def _meant(inquiry: Inquiry, bill: Bill, compared: Compared) -> list[Origin]:
    """The origins of the articles named, of the bill or of the law, else of what the words mean."""
    named = [each for each in inquiry.question.references if each.units]
    of_bill = {each.units[0].number for each in named if each.bill}
    units = {each.units for each in named}
    found = [each for each in bill.origins if each.article in of_bill and not each.of_amendment]
    exact = [each for each in found if each.provision.units in units]
    found = exact or found
    if not found and inquiry.of_law:
        found = [each for each in bill.origins if inquiry.of_law[0].covers(each.provision)]
    if not found and (inquiry.of_law or not named):
        origin = inquiry.origin() if inquiry.of_law else _searched(inquiry, bill, compared)
        found = [origin] if origin else []
    return sorted(found, key=lambda each: not each.ko)


def _searched(inquiry: Inquiry, bill: Bill, compared: Compared) -> Origin | None:
    """The origin that the words speak of; else of what a search of the law finds, narrowed to the place found."""
    if compared.of_all:
        return None
    work = inquiry.law.work(bill.work)
    version = work.nearest_held(inquiry.question.as_of)
    asked = replace(inquiry.question, text=compared.words, sought=compared.words, topic=compared.words, works=(work,))
    text = readable(work, inquiry.question.as_of)
    hits = inquiry.search(asked, [text], _COUNT) if version and text else []
    said = origin_meant(inquiry.law, bill, compared.words, lambda: hits, lambda _: True)
    best = hits[0] if hits else None
    found = bill.origins_of(best.id) if best is not None and best.coverage >= _COVERED else ()
    if best is None or not found or not found[0].provision.covers(best.id.at(None)):
        return said
    if said is not None and not said.provision.covers(best.id.at(None)):
        return said
    return replace(found[0], provision=best.id.at(None))


def _told(inquiry: Inquiry, work: Work, origin: Origin, lang: Lang) -> Iterator[Statement]:
    """What changed in a provision, in a sentence, then the words of the bill and those of the law."""
    as_of = inquiry.question.as_of
    version = work.nearest_held(as_of)
    there = origin.provision.at(version.effective) if version else None
    law = inquiry.law
    origin = replace(origin, bill=tuple(_with_entries(law, each) for each in origin.bill))
    if origin.bill and not origin.ko and there is not None and there in law:
        yield from _compared(law, origin, there, lang)
        yield Statement(say("told_in_bill", lang), quoted=origin.bill)
        yield from text_told(law, work, origin.provision, as_of, lang)
        return
    if origin.bill:
        first = list(change_told(law, work, origin, as_of, lang))
        yield from first[:1]
        yield Statement(say("told_in_bill", lang), quoted=origin.bill)
        yield from first[1:]
        return
    yield from of_bill_told(law, work, origin, as_of, lang)


def _compared(law: Law, origin: Origin, there: ProvisionId, lang: Lang) -> Iterator[Statement]:
    """How the words of the bill differ from those of a place in the law: in numbers, in entries, in wording."""
    quotes = " ".join(each.quote for each in origin.bill)
    found = differences(quotes, law.full_text(there, "ko"), "ko")
    values = {"place": place(origin.provision, lang)}
    phrase = "bill_numbers" if found.changed else "bill_equal" if found.equal else "bill_both"
    yield Statement(say(phrase, lang, changed=changed_told(found), equal=equal_told(found), **values))
    before = [entry for each in origin.bill for entry in _entries(law, each.id)]
    after = _entries(law, there)
    if before and after:
        same = "bill_entries_same" if len(before) == len(after) else "bill_entries"
        yield Statement(say(same, lang, before=len(before), after=len(after), **values))


def _entries(law: Law, key: ProvisionId) -> list[ProvisionId]:
    """The entries of the list below a place that were not deleted."""
    return [each.id for each in law.children(key) if is_list_entry(each.id) and each.deleted is None]


def _with_entries(law: Law, evidence: Evidence) -> Evidence:
    """Words of the bill; where they only open a list, with its entries."""
    if evidence.id not in law or not _entries(law, evidence.id):
        return evidence
    own = law.provision(evidence.id).rendition("ko").text
    return (
        Evidence(evidence.id, law.full_text(evidence.id, "ko")) if evidence.quote.strip() == own.strip() else evidence
    )


def _all(inquiry: Inquiry, bill: Bill, work: Work, lang: Lang) -> Iterator[Statement]:
    """All that is known to differ between the bill and the law, each with its place and a source."""
    as_of = inquiry.question.as_of
    told = [each for each in bill.origins if each.ko and (each.known or date.min) <= as_of]
    yield Statement(say("bill_all", lang, known=len(told)))
    for origin in told:
        said = origin.ko if lang == "ko" else origin.en
        sources = (*origin.bill[:1], *(origin.proposal or origin.amendment or origin.opinion)[:1])
        version = work.nearest_held(as_of)
        named = say("told_at", lang, label=place(origin.provision, lang), said=said)
        texts = list(text_told(inquiry.law, work, origin.provision, as_of, lang)) if version else []
        yield Statement(named, (*sources, *(each for text in texts for each in text.quoted)))
