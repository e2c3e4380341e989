"""The steps before an ordinance: its bill, the opinion on it, and what was proposed and moved."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.legislation import Bill, Event, Evidence, Origin, Stage
from corpus.works import Lang
from rag.history.draft import Draft
from rag.phrases import say


def of_bill(bill: Bill, origins: Sequence[Origin], lang: Lang) -> Iterator[Draft]:
    """The steps of a bill; with origins, what the papers say of the provision they are of."""
    for event in bill.events:
        if event.stage is Stage.REFERRED and origins:
            continue
        yield _happened(event, origins, lang)
        proposals = tuple(each for origin in origins for each in origin.proposal)
        if event.stage is Stage.REVIEWED and proposals:
            yield Draft(Stage.PROPOSED, None, say("history_proposed", lang), _once(proposals), event.after)


def _happened(event: Event, origins: Sequence[Origin], lang: Lang) -> Draft:
    """An event of the bill, with what the papers say of the asked provision at that stage."""
    said = event.ko if lang == "ko" else event.en
    if not origins:
        return Draft(event.stage, event.day, said, event.evidence, event.after)
    of_provision = {Stage.INTRODUCED: "bill", Stage.REVIEWED: "opinion", Stage.COMMITTEE: "amendment"}.get(event.stage)
    found = [each for origin in origins for each in getattr(origin, of_provision or "", ())]
    if event.stage in (Stage.INTRODUCED, Stage.REVIEWED) and not found:
        said = f"{said} {say(f'history_no_{of_provision}', lang)}"
    if event.stage is Stage.COMMITTEE and found:
        said = f"{said} {say('history_motion', lang)}"
    event_only = () if event.stage is Stage.REVIEWED else event.evidence
    return Draft(event.stage, event.day, said, _once((*event_only, *found)), event.after)


def _once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))
