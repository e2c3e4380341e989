"""Of a list and its entries, the one that answers comes first."""

import pytest

from corpus.identifiers import ProvisionId
from rag.search.grain import settled
from rag.search.hit import Hit

LIST, OTHER = "an-ordinance@2025-01-01/art-11", "an-ordinance@2025-01-01/art-12"


def hit(key, score, coverage):
    return Hit(ProvisionId.parse(key), "ko", "글", score, coverage)


def order(*hits, listing=False):
    return [str(each.id).removeprefix(LIST) for each in settled([hit(*each) for each in hits], listing=listing)]


WHOLE, FIRST, SECOND = (LIST, 2.0, 0.8), (f"{LIST}/sub-1", 1.9, 0.8), (f"{LIST}/sub-2", 1.5, 0.5)


def test_the_entry_that_says_as_much_comes_before_its_list():
    assert order(WHOLE, FIRST, SECOND) == ["/sub-1", "", "/sub-2"]


def test_a_list_that_is_asked_for_stays_first():
    assert order(WHOLE, FIRST, SECOND, listing=True) == ["", "/sub-1", "/sub-2"]


@pytest.mark.parametrize(
    "entry",
    [(f"{LIST}/sub-1", 1.9, 0.6), (f"{LIST}/sub-1", 1.2, 0.8)],
    ids=["the list says more", "the entry is far behind"],
)
def test_an_entry_that_says_less_stays_behind(entry):
    assert order(WHOLE, entry, SECOND) == ["", "/sub-1", "/sub-2"]


def test_entries_that_are_alike_stay_behind_their_list():
    assert order(WHOLE, FIRST, (f"{LIST}/sub-2", 1.89, 0.8)) == ["", "/sub-1", "/sub-2"]


def test_what_was_better_stays_before_both():
    assert order((OTHER, 3.0, 0.9), WHOLE, FIRST)[1:] == ["/sub-1", ""]


def test_scores_still_fall():
    found = settled([hit(*each) for each in (WHOLE, (OTHER, 1.95, 0.7), FIRST)], listing=False)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len(found) == 3
