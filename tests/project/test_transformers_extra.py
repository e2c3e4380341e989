"""The extra `transformers`: a real, tiny model takes part in the search."""

import importlib.util
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from rag.ranking.opening import load_models, open_ranker
from rag.ranking.ranker import ALL, Legs

MATTERS = {
    "leash": "Keep your dog on a leash in the park.",
    "library": "도서관의 책은 두 주 동안 빌릴 수 있다.",
    "snow": "눈이 그치면 건물 앞의 눈을 치운다.",
    "taxi": "Taxi drivers may not refuse a passenger.",
    "theatre": "Musicians rehearse in the municipal theatre.",
}
QUESTION = "Who convenes the AI Committee?"
CONVENES = "seoul-ai-ordinance@2025-09-29/art-14/para-1"

# Makes a sentence-transformers model of a random BERT (the same each time) with mean pooling, in a folder, with
# vectors of a size.
MAKE = """
import sys
from pathlib import Path
import torch
from sentence_transformers import SentenceTransformer
from transformers import BertConfig, BertModel, BertTokenizerFast

torch.manual_seed(1)
folder, size = Path(sys.argv[1]), int(sys.argv[2])
bert = folder.with_name(folder.name + "-bert")
bert.mkdir(parents=True)
letters = [chr(code) for code in (*range(ord("a"), ord("z") + 1), *range(ord("가"), ord("힣") + 1))]
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
(bert / "vocab.txt").write_text("\\n".join(vocabulary), encoding="utf-8")
BertTokenizerFast(vocab=str(bert / "vocab.txt"), model_max_length=128).save_pretrained(bert)
shape = {"hidden_size": size, "intermediate_size": size, "num_hidden_layers": 1, "num_attention_heads": 2}
BertModel(BertConfig(vocab_size=len(vocabulary), max_position_embeddings=128, **shape)).save_pretrained(bert)
SentenceTransformer(str(bert)).save_pretrained(str(folder))
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not importlib.util.find_spec("sentence_transformers"), reason="the extra is not installed"),
]


@pytest.fixture(scope="module")
def make_model(execute):
    """Makes a tiny model in a folder."""

    def make(folder: Path, size: int = 32) -> Path:
        ran = execute([sys.executable, "-c", MAKE, folder, str(size)])
        assert ran.code == 0, ran.err
        assert (folder / "modules.json").exists()
        return folder

    return make


@pytest.fixture(scope="module")
def model(make_model, tmp_path_factory) -> Path:
    """A tiny model."""
    return make_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def dense_home(jorye, model, tmp_path_factory) -> Path:
    """A data directory whose index was built with the model."""
    folder = tmp_path_factory.mktemp("dense")
    ran = jorye("ingest", JORYE_HOME=folder, JORYE_EMBEDDING=model)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def copy(dense_home, tmp_path) -> Path:
    """A copy of it that a test may spoil."""
    return Path(shutil.copytree(dense_home, tmp_path / "home"))


def test_the_index_has_a_chroma_folder_and_a_name_of_its_own(dense_home, home):
    (dense,) = dense_home.glob("index/*")
    assert (dense / "vectors" / "chroma.sqlite3").is_file()
    assert dense.name not in {each.name for each in home.glob("index/*")}


@pytest.mark.parametrize(
    ("question", "cited"),
    [(QUESTION, CONVENES), ("인공지능위원회 회의의 의사정족수는?", "seoul-ai-ordinance@2025-09-29/art-14/para-2")],
)
def test_a_model_joins_the_words(jorye, dense_home, model, question, cited):
    ran = jorye("ask", question, "--json", JORYE_HOME=dense_home, JORYE_EMBEDDING=model)
    assert ran.code == 0, ran.err
    assert ran.json["citations"][0]["id"] == cited


def test_the_model_changes_the_scores(jorye, dense_home, model):
    plain = jorye("search", QUESTION, "--json", "--count", "50")
    dense = jorye("search", QUESTION, "--json", "--count", "50", JORYE_HOME=dense_home, JORYE_EMBEDDING=model)
    assert len(plain.rows) > 10
    assert {row["id"]: row["score"] for row in plain.rows} != {row["id"]: row["score"] for row in dense.rows}


def test_asking_with_a_model_prints_no_progress_where_nobody_watches(jorye, dense_home, model):
    assert jorye("ask", QUESTION, JORYE_HOME=dense_home, JORYE_EMBEDDING=model).err == ""


@dataclass(frozen=True, slots=True)
class Matter:
    """A text to be found."""

    key: str
    text: str
    context: str = ""


@pytest.fixture(scope="module")
def opened(model, tmp_path_factory):
    """A ranker over a few texts, by default with the model and all legs, and the folders of its indexes."""
    home, tiny = tmp_path_factory.mktemp("few"), load_models(str(model))
    texts = [Matter(key, text) for key, text in MATTERS.items()]

    def opened(legs=ALL, models=tiny):
        ranker = open_ranker(home, texts, (), models, lambda things, _: things, legs=legs)
        return ranker, sorted(home.glob("index/*"))

    return opened


def _embedding(index: Path) -> str:
    return json.loads((index / "manifest.json").read_text(encoding="utf-8"))["embedding"]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("a dog on a leash", "leash"),
        ("책을 빌리는 기간", "library"),
        ("how long to borrow books", "library"),
        ("택시 승객", "taxi"),
    ],
)
def test_a_ranker_with_a_model_finds_texts_in_either_language(opened, question, key):
    ranker, _ = opened()
    assert ranker.index.passages[ranker.rank(question, 1)[0][0]].key == key


def test_a_text_is_nearest_to_itself_by_the_model_alone(opened):
    ranker, _ = opened(Legs(words=False, bigrams=False, dictionary=False, glossary=False))
    assert [ranker.rank(f"\n{text}", 1)[0][0] for text in MATTERS.values()] == list(range(len(MATTERS)))


def test_an_index_remembers_its_embedding(opened, model):
    _, (first,) = opened()
    assert opened()[1] == [first]
    assert _embedding(first).startswith(str(model))
    ranker, both = opened(models=load_models(""))
    (other,) = set(both) - {first}
    assert (ranker.index.dense, _embedding(other)) == (None, "")


def test_without_the_model_its_index_is_not_used(jorye, copy):
    ran = jorye("ask", QUESTION, "--json", JORYE_HOME=copy, JORYE_EMBEDDING="none")
    assert (ran.code, ran.json["citations"][0]["id"]) == (0, CONVENES)
    assert any(not (folder / "vectors").exists() for folder in copy.glob("index/*"))


@pytest.mark.parametrize("damage", ["half the database", "no folder"])
def test_damaged_vectors_are_refused_in_one_line_and_left_as_they_are(jorye, copy, model, content, damage):
    (vectors,) = copy.glob("index/*/vectors")
    database = vectors / "chroma.sqlite3"
    if damage == "no folder":
        shutil.rmtree(vectors)
    else:
        database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
    before = content(copy)
    ran = jorye("ask", QUESTION, JORYE_HOME=copy, JORYE_EMBEDDING=model)
    assert (ran.code, "Traceback" in ran.err) == (1, False), ran.err
    assert "jorye ingest --rebuild" in ran.err
    assert content(copy) == before


def test_another_model_in_the_same_folder_is_noticed(jorye, make_model, tmp_path):
    folder = make_model(tmp_path / "model", 32)
    assert jorye("ingest", JORYE_HOME=tmp_path / "home", JORYE_EMBEDDING=folder).code == 0
    shutil.rmtree(folder)
    shutil.move(make_model(tmp_path / "other", 16), folder)
    ran = jorye("ask", QUESTION, JORYE_HOME=tmp_path / "home", JORYE_EMBEDDING=folder)
    assert "Traceback" not in ran.err, ran.err
    assert CONVENES in ran.out or ran.code == 1
