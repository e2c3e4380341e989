"""How names sound: a table in both scripts, pairs that differ, and what holds of any text."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.bilingual.names import heard, names_by_sound
from ingest.bilingual.sounds import hangul_sounds, latin_sounds

SEOUL = """
    켄터키 Kentucky; 매사추세츠 Massachusetts; 텍사스 Texas; 찰스 Charles; 강남 Gangnam; 종로 Jongno; 마포 Mapo;
    서울 Seoul; 부산 Busan; 용산 Yongsan; 성동 Seongdong; 광진 Gwangjin; 동대문 Dongdaemun; 중랑 Jungnang;
    성북 Seongbuk; 강북 Gangbuk; 도봉 Dobong; 노원 Nowon; 은평 Eunpyeong; 서대문 Seodaemun; 양천 Yangcheon;
    강서 Gangseo; 구로 Guro; 금천 Geumcheon; 영등포 Yeongdeungpo; 동작 Dongjak; 관악 Gwanak; 서초 Seocho;
    송파 Songpa; 강동 Gangdong; 잠실 Jamsil; 여의도 Yeouido; 을지로 Euljiro; 신촌 Sinchon; 홍대 Hongdae;
    이태원 Itaewon; 명동 Myeongdong; 인사동 Insadong; 청계천 Cheonggyecheon; 남산 Namsan; 북한산 Bukhansan;
    광화문 Gwanghwamun; 경복궁 Gyeongbokgung; 덕수궁 Deoksugung; 왕십리 Wangsimni; 신림 Sillim; 선릉 Seolleung;
    독립문 Dongnimmun; 압구정 Apgujeong; 가산 Gasan
"""
ELSEWHERE = """
    런던 London; 베를린 Berlin; 시카고 Chicago; 보스턴 Boston; 캘리포니아 California; 플로리다 Florida;
    오리건 Oregon; 워싱턴 Washington; 필라델피아 Philadelphia; 미시간 Michigan; 바르셀로나 Barcelona;
    마드리드 Madrid; 밀라노 Milano; 암스테르담 Amsterdam; 헬싱키 Helsinki; 스톡홀름 Stockholm;
    코펜하겐 Copenhagen; 더블린 Dublin; 에든버러 Edinburgh; 글래스고 Glasgow; 멜버른 Melbourne; 시드니 Sydney;
    토론토 Toronto; 밴쿠버 Vancouver; 퀘벡 Quebec; 싱가포르 Singapore; 자카르타 Jakarta; 마닐라 Manila;
    하노이 Hanoi; 방콕 Bangkok; 뭄바이 Mumbai; 델리 Delhi; 두바이 Dubai; 카이로 Cairo; 나이로비 Nairobi;
    제네바 Geneva; 비엔나 Vienna; 프라하 Praha; 부다페스트 Budapest; 리스본 Lisbon; 아테네 Athene;
    이스탄불 Istanbul; 마이크로소프트 Microsoft; 구글 Google; 애플 Apple; 페이스북 Facebook; 아마존 Amazon;
    테슬라 Tesla; 인텔 Intel; 넷플릭스 Netflix; 유튜브 YouTube; 트위터 Twitter; 오라클 Oracle; 조지 George;
    윌리엄 William; 헨리 Henry; 리처드 Richard; 로버트 Robert; 마이클 Michael; 데이비드 David; 토머스 Thomas;
    엘리자베스 Elizabeth; 빅토리아 Victoria; 캐서린 Catherine; 마거릿 Margaret; 알렉산더 Alexander;
    벤저민 Benjamin; 크리스토퍼 Christopher; 조너선 Jonathan; 매슈 Matthew; 앤드루 Andrew; 스티븐 Stephen;
    피터 Peter; 프랭클린 Franklin; 루스벨트 Roosevelt; 셰익스피어 Shakespeare; 디킨스 Dickens; 뉴턴 Newton;
    다윈 Darwin; 아인슈타인 Einstein; 칸트 Kant; 헤겔 Hegel; 소크라테스 Socrates; 나폴레옹 Napoleon;
    모차르트 Mozart; 베토벤 Beethoven; 쇼팽 Chopin; 피카소 Picasso; 커피 coffee; 초콜릿 chocolate;
    컴퓨터 computer; 인터넷 Internet; 플랫폼 platform; 데이터 data; 클라우드 cloud; 블록체인 blockchain;
    로봇 robot; 드론 drone; 챗봇 chatbot; 바우처 voucher; 포럼 forum; 택시 taxi; 버스 bus; 호텔 hotel;
    피자 pizza; 바나나 banana; 옴부즈만 ombudsman; 거버넌스 governance; 마일리지 mileage; 킥보드 kickboard;
    키오스크 kiosk; 셔틀 shuttle; 펜션 pension; 엑스포 expo; 제록스 xerox; 정글 jungle; 주스 juice; 치즈 cheese;
    배지 badge; 브리지 bridge; 퀴즈 quiz; 존슨 Johnson; 위키 wiki; 해커톤 hackathon; 메타버스 metaverse;
    워크숍 workshop; 사이언스 science; 오피스텔 officetel; 케임브리지 Cambridge; 옥스퍼드 Oxford
"""
STEMS = """
    텍사스 texa; 찰스 charl; 매사추세츠 massachusett; 조지 georg; 로렌스 lawrenc; 프랜시스 franci; 제임스 jame;
    토머스 thoma; 존스 jone; 에드워즈 edward; 리즈 leed; 브뤼셀 brussel; 셰익스피어 shakespear;
    싱가포르 singapor; 캘리포니아 california; 켄터키 kentucki; 이탈리아 itali; 주스 juic; 마일리지 mileag;
    바티칸 vatican
"""
DIFFERENT = """
    켄터키 Tennessee; 켄터키 Canton; 텍사스 Tucson; 텍사스 Dallas; 찰스 Carol; 매사추세츠 Minnesota;
    강남 Gangbuk; 강남 Gangdong; 강북 Gangnam; 강동 Gangseo; 종로 Jungnang; 종로 Jongam; 마포 Mokpo;
    서초 Seongdong; 송파 Songdo; 성동 Seongbuk; 구로 Gumi; 용산 Yongin; 노원 Nowon-dong-san; 은평 Eunma;
    도봉 Dongbu; 런던 Lisbon; 베를린 Bern; 시카고 Chico; 보스턴 Houston; 토론토 Toledo; 멜버른 Malibu;
    시드니 Shenzhen; 뭄바이 Mumford; 카이로 Kyoto; 마이크로소프트 Macintosh; 구글 Giggles; 아마존 Armenia;
    인텔 Italy; 오라클 Article; 로버트 Rebecca; 마이클 Marcel; 데이비드 Donald; 빅토리아 Valentina;
    나폴레옹 Neapolis; 피카소 Pegasus; 위원회 committee; 학교 school; 조례 ordinance
"""


def pairs(table):
    return [tuple(pair.split()) for pair in table.split(";")]


def alike(korean, english):
    return bool(hangul_sounds(korean) & latin_sounds(english))


def test_the_tables_are_long_enough():
    assert len(pairs(SEOUL)) >= 40
    assert len(pairs(ELSEWHERE)) >= 60
    assert len(pairs(DIFFERENT)) >= 30


@pytest.mark.parametrize(("korean", "english"), pairs(SEOUL + ";" + ELSEWHERE + ";" + STEMS))
def test_a_name_sounds_alike_in_both_scripts(korean, english):
    assert alike(korean, english), (hangul_sounds(korean), latin_sounds(english))


@pytest.mark.parametrize(("korean", "english"), pairs(DIFFERENT))
def test_different_names_sound_differently(korean, english):
    assert not alike(korean, english)


@pytest.mark.parametrize(("korean", "english"), pairs(SEOUL + ";" + ELSEWHERE))
def test_the_stem_of_an_index_sounds_as_its_name(morphemes, korean, english):
    (stem,) = morphemes.stems(english)
    if len(stem) > len(english) - 2:  # a stem that lost a whole suffix, as govern of governance, is another word
        assert alike(korean, stem), (hangul_sounds(korean), stem, latin_sounds(stem))


@pytest.mark.parametrize(
    ("korean", "sounds"),
    [
        ("종로", {"JNL", "JN"}),
        ("신라", {"SNL", "SL"}),
        ("강남", {"KNM"}),
        ("아차산", {"AJSN"}),
        ("", set()),
        ("강남A", set()),
        ("ㄱ", set()),
    ],
)
def test_hangul_is_read_as_written_and_as_spoken(korean, sounds):
    assert hangul_sounds(korean) == sounds


@given(st.text())
def test_any_text_has_a_bounded_number_of_sounds(text):
    assert len(hangul_sounds(text)) <= 2
    assert len(latin_sounds(text)) < 200


@given(st.text(alphabet="cghjnstrxz", max_size=60))
def test_even_the_most_doubtful_spelling_has_a_bounded_number_of_sounds(text):
    assert len(latin_sounds(text)) < 200


@given(st.text(alphabet=string.ascii_letters))
def test_case_does_not_matter(word):
    assert latin_sounds(word) == latin_sounds(word.lower()) == latin_sounds(word.upper())


@pytest.mark.parametrize(("written", "plain"), [("Zürich", "Zurich"), ("São", "Sao"), ("O'Brien", "OBrien")])
def test_marks_do_not_matter(written, plain):
    assert latin_sounds(written) == latin_sounds(plain)


@given(st.text(alphabet="가나다라마바사아자차카타파하강남산천", min_size=1, max_size=6))
def test_a_syllable_more_at_the_end_keeps_what_was_heard(word):
    assert all(any(longer.startswith(each) for longer in hangul_sounds(word + "아")) for each in hangul_sounds(word))


def test_names_are_found_by_sound_in_either_script():
    texts = [("켄토니아", "항구"), ("kentonia", "harbour")]
    (sound,) = hangul_sounds("켄토니아")
    found = names_by_sound(texts, lambda words: words == ("항구",))
    assert found[sound] == [("켄토니아",), ("kentonia",)]
    assert ("항구",) not in (name for names in found.values() for name in names)


def test_a_name_that_was_cut_is_found_by_its_neighbours_together():
    found = names_by_sound([("회의", "켄", "토니", "아", "에서")], lambda words: words in {("회의",), ("에서",)})
    assert ("켄", "토니", "아") in found["KNTN"]
    assert all(len(name) <= 3 for names in found.values() for name in names)


def test_verbs_numbers_and_short_sounds_are_no_names():
    found = names_by_sound([("켄토니/VV", "2025", "a1", "오", "no")], lambda _: False)
    assert found == {}


@pytest.mark.parametrize(("name", "sounds"), [(("켄", "토니", "아"), ("KNTN",)), (("12",), ()), (("켄", "x"), ())])
def test_what_a_question_says_is_heard(name, sounds):
    assert heard(name) == sounds


def test_a_word_in_latin_letters_is_heard_in_all_its_readings():
    assert set(heard(("kentonia",))) == latin_sounds("kentonia")
