"""The glossary against the texts: the words of a row stand in them, or the row says that they do not.

A Korean variant stands in a text where a word begins with it, whatever the white space and the middle dot;
an English one whatever the case and a plural. A row without a mark needs one of each language. Of a
translation the other language must stand where it has no counterpart, and ours must stand nowhere: else a
word of the texts is to be named. Of the words of users one language at least must stand nowhere.
"""

import re

import pytest

from corpus.glossary import load_glossary, parse_glossary

HEADER = "ko\ten\tpart\tsee\tnote\n"
OTHER = {"ko": "en", "en": "ko"}


def _korean(variant):
    letters = ["[ㆍ·]" if letter in "ㆍ·" else re.escape(letter) for letter in "".join(variant.split())]
    return re.compile(r"(?<![가-힣])" + r"\s*".join(letters), re.IGNORECASE)


def _english(variant):
    words = [re.escape(word.removesuffix("s") if len(word) > 3 else word) for word in variant.split()]
    plural = r"(?:e?s)?"
    return re.compile(r"(?<![a-z])" + rf"{plural}\s+".join(words) + plural + "(?![a-z])", re.IGNORECASE)


PATTERN = {"ko": _korean, "en": _english}


@pytest.fixture(scope="module")
def texts(law):
    """All text by the languages it can be looked for in; `alone` has that of provisions in one language."""
    found = {"ko": [], "en": [], "alone": {"ko": [], "en": []}}
    for provision in law:
        for each in provision.renditions:
            text = "\n".join((each.mark, each.text, each.history)).replace("’", "'")
            found[each.lang].append(text)
            if not provision.speaks(OTHER[each.lang]):
                found["alone"][each.lang].append(text)
    alone = {lang: "\n".join(parts) for lang, parts in found["alone"].items()}
    korean, english = "\n".join(found["ko"]), "\n".join(found["en"])
    return {"ko": korean, "en": f"{english}\n{korean}", "alone": alone}  # Korean papers print names in Latin letters


@pytest.fixture(scope="module")
def fault(texts):
    """What is wrong with the words of a row, or None."""

    def stand(term, lang, text):
        return any(PATTERN[lang](variant.replace("’", "'")).search(text) for variant in getattr(term, lang))

    def fault(term):
        standing = {lang for lang in OTHER if stand(term, lang, texts[lang])}
        if term.from_users:
            return "the texts have these words" if standing == set(OTHER) else None
        if term.translated is None:
            return None if standing == set(OTHER) else f"not in the texts: {sorted(set(OTHER) - standing)}"
        if term.translated in standing:
            return "the texts have a word of ours"
        other = OTHER[term.translated]
        return None if stand(term, other, texts["alone"][other]) else "not in a text that has no translation"

    return fault


def test_every_row_is_of_the_texts_or_says_whose_words_it_has(fault):
    found = {term.ko[0]: fault(term) for term in load_glossary()}
    assert {name: problem for name, problem in found.items() if problem} == {}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("재적위원\tmembers on the register\tmeeting\t\tAI ordinance Art. 14(2)", None),
        ("심의·의결\tdeliberate and make resolutions\tmeeting\t\t", None),
        ("위원\tmembers\tmember\t\t", None),
        ("마법위원회\tMagic Committee\tcommittee\t\t", "not in the texts: ['en', 'ko']"),
        ("재적위원\tenrolled wizards\tmeeting\t\t", "not in the texts: ['en']"),
        ("마법위원\tmembers on the register\tmeeting\t\t", "not in the texts: ['ko']"),
        ("성원\tmember\tmeeting\t\t", "not in the texts: ['ko']"),
        ("위원\tremember\tmember\t\t", "not in the texts: ['en']"),
        ("의사봉\tgavel\tmeeting\t\tuser vocabulary: no rule in the texts", None),
        ("의결정족수\tvotes needed\tmeeting\t\tuser vocabulary", None),
        ("재적위원\tmembers on the register\tmeeting\t\tuser vocabulary", "the texts have these words"),
        ("포트홀\tpothole\tai\t\tour English: both reports", None),
        ("포트홀\tpothole\tai\t\tboth reports", "not in the texts: ['en']"),
        ("마법위원회\tMagic Committee\tai\t\tour English: both reports", "not in a text that has no translation"),
        ("재적위원\tenrolled people\tai\t\tour English: Art. 14(2)", "not in a text that has no translation"),
        ("재적위원\tmembers on the register\tai\t\tour English: Art. 14(2)", "the texts have a word of ours"),
        ("정기회의\tregular meeting\tmeeting\t\tour Korean: 2018 text Art. 10(1)", "the texts have a word of ours"),
        ("등록회원\tmembers on the register\tai\t\tour Korean: Art. 14(2)", "not in a text that has no translation"),
        ("액션플랜\tAction Plan\tai\t\tour Korean: national note", None),
    ],
)
def test_a_made_up_row_is_found_out(fault, row, problem):
    (term,) = parse_glossary(HEADER + row)
    assert fault(term) == problem
