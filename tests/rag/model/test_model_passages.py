"""What a model is given to read, how its lines are taken apart, and how long passages are cited."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_server import sentence, writes

from rag.citing.grounding import grounded
from rag.citing.validity import readables
from rag.model.draft import Draft
from rag.model.lines import LONGEST, json_lines
from rag.model.passages import passages_of
from rag.questions.question import understand

DAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def drafted(assistant):
    """The draft of a question on a day."""

    def draft(text, day):
        question = understand(text, day, assistant.law.works.values())
        texts = readables(question, assistant.law.works.values())
        return Draft(assistant.law, question, texts, assistant.ask(text, day), lambda: assistant.search(text, day, 20))

    return draft


@pytest.mark.parametrize("day", [DAY, date(2025, 8, 1), date(2018, 6, 1)], ids=str)
@pytest.mark.parametrize(
    "question", ["Who convenes the committee?", "위원의 임기는?", "기본계획은 몇 년마다 세우나?", "What is the quorum?"]
)
def test_passages_are_of_the_day_verbatim_and_none_stands_inside_an_earlier_one(drafted, question, day):
    draft = drafted(question, day)
    passages = passages_of(draft)
    citations = tuple(each.citation for each in passages.values())
    assert len(draft.answer.citations) < len(citations) <= 8
    assert [each.n for each in citations] == list(passages) == list(range(1, len(citations) + 1))
    assert [each.id for each in citations][: len(draft.answer.citations)] == [
        each.id for each in draft.answer.citations
    ]
    assert grounded(draft.law, citations) == citations
    texts = {each.key: each for each in draft.texts}
    assert not any(texts[each.id.work, each.id.version].differed(each.id) for each in citations)
    added = citations[len(draft.answer.citations) :]
    assert not any(one.id.covers(each.id) for each in added for one in citations[: each.n - 1])


def test_what_may_have_read_otherwise_on_the_day_is_not_given(drafted):
    draft = drafted("기본계획에 포함할 사항은?", date(2025, 8, 1))
    hits = [hit.id for hit in draft.hits()]
    texts = {each.key: each for each in draft.texts}
    differed = [key for key in hits if texts[key.work, key.version].differed(key)]
    assert differed
    assert not set(differed) & {each.citation.id for each in passages_of(draft).values()}


def quoting(*quotes):
    return writes(*(sentence(f"The article says so{' too' * n}.", 1, q1=quote) for n, quote in enumerate(quotes)))


def test_a_short_passage_is_cited_whole(worded, assistant, model):
    question = "Article 14 of the AI ordinance"
    whole = assistant.ask(question, DAY).citations
    model.begin(quoting("convene and chair", "majority"))
    assert worded.ask(question, DAY).citations == whole


def test_a_long_passage_is_cited_by_the_words_that_are_quoted(worded, assistant, model):
    question = "Article 6 of the AI ordinance"
    (whole,) = assistant.ask(question, DAY).citations
    words = " ".join(whole.quote.split())
    model.begin(quoting(words[:60], words[-60:], words[20:40], words[-70:]))
    answer = worded.ask(question, DAY)
    assert [(each.n, each.id, each.quote) for each in answer.citations] == [
        (1, whole.id, words[:60].strip()),
        (2, whole.id, words[-60:].strip()),
        (3, whole.id, words[-70:].strip()),
    ]
    assert "so too too. [1]" in answer.answer


@given(st.text(alphabet='{}[]",:a1\n <>/`think', max_size=200), st.lists(st.integers(0, 200)))
def test_it_does_not_matter_where_the_pieces_end(text, cuts):
    places = [0, *sorted(cuts), len(text)]
    pieces = [text[start:end] for start, end in pairwise(places)]
    assert list(json_lines(pieces)) == list(json_lines([text]))


def test_a_line_is_cut_where_it_is_too_long():
    (line,) = json_lines(["x" * 5000] * 3)
    assert line == "x" * LONGEST
