"""How much of what a question asks for a passage says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.ranking.concepts import Concept
from rag.search.coverage import Coverage

WORDS = ("tax", "bus", "park", "과세", "버스", "타/VV")
ROWS = st.lists(st.frozensets(st.sampled_from(WORDS)), min_size=1, max_size=6)
SOME = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple)
CONCEPTS = st.builds(
    Concept, SOME, st.lists(SOME, max_size=2).map(tuple), st.just(()), st.lists(SOME, max_size=2).map(tuple)
)
PASSAGES = [frozenset(words.split()) for words in ("tax bus", "tax park", "과세 버스", "타/VV 버스", "bus")]


@pytest.fixture
def coverage():
    return Coverage(PASSAGES, range(len(PASSAGES)))


@given(ROWS, CONCEPTS, st.data())
def test_a_share_is_between_nothing_and_all(rows, concept, data):
    readable = data.draw(st.lists(st.integers(0, len(rows) - 1), min_size=1, unique=True))
    coverage = Coverage(rows, readable)
    for row, words in enumerate(rows):
        share = coverage.share(concept, row)
        assert 0 <= share <= 1 + 1e-9
        if set(concept.words) <= words:
            assert share == pytest.approx(1)
        if not words & {w for each in (concept.words, *concept.variants, *concept.translations) for w in each}:
            assert share == 0
    assert coverage.weight(concept) > 0


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Concept(("bus",)), Concept(("coach",), variants=(("bus",),))),
        (Concept(("coach",), variants=(("bus",),)), Concept(("coach",), translations=(("bus",),))),
        (Concept(("coach",), translations=(("bus",),)), Concept(("coach",))),
        (Concept(("bus", "tax")), Concept(("bus", "coach"))),
    ],
)
def test_the_words_themselves_count_more_than_other_words_for_them(coverage, better, worse):
    assert coverage.share(better, 0) > coverage.share(worse, 0)


def test_all_that_is_related_counts_together(coverage):
    both = Concept(("levi",), related=((("tax",),), (("bus",),)))
    assert coverage.share(both, 0) > coverage.share(both, 1) > coverage.share(both, 2) == 0


def test_a_rare_word_of_two_is_the_greater_share(coverage):
    concept = Concept(("bus", "park"))
    assert coverage.share(concept, 1) > coverage.share(concept, 0)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (("park",), ("tax",)),  # the rarer word
        (("과세",), ("타/VV",)),  # a noun before a verb
        (("tax", "park"), ("park",)),
        (("지하철",), ("subway",)),  # in no passage: a noun in Hangul is a thing, a word in English may be anything
    ],
)
def test_what_tells_more_weighs_more(coverage, more, less):
    assert coverage.weight(Concept(more)) > coverage.weight(Concept(less))


def test_what_may_not_be_read_does_not_change_how_rare_a_word_is():
    readable = [0, 1]
    other = [*PASSAGES[:2], frozenset({"park", "tax"}), frozenset({"park"})]
    for concept in (Concept(("park",)), Concept(("tax",)), Concept(("bus", "park"))):
        one, two = Coverage(PASSAGES, readable), Coverage(other, readable)
        assert one.weight(concept) == two.weight(concept)
        assert [one.share(concept, row) for row in readable] == [two.share(concept, row) for row in readable]


def test_a_concept_seen_without_a_word_has_a_weight_and_a_share_by_its_variants(coverage):
    seen = Concept((), variants=(("tax",),))
    assert coverage.weight(seen) > 0
    assert coverage.share(seen, 0) > coverage.share(seen, 4) == 0
