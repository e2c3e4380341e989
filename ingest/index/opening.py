"""Opening an index: all of it checked against its manifest, then read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

import numpy as np

from corpus.errors import MEND, DamagedIndexError, StorageError
from ingest.chroma import Vectors
from ingest.index import places
from ingest.index.bags import Bags, load_bags
from ingest.index.contents import Contents, Item
from ingest.index.files import read_json, verify
from ingest.index.lexical import load_lexical
from ingest.index.rows import load_rows
from ingest.vectors import Dense, Moments

WORDS, IDS, VOCABULARY, DIGESTS, TERMS = "words.npy", "ids.npy", "vocabulary.json", "digests.json", "terms.json"
LEXICAL, BIGRAMS, VECTORS, MEAN, COVARIANCE = "bm25", "bigrams", "vectors", "mean.npy", "covariance.npy"
NAMES = "names.json"
QUESTION_WORDS, QUESTION_LETTERS = "question-words.npy", "question-letters.npy"
QUESTION_VECTORS = "question-vectors.npy"

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Index(Generic[Item]):
    """An opened index, which needs its folder no more.

    `words[i]` are those of `passages[i]` and `ids[i]` Kiwi's numbers of its morphemes; `term_words[i][j]` the words
    of a glossary variant; `names` are names in the texts by how they sound; `lexical` is BM25 over the words,
    `bigrams` over character bigrams of context and text, `dense` the vectors, or None for an index of words alone.
    Bag i of `question_words` and of `question_letters` (pairs of them) and row i of `question_vectors` (of length 1
    or 0; no columns without an embedding) are those of question i.
    """

    passages: tuple[Item, ...]
    words: Rows
    ids: tuple[tuple[int, ...], ...]
    term_words: tuple[Rows, ...]
    names: dict[str, list[tuple[str, ...]]]
    lexical: Any
    bigrams: Any
    dense: Dense | None
    question_words: Bags
    question_letters: Bags
    question_vectors: Vectors


def open_index(home: Path, contents: Contents[Item]) -> Index[Item] | None:
    """The index of these contents, or None when it was never built; raises DamagedIndexError, StorageError."""
    try:
        fingerprint = contents.fingerprint
        folder = places.newest(home, fingerprint)
        while folder is not None:
            try:
                return _opened(folder, fingerprint, contents)
            except (FileNotFoundError, StorageError):
                tried, folder = folder, places.newest(home, fingerprint)
                if tried == folder:  # else it was swept while it was read, when a newer one took its place
                    raise
    except OSError as error:
        raise StorageError(f"The index below {home} cannot be read: {error.strerror or error}.") from error
    return None


def _opened(folder: Path, fingerprint: str, contents: Contents[Item]) -> Index[Item]:
    about = verify(folder)
    if (about.get("fingerprint"), about.get("embedding")) != (fingerprint, contents.embedding):
        built, wanted = (name or "words alone" for name in (about.get("embedding"), contents.embedding))
        raise DamagedIndexError(f"The index in {folder} was built for other contents ({built}, not {wanted}). {MEND}")
    words = read_json(folder / TERMS)
    return Index(
        passages=contents.passages,
        words=read_words(folder),
        ids=tuple(map(tuple, load_rows(folder / IDS))),
        term_words=tuple(tuple(tuple(words[variant]) for variant in term.variants) for term in contents.terms),
        names={sound: list(map(tuple, names)) for sound, names in read_json(folder / NAMES).items()},
        lexical=load_lexical(folder / LEXICAL),
        bigrams=load_lexical(folder / BIGRAMS),
        dense=open_dense(folder, about, contents.chroma) if contents.embedding else None,
        question_words=load_bags(folder / QUESTION_WORDS),
        question_letters=load_bags(folder / QUESTION_LETTERS),
        question_vectors=read_question_vectors(folder),
    )


def read_question_vectors(folder: Path) -> Vectors:
    """The vectors of the questions of an index, one a row."""
    vectors: Vectors = np.load(folder / QUESTION_VECTORS).astype(np.float32)
    return vectors


def read_words(folder: Path) -> Rows:
    """The words of each row of an index."""
    word = read_json(folder / VOCABULARY).__getitem__
    return tuple(tuple(map(word, row)) for row in load_rows(folder / WORDS))


def open_dense(folder: Path, about: dict[str, Any], chroma: str) -> Dense:
    """The vectors of an index, kept in it or on a server; raises DamagedIndexError, StorageError."""
    moments = Moments(np.load(folder / MEAN), np.load(folder / COVARIANCE))
    place, name = (chroma, about["collection"]) if chroma else (folder / VECTORS, about["collection"])
    dense = Dense(place, name, about["stored"], read_json(folder / DIGESTS), moments)
    if chroma and (kept := dense.collection().about.get("embedding")) != about["embedding"]:
        problem = f"The collection {name} at {chroma} was built with {kept}, not with {about['embedding']}."
        raise DamagedIndexError(f"{problem} {MEND}")
    return dense
