"""The client of the open API against a server that speaks its schema: pages, faults, and the key that stays inside."""

import logging
import socket
import traceback
from html import escape

import pytest
from register_server import (
    BOMB,
    KEY,
    NO_TEXT,
    PAGE,
    Held,
    fails,
    is_fine,
    resets,
    says,
    sleeps,
    stops_short,
)

from corpus.errors import RegisterError, SettingsError
from ingest.key_guard import masked, without_key
from ingest.open_api import OpenApi

NAME = "서울특별시 견본 위원회 조례"
CURRENT = Held("77", "5001", NAME, "20250101", "9100")


@pytest.fixture
def pauses():
    """How long the client waited, each time it did."""
    return []


@pytest.fixture
def api(register, pauses):
    register.held = [CURRENT]
    with OpenApi(register.url, KEY, timeout=0.5, sleep=pauses.append) as client:
        yield client


def test_a_search_gives_the_versions_with_that_name(api, register):
    register.held += [
        Held("78", "5002", "서울특별시 다른 조례", "20240101", "9000"),
        Held("77", "4001", NAME, "20200101", "8000", former=True),
    ]
    (found,) = api.search(NAME)
    assert (found.serial, found.register_id, found.name, found.effective, found.number) == (
        "5001", "77", NAME, "20250101", "9100"
    )  # fmt: skip
    assert [each.serial for each in api.search(NAME, former=True)] == ["4001"]
    asked = register.asked[0]
    assert {name: asked[name] for name in ("path", "OC", "target", "type", "query", "org")} == {
        "path": "/DRF/lawSearch.do", "OC": KEY, "target": "ordin", "type": "XML", "query": NAME, "org": "6110000"
    }  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_every_page_is_asked_for_once(api, register, count):
    register.held = [Held(str(n), str(n), f"{NAME} {n}", "20250101", "1") for n in range(count)]
    assert [each.serial for each in api.search(NAME)] == [str(n) for n in range(count)]
    assert [asked["page"] for asked in register.asked] == [str(1 + n) for n in range(max(1, -(-count // 100)))]


def test_a_register_that_promises_more_than_it_gives_is_left_when_it_gives_no_more(api, register):
    empty = says("<OrdinSearch><totalCnt>1000</totalCnt><resultCode>00</resultCode></OrdinSearch>")
    register.faults = [is_fine, empty]
    register.held = [Held(str(n), str(n), NAME, "20250101", "1") for n in range(150)]
    assert len(list(api.search(NAME))) == 100


def test_a_name_with_emphasis_is_told_plain(api, register):
    register.held = [Held("77", "1", "서울특별시 <strong class='x'>견본</strong> 위원회 조례", "20250101", "1")]
    assert [each.name for each in api.search("서울특별시")] == [NAME]


def test_a_text_is_the_document_of_the_version(api, register):
    assert api.text("5001") == CURRENT.text
    assert register.asked[0]["path"] == "/DRF/lawService.do"


def test_there_is_a_pause_between_two_questions_and_none_before_the_first(api, pauses):
    for _ in range(3):
        api.text("5001")
    assert pauses == [0.3, 0.3]


@pytest.mark.parametrize("fault", [fails(500), fails(502), fails(503), fails(429), resets, stops_short, sleeps])
@pytest.mark.parametrize("times", [1, 3])
def test_what_passes_is_tried_again_with_growing_waits(api, register, pauses, fault, times):
    register.faults = [fault] * times
    assert api.text("5001") == CURRENT.text
    assert len(register.asked) == times + 1
    assert pauses == [1.0, 2.0, 4.0][:times]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (fails(500), "answers with 500 Internal Server Error"),
        (fails(429), "answers with 429 Too Many Requests"),
        (resets, "cannot be reached at 127.0.0.1"),
        (stops_short, "cannot be reached at 127.0.0.1"),
        (sleeps, "no answer in time"),
    ],
)
def test_what_does_not_pass_is_given_up_after_four_times(api, register, fault, said):
    register.faults = [fault] * 9
    with pytest.raises(RegisterError) as refused:
        api.text("5001")
    assert said in str(refused.value)
    assert len(register.asked) == 4


LEAKY = f"<Response><result>검증 실패 {escape(KEY)}</result><msg>IP를 등록하세요.</msg></Response>"
REFUSALS = [
    (fails(400), "answers with 400 Bad Request"),
    (fails(403), "answers with 403 Forbidden"),
    (fails(404), "answers with 404 Not Found"),
    (lambda handler: handler.send("", 302) or True, "answers with 302 Found"),
    (says(LEAKY), "refuses: 검증 실패 …IP를 등록하세요.. Check JORYE_LAW_GO_KR_KEY"),
    (says(NO_TEXT), "refuses: 일치하는 자치법규가 없습니다."),
    (says("<Response/>"), "refuses: it does not say why"),
    (says(f"<Response><msg>{'가' * 5000}</msg></Response>"), "가…"),
    (says(PAGE, "text/html"), "answers with a web page instead of data"),
    (says("\ufeff\n  <HTML><body>로그인<br></body></HTML>"), "answers with a web page instead of data"),
    (says(CURRENT.text[:-200]), "it is no well-formed XML"),
    (says(""), "it is no well-formed XML"),
    (says("{}"), "it is no well-formed XML"),
    (says(CURRENT.text.replace("UTF-8", "EUC-KR").encode("euc-kr")), "in another encoding than UTF-8"),
    (says(b"\xff\xfe\x00<"), "in another encoding than UTF-8"),
    (says(BOMB), "it has a document type or an entity"),
    (says("<LawService>&unknown;</LawService>"), "it is no well-formed XML"),
    (says("<a>" * 500), "more than 30 deep"),
    (says("<OrdinSearch/>"), "refuses: it does not say why"),
]


@pytest.mark.parametrize(("fault", "said"), REFUSALS, ids=range(len(REFUSALS)))
def test_what_is_refused_is_one_line_and_not_asked_for_again(api, register, fault, said):
    register.faults = [fault] * 2
    with pytest.raises(RegisterError) as refused:
        api.text("5001")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 500
    assert len(register.asked) == 1


def test_a_search_that_the_register_says_went_wrong(api, register):
    register.faults = [says("<OrdinSearch><resultCode>99</resultCode><resultMsg>잘못된 요청</resultMsg></OrdinSearch>")]
    with pytest.raises(RegisterError, match="refuses: 99 잘못된 요청"):
        list(api.search(NAME))


def test_an_answer_without_end_is_cut_off(api, register):
    def floods(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        try:
            for _ in range(100):
                handler.wfile.write(b" " * 1_000_000)
        except OSError:
            pass
        return True

    register.faults = [floods]
    with pytest.raises(RegisterError, match="more than 30,000,000 bytes"):
        api.text("5001")


def test_a_wrong_key_is_told_with_what_to_do_and_without_the_key(register):
    with OpenApi(register.url, "wrong-key-1234") as client, pytest.raises(RegisterError) as refused:
        client.text("5001")
    assert "사용자 정보 검증에 실패하였습니다." in str(refused.value)
    assert "Check JORYE_LAW_GO_KR_KEY" in str(refused.value)
    assert "wrong-key-1234" not in str(refused.value)


@pytest.mark.parametrize("url", ["", "law.go.kr", "ftp://law.go.kr", "file:///etc", "http://", "https:///x"])
def test_an_address_that_is_none(url):
    with pytest.raises(SettingsError, match="JORYE_LAW_GO_KR_URL"):
        OpenApi(url, KEY)


def test_nobody_there(pauses):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with (
        OpenApi(f"http://127.0.0.1:{port}/", KEY, sleep=pauses.append) as client,
        pytest.raises(RegisterError, match=r"cannot be reached at 127\.0\.0\.1"),
    ):
        client.text("1")
    assert pauses == [1.0, 2.0, 4.0]


FORMS = [KEY, "hong.gildong%2B", "%26%3C%ED%82%A4", "&amp;&lt;키", "hong.gildong"]


def chain(error):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize(
    "fault", [*(fault for fault, _ in REFUSALS), fails(500), resets, stops_short, sleeps], ids=range(len(REFUSALS) + 4)
)
def test_the_key_is_in_no_error_and_no_log(api, register, caplog, fault):
    caplog.set_level(logging.DEBUG)
    register.faults = [fault] * 9
    with pytest.raises(RegisterError) as refused:
        list(api.search(NAME))
        api.text("5001")
    told = [caplog.text, "".join(traceback.format_exception(refused.value))]
    for error in chain(refused.value):
        told += [str(error), repr(error), repr(error.args)]
        told += [str(getattr(error, name).url) for name in ("request",) if getattr(error, "_request", None) is not None]
    assert "127.0.0.1" in caplog.text
    assert [form for form in FORMS for text in told if form in text] == []


def test_the_key_is_in_no_log_of_what_went_well(api, caplog):
    caplog.set_level(logging.DEBUG)
    list(api.search(NAME))
    api.text("5001")
    assert "HTTP Request: GET" in caplog.text
    assert [form for form in FORMS if form in caplog.text] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<a><링크>/x?OC=KEYKEYKEY&amp;y=1</링크></a>", "<a><링크>/x?OC=&amp;y=1</링크></a>"),
        ("<a><링크><![CDATA[/x?y=1&OC=KEYKEYKEY]]></링크></a>", "<a><링크><![CDATA[/x?y=1&OC=]]></링크></a>"),
        ("<a><링크>x%3FOC%3DKEYKEYKEY%26y</링크></a>", "<a><링크></링크></a>"),
        ("<a href='/x?oc=KEYKEYKEY'/>", "<a href='/x?OC='/>"),
        ("<a><요청자>KEYKEYKEY</요청자><b>c</b></a>", "<a><요청자></요청자><b>c</b></a>"),
        ("<a><요청자><![CDATA[<KEYKEYKEY>]]></요청자></a>", "<a><요청자></요청자></a>"),
        ("<a><!-- KEYKEYKEY --><b>c</b></a>", "<a><b>c</b></a>"),
        ("<a><조내용>글 KEY 글</조내용></a>", "<a><조내용>글 KEY 글</조내용></a>"),
        ("<a><조내용>POC=1과 글</조내용></a>", "<a><조내용>POC=1과 글</조내용></a>"),
    ],
)
def test_an_answer_is_kept_without_the_key(text, kept):
    assert without_key(text, "KEYKEYKEY") == kept


@pytest.mark.parametrize("said", ["KIM+LEE", "kim%2Blee", "KIM%2BLEE", "kim%2blee", "kim+lee"])
def test_a_message_repeats_the_key_in_no_spelling(said):
    assert masked(f"key {said} is wrong", "kim+lee") == "key … is wrong"


def test_a_short_key_that_is_a_word_of_the_law_stays_a_word():
    assert without_key("<a><조내용>시험(test)</조내용></a>", "test") == "<a><조내용>시험(test)</조내용></a>"


def test_a_key_inside_the_words_of_the_law_is_not_kept():
    with pytest.raises(RegisterError, match="repeats the key"):
        without_key("<a><조내용>글 KEYKEYKEY 글</조내용></a>", "KEYKEYKEY")
