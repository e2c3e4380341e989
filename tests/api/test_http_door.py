"""The HTTP door: a real server on a loopback port."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from running import client_of

from api.app import create_app

DAY = date(2026, 3, 10)
AI, CITY = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance"
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def client(assistant):
    with client_of(create_app(assistant, today=lambda: DAY)) as opened:
        yield opened


def test_health_and_readiness(client, assistant):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"provisions": len(assistant.law)}


@pytest.mark.parametrize(
    ("question", "lang", "cited"),
    [
        ("Who convenes the AI Committee?", "en", "art-14/para-1"),
        ("인공지능위원회 회의의 의사정족수는?", "ko", "art-14/para-2"),
    ],
)
def test_ask_in_both_languages(client, shape_faults, question, lang, cited):
    response = client.post("/v1/ask", json={"question": question})
    answer = response.json()
    assert (response.status_code, shape_faults(answer)) == (200, [])
    assert (answer["status"], answer["lang"], answer["as_of"]) == ("answered", lang, DAY.isoformat())
    assert answer["citations"][0]["id"] == f"{AI}/{cited}"
    assert client.get(answer["citations"][0]["url"]).json()["id"] == f"{AI}/{cited}"


def test_ask_takes_a_day_and_a_language(client):
    asked = {"question": "Article 7 of the smart city ordinance", "as_of": "2018-06-01", "lang": "ko"}
    answer = client.post("/v1/ask", json=asked).json()
    assert (answer["as_of"], answer["lang"]) == ("2018-06-01", "ko")
    assert answer["citations"][0]["id"] == "seoul-smart-city-ordinance@2018-03-22/art-7"


@pytest.mark.parametrize(("question", "status"), [("quux blargh fnord", "not_found"), ("부산시 조례는?", "declined")])
def test_a_refusal_is_an_answer(client, question, status):
    response = client.post("/v1/ask", json={"question": question})
    assert (response.status_code, response.json()["status"], response.json()["citations"]) == (200, status, [])


def test_search(client):
    hits = client.get("/v1/search", params={"q": "Who convenes the AI Committee?", "count": 3}).json()
    fields = {"id", "label", "text", "lang", "status", "authority", "deleted", "score", "coverage", "neighbours", "url"}
    assert [set(hit) for hit in hits] == [fields] * 3
    assert hits[0]["id"] == f"{AI}/art-14/para-1"
    assert [hit["neighbours"] for hit in hits] == [None] * 3


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("work=AI 조례", {AI}),
        ("work=AI 조례&work=seoul-smart-city-ordinance", {AI, f"{CITY}@2019-03-28"}),
        ("work=스마트도시 조례&as_of=2018-06-01", {f"{CITY}@2018-03-22"}),
        ("status=in_force", {AI}),
        ("status=in_force&status=not_in_force", {AI, f"{CITY}@2019-03-28"}),
        ("work=검토보고서&lang=en", set()),
        ("work=검토보고서&lang=ko&lang=en", {"seoul-ai-bill-review"}),
    ],
)
def test_search_takes_filters_that_may_be_repeated(client, query, texts):
    hits = client.get(f"/v1/search?q=committee meetings&count=50&{query}").json()
    assert {hit["id"].partition("/")[0] for hit in hits} == texts


def test_search_begins_with_the_provision_referred_to_and_shows_what_stands_around_it(client):
    asked = {"q": "Article 12(1)3 of the AI ordinance", "neighbours": "true"}
    found = client.get("/v1/search", params=asked).json()[0]
    assert found["id"] == f"{AI}/art-12/para-1/sub-3"
    assert (found["status"], found["authority"], found["deleted"]) == ("in_force", "official_translation", None)
    around = found["neighbours"]
    assert [each["id"] for each in around["leads"]] == [f"{AI}/art-12/para-1"]
    assert [each["id"] for each in around["paragraphs"]] == [f"{AI}/art-12/para-2", f"{AI}/art-12/para-3"]
    assert (around["left_out"], around["counterpart"]["lang"]) == (0, "ko")
    assert around["counterpart"]["authority"] == "unofficial_rendition"
    shown = client.get(found["url"]).json()["renditions"]
    assert {each["lang"]: each["text"] for each in shown} == {"en": found["text"], "ko": around["counterpart"]["quote"]}


def test_search_of_a_deleted_provision_says_when_it_went(client):
    found = client.get("/v1/search", params={"q": "인공지능 기본조례 제7조"}).json()
    assert (found[0]["id"], found[0]["deleted"]) == (f"{AI}/art-7", "2025-09-29")


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("work=nothing", "seoul-ai-ordinance"),
        ("lang=fr", "'ko' or 'en'"),
        ("status=valid", "'in_force', 'not_in_force'"),
        ("neighbours=perhaps", "neighbours"),
    ],
)
def test_a_filter_that_is_unknown_is_a_problem_that_names_what_there_is(client, query, named):
    response = client.get(f"/v1/search?q=committee&{query}")
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert named in response.json()["detail"]


def test_the_description_lists_the_filters_and_their_values(client):
    parameters = client.get("/openapi.json").json()["paths"]["/v1/search"]["get"]["parameters"]
    names = {each["name"] for each in parameters}
    assert names == {"q", "as_of", "count", "lang", "work", "status", "neighbours"}


REFUSALS = {
    "/v1/ask": {"200", "422"},
    "/v1/meetings/check": {"200", "422"},
    "/v1/search": {"200", "422"},
    "/v1/provisions/{key}": {"200", "404", "422"},
    "/v1/provisions/{key}/history": {"200", "404", "422"},
    "/v1/works": {"200"},
}


def test_refusals_are_described_as_they_are_answered(client):
    described = client.get("/openapi.json").json()
    operations = {path: next(iter(methods.values())) for path, methods in described["paths"].items()}
    assert {path: set(operations[path]["responses"]) for path in REFUSALS} == REFUSALS
    told = [told for each in operations.values() for status, told in each["responses"].items() if status != "200"]
    assert {media for each in told for media in each["content"]} == {"application/problem+json"}
    assert "HTTPValidationError" not in described["components"]["schemas"]
    refused = [
        client.post("/v1/ask", json={"question": ""}),
        client.post("/v1/ask", json={}),
        client.post("/v1/meetings/check", json={"attending": -1}),
        client.get("/v1/search"),
        client.get("/v1/provisions/seoul-ai-ordinance/art-99"),
    ]
    for response in refused:
        schema = told[0]["content"]["application/problem+json"]["schema"]
        assert (response.status_code, response.headers["content-type"]) in [
            (404, "application/problem+json"),
            (422, "application/problem+json"),
        ]
        assert set(schema["required"]) <= set(response.json()) <= set(schema["properties"])
    assert ["field" in response.json() for response in refused] == [False, False, True, False, False]


def test_works_are_listed_with_their_versions(client, assistant):
    works = {work["id"]: work for work in client.get("/v1/works").json()}
    assert set(works) == set(assistant.law.works)
    ordinance = works["seoul-ai-ordinance"]
    assert (ordinance["genre"], ordinance["name_ko"]) == ("ordinance", "서울특별시 인공지능 기본조례")
    held = {version["effective"]: version["held"] for version in ordinance["versions"]}
    assert held == {"2025-07-14": False, "2025-09-29": True}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (f"{AI}/art-14/para-2", f"{AI}/art-14/para-2"),
        (f"{AI}/art-14/para-2".replace("@", "%40"), f"{AI}/art-14/para-2"),
        (f"{AI}/art-14/para-2".replace("/", "%2F"), f"{AI}/art-14/para-2"),
        ("seoul-ai-ordinance/art-7", f"{AI}/art-7"),
        ("seoul-smart-city-ordinance/art-7?as_of=2018-06-01", "seoul-smart-city-ordinance@2018-03-22/art-7"),
        ("seoul-smart-city-ordinance/art-7?as_of=2019-03-28", "seoul-smart-city-ordinance@2019-03-28/art-7"),
        ("seoul-ai-bill-review/sec-4.2.4", "seoul-ai-bill-review/sec-4.2.4"),
    ],
)
def test_a_provision_is_served_at_its_id(client, path, found):
    response = client.get(f"/v1/provisions/{path}")
    assert (response.status_code, response.json()["id"]) == (200, found)
    assert response.json()["url"] == f"/v1/provisions/{found}"


@pytest.mark.parametrize(("lang", "langs"), [(None, ["en", "ko"]), ("ko", ["ko"]), ("en", ["en"])])
def test_a_provision_in_one_language_or_both(client, lang, langs):
    found = client.get(f"/v1/provisions/{AI}/art-14", params={"lang": lang} if lang else {}).json()
    assert [each["lang"] for each in found["renditions"]] == langs
    assert found["children"][:2] == [f"{AI}/art-14/para-1", f"{AI}/art-14/para-2"]


@pytest.mark.parametrize(
    ("path", "amendments"),
    [
        (f"{AI}/art-7", [("deleted", "2025-09-29", "9834")]),
        (f"{AI}/art-8/para-2", [("amended", "2025-09-29", "9834")]),
        (f"{CITY}@2018-03-22/art-5-2", [("inserted", "2013-08-01", "5527")]),
        (f"{CITY}@2018-03-22/art-7/para-4", [("amended", "2017-05-18", "6487"), ("amended", "2018-03-22", "6820")]),
        (f"{AI}/art-14", []),
    ],
)
def test_a_provision_tells_its_amendments(client, path, amendments):
    found = client.get(f"/v1/provisions/{path}").json()["amendments"]
    assert [(each["action"], each["date"], each["ordinance"]) for each in found] == amendments


@pytest.mark.parametrize(
    ("path", "versions"),
    [
        (f"{CITY}/art-7?against=2018-06-01", ["2018-03-22", "2019-03-28"]),
        (f"{CITY}@2018-03-22/art-7?against=2019-03-28", ["2018-03-22", "2019-03-28"]),
        (f"{CITY}/art-7?against=2019-03-28", ["2019-03-28", "2019-03-28"]),
    ],
)
def test_a_provision_is_compared_with_the_version_of_a_day(client, path, versions):
    found = client.get(f"/v1/provisions/{path}&lang=en").json()["comparisons"]
    assert [[each["old"], each["new"]] for each in found] == [[f"{CITY}@{version}/art-7" for version in versions]]
    changes = {unit["change"] for unit in found[0]["units"]}
    assert changes == ({"same"} if versions[0] == versions[1] else {"changed", "added", "removed"})


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/v1/provisions/{CITY}/art-7?against=2022-01-01", 404),
        (f"/v1/provisions/{CITY}@2018-03-22/art-5-2?against=2019-03-28", 404),
        (f"/v1/provisions/{CITY}/art-7?against=yesterday", 422),
        ("/v1/provisions/seoul-ai-ordinance/art-99", 404),
        ("/v1/provisions/no-such-work/art-1", 404),
        (f"/v1/provisions/{AI}/article-14", 422),
        ("/v1/provisions/NOPE", 422),
        ("/v1/provisions/%FF", 422),
        ("/v1/search?q=%20", 422),
    ],
)
def test_a_failure_is_a_problem_document(client, path, status):
    response = client.get(path)
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert set(response.json()) == {"type", "title", "status", "detail"}


@pytest.mark.parametrize("question", ["", "  ", "?!", "x" * 100_000, "\ud800"])
def test_a_question_that_cannot_be_read_is_a_problem(client, question):
    response = client.post("/v1/ask", content=json.dumps({"question": question}), headers=JSON)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


UNREADABLE = [
    b"not json",
    b"[]",
    b"{}",
    b'{"question": null}',
    b'{"question": "x", "bogus": 1}',
    b'{"question": "x", "lang": "fr"}',
    b'{"question": "x", "as_of": "2026-02-30"}',
    b'{"question": "x", "as_of": 0}',
    b'{"question": "x", "bogus": NaN}',
    b'{"question": 1e999}',
    b'{"question": "x", "bogus": "\\ud800"}',
    b'{"question": "x", "\\ud800": 1}',
]


@pytest.mark.parametrize("body", UNREADABLE, ids=[body.decode() for body in UNREADABLE])
def test_a_body_that_is_no_request_is_refused(client, body):
    assert client.post("/v1/ask", content=body, headers=JSON).status_code == 422


@pytest.mark.parametrize("query", ["", "q=x&count=0", "q=x&count=51", "q=x&as_of=yesterday", "q=x&as_of=0"])
def test_a_query_that_is_no_request_is_refused(client, query):
    assert client.get(f"/v1/search?{query}").status_code == 422


def test_every_refusal_has_one_form(client):
    unknown_field = client.post("/v1/ask", json={"question": "x", "bogus": 1})
    missing_query = client.get("/v1/search")
    kinds = [each.headers["content-type"] for each in (unknown_field, missing_query)]
    assert kinds == ["application/problem+json"] * 2


def test_twenty_at_once_are_answered_as_one_after_another(client):
    questions = [
        "Who convenes the AI Committee?",
        "인공지능위원회 회의의 의사정족수는?",
        "necessary qualifications of disqualified members deliberating organizational responsibilities",
        "스마트도시위원회 위원의 임기는?",
    ] * 5

    def ask(question: str) -> dict:
        answer = client.post("/v1/ask", json={"question": question}).json()
        return {name: value for name, value in answer.items() if name != "took_ms"}

    one_by_one = [ask(question) for question in questions]
    with ThreadPoolExecutor(20) as pool:
        at_once = list(pool.map(ask, questions))
    assert at_once == one_by_one
