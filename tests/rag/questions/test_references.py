"""Questions that name a provision: it is cited, or said to be deleted, missing or not here."""

import re
from datetime import date

import pytest

AI, OLD, CITY = (
    "seoul-ai-ordinance@2025-09-29",
    "seoul-smart-city-ordinance@2018-03-22",
    "seoul-smart-city-ordinance@2019-03-28",
)
DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("인공지능 기본조례 제14조제2항", f"{AI}/art-14/para-2"),
        ("인공지능 기본조례 14조 2항 알려줘", f"{AI}/art-14/para-2"),
        ("「서울특별시 인공지능 기본조례」 제 12 조 제 1 항 제 3 호", f"{AI}/art-12/para-1/sub-3"),
        ("What does Article 9(2) of the AI ordinance say?", f"{AI}/art-9/para-2"),
        ("subparagraph 3 of Article 3 of the AI ordinance", f"{AI}/art-3/sub-3"),
        ("인공지능위원회에 관한 제9조제1항", f"{AI}/art-9/para-1"),
        ("스마트도시 조례 제8조제3항", f"{CITY}/art-8/para-3"),
        ("Article 18 of the smart city ordinance", f"{CITY}/art-18"),
        ("정보화 기본조례 제5조의2제1항", f"{OLD}/art-5-2/para-1"),
        ("Article 28-2(3) of the Framework Ordinance on Informatization", f"{OLD}/art-28-2/para-3"),
        ("인공지능 기본조례 부칙(제9834호) 제1조", f"{AI}/addenda-9834/art-1"),
        ("AI ordinance art 14(2)", f"{AI}/art-14/para-2"),
        ("Sec. 14 of the AI ordinance", f"{AI}/art-14"),
        ("What does section 14(2) of the smart city ordinance say?", f"{CITY}/art-14/para-2"),
        ("Aritcle 14 of the AI ordinance", f"{AI}/art-14"),
        ("AI ordinance Addenda Article 1", f"{AI}/addenda-9834/art-1"),
        ("AI 기본조례 第14條第2項", f"{AI}/art-14/para-2"),
        ("Article 5 of Chapter 2 of the smart city ordinance", f"{CITY}/art-5"),
        ("AI Basic Ordinance Article 14(2)", f"{AI}/art-14/para-2"),
        ("AI 기본조레 제14조", f"{AI}/art-14"),
        ("AI ordinence article 14", f"{AI}/art-14"),
        ("artifical intelligence ordinance article 14", f"{AI}/art-14"),
        ("인공지능 조례 14조", f"{AI}/art-14"),
        ("인공지눙 기본조례 제14조", f"{AI}/art-14"),
        ("Article 14 of the ordinance on AI", f"{AI}/art-14"),
        ("In the AI Basic Ordinance, what does Article 14 say?", f"{AI}/art-14"),
        ("smart cities ordinance article 8", f"{CITY}/art-8"),
        ("스마트시티 기본조례 제8조", f"{CITY}/art-8"),
        ("정보화 기본조레 제5조의2제1항", f"{OLD}/art-5-2/para-1"),
        ("인공지능위원회 조례 제14조", f"{AI}/art-14"),
        ("위원회 소집 AI 조례 제14조제2항", f"{AI}/art-14/para-2"),
        ("Please show me AI ordinance art 14", f"{AI}/art-14"),
        ("2018년 6월 1일 기준 정보화 기본조례 제30조", f"{OLD}/art-30"),
    ],
)
def test_an_exact_reference_goes_to_the_provision(cited, question, first):
    assert cited(question)[0] == first


def test_the_same_reference_reads_the_text_of_its_day(cited):
    question = "스마트도시 및 정보화 조례 제7조제2항"
    assert cited(question, date(2018, 6, 1)) == [f"{OLD}/art-7/para-2"]
    assert cited(question, date(2019, 6, 1)) == [f"{CITY}/art-7/para-2"]


def test_two_references_are_both_cited(cited):
    found = cited("인공지능 기본조례 제13조제1항과 제14조제1항")
    assert found == [f"{AI}/art-13/para-1", f"{AI}/art-14/para-1"]


def test_each_reference_is_of_the_ordinance_named_beside_it(cited):
    found = cited("인공지능 기본조례 제14조제1항과 스마트도시 조례 제8조제3항의 차이는?")
    assert found == [f"{AI}/art-14/para-1", f"{CITY}/art-8/para-3"]
    found = cited("Compare Article 14(1) of the AI ordinance and Article 8(3) of the smart city ordinance")
    assert found == [f"{AI}/art-14/para-1", f"{CITY}/art-8/para-3"]


@pytest.mark.parametrize(
    "question",
    [
        "AI 기본조례와 스마트도시 조례 제8조는?",
        "인공지능 기본조례 및 스마트도시 조례의 제8조를 비교해줘",
        "AI 조례, 스마트도시 조례 제8조",
        "「인공지능 기본조례」와 「스마트도시 및 정보화 조례」 제8조",
        "AI 기본조례와 스마트도시 조례에서 제8조는 각각 뭐라고 하나요?",
        "두 조례 제8조: AI 기본조례와 스마트도시 조례",
        "인공지능위원회와 스마트도시위원회 제8조",
        "Article 8 of the AI ordinance and of the smart city ordinance",
        "Article 8 of the AI ordinance and the smart city ordinance",
        "Article 8 of both the AI ordinance and the smart city ordinance",
        "AI ordinance and smart city ordinance Article 8",
        "the AI Ordinance and the Smart City Ordinance, art. 8",
    ],
)
def test_an_article_of_two_ordinances_is_cited_from_both(cited, question):
    assert cited(question) == [f"{AI}/art-8", f"{CITY}/art-8"]


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("Article 8 of the AI ordinance and the smart city ordinance's Article 9", [f"{AI}/art-8", f"{CITY}/art-9"]),
        ("AI 기본조례와 달리 스마트도시 조례 제8조는", [f"{CITY}/art-8"]),
        ("스마트도시 조례의 제8조와 비교하면 AI 기본조례 제14조는?", [f"{CITY}/art-8", f"{AI}/art-14"]),
        ("지방자치법과 AI 기본조례 제8조", [f"{AI}/art-8"]),
    ],
)
def test_an_ordinance_that_is_only_spoken_of_has_no_part_in_an_article(cited, question, keys):
    assert cited(question) == keys


@pytest.mark.parametrize(
    ("question", "keys", "said"),
    [
        (
            "Article 20 of the AI ordinance and of the smart city ordinance",
            [f"{CITY}/art-20"],
            "There is no Article 20",
        ),
        ("AI 기본조례 제14조와 주차장 조례 제3조", [f"{AI}/art-14"], "「주차장 조례」는 수록되어 있지 않아 그 제3조를"),
        ("AI 윤리 조례 제3조와 AI 조례 제4조", [f"{AI}/art-4"], "인공지능윤리 기반 조성에 관한 조례」의 본문은"),
        ("Article 8 of the AI ordinance and of the parking ordinance", [f"{AI}/art-8"], "“parking ordinance”"),
    ],
)
def test_what_only_one_of_two_ordinances_has_is_cited_and_the_other_told_of(assistant, question, keys, said):
    answer = assistant.ask(question, DAY)
    assert (answer.status, [str(each.id) for each in answer.citations]) == ("answered", keys)
    assert [said in each.message for each in answer.warnings if each.code == "not_all_found"] == [True]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("정보공개 조례 제3조", "정보공개 조례"),
        ("「서울특별시 정보공개 조례」 제3조", "서울특별시 정보공개 조례"),
        ("주차장 조례에서 제14조는?", "주차장 조례"),
        ("서울특별시 주차장 설치 및 관리 조례 제14조", "서울특별시 주차장 설치 및 관리 조례"),
        ("parking ordinance article 14", "parking ordinance"),
        ("In the parking ordinance, what does article 14 say?", "parking ordinance"),
        ("Article 14 of the ordinance on parking lots", "ordinance on parking lots"),
        ("According to the Ordinance on Parking Lots, Article 5, what is due?", "Ordinance on Parking Lots"),
        ("인공지능 산업 육성 조례 제3조", "인공지능 산업 육성 조례"),
        ("AI promotion ordinance article 3", "AI promotion ordinance"),
        ("생성형 AI 조례 제3조", "생성형 AI 조례"),
        ("generative AI ordinance article 3", "generative AI ordinance"),
        ("지역정보화 조례 제3조", "지역정보화 조례"),
        ("도시계획위원회 조례 제4조", "도시계획위원회 조례"),
        ("서울특별시의회 기본조례 제14조", "서울특별시의회 기본조례"),
    ],
)
def test_a_named_ordinance_that_is_not_at_hand_is_said_not_to_be(assistant, question, name):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert f"「{name}」" in answer.answer or f"“{name}”" in answer.answer


@pytest.mark.parametrize(
    "question", ["AI ethics ordinance article 3", "AI ethic ordinance article 3", "인공지능윤리 조례 제3조"]
)
def test_an_ordinance_of_which_no_text_is_at_hand_is_not_taken_for_another(assistant, question):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert re.search("인공지능윤리 기반|Artificial Intelligence Ethics", answer.answer)


@pytest.mark.parametrize(
    "question",
    [
        "조례 제14조",
        "이 조례 제14조",
        "서울시 조례 제14조",
        "section 14",
        "art 14",
        "第14條",
        "Article 14 of your ordinance",
    ],
)
def test_a_name_that_any_ordinance_may_bear_is_asked_back(assistant, question):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.missing) == ("clarify", ("work",))
    assert {str(each.id) for each in answer.citations} == {f"{AI}/art-14", f"{CITY}/art-14"}


@pytest.mark.parametrize("question", ["스마트도시 조례 제1장", "chapter I of the smart city ordinance", "제1장"])
def test_a_chapter_is_its_articles(cited, question):
    assert cited(question) == [f"{CITY}/art-{number}" for number in range(1, 5)]


def test_the_last_article_of_a_chapter_stands_before_the_next_or_the_addenda(cited):
    assert cited("스마트도시 조례 제2장") == [f"{CITY}/art-{number}" for number in range(5, 12)]
    assert cited("스마트도시 조례 제4장")[-1] == f"{CITY}/art-24"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("AI 기본조례 제1장", "제1장이 없습니다"),
        ("스마트도시 조례 별표 1", "별표 1이 실려 있지 않습니다.*2018. 3. 22. 시행본에는 있었습니다"),
        ("Table 1 of the AI ordinance", "no Annex 1.*may not be in this collection"),
        ("정보화 기본조례 별표 1", "제목.*뿐이고 내용은 수록되어 있지 않습니다"),
        ("AI 조례 별지 제1호서식", "별지 제1호서식이 실려 있지 않습니다"),
    ],
)
def test_a_chapter_or_annex_that_is_not_there(assistant, question, said):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert re.search(said, answer.answer)


@pytest.mark.parametrize(
    "question", ["인공지능 기본조례 제13조부터 제16조까지 알려줘", "Articles 13 through 16 of the AI ordinance"]
)
def test_all_members_of_a_range_are_cited(cited, question):
    assert cited(question) == [f"{AI}/art-{number}" for number in range(13, 17)]


def test_what_a_range_passes_over_need_not_be_there(cited):
    assert cited("정보화 기본조례 제28조부터 제29조까지", date(2018, 6, 1)) == [f"{OLD}/art-28", f"{OLD}/art-29"]
    assert cited("인공지능 기본조례 제16조부터 제19조까지") == []


def test_the_deleted_article_of_a_range_is_said_to_be_deleted(assistant):
    answer = assistant.ask("인공지능 기본조례 제6조부터 제8조까지", DAY)
    assert [str(citation.id) for citation in answer.citations] == [f"{AI}/art-{number}" for number in (6, 7, 8)]
    assert "제7조는 2025. 9. 29. 삭제되었습니다" in answer.answer


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("안 제8조부터 안 제15조까지는 무엇을 규정하나요?", "sec-4.2.4"),
        ("안 제6조의 기본계획 주기는?", "sec-4.2.2"),
        ("What does Article 6 of the bill say on the plan?", "sec-4.2.2"),
    ],
)
def test_an_article_of_the_bill_is_answered_from_the_reports(cited, question, section):
    found = cited(question)
    assert f"seoul-ai-bill-review/{section}" in found
    assert [key for key in found if "@" in key] == []


def test_a_reference_that_two_ordinances_have_is_asked_back(assistant):
    answer = assistant.ask("제14조제2항은?", DAY)
    assert answer.status == "clarify"
    assert answer.missing == ("work",)
    assert {citation.id.work for citation in answer.citations} == {"seoul-ai-ordinance", "seoul-smart-city-ordinance"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("인공지능 기본조례 제25조", "제25조가 없습니다.*제1조부터 제17조까지"),
        ("인공지능 기본조례 제14조제3항", "제14조제3항이 없습니다.*제14조제1항부터 제14조제2항까지"),
        ("Article 25 of the AI ordinance", "There is no Article 25 .* from Article 1 to Article 17"),
        ("Article 10(1) of the AI ordinance", "There is no Article 10\\(1\\) .* not divided"),
        ("제99조", "제99조가 없습니다"),
    ],
)
def test_a_missing_provision_is_said_to_be_missing(assistant, question, said):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert re.search(said, answer.answer, re.DOTALL)


def test_an_article_of_the_older_text_is_said_to_be_there(assistant):
    answer = assistant.ask("스마트도시 조례 제30조", DAY)
    assert answer.status == "not_found"
    assert "2018. 3. 22. 시행본에는 있었습니다" in answer.answer


@pytest.mark.parametrize(
    ("question", "key", "said"),
    [
        ("인공지능 기본조례 제7조", "art-7", "2025. 9. 29. 삭제되었습니다"),
        ("What does Article 6(2)5 of the AI ordinance require?", "art-6/para-2/sub-5", "deleted on September 29, 2025"),
        ("Article 8(2)4 of the AI ordinance", "art-8/para-2/sub-4", "Nothing any more"),
    ],
)
def test_a_deleted_provision_is_not_a_missing_one(assistant, question, key, said):
    answer = assistant.ask(question, DAY)
    assert answer.status == "answered"
    assert [str(citation.id) for citation in answer.citations] == [f"{AI}/{key}"]
    assert said in answer.answer


def test_an_entry_of_a_list_comes_with_the_sentence_that_opens_it(assistant):
    answer = assistant.ask("Article 12(1)2 of the AI ordinance", DAY)
    _, lead = answer.citations
    assert str(lead.id) == f"{AI}/art-12/para-1"
    assert lead.quote.endswith("from deliberation and resolution of the Committee:")
    assert answer.answer.startswith(
        "A member of the Committee who falls under any of the following cases shall be excluded"
    )
    assert answer.answer.endswith("a relative of a party involved in the agenda [1][2].")
    assert "1. Where" not in lead.quote


def test_addenda_named_without_their_number(cited):
    assert cited("스마트도시 조례 부칙 제3조") == [f"{CITY}/addenda-7026/art-3"]
    assert cited("인공지능 기본조례 부칙 제1조") == [f"{AI}/addenda-9834/art-1"]


def test_a_provision_of_an_act_is_not_answered_from_an_ordinance(assistant):
    answer = assistant.ask("인공지능 기본법 제31조는 무엇을 정하나요?", DAY)
    assert all(citation.id.version is None for citation in answer.citations)
    assert answer.status == "not_found" or answer.warnings[0].code == "closest_provision"


def test_an_article_of_the_bill_is_quoted_as_a_bill_with_the_opinion_on_it(assistant):
    answer = assistant.ask("조례안 안 제7조는?", DAY)
    assert [(str(each.id).partition("/")[2], each.status.value) for each in answer.citations] == [
        ("sec-4.2.3/seoul-ai-bill/art-7", "bill"),
        ("sec-4.2.3", "review_report"),
    ]
    assert "수립ㆍ시행하여야 한다." in answer.citations[0].quote
    assert "강행규정을 임의규정으로" in answer.citations[1].quote


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("검토보고서 각주 16", "seoul-ai-bill-review/note-16"),
        ("What does section 4.2.4 of the review report say?", "seoul-ai-bill-review/sec-4.2.4"),
        ("검토보고서 4. 나. (2)는 뭐라고 하나요?", "seoul-ai-bill-review/sec-4.2.2"),
        ("footnote 12 of the review report", "seoul-ai-bill-review/note-12"),
        ("업무보고 1. 라. (3)", "seoul-digital-bureau-report/sec-1.4.3"),
    ],
)
def test_a_place_in_a_report_is_quoted(cited, question, place):
    assert cited(question) == [place]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("검토보고서 각주 25", "각주 25가 없습니다. 각주 1부터 각주 19까지 있습니다."),
        ("section 4.9 of the review report", "There is no section 4.9 in the Review report"),
    ],
)
def test_a_place_that_a_report_does_not_have_is_said_to_be_missing(assistant, question, said):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("수정안 제16조", ["sec-4.2.4/seoul-ai-bill-amendment/art-16", "sec-4.2.4"]),
        ("수정안 제7조는?", ["sec-4.2.3/seoul-ai-bill-amendment/art-7", "sec-4.2.3"]),
        ("안 제16조제2항", ["sec-4.2.5/seoul-ai-bill/art-16/para-2", "sec-4.2.5"]),
        ("안 제10조", ["sec-4.2/table-1", "sec-4.2.4"]),
    ],
)
def test_bill_and_amendment_are_told_apart_and_what_is_not_quoted_is_told_of(cited, question, places):
    assert cited(question) == [f"seoul-ai-bill-review/{place}" for place in places]


@pytest.mark.parametrize("question", ["안 제18조", "Article 18 of the bill", "제정안 제8조제3항", "안 제25조제1항"])
def test_what_the_bill_does_not_have_is_said_to_be_missing(assistant, question):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert "17" in answer.answer


def test_an_ordinance_by_its_two_names_is_read_in_both_its_texts(cited):
    found = cited("스마트도시 조례 제7조제2항과 정보화 기본조례 제7조제2항 비교")
    assert found == [
        "seoul-smart-city-ordinance@2018-03-22/art-7/para-2",
        "seoul-smart-city-ordinance@2019-03-28/art-7/para-2",
    ]


@pytest.mark.parametrize(
    "question",
    [
        'What does Article 3 of the "Lantern and Kite" Ordinance say?',
        "What does Article 3 of the “Lantern and Kite” Ordinance say?",
        '"등불과 연" 조례 제3조는?',
    ],
)
def test_a_name_in_marks_is_not_at_hand_and_is_not_repeated(assistant, question):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert "Kite" not in answer.answer
    assert "등불" not in answer.answer


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Article 11 subparagraph 1 of the AI ordinance", "seoul-ai-ordinance@2025-09-29/art-11/sub-1"),
        ("AI 기본조례 제11조 1호", "seoul-ai-ordinance@2025-09-29/art-11/sub-1"),
        ("옛 정보화 기본조례 19조 2항 내용 좀", "seoul-smart-city-ordinance@2018-03-22/art-19/para-2"),
        ("정보화 기본조례 제19조제2항은?", "seoul-smart-city-ordinance@2018-03-22/art-19/para-2"),
        (
            "전부개정 이전 조례에서 정보화자료 수수료는 누가 내야 했죠",
            "seoul-smart-city-ordinance@2018-03-22/art-41/para-1",
        ),
    ],
)
def test_a_place_is_reached_in_its_text(cited, question, place):
    assert cited(question)[0] == place
