"""Recall of other systems over our own texts: what they are given, and how a hit is counted."""

from datetime import date

import pytest

from eval.cases import Case, load_cases
from eval.measures import Outcome, finds, is_searched
from eval.peer import compared, documents, side_by_side
from ingest.passages import passages


def case(**fields) -> Case:
    given = {
        "id": "c", "question": "Who convenes the AI Committee?", "lang": "en", "as_of": date(2026, 3, 10),
        "status": "answered", "gold": ("seoul-ai-ordinance@2025-09-29/art-14/para-1",), "acceptable": (),
        "facts": (), "kind": "who", "why": "",
    }  # fmt: skip
    return Case(**given | fields)


class Ranking:
    """Finds the same for every question, and keeps what it was given."""

    name = "fixed"

    def __init__(self, *keys: str) -> None:
        self.keys, self.given = keys, []

    def build(self, documents) -> None:
        self.given = list(documents)

    def search(self, query, count):
        return list(self.keys)[:count] if query else []


def outcome(assistant, asked: Case) -> Outcome:
    return Outcome(asked, assistant.ask(asked.question, asked.as_of), asked.gold)


def test_the_documents_are_the_passages_words_one_for_each_provision_and_language(assistant):
    given, indexed = documents(assistant.law), list(passages(assistant.law))
    assert len(given) == len({(passage.id, passage.lang) for passage in indexed}) < len(indexed)
    assert {document.key for document in given} == {str(passage.id) for passage in indexed}
    assert sum(len(document.text.split()) for document in given) == sum(len(each.text.split()) for each in indexed)


@pytest.mark.parametrize(
    ("found", "at_one", "at_five"),
    [
        (["seoul-ai-ordinance@2025-09-29/art-14/para-1"], True, True),
        (["seoul-ai-ordinance@2025-09-29/art-14/para-1/sub-2"], True, True),
        (["seoul-ai-ordinance@2025-09-29/art-14"], False, False),
        (["seoul-ai-ordinance@2025-09-29/art-14/para-10"], False, False),
        (["a", "b", "c", "d", "seoul-ai-ordinance@2025-09-29/art-14/para-1"], False, True),
        (["a", "b", "c", "d", "e", "seoul-ai-ordinance@2025-09-29/art-14/para-1"], False, False),
        ([], False, False),
    ],
)
def test_a_hit_is_the_provision_or_a_part_of_it(found, at_one, at_five):
    assert (finds(case(), found, 1), finds(case(), found, 5)) == (at_one, at_five)


def test_every_gold_provision_is_wanted():
    both = case(gold=("a/art-1", "a/art-2"))
    assert not finds(both, ["a/art-1", "a/art-1/para-2"], 2)
    assert finds(both, ["a/art-2", "a/art-1/para-2"], 2)


@pytest.mark.parametrize(
    ("fields", "searched"),
    [({}, True), ({"kind": "exact_reference"}, False), ({"kind": "deleted"}, False), ({"status": "declined"}, False)],
)
def test_recall_is_over_what_is_settled_and_searched(fields, searched):
    assert is_searched(case(**fields)) is searched


def test_systems_are_asked_the_same_questions_over_the_same_texts(assistant):
    asked = [case(), case(id="k", lang="ko", question="인공지능위원회 회의는 누가 소집하나?")]
    outcomes = [outcome(assistant, each) for each in asked] + [outcome(assistant, case(id="r", kind="deleted"))]
    old, new = "seoul-smart-city-ordinance@2018-03-22/art-7", asked[0].gold[0]
    system = Ranking(old, new, new)
    told = compared([system], outcomes, assistant.law)
    assert system.given == list(documents(assistant.law))
    assert list(told) == ["ours", "fixed", "fixed, dated"]
    assert set(told["ours"].values()) == {1.0}
    assert {name: value for name, value in told["fixed"].items() if value} == {
        "recall@5": 1.0, "recall@5 ko": 1.0, "recall@5 en": 1.0,
    }  # fmt: skip
    assert set(told["fixed, dated"].values()) == {1.0}  # the text of 2018 cannot be read in 2026
    table = side_by_side(told).splitlines()
    assert [line.split()[0] for line in table[1:]] == ["recall@1"] * 3 + ["recall@5"] * 3
    assert table[1].split()[1:] == ["100.0%", "0.0%", "100.0%"]


def test_at_least_120_questions_in_both_languages_are_searched():
    langs = [each.lang for each in load_cases() if is_searched(each)]
    assert len(langs) >= 120
    assert min(langs.count("ko"), langs.count("en")) >= 50
