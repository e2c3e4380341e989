"""What an answer says itself is checked against the provision it cites."""

import pytest

from corpus.identifiers import ProvisionId
from ingest.reading import read_law
from rag.citing.faithful import is_faithful, strangers

LAW = read_law([])
AI = "seoul-ai-ordinance@2025-09-29"


@pytest.mark.parametrize(
    ("key", "lang", "said", "holds"),
    [
        ("art-14/para-1", "ko", "위원장은 위원회의 회의를 소집하고 주재합니다", True),
        ("art-14/para-1", "ko", "시장은 위원회의 회의를 소집하고 주재합니다", False),
        ("art-9/para-1", "ko", "15명 이내", True),
        ("art-9/para-1", "ko", "16명 이내", False),
        ("art-8/para-4", "ko", "2027년 12월 31일까지", True),
        ("art-8/para-4", "ko", "2028년 12월 31일까지", False),
        ("art-14/para-1", "en", "The Chairperson shall convene meetings", True),
        ("art-14/para-1", "en", "The Mayor shall convene meetings", False),
        ("art-9/para-1", "en", "fifteen or fewer members", True),
        ("art-9/para-1", "en", "twenty or fewer members", False),
        (
            "art-11/sub-1",
            "ko",
            "시장은 위원이 심신장애로 직무를 수행할 수 없게 된 경우에는 그 위원을 해촉할 수 있습니다",
            True,
        ),
        ("art-11/sub-1", "ko", "시장은 위원이 비위행위를 한 경우에는 그 위원을 해촉할 수 있습니다", False),
    ],
)
def test_a_sentence_and_its_provision(key, lang, said, holds):
    assert is_faithful(LAW, ProvisionId.parse(f"{AI}/{key}"), said, lang) is holds


def test_what_is_strange_is_named():
    assert list(strangers("위원회는 20명으로 구성합니다", "위원회는 15명으로 구성한다.", "ko")) == ["20"]
    assert list(strangers("The Mayor may not act", "The Mayor may act.", "en")) == ["not"]
    assert list(strangers("정책을 구성하지 않습니다", "정책을 구성한다.", "ko")) == ["구성하지", "않습니다"]
