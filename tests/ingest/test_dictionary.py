"""The dictionary of general words: its data, its form, and what is asked of it in both directions."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from corpus.errors import SourceError
from ingest.bilingual.dictionary import (
    Dictionary,
    Entry,
    dictionary_text,
    index_words,
    knows_korean,
    load_entries,
    parse_entries,
)

ROWS = [line for line in dictionary_text().splitlines() if not line.startswith("#")]
COMMON = [
    ("학교", "school"),
    ("세금", "tax"),
    ("물", "water"),
    ("도로", "road"),
    ("버스", "bus"),
    ("지하철", "subway"),
    ("자전거", "bicycle"),
    ("주차", "parking"),
    ("교통", "traffic"),
    ("도서관", "library"),
    ("박물관", "museum"),
    ("공원", "park"),
    ("나무", "tree"),
    ("아동", "child"),
    ("노인", "elderly"),
    ("장애", "disability"),
    ("휠체어", "wheelchair"),
    ("점자", "braille"),
    ("수어", "sign language"),
    ("통역", "interpreter"),
    ("외국인", "foreigner"),
    ("여권", "passport"),
    ("영주권", "permanent residency"),
    ("시민", "citizen"),
    ("주민", "resident"),
    ("선거", "election"),
    ("시장", "mayor"),
    ("예산", "budget"),
    ("계약", "contract"),
    ("벌금", "fine"),
    ("과태료", "fine"),
    ("법원", "court"),
    ("변호사", "lawyer"),
    ("경찰", "police"),
    ("화재", "fire"),
    ("지진", "earthquake"),
    ("홍수", "flood"),
    ("대피소", "shelter"),
    ("병원", "hospital"),
    ("의사", "doctor"),
    ("질병", "disease"),
    ("백신", "vaccine"),
    ("예방접종", "vaccination"),
    ("흡연", "smoking"),
    ("음주운전", "drunk driving"),
    ("소음", "noise"),
    ("미세먼지", "fine dust"),
    ("쓰레기", "garbage"),
    ("기후", "climate"),
    ("에너지", "energy"),
    ("전기차", "electric vehicle"),
    ("주택", "house"),
    ("임대주택", "rental housing"),
    ("보증금", "deposit"),
    ("최저임금", "minimum wage"),
    ("실업급여", "unemployment benefit"),
    ("자영업", "self-employment"),
    ("전통시장", "traditional market"),
    ("육아휴직", "parental leave"),
    ("유치원", "kindergarten"),
    ("반려견", "pet dog"),
    ("고양이", "cat"),
    ("드론", "drone"),
    ("키오스크", "kiosk"),
    ("시월", "October"),
    ("일요일", "Sunday"),
    ("빨갛다", "red"),
    ("가르치다", "teach"),
    ("배우다", "learn"),
    ("먹다", "eat"),
    ("읽다", "read"),
    ("돕다", "help"),
    ("짓다", "build"),
]
SMALL = [
    Entry("가르치다", ("teach", "instruct")),
    Entry("육아 휴직", ("parental leave",)),
    Entry("휴직", ("leave of absence", "leave")),
    Entry("세 배", ("triple",)),
    Entry("세배", ("New Year's bow",)),
    Entry("교육", ("teaching", "education")),
    Entry("그것", ("that",)),
]


@pytest.fixture(scope="module")
def small(morphemes):
    return Dictionary(SMALL, morphemes.stems)


def test_there_are_enough_rows():
    assert len(ROWS) >= 25_000
    assert len(load_entries()) == len(ROWS)


def test_each_row_is_hangul_a_tab_and_latin():
    form = re.compile(r"(?=.*[가-힣])[가-힣A-Za-z0-9· ]+\t[A-Za-zÀ-ÿ0-9 .,;'&-]+")
    assert [row for row in ROWS if not form.fullmatch(row) or "  " in row or row != row.strip()] == []


def test_the_rows_are_sorted_and_none_stands_twice():
    words = [row.partition("\t")[0] for row in ROWS]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert [pair for pair in pairwise(words) if pair[0] >= pair[1]] == []


def test_no_equivalent_stands_twice_in_a_row_and_none_is_empty():
    faults = []
    for row in ROWS:
        equivalents = row.partition("\t")[2].split("; ")
        told = {each.lower() for each in equivalents}
        faults += [row] if len(told) < len(equivalents) or not all(re.search(r"\w", each) for each in told) else []
    assert faults == []


def test_every_equivalent_is_written_in_latin_letters_and_begins_with_one_or_a_figure():
    assert [entry for entry in load_entries() if not all(re.match(r"[A-Za-zÀ-ÿ0-9.]", each) for each in entry.en)] == []


@pytest.mark.parametrize(
    "slur",
    ["fucker", "motherfucker", "negro", "cunt", "slut", "whore", "faggot", "chink", "midget", "retard", "tranny"],
)
def test_nobody_is_called_names(slur):
    assert [entry.ko for entry in load_entries() if slur in (each.lower() for each in entry.en)] == []


@pytest.mark.parametrize(("korean", "english"), COMMON)
def test_a_word_of_every_day_is_found_from_both_languages(dictionary, morphemes, korean, english):
    stems = morphemes.stems(english)
    assert korean in dictionary.korean(stems)
    assert stems in dictionary.english((korean,))
    assert stems in dictionary.english(index_words(korean, morphemes.words))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("학교", 1),
        ("학교\t", 1),
        ("\tschool", 1),
        ("학교\t; ;", 1),
        ("학교\tschool\tnote", 1),
        ("# a note\n학교\tschool\n\n물\twater", 3),
        ("학교\tschool\n물 water", 2),
    ],
)
def test_a_line_of_another_form_is_told_by_file_and_number(line, number):
    with pytest.raises(SourceError, match=rf"dictionary\.tsv.*\b{number}\b"):
        list(parse_entries(line))


def test_lines_are_read_without_the_blanks_around_them():
    assert list(parse_entries("# a note\n 학교 \t school ;academy; \n")) == [Entry("학교", ("school", "academy"))]
    assert list(parse_entries("")) == []


def test_the_english_of_a_verb_is_asked_for_by_its_index_word(small):
    assert small.english(("가르치/VV",)) == (("teach",), ("instruct",))
    assert small.english(("가르치",)) == ()


def test_a_word_that_kiwi_cut_is_asked_for_by_its_parts(small):
    assert small.english(("육아", "휴직")) == (("parent", "leav"),)
    assert small.english(("육아휴직",)) == small.english(("육아", "휴직"))
    assert small.english(("휴직", "육아")) == ()


def test_the_korean_of_a_phrase_is_in_dictionary_form(small, morphemes):
    assert small.korean(morphemes.stems("parental leave")) == ("육아 휴직",)
    assert small.korean(morphemes.stems("teaching")) == ("가르치다", "교육")
    assert small.korean(("hedgehog",)) == ()


def test_the_phrases_of_a_word(small):
    assert dict(small.phrases_with("leav")) == {
        ("parent", "leav"): ("육아 휴직",),
        ("leav", "absenc"): ("휴직",),
        ("leav",): ("휴직",),
    }
    assert small.phrases_with("hedgehog") == []


def test_the_longest_phrase_in_words(small, morphemes):
    assert small.longest == len(morphemes.stems("New Year's bow")) == 3
    assert Dictionary((), morphemes.stems).longest == 0


def test_an_equivalent_of_function_words_alone_is_no_equivalent(small):
    assert small.english(("그것",)) == ()


def test_two_words_that_differ_by_a_blank_keep_what_each_of_them_means(small):
    assert small.english(("세", "배")) == (("tripl",), ("new", "year", "bow"))
    assert small.korean(("tripl",)) == ("세 배",)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("배우다", ("배우/VV",)),  # alone: is an actor
        ("높이다", ("높이/VV",)),  # is the height
        ("감기다", ("감기/VV",)),  # is a cold
        ("가르치다", ("가르치/VV",)),
        ("아름답다", ("아름답/VA",)),
        ("가면", ("가면",)),  # if one goes
        ("가석방", ("가석방",)),
        ("귀가", ("귀가",)),  # the ear, as a subject
        ("사면", ("사면",)),  # if one buys
        ("육아 휴직", ("육아", "휴직")),
        ("학교", ("학교",)),
    ],
)
def test_a_dictionary_form_has_the_words_that_it_has_in_a_text(morphemes, form, words):
    assert index_words(form, morphemes.words) == words


def test_the_korean_words_of_the_dictionary_are_known():
    assert knows_korean(("학교",))
    assert knows_korean(("가르치/VV",))
    assert knows_korean(("육아", "휴직"))
    assert not knows_korean(("켄토니아",))
