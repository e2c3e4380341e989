"""Hundreds of ordinances in a folder: all are read and found, and a changed one alone is tokenised again."""

import re

import pytest

from corpus.glossary import load_glossary
from ingest.index import Contents, build_index, open_index
from ingest.passages import passages
from ingest.reading import read_law

COUNT = 300
TREES = ("소나무", "단풍나무", "은행나무", "느티나무", "벚나무", "참나무", "버드나무", "자작나무", "향나무", "매화나무")

ORDINANCE = """\
---
자치법규ID: '{id}'
자치법규일련번호: '{id}1'
자치법규명: '서울특별시 제{number}구역 {tree} 가꾸기 조례'
자치법규종류: '조례'
지자체기관명: '서울특별시'
공포일자: 2024-03-04
공포번호: '{number}'
시행일자: '2024-03-04'
제개정구분: '제정'
---

# 서울특별시 제{number}구역 {tree} 가꾸기 조례

##### 제1조 (까닭)

이 견본은 제{number}구역의 {tree} 이야기를 적는다.

##### 제2조 (가꾸는 사람)

①{tree} 지기는 {number}명으로 한다.
  ② 지기는 아침마다 {tree} 둘레를 쓴다.

## 부칙

부칙 <제{number}호, 2024.3.4>
이 견본은 알린 날부터 쓴다.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of 300 ordinances that were never made."""
    place = tmp_path_factory.mktemp("많은 조례")
    for number in range(1, COUNT + 1):
        text = ORDINANCE.format(id=3_000_000 + number, number=number, tree=TREES[number % len(TREES)])
        (place / f"{number % 7}").mkdir(exist_ok=True)
        (place / f"{number % 7}" / f"{number}.md").write_text(text, encoding="utf-8")
    return place


class Counting:
    """Morphemes that note what they are asked for."""

    def __init__(self, morphemes):
        self._morphemes, self.seen = morphemes, []

    def words(self, text):
        return self._morphemes.words(text)

    def stream(self, texts):
        def noted():
            for text in texts:
                self.seen.append(text)
                yield text

        return self._morphemes.stream(noted())


def _contents(folder):
    return Contents(tuple(passages(read_law([folder]))), load_glossary())


def test_a_changed_ordinance_alone_is_tokenised_again_and_progress_counts_all(folder, tmp_path, morphemes):
    before, counting = _contents(folder), Counting(morphemes)
    build_index(tmp_path, before, counting, None, lambda things, _: things)
    assert len(counting.seen) > 4 * COUNT
    (file,) = folder.rglob("77.md")
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace("아침마다", "저녁마다"), encoding="utf-8")
    try:
        after, counting, totals = _contents(folder), Counting(morphemes), []
        build_index(tmp_path, after, counting, None, lambda things, total: totals.append(total) or things)
    finally:
        file.write_text(said, encoding="utf-8")
    assert len(counting.seen) == 2, "its text, and the context that it stands under"
    assert "저녁마다" in counting.seen[1]
    assert totals == [len(after.passages)] == [len(before.passages)]
    assert len(open_index(tmp_path, after).words) == len(open_index(tmp_path, before).words)


def test_a_folder_of_hundreds_is_taken_in_for_good(execute, script, here, folder, tmp_path):
    ran = execute([script, "ingest", "--law-dir", folder], JORYE_HOME=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert f"{COUNT} texts" in ran.out
    assert int(re.search(r"of (\d+) works", ran.out)[1]) >= COUNT
    by_default = {"JORYE_HOME": tmp_path, "JORYE_EMBEDDING": "kiwi"}
    asked = here("ask", "제123구역 느티나무 지기는 몇 명인가요?", "--json", **by_default)
    assert asked.json["citations"][0]["id"].startswith("ordinance-3000123@2024-03-04/art-2/")
    again = here("ingest", "--law-dir", folder, **by_default)
    assert "0 texts" in again.out
    assert len(list((tmp_path / "index").iterdir())) == 1
