"""Citations as they stand in the documents of the corpus, each with what it refers to."""

import pytest

from corpus.manifest import load_works, read_source

AI_EN = [
    ("falling under any of the subparagraphs of Article 12 (1);", ["art-12/para-1 +entries"]),
    (
        "The master plan under paragraph (1) and the implementation plan under paragraph (3) may be",
        ["here para-1", "here para-3"],
    ),
    (
        "under Articles 5 and 6 of the Seoul Metropolitan Government Ordinance on Smart Cities and Informatization.",
        [f"art-{n} of Seoul Metropolitan Government Ordinance on Smart Cities and Informatization" for n in (5, 6)],
    ),
    (
        "under Article 7 of the Seoul Metropolitan Government Ordinance on Smart Cities and Informatization, the Mayor",
        ["art-7 of Seoul Metropolitan Government Ordinance on Smart Cities and Informatization"],
    ),
    ("the reasons for exclusion provided under the foregoing paragraph (1) shall recuse", ["here para-1"]),
    ("The definitions of the terms used in this Ordinance shall be as follows:", ["of this Ordinance"]),
    ("Article 6 (2) 5 shall be deleted.", ["art-6/para-2/sub-5"]),
    ("The Committee shall be composed of fifteen (15) or fewer members", []),
    ("<No. 9834, Sep. 29, 2025>", []),
]
AI_KO = [
    ("제1항에 따른 기본계획과 제3항에 따른 시행계획은", ["here para-1", "here para-3"]),
    (
        "「서울특별시 스마트도시 및 정보화 조례」 제5조 및 제6조에 따른",
        ["art-5 of 서울특별시 스마트도시 및 정보화 조례", "art-6 of 서울특별시 스마트도시 및 정보화 조례"],
    ),
    ("제12조제1항 각 호의 어느 하나에 해당하는데도", ["art-12/para-1 +entries"]),
    ("이 조례에서 사용하는 용어의 정의는", ["of 이 조례"]),
    ("다른 조례에 특별한 규정이 있는 경우 외에는", []),
    ("제6조제2항제5호를 삭제한다.", ["art-6/para-2/sub-5"]),
    ("기본원칙에 따라 추진하여야 한다.", []),
    ("<제9834호, 2025.9.29>", []),
]
CITY_EN = [
    (
        "delegated by the Framework Act on National Informatization, the Enforcement Decree of the same Act and the "
        "Enforcement Rule of the same Act, and matters",
        [
            "of Framework Act on National Informatization",
            "of Enforcement Decree of the Framework Act on National Informatization",
            "of Enforcement Rule of the Framework Act on National Informatization",
        ],
    ),
    (
        "pursuant to subparagraph 1 of Article 2 of the Seoul Metropolitan Government Ordinance on Enhancement of Web "
        "Accessibility by Information-Poor Groups;",
        [
            "art-2/sub-1 of Seoul Metropolitan Government Ordinance on Enhancement of Web Accessibility by "
            "Information-Poor Groups"
        ],
    ),
    (
        "under subparagraph 2 of Article 2 of the Framework Act on Telecommunications or by utilizing",
        ["art-2/sub-2 of Framework Act on Telecommunications"],
    ),
    ("Article 7 (7) shall apply mutatis mutandis to the holding", ["art-7/para-7"]),
    ("within the budget under Article 28 (2):", ["art-28/para-2"]),
    ("supported pursuant to subparagraph 2;", ["here sub-2"]),
    ("fees as prescribed in Table 2, except where", ["annex-2"]),
    ("shall be as specified in the attached Table.", ["annex"]),
    ("the amended provisions of Article 5-2 shall enter into force on November 23, 2013.", ["art-5-2"]),
    (
        "under Article 4 of the Smart City Act, master plans for national informatization under Article 6 of the "
        "Framework Act on National Informatization, and master plans for electronic government under Article 5 of the "
        "Electronic Government Act.",
        [
            "art-4 of Smart City Act",
            "art-6 of Framework Act on National Informatization",
            "art-5 of Electronic Government Act",
        ],
    ),
    (
        "under subparagraph 6 of Article 2 of the Smart City Act pursuant to Article 24 of the same Act and Article 28 "
        "of the Enforcement Decree of that Act:",
        [
            "art-2/sub-6 of Smart City Act",
            "art-24 of Smart City Act",
            "art-28 of Enforcement Decree of the Smart City Act",
        ],
    ),
    (
        "those falling under the subparagraphs of Article 24 (2) of the Smart City Act.",
        ["art-24/para-2 +entries of Smart City Act"],
    ),
    (
        "organized under Article 7 of the previous Seoul Metropolitan Government Framework Ordinance on "
        "Informatization and its members",
        ["art-7 of Seoul Metropolitan Government Framework Ordinance on Informatization"],
    ),
    ("(related to Article 31)", ["art-31"]),
    ("at the request of 1/3 of all incumbent members.", []),
    ("not later than five months before the relevant business year begins;", []),
    ("who shall be a Grade V public official in charge", []),
]
CITY_KO = [
    ("스마트도시법 제4조에 따른 스마트도시 종합계획", ["art-4 of 스마트도시법"]),
    (
        "스마트도시법 제24조 및 같은 법 시행령 제28조에 따라 같은 법 제2조제6호에 따른",
        ["art-24 of 스마트도시법", "art-28 of 스마트도시법 시행령", "art-2/sub-6 of 스마트도시법"],
    ),
    (
        "「서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례」 제8조의2에 해당하는",
        ["art-8-2 of 서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례"],
    ),
    ("위원은 스마트도시법 제24조제2항 각 호에 해당하는", ["art-24/para-2 +entries of 스마트도시법"]),
    ("사항은 제8조를 준용한다.", ["art-8"]),
    ("위원장과 부위원장 1명은 제1호에 해당하는 위원", ["here sub-1"]),
    ("수수료는 별표와 같다.", ["annex"]),
    ("재적위원 3분의 1 이상의 요구로", []),
    ("5급 공무원이 된다.", []),
    (
        "종전의 「서울특별시 정보화 기본조례」 제7조에 따라",
        ["art-7 of 서울특별시 정보화 기본조례"],
    ),
    ("제7조제4항의 개정규정은 이 조례 시행 당시", ["art-7/para-4", "of 이 조례"]),
]
REVIEW = [
    ("(안 제1조∼제2조)", ["art-1 bill", "art-2 bill"]),
    ("안 제8조부터 안 제15조까지는", ["art-8 bill", *(f"art-{n} bill filled" for n in range(9, 15)), "art-15 bill"]),
    ("「지능정보화 기본법」제2조(정의)", ["art-2 of 지능정보화 기본법"]),
    (
        "「클라우드컴퓨팅 발전 및 이용자 보호에 관한 법률」 제2조제2호에 따른",
        ["art-2/sub-2 of 클라우드컴퓨팅 발전 및 이용자 보호에 관한 법률"],
    ),
    (
        "‘인공지능 발전과 신뢰 기반 조성 등에 관한 기본법안’ \n제2조(정의)",
        ["art-2 of 인공지능 발전과 신뢰 기반 조성 등에 관한 기본법안 bill"],
    ),
    (
        "「서울특별시 스마트도시\n\n및 정보화 조례」제5조와 제6조에 따른",
        ["art-5 of 서울특별시 스마트도시 및 정보화 조례", "art-6 of 서울특별시 스마트도시 및 정보화 조례"],
    ),
    ("「서울특별시 스마트도시 및 정보화 조례」제9조의2(", ["art-9-2 of 서울특별시 스마트도시 및 정보화 조례"]),
    ("(제정안 제16조 및 제17조", ["art-16 bill", "art-17 bill"]),
    ("제16조ㆍ제17조 (생 략)", ["art-16", "art-17"]),
    ("(안 제13조 및\n\n제14조)", ["art-13 bill", "art-14 bill"]),
    ("중임(붙임3).", ["annex-3"]),
    ("[붙임4] 인공지능발전", ["annex-4"]),
    ("과학기술정보통신부장관은 이 법에 위반되는", ["of 이 법"]),
    ("검토한 별지 서식의 위원회", ["form"]),
    ("② 제1항의 존속기한은 5년의", ["here para-1"]),
    (
        "의안번호 2022593호‘인공지능 기술개발 및 산업 진흥에 관한 법률안’",
        ["of 인공지능 기술개발 및 산업 진흥에 관한 법률안 bill"],
    ),
    ("시장방침 제22호", []),
    ("2022-14호_한국지능정보사회진흥원(2022.12.)", []),
    ("제416회국회(임시회) 제1차전체", []),
    ("3년(‘24~‘26)간 2,064억원을", []),
    ("총 17개의 조문으로", []),
    ("동일\n\n한 용어를", []),
    ("’24~’26(3개년)「인공지능 매력도시 서울」", []),
]
BUREAU = [
    ("- 나. 용어의 정의(안 제3조)", ["art-3 bill"]),
    ("(안 제9조~제10조)", ["art-9 bill", "art-10 bill"]),
    ("「서울특별시 인공지능 기본조례안」 제정을 통해", ["of 서울특별시 인공지능 기본조례안 bill"]),
    ("「서울시 생성형 AI 윤리가이드」", []),
    ("의안번호 : 제2205호", []),
    ("제331회 정례회 본회의", []),
    ("ㅇ 제3회 '서울 스마트도시 상", []),
    ("'25.9.30.(화)~10.2.(목) / 코엑스", []),
]
NOTE = [
    ("99 implementation tasks and 326 policy recommendations", []),
    ("By the second quarter of 2026: legal", []),
    ("the committee's second plenary meeting", []),
]
SOURCES = {
    "seoul-ai-ordinance/2025-09-29.en.txt": AI_EN,
    "seoul-ai-ordinance/2025-09-29.ko.md": AI_KO,
    "seoul-smart-city-ordinance/2018-03-22_2019-03-28.en.txt": CITY_EN,
    "seoul-smart-city-ordinance/2019-03-28.ko.md": CITY_KO,
    "seoul-ai-bill-review/report.ko.txt": REVIEW,
    "seoul-digital-bureau-report/report.ko.txt": BUREAU,
    "national-ai-action-plan/note.en.md": NOTE,
}
ROWS = [pytest.param(file, *row, id=f"{file}-{row[0]}") for file, rows in SOURCES.items() for row in rows]


@pytest.mark.parametrize(("file", "text", "expected"), ROWS)
def test_a_citation_of_a_source_is_read(described, file, text, expected):
    source = next(each for work in load_works() for each in work.sources if each.file == file)
    assert text in read_source(source)
    assert described(text) == expected
