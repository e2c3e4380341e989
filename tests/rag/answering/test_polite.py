"""The plain endings of the law made polite: by a table, and over every sentence of every ordinance at hand."""

import re

import pytest

from corpus.amendments import without_notes
from ingest.reading import read_law
from rag.answering.polite import polite
from rag.answering.sentences import sentences


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("위원회는 15명 이내의 위원으로 구성한다.", "위원회는 15명 이내의 위원으로 구성합니다"),
        ("기본계획을 수립하여야 한다.", "기본계획을 수립하여야 합니다"),
        ("재정적 지원을 할 수 있다.", "재정적 지원을 할 수 있습니다"),
        ("그 의결에 참여할 수 없다.", "그 의결에 참여할 수 없습니다"),
        ("차별받게 하여서는 아니 된다.", "차별받게 하여서는 안 됩니다"),
        ("차별하여서는 아니된다.", "차별하여서는 안 됩니다"),
        ("기본계획을 말한다.", "기본계획을 말합니다"),
        ("분과위원회의 심의로 본다.", "분과위원회의 심의로 봅니다"),
        ("간사 1명을 둔다.", "간사 1명을 둡니다"),
        ("이 조례에서 정하는 바에 따른다.", "이 조례에서 정하는 바에 따릅니다"),
        ("용어의 정의는 다음과 같다.", "용어의 정의는 다음과 같습니다"),
        ("그러하지 아니하다.", "그러하지 아니합니다"),
        ("효력을 갖는다.", "효력을 갖습니다"),
        ("위원장은 시장이다.", "위원장은 시장입니다"),
        ("규정을 만든다.", "규정을 만듭니다"),
        ("위원으로 위촉되었다.", "위원으로 위촉되었습니다"),
        ("책임자가 된다", "책임자가 됩니다"),
        ("회의록을 적는다.", "회의록을 적습니다"),
        ("연임되지 않도록 하여야 한다(다시 위촉할 수 없다).", "연임되지 않도록 하여야 합니다(다시 위촉할 수 없습니다)"),
        ("필요하다.", "필요합니다"),
        ("서류를 받았다.", "서류를 받았습니다"),
    ],
)
def test_an_ending(plain, said):
    assert polite(plain) == said


@pytest.mark.parametrize(
    "plain", ["", "삭제", "정책의 목표와 전략", "시민의 의견을 반영할 것", "3년마다", "Deleted", "다"]
)
def test_what_is_no_plain_ending_is_left_alone(plain):
    assert polite(plain) is None


def korean(law):
    for provision in law:
        for words in provision.renditions:
            if law.work(provision.id.work).genre == "ordinance" and words.lang == "ko" and words.text:
                yield provision.id, words.text


def check(law, least):
    turned = 0
    for key, text in korean(law):
        said = sentences(text, "ko")
        turned += len(said)
        for each in said:
            assert re.search(r"[가-힣]니다(?:\([^()]*\))?$", each.said), key
            assert not re.search(r"(?<!니)다(?:$|[.(])", each.said), key
        bare = without_notes(text).rstrip()
        assert said or not re.search(r"[가-힣]다\.$", bare) or "생략" in text, key
    assert turned > least


def test_every_sentence_of_the_ordinances_becomes_a_polite_one():
    check(read_law([]), 200)


def test_every_sentence_of_the_official_texts_becomes_a_polite_one(law_dir):
    check(read_law([law_dir]), 200)
