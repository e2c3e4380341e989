import pytest

from corpus.numerals import CIRCLED, ITEM_LETTERS, circled, item_letter, item_number, roman


@pytest.mark.parametrize(("numeral", "number"), [("I", 1), ("iv", 4), ("IX", 9), ("XII", 12), ("Ⅰ", 1), ("Ⅻ", 12)])
def test_roman_numerals(numeral, number):
    assert roman(numeral) == number


def test_circled_digits_of_all_three_blocks():
    ends = CIRCLED.replace("-", "")
    assert [circled(digit) for digit in ends] == [1, 20, 21, 35, 36, 50]
    blocks = zip(ends[::2], ends[1::2], strict=True)
    digits = [chr(code) for first, last in blocks for code in range(ord(first), ord(last) + 1)]
    assert [circled(digit) for digit in digits] == list(range(1, 51))


def test_the_letters_of_items():
    assert ITEM_LETTERS == "가나다라마바사아자차카타파하"
    assert "".join(item_letter(number) for number in range(15, 30)) == "거너더러머버서어저처커터퍼허고"
    assert (item_letter(84), item_letter(85), item_letter(0)) == ("히", "85", "0")
    assert [item_letter(number, english=True) for number in (1, 26, 27)] == ["a", "z", "27"]


@pytest.mark.parametrize("number", range(1, 90))
@pytest.mark.parametrize("english", [True, False])
def test_a_letter_and_its_number(number, english):
    assert item_number(item_letter(number, english=english)) == number


@pytest.mark.parametrize("letter", ["뷁", "%", "ab", "각"])
def test_no_letter_of_an_item(letter):
    with pytest.raises(ValueError, match="not in tuple"):
        item_number(letter)
