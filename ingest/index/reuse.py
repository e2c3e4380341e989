"""What an earlier index knows of texts that have not changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import StorageError
from ingest.chroma import Vectors
from ingest.index import places
from ingest.index.bags import Bags, load_bags
from ingest.index.contents import Contents, Item, words_recipe
from ingest.index.files import manifest, read_json, verify
from ingest.index.opening import DIGESTS, IDS, QUESTION_WORDS, TERMS, open_dense, read_question_vectors, read_words
from ingest.index.rows import load_rows
from ingest.morphemes import Analysis


@dataclass(frozen=True, slots=True)
class Known:
    """The analyses and the vectors of texts by their digests, and the words of the variants of terms.

    `questions` has, by the digest of all of them, the words of the questions, and their vectors if those are alike.
    """

    analyses: Mapping[str, Analysis] = field(default_factory=dict)
    terms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    vectors: Mapping[str, Vectors] = field(default_factory=dict)
    questions: Mapping[str, tuple[Bags, Vectors | None]] = field(default_factory=dict)


def known(home: Path, contents: Contents[Item]) -> Known:
    """What the newest sound index whose words were made alike knows, one of the same embedding before all others."""
    found = [(folder, about) for folder in places.complete(home) if (about := _alike(folder)) is not None]
    for folder, about in sorted(found, key=lambda each: each[1].get("embedding") != contents.embedding):
        try:
            return _known(folder, about, contents)
        except (StorageError, OSError):
            continue
    return Known()


def _alike(folder: Path) -> dict[str, Any] | None:
    try:
        about = manifest(folder)
    except (StorageError, OSError):
        return None
    return about if about.get("words") == words_recipe() else None


def _known(folder: Path, about: dict[str, Any], contents: Contents[Item]) -> Known:
    verify(folder)
    digests = read_json(folder / DIGESTS)
    rows = zip(digests, read_words(folder), load_rows(folder / IDS), strict=True)
    analyses = {digest: Analysis(words, tuple(ids)) for digest, words, ids in rows}
    same = contents.embedding and about.get("embedding") == contents.embedding
    vectors = _vectors(folder, about, contents.chroma) if same else {}
    alike = about.get("embedding") == contents.embedding
    questions = (load_bags(folder / QUESTION_WORDS), read_question_vectors(folder) if alike else None)
    return Known(analyses, read_json(folder / TERMS), vectors, {about["questions"]: questions})


def _vectors(folder: Path, about: dict[str, Any], chroma: str) -> dict[str, Vectors]:
    """The vectors of an index; none where they are kept elsewhere than those that are built now."""
    if bool(chroma) != (folder / places.ON_SERVER).exists():
        return {}
    dense = open_dense(folder, about, chroma)
    nothing = np.zeros(len(dense.moments.mean), np.float32)
    ids, vectors = dense.collection().all()
    return dict.fromkeys(read_json(folder / DIGESTS), nothing) | dict(zip(ids, vectors, strict=True))
