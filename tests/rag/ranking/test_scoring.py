"""The scores of words, against BM25 written out in loops; and what holds of any small collection."""

import math
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.index.lexical import SETTINGS, load_lexical, save_lexical
from ingest.index.rows import numbered
from rag.ranking.columns import Columns, rarity
from rag.ranking.concepts import Concept
from rag.ranking.scoring import Scorer, calibrated

WORDS = ("tax", "bus", "park", "세금", "버스", "공원")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(tuple), min_size=1, max_size=8)
QUESTION = st.lists(st.sampled_from((*WORDS, "unheard")), min_size=1, max_size=4, unique=True)
SMALL = settings(max_examples=40, deadline=None)


def opened(texts):
    """The columns of an index as it is written to the disk and read again."""
    with tempfile.TemporaryDirectory() as folder:
        save_lexical(Path(folder), *numbered(texts))
        return Columns(load_lexical(Path(folder)), len(texts))


def frequency(text, word, texts):
    """How well a text says a word, by BM25 without the rarity."""
    mean = sum(map(len, texts)) / len(texts)
    norm = SETTINGS["k1"] * (1 - SETTINGS["b"] + SETTINGS["b"] * len(text) / mean)
    return text.count(word) / (text.count(word) + norm)


def bm25(text, question, texts, readable):
    """BM25 of a text, where a word is as rare as it is among readable texts."""
    total = 0.0
    for word in question:
        if word in text:
            having = sum(word in each for each in readable)
            total += math.log(1 + (len(readable) - having + 0.5) / (having + 0.5)) * frequency(text, word, texts)
    return total


def score(columns, concepts, groups):
    """Both scores of concepts, each group by itself."""
    return tuple(
        sum((Scorer(columns, group, once=once).concepts(concepts) for group in groups), columns.nothing())
        for once in (False, True)
    )


def everything(texts):
    return np.ones(len(texts), bool)


def masked(data, texts):
    return np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))), bool)


@SMALL
@given(TEXTS)
def test_a_column_is_bm25_without_the_rarity(texts):
    columns = opened(texts)
    for word in (*WORDS, "unheard"):
        wanted = [frequency(text, word, texts) if text.count(word) else 0 for text in texts]
        rows, said = columns.of(word, everything(texts))
        found = columns.nothing()
        found[rows] = said
        assert found == pytest.approx(np.array(wanted), abs=1e-5)
        assert bool(rows.size) == any(word in text for text in texts)
    assert not columns.nothing().any()


@SMALL
@given(TEXTS, QUESTION, st.data())
def test_words_alone_are_bm25_within_the_texts_that_may_be_read(texts, question, data):
    readable = masked(data, texts)
    often, once = score(opened(texts), [Concept((word,)) for word in question], [readable])
    read = [text for text, may in zip(texts, readable, strict=True) if may]
    wanted = [bm25(text, question, texts, read) if may else 0 for text, may in zip(texts, readable, strict=True)]
    assert often == pytest.approx(np.array(wanted), abs=1e-4)
    assert ((once > 0) == (often > 0)).all()


@SMALL
@given(TEXTS, QUESTION)
def test_a_word_said_often_counts_once_in_the_second_score(texts, question):
    concepts = [Concept((word,)) for word in question]
    _, once = score(opened(texts), concepts, [everything(texts)])
    wanted = [
        sum(rarity(len(texts), sum(word in each for each in texts)) for word in question if word in text)
        for text in texts
    ]
    assert once == pytest.approx(np.array(wanted), abs=1e-4)


@SMALL
@given(TEXTS, QUESTION, st.data())
def test_the_scores_of_a_group_do_not_depend_on_the_other(texts, question, data):
    group = masked(data, texts)
    concepts = [Concept((word,), translations=(("버스",), ("park",))) for word in question]
    columns = opened(texts)
    for alone, together in zip(
        score(columns, concepts, [group]), score(columns, concepts, [group, ~group]), strict=True
    ):
        assert together[group] == pytest.approx(alone[group], abs=1e-6)
        assert not alone[~group].any()
        assert calibrated(together, group)[group] == pytest.approx(calibrated(alone, group)[group], abs=1e-3)


@SMALL
@given(TEXTS, st.sampled_from(WORDS))
def test_a_translation_or_a_variant_never_beats_the_word_itself(texts, word):
    columns, group = opened(texts), [everything(texts)]
    said = score(columns, [Concept((word,))], group)
    for other in (
        Concept(("unheard",), translations=((word,),)),
        Concept(("unheard",), variants=((word,),)),
        Concept(("unheard",), related=(((word,),),)),
    ):
        for direct, indirect in zip(said, score(columns, [other], group), strict=True):
            assert (indirect <= direct + 1e-6).all()
            assert (indirect[direct > 0] < direct[direct > 0]).all()
            assert ((indirect > 0) == (direct > 0)).all()


@SMALL
@given(TEXTS, st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_another_way_to_say_it_never_lowers_a_score_within_the_words_own_way(texts, word, other):
    columns, group = opened(texts), [everything(texts)]
    plain = score(columns, [Concept((word,))], group)
    richer = score(columns, [Concept((word,), translations=((other,),))], group)
    for without, with_other in zip(plain, richer, strict=True):
        assert (with_other >= without - 1e-6).all()


def test_how_rare_a_word_is_is_told_by_what_may_be_read():
    texts = [("tax", "bus"), ("tax", "bus"), ("tax", "park"), ("bus",), ("bus",), ("park",)]
    columns = opened(texts)
    tax, bus = ([Concept((word,))] for word in ("tax", "bus"))
    some = np.array([True, True, True, False, False, False])
    assert score(columns, tax, [some])[0][0] < score(columns, bus, [some])[0][0]
    assert score(columns, tax, [~some | some])[0][0] > score(columns, bus, [~some | some])[0][0]


def test_a_phrase_is_said_only_by_all_its_words():
    texts = [("electr", "vehicl"), ("electr", "bill"), ("motor", "vehicl"), ("bill",)]
    (often, once) = score(
        opened(texts), [Concept(("전기차",), translations=(("electr", "vehicl"),))], [everything(texts)]
    )
    assert (often > 0).tolist() == (once > 0).tolist() == [True, False, False, False]


def test_of_two_translations_in_one_text_the_better_counts_and_both_are_one_word():
    texts = [("bus", "coach"), ("bus", "park"), ("coach", "tax"), ("park", "tax")]
    (often, _) = score(opened(texts), [Concept(("버스",), translations=(("bus",), ("coach",)))], [everything(texts)])
    assert often[0] == often[1] == often[2] > often[3] == 0


def test_a_way_that_the_texts_do_not_have_is_no_way():
    texts = [("bus",), ("park",)]
    columns = opened(texts)
    concept = Concept(("unheard",), (("never",),), (((),),), (("bus", "never"), ()))
    assert not any(scores.any() for scores in score(columns, [concept], [everything(texts)]))
    assert not any(scores.any() for scores in score(columns, [], [everything(texts)]))


def test_an_empty_collection_has_no_scores():
    columns = opened([])
    often, once = score(columns, [Concept(("bus",))], [np.zeros(0, bool)])
    assert often.shape == once.shape == calibrated(often, np.zeros(0, bool)).shape == (0,)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=40), st.data())
def test_calibrated_scores_have_mean_0_and_standard_deviation_1_in_each_group(numbers, data):
    scores = np.array(numbers, np.float32)
    group = masked(data, numbers)
    for mask in (group, ~group):
        result = calibrated(scores, mask)
        if len(set(scores[mask].tolist())) > 1:
            assert float(result[mask].mean()) == pytest.approx(0, abs=1e-4)
            assert float(result[mask].std()) == pytest.approx(1, abs=1e-4)
            assert (np.argsort(result[mask], kind="stable") == np.argsort(scores[mask], kind="stable")).all()
        else:
            assert result[mask].tolist() == [float(each > 0) for each in scores[mask]]


@given(st.integers(1, 300), st.floats(0, 20, width=32))
def test_scores_that_are_all_alike_stay_alike(count, value):
    """Though the mean of many equal numbers need not be that number."""
    scores = np.full(count, value, np.float32)
    assert (calibrated(scores, np.ones(count, bool)) == (value > 0)).all()


def test_what_is_in_no_group_has_no_score():
    assert calibrated(np.array([1, 2, 3], np.float32), np.array([True, True, False]))[2] == 0
