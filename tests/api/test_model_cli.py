"""`jorye ask` with a language model set, and without."""

import json

import pytest
from model_server import fails, sentence, writes

QUESTION = "Who convenes the AI Committee?"
SAID = "The chairperson convenes it."


@pytest.fixture
def asked(here, model):
    """Runs `jorye ask` with the model set."""
    model.begin(writes(sentence(SAID, 1)))
    return lambda *arguments, **more: here(
        "ask", *arguments, **{"JORYE_MODEL": "test", "JORYE_MODEL_URL": model.url} | more
    )


def test_the_page_has_the_sentences_their_source_and_the_notice(asked):
    ran = asked(QUESTION)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{SAID} [1]\n")
    assert "“The Chairperson shall convene and chair meetings of the Committee.”" in ran.out
    assert "⚠ The sentences of this answer were written by an AI." in ran.out


def test_json_names_the_model(asked, shape_faults):
    answer = asked(QUESTION, "--json").json
    assert shape_faults(answer) == []
    assert answer["generated_by"] == "test"


def test_without_the_model_the_texts_are_quoted(asked, here, model):
    plain = here("ask", QUESTION)
    assert asked(QUESTION, "--no-model") == plain
    line = json.dumps({"question": QUESTION}).encode()
    assert asked("-", "--no-model", stdin=line).rows[0]["generated_by"] == "extractive"
    assert model.asked == []


def test_lines_are_worded_too(asked):
    ran = asked("-", stdin=json.dumps({"question": QUESTION}).encode())
    assert (ran.code, ran.rows[0]["generated_by"]) == (0, "test")


def test_a_model_that_fails_leaves_the_quotes_and_says_so(asked, here, model):
    model.begin(fails(404))
    ran = asked(QUESTION)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == here("ask", QUESTION).out.splitlines()[0]
    assert "⚠ The language model did not finish its answer (refused with status 404)" in ran.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"JORYE_MODEL": ""}, "JORYE_MODEL_URL is set without JORYE_MODEL"),
        ({"JORYE_MODEL_TIMEOUT": "soon"}, "JORYE_MODEL_TIMEOUT"),
        ({"JORYE_MODEL_URL": "somewhere"}, "JORYE_MODEL_URL"),
        ({"JORYE_MODEL": "anthropic:claude", "JORYE_MODEL_URL": ""}, "jorye[models]"),
    ],
)
def test_settings_that_cannot_be_followed_are_one_line(asked, given, said):
    ran = asked(QUESTION, **given)
    assert ran.refused(2), ran
    assert said in ran.err


def test_serve_says_at_once_that_the_model_cannot_be_opened(here):
    ran = here("serve", "--port", "0", JORYE_MODEL="anthropic:claude")
    assert ran.refused(2), ran
    assert "jorye[models]" in ran.err
