import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import SourceError
from corpus.glossary import load_glossary, parse_glossary

HEAD = "ko\ten\tpart\tsee\tnote\n"
EMPLOYEES = """
    성원, 정족수, 의사정족수, 의결정족수, 과반수, 재적, 출석, 참석, 출석률, 불참, 위임장, 대리출석, 서면결의,
    안건, 상정, 의사봉, 표결, 통과, 가결, 부결, 보류, 기권, 동률, 개회, 정회, 속개, 산회, 폐회, 유회,
    위촉, 위촉장, 연임, 중임, 해촉, 사임, 임기, 임기 만료, 후임, 결원, 궐위, 직무대행, 대행, 제척, 기피, 회피,
    회의록, 수당, 간사, 단서, 본문, 전단, 후단, 각 호, 각 호 외의 부분, 부칙, 별표, 준용, 삭제, 신설, 시행일
"""
ROW = "정족수; 의사정족수\tquorum; opening quorum\tmeeting\t과반수; 재적위원\tAI ordinance Art. 14(2)\n"


def test_a_row_is_read():
    (term,) = parse_glossary(HEAD + ROW)
    assert (term.ko, term.en) == (("정족수", "의사정족수"), ("quorum", "opening quorum"))
    assert (term.part, term.see, term.note) == ("meeting", ("과반수", "재적위원"), "AI ordinance Art. 14(2)")
    assert term.variants == ("정족수", "의사정족수", "quorum", "opening quorum")


def test_blank_lines_are_passed_over():
    assert len(parse_glossary(HEAD + ROW + "\n" + ROW)) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        (ROW, 1),
        ("ko\ten\tpart\tnote\tsee\n" + ROW, 1),
        (HEAD + ROW + "과반수\tmajority\tmeeting\t\n", 3),
        (HEAD + ROW + ROW + "과반수\tmajority\tmeeting\t\t\textra\n", 4),
        (HEAD + "\tmajority\tmeeting\t\t\n", 2),
        (HEAD + "과반수\t \tmeeting\t\t\n", 2),
        (HEAD + ROW + "과반수 majority\n", 3),
    ],
)
def test_a_broken_row_is_named_with_its_line(text, line):
    with pytest.raises(SourceError, match=rf"^glossary\.tsv, line {line}: expected "):
        parse_glossary(text)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*"\t\r\n;\"'", "정족수", "quorum", ROW]), max_size=20).map("".join))
def test_any_text_gives_terms_or_a_source_error(text):
    try:
        terms = parse_glossary(HEAD + text)
    except SourceError as error:
        assert str(error).startswith("glossary.tsv, line ")
        return
    assert all(term.ko[0].strip() and term.en[0].strip() for term in terms)


@pytest.mark.parametrize(
    ("note", "from_users", "translated"),
    [
        ("", False, None),
        ("AI ordinance Art. 14(2)", False, None),
        ("user vocabulary", True, None),
        ("user vocabulary: no rule in the texts", True, None),
        ("user vocabulary of a kind", False, None),
        ("our English: both reports", False, "en"),
        ("our Korean: 2018 text Art. 5", False, "ko"),
        ("both reports; our English: none", False, None),
    ],
)
def test_a_note_tells_whose_words_a_row_has(note, from_users, translated):
    (term,) = parse_glossary(HEAD + f"정족수\tquorum\tmeeting\t\t{note}\n")
    assert (term.from_users, term.translated) == (from_users, translated)


def test_more_than_six_hundred_rows():
    assert len(load_glossary()) >= 600


@pytest.mark.parametrize("word", [word.strip() for word in EMPLOYEES.split(",")])
def test_the_words_of_committee_work_are_there(word):
    assert any(word in term.ko for term in load_glossary())


@pytest.mark.parametrize(
    ("word", "see"),
    [
        ("성원", {"재적위원", "과반수", "출석", "개의"}),
        ("정족수", {"의사정족수", "의결정족수", "재적위원", "출석위원"}),
        ("가결", {"의결", "찬성", "과반수"}),
        ("부결", {"의결", "찬성", "과반수"}),
        ("표결", {"의결", "찬성", "과반수"}),
        ("임시의장", {"직무대행"}),
        ("출석률", set()),
        ("불참", set()),
        ("보류", set()),
        ("의사봉", set()),
        ("위촉장", set()),
        ("서면의결", set()),
        ("대리출석", set()),
        ("산회", set()),
    ],
)
def test_a_word_of_users_leads_to_the_laws_own_where_the_law_has_one(word, see):
    (term,) = (each for each in load_glossary() if each.ko[0] == word)
    assert term.from_users
    assert see <= set(term.see)
    assert bool(see) == bool(term.see)


def test_no_korean_term_begins_two_rows():
    firsts = [term.ko[0] for term in load_glossary()]
    assert sorted({each for each in firsts if firsts.count(each) > 1}) == []


def test_what_a_row_refers_to_begins_another_row():
    terms = load_glossary()
    known = {term.ko[0] for term in terms}
    assert [(term.ko[0], see) for term in terms for see in term.see if see not in known] == []
    assert [term.ko[0] for term in terms if set(term.see) & set(term.variants)] == []


def test_only_words_of_users_lead_elsewhere():
    leading = {term.ko[0] for term in load_glossary() if term.see and not term.from_users}
    assert leading == {"목적"}  # where the articles on it say it without the word


def test_a_row_says_nothing_twice_in_one_language():
    assert [term.ko[0] for term in load_glossary() if len(set(term.ko)) < len(term.ko)] == []
    assert [term.ko[0] for term in load_glossary() if len(set(term.en)) < len(term.en)] == []


def test_the_english_column_is_english():
    assert [
        each for term in load_glossary() for each in term.en if any("가" <= letter <= "힣" for letter in each)
    ] == []
