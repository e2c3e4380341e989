"""Whether a provision may have read otherwise in a version that is not held, as its text's own notes tell."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from corpus.amendments import Action, amendments
from corpus.identifiers import ProvisionId
from corpus.provisions import Law, Provision
from corpus.works import Work
from rag.citing.validity import Readable


def may_differ(law: Law, text: Readable, key: ProvisionId) -> bool:
    """Whether a provision of a text is known, or not known not, to have read otherwise in the version of the day.

    An amendment that the text notes at other provisions and not in, above or below this one left it as it was.
    """
    if text.unheld is None or text.version is None or not text.differed(key):
        return False
    between = text.work.since(text.unheld, text.version.effective)
    if any(version.touches(key) for version in between):
        return True
    unknown = {version.promulgated for version in between if version.touches(key) is None}
    noted = _noted(law, text.work, text.version.effective)
    own = {day for each in _around(law, key) for day in _days(each, text.work)}
    return bool(unknown & own) or not unknown <= noted


@cache
def _noted(law: Law, work: Work, version: date) -> frozenset[date]:
    """The days of promulgation that the notes of a text name."""
    of_text = [each for each in law if (each.id.work, each.id.version) == (work.slug, version)]
    return frozenset(day for each in of_text for day in _days(each, work))


def _around(law: Law, key: ProvisionId) -> Iterator[Provision]:
    """A provision, what stands below it and what it stands in."""
    yield from law.subtree(key)
    above = key.parent
    while above is not None and above.units:
        if above in law:
            yield law.provision(above)
        above = above.parent


def _days(provision: Provision, work: Work) -> Iterator[date]:
    yield from (each.day for each in amendments(provision, work) if each.action is not Action.ENACTED)
