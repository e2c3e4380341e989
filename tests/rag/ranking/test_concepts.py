"""From words to concepts: the longest term, its variants, and what the texts say instead."""

import pytest

from corpus.glossary import load_glossary, parse_glossary
from ingest.morphemes import Morphemes
from rag.ranking.concepts import Concept, Lexicon

HEADER = "ko\ten\tpart\tsee\tnote\n"
ROWS = (
    "재적위원\tmembers on the register; incumbent members\tmeeting\t\t\n"
    "과반수\tmajority\tmeeting\t\t\n"
    "의사정족수\tquorum\tmeeting\t재적위원; 과반수\tuser vocabulary\n"
    "위원\tmember\tmember\t\t\n"
    "연임; 재위촉\treappointed\tmember\t\t\n"
    "위촉\tcommissioned\tmember\t\t\n"
)


@pytest.fixture(scope="module")
def morphemes():
    return Morphemes()


@pytest.fixture(scope="module")
def concepts(morphemes):
    terms = parse_glossary(HEADER + ROWS)
    lexicon = Lexicon(terms, [list(map(morphemes.words, term.variants)) for term in terms])
    return lambda text: lexicon.concepts(text, morphemes.words(text))


def test_a_word_without_a_row_is_itself(concepts):
    assert concepts("hedgehog") == (Concept(("hedgehog",)),)


def test_variants_cross_languages(concepts):
    (concept,) = concepts("과반수")
    assert concept.variants == (("major",),)
    (concept,) = concepts("majority")
    assert concept.variants == (("과반수",),)


def test_the_longest_term_wins(concepts):
    (concept,) = concepts("재적위원")
    assert concept.words == ("재적", "위원")
    assert ("member", "regist") in concept.variants


def test_user_vocabulary_brings_the_words_of_the_texts(concepts):
    (concept,) = concepts("quorum")
    assert [variants[0] for variants in concept.related] == [("재적", "위원"), ("과반수",)]


def test_a_term_that_its_words_do_not_tell_apart_is_found_as_written(concepts):
    assert any(("reappoint",) in concept.variants for concept in concepts("재위촉 되나요"))
    assert not any(("reappoint",) in concept.variants for concept in concepts("위촉 되나요"))


def test_a_repeated_word_counts_once(concepts):
    assert len(concepts("majority majority")) == 1


def test_words_that_any_question_may_have_are_left_out_unless_there_is_nothing_else(concepts):
    assert [concept.words for concept in concepts("서울시 조례의 과반수")] == [("과반수",)]
    assert concepts("서울시 조례") != ()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("의사정족수", "majority"),
        ("quorum", "과반수"),
        ("해촉", "dismiss"),
        ("존속기한", "duration"),
        ("deputy", "부위원장"),
        ("tie", "과반수"),
        ("개인정보", "privacy"),
    ],
)
def test_the_glossary_carries_questions_across(morphemes, asked, said):
    terms = load_glossary()
    lexicon = Lexicon(terms, [list(map(morphemes.words, term.variants)) for term in terms])
    (word,) = morphemes.words(said)
    found = lexicon.concepts(asked, morphemes.words(asked))
    others = [words for each in found for words in (*each.variants, *(w for related in each.related for w in related))]
    assert any(word in words for words in others)
