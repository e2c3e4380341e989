"""Answers of the day that the words of a question ask for: what they cite, and what they say of that day."""

from datetime import date

import pytest

DAY = date(2026, 3, 10)
OLD, NEW = "seoul-smart-city-ordinance@2018-03-22", "seoul-smart-city-ordinance@2019-03-28"


@pytest.mark.parametrize(
    ("question", "as_of", "cites"),
    [
        ("2018년 당시 위원은 몇 명까지였나요?", "2018-12-31", f"{OLD}/art-7/para-2"),
        ("2018년 당시 정보화전략위원회 위원장은 누구였나요?", "2018-12-31", f"{OLD}/art-7/para-3"),
        ("2019년 정보화전략위원회 위원은 몇 명까지였나요?", "2019-12-31", f"{OLD}/art-7/para-2"),
        ("2020년 3월 기준 제7조제2항", "2020-03-31", f"{NEW}/art-7/para-2"),
        ("Article 7(2) as it stood in 2018", "2018-12-31", f"{OLD}/art-7/para-2"),
        ("Article 7(2) of the smart city ordinance as of March 2020", "2020-03-31", f"{NEW}/art-7/para-2"),
        ("전부개정 전에는 위원이 몇 명이었나요?", "2019-03-27", f"{OLD}/art-7/para-2"),
        ("What did Article 7(2) say before the whole amendment?", "2019-03-27", f"{OLD}/art-7/para-2"),
        ("제7026호 시행 당시 제7조제2항", "2019-03-28", f"{NEW}/art-7/para-2"),
        ("2018년 정보화책임관의 업무 목록", "2018-12-31", f"{OLD}/art-14/para-3"),
        ("2018년에 정보화책임관의 업무는 무엇이었나요?", "2018-12-31", f"{OLD}/art-14/para-3"),
        ("How many matters had to be in the 2018 informatization master plan?", "2018-12-31", f"{OLD}/art-5/para-3"),
        ("What did the 2018 committee deliberate on?", "2018-12-31", f"{OLD}/art-8"),
        ("2028년에는 인공지능위원회가 있나요?", "2028-12-31", "seoul-ai-ordinance@2025-09-29/art-8/para-4"),
    ],
)
@pytest.mark.parametrize("door", [DAY, date(2025, 10, 1)])
def test_the_words_win_over_the_day_of_the_door(assistant, question, as_of, cites, door):
    answer = assistant.ask(question, door)
    assert (str(answer.as_of), answer.status) == (as_of, "answered")
    assert cites in [str(citation.id) for citation in answer.citations]
    assert answer.warnings[0].code == "asked_day"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2018년 당시 위원은 몇 명까지였나요?", "2018. 12. 31. 기준"),
        ("How many members could the committee have in 2018?", "as of December 31, 2018, as the question asks"),
        ("2018년 당시 위원은 몇 명까지였나요?", "마지막 날"),
        ("How many members could the committee have in 2018?", "read as its last day"),
        ("전부개정 전에는 위원이 몇 명이었나요?", "2019. 3. 27. 기준"),
    ],
)
def test_the_answer_says_of_which_day_it_is_and_why(assistant, question, said):
    assert said in assistant.ask(question, DAY).warnings[0].message


@pytest.mark.parametrize(
    ("question", "code", "said"),
    [
        ("2019년 기준 스마트도시위원회 위원은 몇 명까지인가요?", "changed_within", "제7026호"),
        ("How many members could the Smart City Committee have in 2019?", "changed_within", "No. 7026"),
        ("2019년 3월 27일 기준 스마트도시위원회 부위원장은 누가 되나요?", "body_not_yet", "2019. 3. 28.에 생겨"),
        ("Who was vice-chair of the Smart City Committee in 2018?", "body_not_yet", "set up on March 28, 2019"),
        ("2028년에는 인공지능위원회가 있나요?", "future_day", "2028. 12. 31."),
        ("Will the AI Committee exist on January 1, 2028?", "future_day", "January 1, 2028"),
        ("Will the AI Committee exist on January 1, 2028?", "sunset_passed", "December 31, 2027"),
    ],
)
def test_what_else_must_be_known_of_that_day(assistant, question, code, said):
    assert said in next(each.message for each in assistant.ask(question, DAY).warnings if each.code == code)


def test_a_committee_that_was_there_is_not_said_to_be_missing(assistant):
    for question, day in (
        ("정보화전략위원회 위원은 몇 명까지인가요?", date(2018, 6, 1)),
        ("스마트도시위원회 위원은 몇 명까지인가요?", date(2019, 3, 28)),
    ):
        assert "body_not_yet" not in {each.code for each in assistant.ask(question, day).warnings}
    early = assistant.ask("스마트도시위원회 부위원장은 누가 되나요?", date(2018, 6, 1))
    assert "body_not_yet" in {each.code for each in early.warnings}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024년 기준 인공지능위원회 위원은 몇 명까지?", "2024. 12. 31.에는 없었습니다"),
        ("Did the AI Committee exist at the end of 2024?", "did not exist on December 31, 2024"),
        ("2005년 당시 위원은 몇 명까지였나요?", "2005. 12. 31.의 내용은 답할 수 없습니다"),
        ("2005년 당시 위원은 몇 명까지였나요?", "2005. 12. 31.에는 없었습니다"),
        ("스마트도시 조례 제정 당시 위원회는?", "2011. 9. 29. 전 연혁과 본문은 수록되어 있지 않아"),
        ("AI 조례 제정 당시 제7조는 어떤 내용이었나요?", "2025. 7. 14.에 시행 중이던 문언"),
    ],
)
def test_where_there_is_no_text_of_that_day_the_answer_says_so(assistant, question, said):
    answer = assistant.ask(question, DAY)
    assert answer.status == "not_found"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "begins", "said"),
    [
        (
            "2018년 3월에 스마트도시위원회가 있었나요?",
            "아니요, 2018. 3. 31.에는 없었습니다",
            "정보화전략위원회가 있었고",
        ),
        ("2018년 6월 1일 당시 스마트도시위원회는 몇 명이었나요?", "2018. 6. 1.에는 없었습니다", "31명 이내"),
        ("How many members could the Smart City Committee have in 2018?", "The Smart City Committee", "at most 31"),
        ("Was there a Smart City Committee in 2018?", "No: the Smart City Committee was set up", "at most 31"),
        ("AI위원회는 2028년 1월에도 있나요?", "아니요, 2028. 1. 31.에는 없습니다", "2027. 12. 31.까지"),
        ("2028년에 AI위원회는 어떻게 되나요?", "아니요", "연장되지 않는 한 2027. 12. 31.까지"),
        ("Does the AI Committee still exist in 2028?", "No: the AI Committee exists until December 31, 2027", "unless"),
        ("2027년에도 AI위원회가 있나요?", "네, 2027. 12. 31.에도 있습니다", "2027. 12. 31.까지"),
        (
            "2020년에 정보화전략위원회가 있었나요?",
            "아니요, 2020. 12. 31.에는 없었습니다",
            "2019. 3. 27.까지 있었습니다",
        ),
        ("2020년에 스마트도시위원회가 있었나요?", "네, 스마트도시위원회는 2020. 12. 31.에 있었습니다", "[1]"),
    ],
)
def test_whether_a_committee_was_there_is_said_first(assistant, question, begins, said):
    answer = assistant.ask(question, DAY)
    assert answer.status == "answered"
    assert answer.answer.startswith(begins)
    assert said in answer.answer.partition("\n")[0]


@pytest.mark.parametrize("question", ["지금 AI위원회 위원은 몇 명까지인가요?", "AI위원회 위원은 몇 명까지인가요?"])
def test_the_day_of_the_door_is_not_spoken_of(assistant, question):
    answer = assistant.ask(question, DAY)
    assert answer.as_of == DAY
    assert not {"asked_day", "future_day"} & {each.code for each in answer.warnings}


def test_a_search_is_of_that_day_too(assistant):
    hits = assistant.search("2018년 당시 위원은 몇 명까지였나요?", DAY)
    assert str(hits[0].id) == f"{OLD}/art-7/para-2"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "In 2022, how many members could the Smart City Committee have?",
            "Since May 20, 2021 (No. 8006) there are at",
        ),
        ("스마트도시위원회 위원이 28명이면 조례 위반인가요?", "위원은 30명 이내이므로 28명은 한도 안입니다"),
        ("스마트도시위원회 위원이 31명이면 조례 위반인가요?", "한도를 1명 넘습니다"),
        ("지금 스마트도시위원회 위원장은 누가 하나요?", "기록에 따르면 2021. 5. 20.(제8006호)부터"),
        ("스마트도시 조례 제7조제2항은?", "기록에 따르면 2021. 5. 20.(제8006호)부터"),
        ("스마트도시위원회 위원은 몇 명까지인가요?", "근거: 국가법령정보센터 연혁"),
    ],
)
def test_what_is_recorded_for_the_day_follows_an_older_text(assistant, question, said):
    assert said in assistant.ask(question, DAY).answer


@pytest.mark.parametrize(
    "question",
    [
        "2020년에 스마트도시위원회 위원은 몇 명까지였나요?",
        "2018년에 위원은 몇 명까지였나요?",
        "스마트도시위원회 위원의 임기는?",
    ],
)
def test_no_record_follows_a_text_in_force_or_another_matter(assistant, question):
    assert "기록에 따르면" not in assistant.ask(question, DAY).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2018년 2월 30일 기준 위원회 위원은 몇 명인가요?", "없는 날짜입니다: “2018년 2월 30일”"),
        ("2018년 13월에 위원장은 누구였나요?", "없는 날짜입니다: “2018년 13월”"),
        ("2018년 3월 32일 당시 위원은 몇 명까지?", "없는 날짜입니다: “2018년 3월 32일”"),
        ("As of February 30, 2018, how many members?", "There is no such day: “February 30, 2018”"),
        ("2018-13-01 기준 AI위원회 위원은 몇 명까지인가요?", "없는 날짜입니다: “2018-13-01”"),
    ],
)
def test_a_day_that_no_calendar_has_is_not_answered_of_another(assistant, question, said):
    answer = assistant.ask(question, DAY)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "status", "said"),
    [
        ("2017년 당시 정보화전략위원회 위원장은?", "answered", "위원장은 시장이 되고"),
        ("As of 2015, how many members could the Informatization Strategy Committee have?", "answered", "more than 31"),
        ("2016년 당시 정보화전략위원회 위원장은?", "not_found", "2016. 12. 31.에 시행 중이던 문언"),
        ("As of August 2025, was Article 7 of the AI ordinance still in force?", "answered", "Yes, it was in force on"),
        ("As of October 2025, was Article 7 of the AI ordinance in force?", "answered", "No, it was not in force on"),
        ("AI 조례 제7조는 지금 시행 중인가요?", "answered", "2025. 9. 29.부터 시행되어(제9834호)"),
    ],
)
def test_the_notes_of_a_later_text_tell_whether_it_carries_the_answer(assistant, question, status, said):
    answer = assistant.ask(question, DAY)
    assert answer.status == status
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("As of 1 June 2018, what was the ordinance called?", ["Framework Ordinance on Informatization"]),
        (
            "전부개정 전 조례 이름이 뭐였나요?",
            ["서울특별시 정보화 기본조례", "지금은 서울특별시 스마트도시 및 정보화 조례"],
        ),
        ("AI 조례 이름이 영어로 뭐예요?", ["Framework Ordinance on Artificial Intelligence"]),
        ("조례 이름이 영어로 뭐예요?", ["on Artificial Intelligence", "on Smart Cities and Informatization"]),
        ("스마트도시 조례의 정식 명칭은 무엇인가요?", ["서울특별시 스마트도시 및 정보화 조례"]),
    ],
)
def test_an_ordinance_is_called_by_its_name_of_the_day(assistant, question, said):
    answer = assistant.ask(question, DAY)
    assert answer.status == "answered"
    assert all(each in answer.answer for each in said)
