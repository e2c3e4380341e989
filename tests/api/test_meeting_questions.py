"""Questions about meetings and members through the doors: the verdict in words, and the report in JSON."""

import json

import pytest
from fastapi.testclient import TestClient

from api.app import create_app

ON = {"as_of": "2026-03-10"}
ASKED = [
    ("재적 13명, 출석 7명, 찬성 4명이면 의결된 건가요?", "answered", "valid", "네."),
    ("12 on the register, 7 attended, one of them excluded. Quorate?", "contested", "contested", "The text does not"),
    ("6명이 모였는데 위원회를 열 수 있나요?", "clarify", "undetermined", "주어진 사실과"),
    ("재적 15명 중 7명 출석, 7명 찬성. 유효한가요?", "answered", "invalid", "아니요."),
    ("The consultative council met: 20 members, 12 attended. Valid?", "answered", "undetermined", "The facts and"),
    ("제14조제2항에 따르면 재적 15명 중 8명 출석, 5명 찬성은 유효한 의결인가요?", "answered", "valid", "네."),
]
ELSEWHERE = "부산시 인공지능위원회는 재적 15명 중 8명 출석이면 유효한가요?"


@pytest.fixture(scope="module")
def client(assistant):
    return TestClient(create_app(assistant))


@pytest.mark.parametrize(("question", "status", "verdict", "begins"), ASKED)
def test_a_meeting_in_words_gets_its_verdict_with_sources(client, shape_faults, question, status, verdict, begins):
    answer = client.post("/v1/ask", json={"question": question, **ON}).json()
    assert shape_faults(answer) == []
    assert (answer["kind"], answer["status"], answer["meeting"]["verdict"]) == ("meeting", status, verdict)
    assert answer["answer"].startswith(begins)
    assert answer["citations"]
    for citation in answer["citations"]:
        assert f"[{citation['n']}]" in answer["answer"]
        there = client.get(citation["url"], params={"lang": citation["lang"]}).json()
        assert citation["quote"] in json.dumps(there, ensure_ascii=False).replace('\\"', '"')
    checked = client.post("/v1/meetings/check", json={k: v for k, v in answer["meeting"]["facts"].items() if v} | ON)
    assert checked.json()["verdict"] == verdict


def test_a_meeting_in_another_language_has_the_same_report(client):
    told = [client.post("/v1/ask", json={"question": ASKED[0][0], "lang": lang, **ON}).json() for lang in ("ko", "en")]
    one, other = (each["meeting"] for each in told)
    assert [each["status"] for each in one["checks"]] == [each["status"] for each in other["checks"]]
    assert told[1]["answer"].startswith("Yes.")


def test_what_cannot_be_is_asked_again(client):
    answer = client.post("/v1/ask", json={"question": "재적 10명인데 12명 출석했습니다. 유효한가요?", **ON}).json()
    assert (answer["status"], answer["missing"], answer["citations"]) == ("clarify", ["attending"], [])


def test_a_committee_elsewhere_is_not_judged(client):
    assert client.post("/v1/ask", json={"question": ELSEWHERE, **ON}).json()["kind"] != "meeting"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Is the resolution invalid? 15 members, 7 attended, 5 in favour.", "On these facts the meeting is not valid."),
        ("Was the meeting void? 15 on the register, 9 attended, 6 in favour.", "On these facts the meeting was valid"),
        ("의결이 무효인가요? 재적 15명, 출석 8명, 찬성 5명", "주어진 사실로는 회의가 성립했고"),
        ("Was it valid? 15 on the register, 9 attended, 6 in favour.", "Yes. On these facts"),
        ("재적 15명, 출석 7명. 회의를 열 수 있나요?", "아니요. 주어진 사실로는"),
        (
            "If 12 of 15 attend, how many votes are needed to pass?",
            "With 12 attending who may vote, 7 in favour carry.",
        ),
        ("재적 15명 중 6명이 왔는데 몇 명 더 있어야 하나요?", "개의하려면 2명이 더 출석해야 합니다"),
    ],
)
def test_the_point_comes_first_and_answers_what_was_asked(client, question, begins):
    assert client.post("/v1/ask", json={"question": question, **ON}).json()["answer"].startswith(begins)


def test_a_recorded_fact_is_told_once(client):
    question = "스마트도시위원회 위원 24명 중 8명이 요구하여 소집, 13명 출석, 찬성 6, 반대 6. 가결?"
    answer = client.post("/v1/ask", json={"question": question, **ON}).json()["answer"]
    assert answer.count("국가법령정보센터") == 1
    assert "가부동수" in answer


def test_a_committee_that_was_not_there_is_told_of_its_time_alone(client):
    question = "AI위원회가 2024년 5월 3일에 회의했고 15명 중 8명 출석. 유효한가요?"
    answer = client.post("/v1/ask", json={"question": question, **ON}).json()
    assert "2025. 7. 14.에 생겼으므로" in answer["answer"]
    assert "수록되어 있지 않습니다" not in answer["answer"]


def test_a_meeting_needs_neither_index_nor_models(here, tmp_path):
    ran = here("ask", "재적 15명, 출석 8명, 찬성 5명. 유효한가요?", JORYE_HOME=tmp_path / "none")
    assert (ran.code, ran.err) == (0, "")
    assert not (tmp_path / "none").exists()
