"""The ranker over a small collection of our own in both languages: 40 matters, none told twice."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.glossary import load_glossary
from rag.ranking.opening import Models, open_ranker
from rag.ranking.ranker import Legs, Ranker


@dataclass(frozen=True, slots=True)
class Document:
    """A text of the collection."""

    key: str
    text: str
    context: str = ""


KOREAN = {
    "급식": "초등학교 급식에는 친환경 쌀과 채소를 쓰고 그 비용은 교육청과 나누어 낸다.",
    "막차": "지하철 마지막 열차는 금요일 밤에 한 시간 늦게 출발하며 심야 버스가 이어서 다닌다.",
    "보증금": "임대차 계약이 끝났는데 집주인이 보증금을 돌려주지 않으면 세입자에게 대출을 알선한다.",
    "목줄": "강아지와 공원에 갈 때에는 목줄을 매고 배설물을 치워야 한다.",
    "대출": "도서관의 책은 두 주 동안 빌릴 수 있고 예약한 사람이 없으면 연장한다.",
    "침수": "장마철에 반지하 주택이 침수되면 양수기와 모래주머니를 빌려준다.",
    "임신": "임신부는 보건소에서 엽산과 철분제를 무료로 받는다.",
    "제설": "눈이 그치면 건물 관리자는 네 시간 안에 앞길의 눈을 치운다.",
    "휴대전화": "복지관은 노인에게 휴대전화와 사진 보내기를 가르친다.",
    "매연": "경유 화물차의 매연을 단속하고 저감 장치를 다는 값을 보조한다.",
    "미술관": "미술관은 월요일에 쉬고 수요일에는 밤 아홉 시까지 연다.",
    "도박": "청소년의 도박 중독을 상담하는 전화는 하루 종일 받는다.",
    "낚시": "한강에서는 정해진 구역이 아니면 낚시를 할 수 없다.",
    "소방차": "소방차가 지나는 골목에 세운 차는 경고 없이 끌어간다.",
    "수영장": "구립 수영장의 물은 날마다 수질을 검사하여 게시한다.",
    "지진": "오래된 다리는 지진에 견디도록 2년마다 점검하고 보강한다.",
    "화장": "시립 화장장은 유족에게 예약을 받으며 설날에는 쉰다.",
    "재봉": "벨로니카 재단은 봉제 공장의 재봉사를 위한 작업실을 운영한다.",
    "전기차": "전기차 충전기가 고장 나면 이틀 안에 고친다.",
    "모기": "여름에는 하천과 웅덩이에서 모기 유충을 없앤다.",
}
ENGLISH = {
    "kindergarten": "Kindergartens admit children from the age of three; places are drawn by lot in November.",
    "bicycle": "Cyclists ride on the bicycle lane and must wear a helmet on steep roads.",
    "noise": "Construction noise is forbidden at night and on Sundays, except in an emergency.",
    "passport": "A lost passport is reported at the district office, which issues a new one in four days.",
    "beggar": "Homeless people get a bed, a meal and a medical examination in winter.",
    "theatre": "Actors and musicians may rehearse in the municipal theatre free of charge.",
    "smoking": "Smoking within ten metres of a subway exit costs a fine of 100,000 won.",
    "recycling": "Glass bottles and paper are collected for recycling on Thursdays.",
    "wedding": "Couples may hold their wedding in the garden of the city hall.",
    "tree": "Who fells a street tree without permission pays for its replacement.",
    "beekeeping": "Beekeepers register their hives and keep them away from schools.",
    "taxi": "Taxi drivers may not refuse a passenger because the ride is short.",
    "blood": "Those who donate blood get half a day off work.",
    "interpreter": "Foreign patients may bring an interpreter to the hospital, paid by the city.",
    "wheelchair": "Ramps for wheelchairs are built at the entrance of every public library.",
    "drought": "During a drought the fountains are switched off and washing cars is limited.",
    "scholarship": "Scholarships for orphans cover the tuition fee of a university.",
    "kalvenia": "The Kalvenia Society repairs umbrellas for nothing on rainy days.",
    "pharmacy": "At least one pharmacy in each ward stays open during holidays.",
    "graffiti": "Painting graffiti on a temple or a palace is reported to the police.",
}
ACROSS = [  # a question in one language about what only a text of the other tells
    ("What vegetables are in school meals?", "급식"),
    ("When does the last train leave on Friday?", "막차"),
    ("My landlord does not return the deposit", "보증금"),
    ("Must I keep my dog on a leash?", "목줄"),
    ("How long can I borrow books?", "대출"),
    ("Who lends pumps when a basement home is flooded?", "침수"),
    ("free iron pills for pregnant women", "임신"),
    ("Who clears the snow in front of a building?", "제설"),
    ("mobile phone lessons for the elderly", "휴대전화"),
    ("exhaust fumes of diesel trucks", "매연"),
    ("Is the art museum closed on Mondays?", "미술관"),
    ("gambling addiction of teenagers", "도박"),
    ("Where is fishing allowed?", "낚시"),
    ("mosquito larvae in summer", "모기"),
    ("Who repairs a broken charger for electric vehicles?", "전기차"),
    ("유치원은 몇 살부터 들어가나요?", "kindergarten"),
    ("자전거를 탈 때 안전모를 써야 하나요?", "bicycle"),
    ("밤에 공사 소음을 내도 되나요?", "noise"),
    ("여권을 잃어버렸어요", "passport"),
    ("노숙인은 겨울에 어디서 잘 수 있나요?", "beggar"),
    ("배우가 연습할 수 있는 극장", "theatre"),
    ("유리병은 무슨 요일에 재활용하나요?", "recycling"),
    ("시청 정원에서 결혼식을 할 수 있나요?", "wedding"),
    ("택시가 승객을 거부하면?", "taxi"),
    ("헌혈하면 휴가를 주나요?", "blood"),
    ("외국인 환자의 통역", "interpreter"),
    ("휠체어 경사로", "wheelchair"),
    ("가뭄에는 세차를 못 하나요?", "drought"),
    ("고아를 위한 대학 장학금", "scholarship"),
    ("휴일에 문을 여는 약국", "pharmacy"),
]
BESIDE = [  # a text of the question's own language says one word of it, and is as remarkable there
    ("지하철 출구 근처에서 담배를 피우면 벌금이 얼마인가요?", "smoking"),
    ("외국인 환자의 통역 비용", "interpreter"),
]
WITHIN = [
    ("책을 빌리는 기간", "대출"),
    ("눈은 누가 치우나요?", "제설"),
    ("bicycle helmet", "bicycle"),
    ("Who may use the theatre?", "theatre"),
]
SAID = [("도서관의 책", "대출"), ("앞길의 눈", "제설"), ("bicycle lane", "bicycle"), ("municipal theatre", "theatre")]
NAMES = [("Velonika", "재봉"), ("What does the Belonica foundation do?", "재봉"), ("칼베니아 협회", "kalvenia")]
MIXED = [
    ("지하철 exit 근처 smoking 벌금", "smoking"),
    ("basement 주택 flood 때 양수기", "침수"),
    ("재활용 glass 병", "recycling"),
]
ODD = ["", " ", "?!…", "\n\t", "🚲🎉", "the of and", "이 그 저", "\x00", "ㅋㅋㅋ", "0", "제14조제2항"]
ODD += ["a" * 2000, "위원회 " * 500, "school 학교 " * 180, "벨" * 2000]
DOCUMENTS = tuple(Document(key, text) for key, text in {**KOREAN, **ENGLISH}.items())


def nothing_shown(things, _total):
    return things


@pytest.fixture(scope="module")
def opened(models, tmp_path_factory):
    """Opens a ranker over the collection with some legs; the index is built once."""
    home = tmp_path_factory.mktemp("collection")
    return lambda legs: open_ranker(home, DOCUMENTS, load_glossary(), models, nothing_shown, legs=legs)


@pytest.fixture(scope="module")
def ranker(opened):
    return opened(Legs())


def found(ranker, question, count=3):
    return [ranker.index.passages[row].key for row, _ in ranker.rank(question, count)]


@pytest.mark.parametrize(("question", "key"), ACROSS)
def test_a_text_in_the_other_language_is_found(ranker, question, key):
    assert found(ranker, question)[0] == key


@pytest.mark.parametrize(("question", "key"), BESIDE)
def test_a_text_in_the_other_language_stands_beside_those_of_the_own(ranker, question, key):
    assert key in found(ranker, question, 2)


@pytest.mark.parametrize(("question", "key"), WITHIN + MIXED)
def test_a_text_is_found_by_its_own_words_and_by_words_of_both_languages(ranker, question, key):
    assert found(ranker, question)[0] == key


@pytest.mark.parametrize(("question", "key"), NAMES)
def test_a_name_that_no_dictionary_has_is_found_in_the_other_script(ranker, question, key):
    assert found(ranker, question)[0] == key


def test_a_name_is_found_by_its_sound_alone(opened):
    heard = opened(Legs(words=True, bigrams=False, embedding=False))
    assert found(heard, "Velonika") == ["재봉"]
    assert found(opened(Legs(bigrams=False, embedding=False, dictionary=False)), "Velonika") == []


@pytest.mark.parametrize("leg", [each.name for each in fields(Legs)])
def test_without_any_one_leg_the_others_still_find(opened, leg):
    short = opened(Legs(**{leg: False}))
    answers = [found(short, question) for question, _ in WITHIN + ACROSS]
    assert sum(key in answer for (_, key), answer in zip(WITHIN + ACROSS, answers, strict=True)) > len(answers) / 2


@pytest.mark.parametrize("leg", ["words", "bigrams", "embedding"])
def test_one_leg_alone_finds_what_is_said_in_the_question_s_language(opened, leg):
    alone = opened(Legs(**{each.name: each.name == leg for each in fields(Legs)}))
    assert [key for question, key in SAID if key not in found(alone, question)] == []


def test_without_any_leg_nothing_is_found(opened):
    blind = opened(Legs(words=False, bigrams=False, embedding=False, dictionary=False, glossary=False))
    assert found(blind, "책을 빌리는 기간") == []


@pytest.mark.parametrize("question", ODD, ids=range(len(ODD)))
def test_no_question_fails(ranker, question):
    concepts = ranker.concepts(question)
    scores = ranker.scores(question, concepts)
    assert scores.shape == (len(DOCUMENTS),)
    assert not np.isnan(scores).any()
    assert (scores < np.inf).all()
    assert len(ranker.rank(question, 5)) <= 5


@pytest.mark.parametrize("question", ["", "?!…", "🚲🎉", "\n\t"])
def test_a_question_without_a_word_finds_nothing(ranker, question):
    assert ranker.concepts(question) == ()
    assert ranker.rank(question, 5) == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_fails(ranker, question):
    assert not np.isnan(ranker.scores(question, ranker.concepts(question))).any()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.booleans(), min_size=len(DOCUMENTS), max_size=len(DOCUMENTS)),
    st.sampled_from([question for question, _ in ACROSS + WITHIN + MIXED + NAMES]),
)
def test_only_what_may_be_read_is_scored_and_all_of_it_that_says_something(ranker, readable, question):
    may = np.array(readable, bool)
    concepts = ranker.concepts(question)
    scored, all_scored = (np.isfinite(ranker.scores(question, concepts, mask)) for mask in (may, may | True))
    assert not scored[~may].any()
    assert (scored == (all_scored & may)).all()


def test_ranks_are_the_scores_best_first(ranker):
    question = "Who clears the snow in front of a building?"
    scores = ranker.scores(question, ranker.concepts(question))
    ranked = ranker.rank(question, len(DOCUMENTS))
    assert [score for _, score in ranked] == sorted((float(s) for s in scores if np.isfinite(s)), reverse=True)
    assert all(scores[row] == pytest.approx(score) for row, score in ranked)
    assert ranker.rank(question, 4) == ranked[:4]
    assert ranker.rank(question, 0) == []


def test_equal_questions_have_equal_answers_also_from_many_threads(ranker, opened):
    questions = [question for question, _ in ACROSS + WITHIN + MIXED + NAMES]
    fresh = opened(Legs())
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda question: fresh.rank(question, 10), questions * 3))
    wanted = [ranker.rank(question, 10) for question in questions]
    assert [[row for row, _ in each] for each in told] == [[row for row, _ in each] for each in wanted * 3]
    assert [score for each in told for _, score in each] == pytest.approx(
        [score for each in wanted * 3 for _, score in each], abs=1e-3
    )


def test_case_and_particles_do_not_matter(ranker):
    assert found(ranker, "BICYCLE HELMETS", 1) == found(ranker, "bicycle helmet", 1)
    assert found(ranker, "도서관의 책을", 1) == found(ranker, "도서관 책", 1)


def test_passages_that_say_the_same_have_the_same_score(models, tmp_path):
    twins = (*DOCUMENTS[:5], Document("twin", DOCUMENTS[2].text))
    ranker = open_ranker(tmp_path, twins, (), models, nothing_shown)
    scores = ranker.scores("집주인 보증금", ranker.concepts("집주인 보증금"))
    assert scores[2] == pytest.approx(scores[5])
    assert found(ranker, "집주인 보증금", 2) == ["보증금", "twin"]


@pytest.mark.parametrize("documents", [(), (Document("one", "공원의 나무"),), (Document("mute", "…"),)], ids=len)
def test_a_collection_of_none_or_of_one_can_be_asked(models, tmp_path, documents):
    ranker = open_ranker(tmp_path, documents, load_glossary(), models, nothing_shown)
    keys = [each.key for each in documents if each.key == "one"]
    assert found(ranker, "나무") == found(ranker, "tree") == keys


def test_words_alone_need_no_embedding(models, tmp_path):
    plain = Models(models.morphemes, models.dictionary, None, "")
    ranker = open_ranker(tmp_path, DOCUMENTS, (), plain, nothing_shown)
    assert ranker.index.dense is None
    assert found(ranker, "How long can I borrow books?", 1) == ["대출"]


def test_an_index_belongs_to_its_embedding_its_texts_and_its_terms(models, tmp_path):
    def open_with(documents=DOCUMENTS[:3], terms=(), identity="one"):
        open_ranker(tmp_path, documents, terms, Models(*parts, identity), nothing_shown)
        return {each.name for each in (tmp_path / "index").iterdir()}

    parts = models.morphemes, models.dictionary, models.embedding
    first = open_with()
    assert open_with() == first
    assert first < open_with(identity="two")
    assert len(open_with(documents=DOCUMENTS[:4])) == 3
    kept = open_with(identity="two")
    assert len(kept) == 3


def test_a_rebuilt_index_answers_as_before(models, tmp_path):
    ranker = open_ranker(tmp_path, DOCUMENTS, (), models, nothing_shown)
    again: Ranker[Document] = open_ranker(tmp_path, DOCUMENTS, (), models, nothing_shown, rebuild=True)
    (before, scores), (after, anew) = (zip(*each.rank("school meals", 5), strict=True) for each in (ranker, again))
    assert after == before
    assert anew == pytest.approx(scores, abs=1e-4)
