import pytest

from corpus.identifiers import ProvisionId, UnitKind
from corpus.manifest import load_works, read_source
from ingest.reading import READERS

REVIEW, BUREAU, NOTE = "seoul-ai-bill-review", "seoul-digital-bureau-report", "national-ai-action-plan"
# Lines before the text that are in no provision: nothing else may be left out.
FURNITURE = {
    REVIEW: [],
    BUREAU: [
        "Ⅱ. 서울시 디지털도시국",
        "- 1. 신뢰받는 인공지능(AI) 행정 기반 마련",
        "- 2. 인공지능(AI) 일상활용 근무환경조성",
        "- 3. 인공지능(AI) 행정혁신 가속화",
        "- 4. AI로 도시의 일상을 변화, 스마트라이프위크 추진",
    ],
    NOTE: [
        "---",
        "work: national-ai-action-plan",
        "lang: en",
        "authority: background",
        "basis: one news report on a Cabinet meeting of February 10; facts only, in our own words",
        "---",
        "# Note on the national AI Action Plan (February 2026)",
    ],
}
SECTIONS = [
    ("sec-1", "1. 제안경위"),
    ("sec-2", "2. 제안이유"),
    ("sec-3", "3. 주요내용"),
    ("sec-3.1", "가. 조례 제정 목적과 기본원칙(안 제1조∼제2조)"),
    ("sec-3.2", "나. 용어의 정의(안 제3조)"),
    ("sec-3.3", "다. 시장의 책무(안 제4조)"),
    ("sec-3.4", "라. 서울특별시 인공지능 기본계획 수립(안 제6조)"),
    ("sec-3.5", "마. 위원회의 설치 및 기능(안 제8조)"),
    ("sec-3.6", "바. 위원회의 구성 및 임기(안 제9조∼제10조)"),
    ("sec-3.7", "사. 지원사업(안 제16조)"),
    ("sec-4", "4. 검토의견 (수석전문위원 윤은정)"),
    ("sec-4.1", "가. 조례 제정의 배경"),
    ("sec-4.2", "나. 조례안의 주요내용"),
    ("sec-4.2.1", "(1) 용어의 정의(안 제3조)"),
    ("sec-4.2.2", "(2) 기본계획(안 제6조)"),
    ("sec-4.2.3", "(3) 가이드라인 수립(안 제7조)"),
    ("sec-4.2.4", "(4) 인공지능위원회(안 제8조~안 제15조)"),
    ("sec-4.2.5", "(5) 지원사업(안 제16조)"),
    ("sec-4.3", "다. 종합의견"),
]
ANNEXES = [
    ("annex-1", "관계법령"),
    ("annex-2", "인공지능(AI) 관련 법률안 발의 현황_국회 의안정보시스템"),
    ("annex-3", "서울시 인공지능 행정 추진계획 개요 및 연차별 예산(서울시 방침)"),
    ("annex-4", "인공지능 발전과 신뢰 기반 조성 등에 관한 기본법안 (대안) 주요내용"),
    ("annex-5", "2024년 테스트베드 서울 중 인공지능 기술 선정과제_경제정책과"),
]
NOTES = [  # note, how it begins, how it ends
    (1, "인공지능(Artificial Intelligence)은", "(위키백과사전_인공지능 정의)"),
    (2, "“최신 AI 불확실성", "한국지능정보사회진흥원(2022.12.)"),
    (3, "“인공지능 윤리와 저작권의", "국회입법조사처(2024.9.28.)"),
    (4, "의안번호 2022593호", "대표발의(2019.9.23.)"),
    (5, "국회 과학기술정보방송통신위원회", "p.12~16, 2024.7."),
    (6, "“진흥이냐 규제냐", "2024.09.24."),
    (7, "“서울 인공지능(AI) 행정 원년", "관-5947"),
    (8, "「경기도 인공지능 기본조례」(2024.7.18. 제정)", "례」(2024.10.11. 제정)"),
    (9, "‘인공지능 발전과 신뢰 기반", "인공지능시스템을 말한다."),
    (10, "「지능정보화 기본법」제2조(정의)", "그 밖에 대통령령으로 정하는 기술"),
    (11, "현재 인공지능의 윤리적 개발", "가이드라인이 존재함."),
    (12, "‘인공지능 발전과 신뢰 기반 조성 등에 관한 기본법안’", "의견의 표명을 할 수 있다."),
    (13, "이와 관련하여, 디지털도시국은", "불가능한 것으로 사료됨."),
    (14, "이 조례안은 「서울특별시 각종 위원회의", "기본원칙에 맞도록 하여야 한다."),
    (15, "「서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례」제12조", "최소한의 기간으로 한다."),
    (16, "「서울특별시 스마트도시 및 정보화 조례」제9조의2", "일까지로 한다."),
    (17, "SDF AI 동향 보고서", "2024.9월호"),
    (18, "“2024년 서울 AI 허브 운영계획”", "첨단산업과-2645"),
    (19, "현재 국회에서 논의 중인", "위임하고 있음."),
]
BUREAU_SECTIONS = [
    ("sec-1", "신뢰받는 인공지능(AI) 행정 기반 마련"),
    ("sec-1.1", "사업개요"),
    ("sec-1.2", "추진내용"),
    ("sec-1.3", "추진일정"),
    ("sec-1.4", "서울특별시 인공지능 기본조례안(왕정순 의원님 발의)"),
    ("sec-1.4.1", "추진개요"),
    ("sec-1.4.2", "조례안"),
    ("sec-1.4.3", "주요 수정동의안"),
    ("sec-1.4.4", "추진일정"),
    ("sec-2", "인공지능(AI) 일상활용 근무환경조성"),
    ("sec-2.1", "사업개요"),
    ("sec-2.2", "추진내용"),
    ("sec-2.3", "추진일정"),
    ("sec-3", "인공지능(AI) 행정혁신 가속화"),
    ("sec-3.1", "사업개요"),
    ("sec-3.2", "추진내용"),
    ("sec-3.3", "추진일정"),
    ("sec-3.4", "AI행정 서비스 사업 목록(45개)"),
    ("sec-4", "AI로 도시의 일상을 변화, 스마트라이프위크 추진"),
    ("sec-4.1", "사업개요"),
    ("sec-4.2", "추진내용"),
    ("sec-4.3", "추진일정"),
    ("sec-4.4", "스마트라이프위크(SLW) 2024 주요성과"),
    ("sec-4.4.1", "주요성과"),
    ("sec-4.5", "스마트라이프위크(SLW) 2025 전시관 구성도"),
    ("sec-4.5.1", "전시 공간구획(안)"),
]
FACTS = [
    (f"{REVIEW}/sec-1", "2024. 10. 16. 왕정순 의원 발의 (2024. 10. 18. 회부)"),
    (f"{REVIEW}/sec-4.2.2", "수립 주기를 당기는 방안(5년→3년)도 검토해 볼 수 있음"),
    (f"{REVIEW}/sec-4.3", "조례 제정 시기에 대해서는 논의가 필요하겠음"),
    (f"{REVIEW}/note-16", "제9조의2(위원회의 존속기한) 위원회의 존속기한은 2027년"),
    (f"{REVIEW}/annex-2/table-1", "20 인공지능 발전과 산업 기반 조성 등에 관한 법률안 성일종의원 2024.11.20."),
    (f"{REVIEW}/annex-3/table-1", "합 계 206,427 55,073 80,178 71,176"),
    (f"{BUREAU}/sec-1.1", "(사업예산) 14백만원"),
    (f"{BUREAU}/sec-1.4.1", "의안번호 : 제2205호"),
    (f"{BUREAU}/sec-1.4.3", "5년마다 수립·시행 → 3년마다 수립·시행"),
    (f"{BUREAU}/sec-1.4.4", "인공지능 기본조례안 수정안 가결(주택공간위원회)"),
    (f"{BUREAU}/sec-4.1", "(사업예산) 4,419백만원"),
    (f"{NOTE}/sec-1", "99 implementation tasks and 326 policy recommendations"),
]


def _squeezed(text):
    return "".join(text.split())


def _marks(law, slug, kind, depth):
    return [
        (str(each.id).partition("/")[2], each.renditions[0])
        for each in law
        if each.id.work == slug and len(each.id.units) == depth and each.id.units[-1].kind is kind
    ]


def test_the_sections_of_the_review_report(law):
    assert [(at, words.mark) for at, words in _marks(law, REVIEW, UnitKind.SECTION, 1)] == SECTIONS


def test_the_annexes_of_the_review_report(law):
    assert [(at, words.heading) for at, words in _marks(law, REVIEW, UnitKind.ANNEX, 1)] == ANNEXES


def test_the_national_bill_is_an_outline_of_its_own_in_annex_4(law):
    places = [at for at, _ in _marks(law, REVIEW, UnitKind.SECTION, 2)]
    numbers = ["1", "1.1", "1.2", "2", "3", *(f"3.{number}" for number in range(1, 15))]
    assert places == [f"annex-4/sec-{number}" for number in numbers]


def test_there_are_19_notes_in_order(law):
    notes = _marks(law, REVIEW, UnitKind.NOTE, 1)
    assert [(at, words.mark) for at, words in notes] == [(f"note-{n}", f"{n})") for n in range(1, 20)]


@pytest.mark.parametrize(("number", "begins", "ends"), NOTES)
def test_a_note_is_whole_and_takes_nothing_else(law, number, begins, ends):
    text = law.full_text(ProvisionId.parse(f"{REVIEW}/note-{number}"), "ko")
    assert text.startswith(begins)
    assert text.endswith(ends)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("sec-3.3", "과학기술정보통신부장관은 3년마다 인공지능기술 및 인공지능산업의 진흥과 국가경쟁력 강화를 위하여"),
        ("sec-3.4", "인공지능 신뢰 기반 조성을 위한 주요 정책 등에 관한 사항을 심의·의결하기 위하여"),
        ("sec-3.9", "정부는 인공지능윤리의 확산을 위하여 안전성ㆍ신뢰성, 접근성, 사람의 삶과"),
        ("sec-1.1", "정보통신방송법안심사소위원회(2024. 11. 21.)에서 이상 19건의 법률안을"),
    ],
)
def test_the_first_line_of_a_lettered_sentence_is_text_not_its_heading(law, place, words):
    text = law.full_text(ProvisionId.parse(f"{REVIEW}/annex-4/{place}"), "ko")
    assert _squeezed(words) in _squeezed(text)


def test_the_projects_and_blocks_of_the_bureau_report(law):
    found = [(at, words.heading) for at, words in _marks(law, BUREAU, UnitKind.SECTION, 1)]
    assert found == BUREAU_SECTIONS


@pytest.mark.parametrize(
    ("project", "words"),
    [("sec-1", "14백만원"), ("sec-2", "60백만원"), ("sec-3", "372백만원"), ("sec-4", "4,419백만원")],
)
def test_a_project_holds_its_blocks(law, project, words):
    assert words in law.full_text(ProvisionId.parse(f"{BUREAU}/{project}"), "ko")


def test_the_sections_of_the_note(law):
    found = [words.mark for _, words in _marks(law, NOTE, UnitKind.SECTION, 1)]
    assert found == [
        "1. State of the plan",
        "2. How it was made",
        "3. Tasks that were reported",
        "4. Who steers it",
        "5. What it says about Seoul",
    ]


@pytest.mark.parametrize(("text", "words"), FACTS)
def test_a_fact_stands_in_one_place(law, text, words):
    holding = [str(each.id) for each in law if _squeezed(words) in _squeezed(each.renditions[0].text)]
    assert holding == [text]


def _printed(provisions):
    """All words with the lines they stand on, put back in the order of the source."""
    found = []
    for place, each in enumerate(provisions):
        words = each.renditions[0]
        ends = [at for _, at in words.pieces[1:]] + [len(words.text)]
        found.append((words.line, place, -1, words.mark))
        for (line, at), end in zip(words.pieces, ends, strict=False):
            found.append((line, place, at, words.text[at:end]))
    return sorted(found)


@pytest.mark.parametrize("slug", [REVIEW, BUREAU])
def test_the_provisions_put_back_in_order_are_the_source_letter_for_letter(slug):
    work = next(each for each in load_works() if each.slug == slug)
    (source,) = work.sources
    lines = [line for line in read_source(source).splitlines() if line.strip()]
    furniture, kept = lines[: len(FURNITURE[slug])], lines[len(FURNITURE[slug]) :]
    words = _printed(READERS[source.reader](work, source, read_source(source)))
    assert [line.strip() for line in furniture] == FURNITURE[slug]
    assert "".join(_squeezed(each[3]) for each in words) == _squeezed("".join(kept))


def test_every_line_of_the_note_is_in_a_section():
    work = next(each for each in load_works() if each.slug == NOTE)
    (source,) = work.sources
    lines = [line.removeprefix("## ") for line in read_source(source).splitlines() if line.strip()]
    words = [each.renditions[0] for each in READERS[source.reader](work, source, read_source(source))]
    assert [line.strip() for line in lines[: len(FURNITURE[NOTE])]] == FURNITURE[NOTE]
    assert _squeezed("".join(each.mark + each.text for each in words)) == _squeezed(
        "".join(lines[len(FURNITURE[NOTE]) :])
    )
