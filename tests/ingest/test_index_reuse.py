"""What an index takes over from those that are there: words and vectors of texts that are known already."""

import numpy as np
import pytest
from plane import Plane, same
from small_index import DENSE, PASSAGES, folder_of, passage, term

from ingest.index import Contents, build_index, open_index


def _change(passages, row, text):
    return (*passages[:row], passage(text, passages[row].context, passages[row].lang), *passages[row + 1 :])


class Counting:
    """Morphemes that note what they are asked for."""

    def __init__(self, morphemes):
        self._morphemes, self.seen = morphemes, []

    def stream(self, texts):
        def noted():
            for text in texts:
                self.seen.append(text)
                yield text

        return self._morphemes.stream(noted())


def test_only_what_changed_is_tokenised_and_embedded_again(dense_home, morphemes):
    changed = Contents(_change(PASSAGES, 1, "위원 전원의 찬성으로 의결한다."), DENSE.terms, "a-model")
    counting, plane = Counting(morphemes), Plane()
    build_index(dense_home, changed, counting, plane, same)
    assert counting.seen == ["「조례」", "위원 전원의 찬성으로 의결한다."]
    assert plane.seen == ["「조례」\n위원 전원의 찬성으로 의결한다."]


@pytest.mark.parametrize("embedding", ["a-model", ""])
def test_an_index_built_on_another_says_what_one_built_alone_says(dense_home, tmp_path, morphemes, embedding):
    later = Contents((passage("회의는 공개한다."), *_change(PASSAGES, 0, "의결을 거친다.")), (term("의결"),), embedding)
    by = Plane() if embedding else None
    build_index(dense_home, later, morphemes, by, same)
    build_index(tmp_path / "alone", later, morphemes, by, same)
    one, other = open_index(dense_home, later), open_index(tmp_path / "alone", later)
    assert (one.words, one.ids, one.term_words) == (other.words, other.ids, other.term_words)
    assert one.lexical.get_scores(["의결"]).tolist() == other.lexical.get_scores(["의결"]).tolist()
    if embedding:
        assert one.dense.nearest([1.0, 0.5], 9) == other.dense.nearest([1.0, 0.5], 9)
        assert np.allclose(one.dense.moments.mean, other.dense.moments.mean)


def test_another_embedding_takes_the_words_over_and_embeds_all(dense_home, morphemes):
    counting, plane = Counting(morphemes), Plane()
    build_index(dense_home, Contents(PASSAGES, DENSE.terms, "another-model"), counting, plane, same)
    assert (counting.seen, len(plane.seen)) == ([], 3)


@pytest.mark.parametrize("how", ["afresh", "damaged"])
def test_nothing_is_taken_over_when_it_is_made_afresh_or_what_was_there_is_damaged(dense_home, morphemes, how):
    if how == "damaged":
        (folder_of(dense_home) / "ids.npy").write_bytes(b"")
    counting, plane = Counting(morphemes), Plane()
    build_index(dense_home, DENSE, counting, plane, same, afresh=how == "afresh")
    assert (len(counting.seen), len(plane.seen)) == (2 + 3 + 3, 3)  # contexts, passages and variants of terms
    assert open_index(dense_home, DENSE).dense.nearest([0.0, 1.0], 1)
