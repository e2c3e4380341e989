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
