"""What the words of a question are in the other language."""

import pytest

from corpus.glossary import parse_glossary
from ingest.bilingual.dictionary import Dictionary, parse_entries
from ingest.bilingual.names import names_by_sound
from rag.ranking.concepts import Concept, Lexicon
from rag.ranking.translation import Translator

ROWS = "\n".join(
    [
        "육아\tchildcare",
        "휴직\tleave of absence; leave",
        "육아 휴직\tparental leave",
        "학교\tschool",
        "학교 폭력\tschool violence",
        "폭력\tviolence",
        "가르치다\tteach",
        "배우다\tlearn",
        "배우\tactor",
        "항구\tharbour; port",
        "위원\tmember",
        "십일월\tNovember",
        "11월\tNovember",
        "에이아이\tAI",
    ]
)
TEXTS = [
    ("켄토니아", "항구"),
    ("kentonia", "harbour"),
    ("마르토프", "학교"),
    ("martov", "school"),
    ("하르부르", "harbour"),
]
GLOSSARY = "ko\ten\tpart\tsee\tnote\n재적위원\tmembers on the register\tmeeting\t\t\n위원\tmember\tmember\t\t\n"


@pytest.fixture(scope="module")
def small(morphemes):
    return Dictionary(parse_entries(ROWS), morphemes.stems)


@pytest.fixture(scope="module")
def translator(morphemes, small):
    names = names_by_sound(TEXTS, lambda words: bool(small.english(words)))
    return Translator(small, names, morphemes.words)


@pytest.fixture(scope="module")
def translated(translator, morphemes):
    """The words of each concept of a text, with their translations."""

    def translated(text):
        concepts = [Concept((word,)) for word in morphemes.words(text)]
        return {each.words: set(each.translations) for each in translator.translated(concepts)}

    return translated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # words, in both directions
        ("학교", {("학교",): {("school",)}}),
        ("the school", {("school",): {("학교",)}}),
        ("가르치는", {("가르치/VV",): {("teach",)}}),
        ("teaching", {("teach",): {("가르치/VV",)}}),
        ("learned", {("learn",): {("배우/VV",)}}),
        ("actors", {("actor",): {("배우",)}}),
        # the longest entry first
        ("육아 휴직", {("육아", "휴직"): {("parent", "leav")}}),
        ("육아휴직", {("육아", "휴직"): {("parent", "leav")}}),
        ("parental leave", {("parent", "leav"): {("육아", "휴직")}}),
        ("휴직 육아", {("휴직",): {("leav", "absenc"), ("leav",)}, ("육아",): {("childcar",)}}),
        ("school violence", {("school", "violenc"): {("학교", "폭력")}}),
        ("the school and its violence", {("school", "violenc"): {("학교", "폭력")}}),
        # several equivalents
        ("항구", {("항구",): {("harbour",), ("port",)}}),
        # both languages in one question
        ("school 항구", {("school",): {("학교",)}, ("항구",): {("harbour",), ("port",)}}),
        # names, by sound
        ("켄토니아", {("켄토니아",): {("kentonia",)}}),
        ("Kentonia", {("kentonia",): {("켄토니아",)}}),
        ("Cantonia", {("cantonia",): {("켄토니아",)}}),
        ("마르토프", {("마르토프",): {("martov",)}}),
        # nothing that is known, and nothing that sounds alike
        ("hedgehog", {("hedgehog",): set()}),
        ("2025 17", {("2025",): set(), ("17",): set()}),
        ("", {}),
    ],
)
def test_what_a_question_says_in_the_other_language(translated, text, found):
    assert translated(text) == found


def test_a_word_that_the_dictionary_has_is_not_heard(translated):
    """하르부르 sounds as harbour does, but the dictionary says what a harbour is."""
    assert translated("harbour") == {("harbour",): {("항구",)}}


@pytest.mark.parametrize("text", ["학교 항구 켄토니아", "school port Kentonia", "November", "십일월", "AI", "에이아이"])
def test_nothing_is_translated_into_its_own_language(translated, text):
    for words, translations in translated(text).items():
        own = all(word.isascii() for word in words)
        assert [each for each in translations if all(word.isascii() for word in each) == own] == []


def test_the_concepts_of_the_glossary_keep_what_it_says(translator, morphemes):
    terms = parse_glossary(GLOSSARY)
    lexicon = Lexicon(terms, [list(map(morphemes.words, term.variants)) for term in terms])
    text = "재적위원 중 위원의 학교 폭력"
    before = lexicon.concepts(text, morphemes.words(text))
    after = list(translator.translated(before))
    assert [each.words for each in after] == [("재적", "위원"), ("위원",), ("학교", "폭력")]
    assert after[0] == before[0]
    assert (after[1].variants, after[1].related) == (before[1].variants, before[1].related)


def test_a_word_of_the_glossary_does_not_join_with_its_neighbour(translator):
    concepts = [Concept(("육아",), variants=(("nurtur",),)), Concept(("휴직",))]
    assert [each.words for each in translator.translated(concepts)] == [("육아",), ("휴직",)]
    assert [each.words for each in translator.translated(concepts[::-1])] == [("휴직",), ("육아",)]
    seen = Concept((), variants=(("reappoint",),))
    assert list(translator.translated([seen])) == [seen]


@pytest.mark.parametrize("text", ["육아휴직 중인 학교의 켄토니아 항구", "violence in Kentonia 학교", "위원 2명", ""])
def test_translating_again_changes_nothing(translator, morphemes, text):
    once = tuple(translator.translated(Concept((word,)) for word in morphemes.words(text)))
    assert tuple(translator.translated(once)) == once


@pytest.mark.parametrize("text", ["육아휴직 중인 학교의 켄토니아 항구", "school violence in Kentonia 학교"])
def test_no_word_is_lost_and_none_added(translator, morphemes, text):
    words = morphemes.words(text)
    after = translator.translated(Concept((word,)) for word in words)
    assert tuple(word for each in after for word in each.words) == words


def test_a_name_that_was_cut_is_heard_whole(small, morphemes):
    names = names_by_sound([("gwendolin", "school")], lambda _: False)
    (found,) = Translator(small, names, morphemes.words).translated(map(Concept, [("그웬",), ("돌",), ("린",)]))
    assert found == Concept(("그웬", "돌", "린"), translations=(("gwendolin",),))
