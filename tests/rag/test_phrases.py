"""Every phrase exists in both languages and takes the same values."""

import tomllib
from datetime import date
from importlib.resources import files
from string import Formatter

import pytest

from rag.phrases import day, say

PHRASES = tomllib.loads((files("rag") / "phrases.toml").read_text(encoding="utf-8"))
ONLY_KOREAN = {"particle", "topic", "count"}  # 이 or 가, 은 or 는, and how many times


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", PHRASES)
def test_both_languages_take_the_same_values(name):
    phrase = PHRASES[name]
    assert set(phrase) == {"ko", "en"}
    assert fields(phrase["ko"]) - ONLY_KOREAN == fields(phrase["en"])


def test_every_value_is_needed_for_every_phrase():
    with pytest.raises(KeyError):
        say("provides", "ko", label="제1조")


@pytest.mark.parametrize(("lang", "written"), [("ko", "2025. 9. 29."), ("en", "September 29, 2025")])
def test_dates_are_written_as_the_language_writes_them(lang, written):
    assert day(date(2025, 9, 29), lang) == written
    assert written in say("as_of", lang, day=date(2025, 9, 29))
