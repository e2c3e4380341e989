"""The prompts and the words about faults: the same in both languages."""

import json
from importlib.resources import files
from string import Template

import pytest

from corpus.works import LANGS
from rag.model.claims import Claim, Nothing, read_claim
from rag.model.faults import Fault


@pytest.mark.parametrize("lang", LANGS)
def test_a_prompt_has_rules_and_words_for_a_second_attempt(lang):
    text = (files("rag.model") / "prompts" / f"{lang}.md").read_text(encoding="utf-8")
    rules, again = map(Template, text.split("\n---\n"))
    assert (set(rules.get_identifiers()), set(again.get_identifiers())) == ({"day", "mark"}, {"faults"})
    assert rules.is_valid()
    assert again.is_valid()


@pytest.mark.parametrize("lang", LANGS)
def test_the_forms_that_a_prompt_shows_are_those_that_are_read(lang):
    text = (files("rag.model") / "prompts" / f"{lang}.md").read_text(encoding="utf-8")
    example, none = [read_claim(line) for line in text.splitlines() if line.startswith("{")]
    assert isinstance(example, Claim)
    assert (example.citations, [n for n, _ in example.quotes]) == ((1,), [1])
    assert isinstance(none, Nothing)


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_is_told_in_both_languages(fault):
    assert len({fault.said(lang) for lang in LANGS}) == 2


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"text": "a", "citations": [2, 1, 2]}, Claim("a", (2, 1))),
        ({"text": "a", "citations": [1], "quotes": [{"n": 1, "quote": "b"}]}, Claim("a", (1,), ((1, "b"),))),
        ({"text": "a", "citations": []}, Fault.UNCITED),
        ({"text": "a"}, Fault.MALFORMED),
        ({"text": 1, "citations": [1]}, Fault.MALFORMED),
        ({"text": "a", "citations": [1.0]}, Fault.MALFORMED),
        ({"text": "a", "citations": [1], "quotes": ["b"]}, Fault.MALFORMED),
        ({"text": "a", "citations": [1], "quotes": None}, Fault.MALFORMED),
        ([], Fault.MALFORMED),
    ],
)
def test_a_line_is_read_in_one_form(told, found):
    assert read_claim(json.dumps(told)) == found
