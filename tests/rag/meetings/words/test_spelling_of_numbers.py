"""However a number is spelled and in whatever order the clauses stand, the facts are the same."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.meetings.words import read_words

DAY = date(2026, 3, 10)
SINO = ["", *"일이삼사오육칠팔구"]
UNITS = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
TENS = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
SMALL = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
BIG = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
DIGITS = "０１２３４５６７８９"


def sino(number):
    ten, one = divmod(number, 10)
    return ("" if ten == 0 else "십" if ten == 1 else SINO[ten] + "십") + SINO[one]


def native(number):
    return "스무" if number == 20 else TENS[number // 10] + UNITS[number % 10]


def wide(number):
    return "".join(DIGITS[int(digit)] for digit in str(number))


def english(number):
    return SMALL[number] if number < 20 else "-".join(filter(None, (BIG[number // 10], SMALL[number % 10])))


@st.composite
def meetings(draw):
    register = draw(st.integers(2, 99))
    attending = draw(st.integers(1, register))
    return register, attending, draw(st.integers(1, attending))


def read(text):
    facts = read_words(text, DAY).facts
    return facts.on_register, facts.attending, facts.in_favor


@given(meetings(), st.sampled_from([sino, native, wide, str]), st.sampled_from([" 명", "명"]))
def test_korean_spellings(numbers, spell, counter):
    register, attending, in_favor = (spell(number) + counter for number in numbers)
    assert read(f"재적 {register} 중 {attending}이 출석하여 {in_favor}이 찬성했습니다. 유효한가요?") == numbers
    assert read(f"재적위원 {register}, 출석 {attending}, 찬성 {in_favor}이면 가결인가요?") == numbers


@given(meetings(), st.sampled_from([english, str]))
def test_english_spellings(numbers, spell):
    register, attending, in_favor = map(spell, numbers)
    assert read(f"{attending} of the {register} members attended and {in_favor} voted in favor. Valid?") == numbers
    assert read(f"There are {register} members, {attending} came, {in_favor} voted yes. Did it pass?") == numbers


KOREAN = ("재적 14명", "출석 9명", "찬성 5명", "반대 3명", "기권 1명", "회의 20일 전 통보", "위원장이 소집")
ENGLISH = ("14 on the register", "9 attended", "5 in favor", "3 against", "1 abstained", "notified 20 days ahead")


@pytest.mark.parametrize("clauses", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_the_order_of_clauses_does_not_matter(clauses):
    question = " Valid?" if clauses is ENGLISH else " 유효?"
    straight = read_words(", ".join(clauses) + "." + question, DAY)
    assert len(straight.facts.given) >= 6
    for order in list(permutations(clauses))[::17]:
        assert read_words(", ".join(order) + "." + question, DAY).facts == straight.facts
