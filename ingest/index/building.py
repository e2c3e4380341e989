"""Building an index beside the complete ones, and completing it in one step."""

import gc
import secrets
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from filelock import FileLock, Timeout

from corpus.errors import DamagedIndexError, StorageError
from corpus.glossary import Term
from ingest.bigrams import bigrams
from ingest.bilingual.dictionary import knows_korean
from ingest.bilingual.names import names_by_sound
from ingest.chroma import Store, Vectors
from ingest.index import places
from ingest.index.bags import bags_of, save_bags
from ingest.index.contents import SCHEMA, Contents, Item, questions_digest, words_recipe
from ingest.index.files import seal, write_json
from ingest.index.gathering import By, Progress, embedded, gather
from ingest.index.lexical import save_lexical
from ingest.index.opening import (
    BIGRAMS,
    COVARIANCE,
    DIGESTS,
    IDS,
    LEXICAL,
    MEAN,
    NAMES,
    QUESTION_LETTERS,
    QUESTION_VECTORS,
    QUESTION_WORDS,
    TERMS,
    VECTORS,
    VOCABULARY,
    WORDS,
)
from ingest.index.reuse import Known, known
from ingest.index.rows import numbered, save_rows
from ingest.morphemes import Analysis, Morphemes
from ingest.vectors import COLLECTION, Writer

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_NO_VECTORS: Vectors = np.zeros((0, 0), np.float32)


def build_index(
    home: Path,
    contents: Contents[Item],
    morphemes: Morphemes,
    embedding: "Embeddings | None",
    progress: Progress,
    *,
    patience: float = 0,
    afresh: bool = False,
) -> None:
    """Build the index of these contents; raises StorageError.

    The embedding is that of the contents, None where they name none. What an earlier index knows of a text is taken
    over, unless it is to be made afresh. With patience, wait as many seconds for another process that builds, and
    take what it built.
    """
    if (embedding is None) != (not contents.embedding):
        raise ValueError(f"contents of embedding {contents.embedding or None!r} cannot be built with {embedding!r}")
    try:
        (home / "index").mkdir(parents=True, exist_ok=True)
        with FileLock(home / "index.lock", timeout=patience):
            fingerprint = contents.fingerprint
            if patience and places.newest(home, fingerprint):
                return
            places.sweep(home)
            earlier = Known() if afresh else known(home, contents)
            folder = places.begin(home)
            with _without_collection():
                _write(folder, fingerprint, contents, earlier, By(morphemes, embedding, progress))
            places.sweep(home, folder.rename(places.following(home, fingerprint)))
    except Timeout as error:
        raise StorageError(f"Another process is building the index below {home}; try again when it is done.") from error
    except (OSError, DamagedIndexError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.__cause__
        problem = f"The index cannot be written below {home}: {reason or error}."
        raise StorageError(f"{problem} Set JORYE_HOME to a folder that can be written.") from error


def _write(folder: Path, fingerprint: str, contents: Contents[Item], earlier: Known, by: By) -> None:
    about: dict[str, Any] = {"schema": SCHEMA, "fingerprint": fingerprint, "words": words_recipe()}
    about |= {"embedding": contents.embedding, "questions": questions_digest(contents.questions)}
    digests = contents.digests
    with _writer(folder, fingerprint, contents) as (writer, name), ThreadPoolExecutor(2) as beside:
        analyses = gather(contents.passages, digests, earlier, by, writer)
        vectors = beside.submit(_write_vectors, folder, writer, name)
        terms = beside.submit(_terms, contents.terms, earlier, by.morphemes)
        asked = beside.submit(_write_questions, folder, contents.questions, earlier, by)
        write_json(folder / DIGESTS, digests)
        _write_words(folder, [analyses[digest] for digest in digests])
        save_lexical(folder / BIGRAMS, *numbered(bigrams(f"{each.context} {each.text}") for each in contents.passages))
        write_json(folder / TERMS, terms.result())
        asked.result()
        about |= vectors.result()
    seal(folder, about)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Nearly all that a build makes lives to its end, so to look for what does not costs a tenth and finds nothing."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@contextmanager
def _writer(folder: Path, fingerprint: str, contents: Contents[Item]) -> Iterator[tuple[Writer | None, str]]:
    """What takes the vectors, and the name of their collection; nothing for an index of words alone."""
    if not contents.embedding:
        yield None, ""
        return
    place, name = _vectors_place(folder, fingerprint, contents.chroma)
    with closing(Store(place)) as store:
        yield Writer(store.create(name, {"embedding": contents.embedding})), name


def _write_vectors(folder: Path, writer: Writer | None, name: str) -> dict[str, Any]:
    """Store what still waits; what the index has to remember of its vectors."""
    if writer is None:
        return {}
    mean, covariance = writer.finish()
    np.save(folder / MEAN, mean)
    np.save(folder / COVARIANCE, covariance)
    return {"collection": name, "stored": writer.stored}


def _vectors_place(folder: Path, fingerprint: str, chroma: str) -> tuple[Path | str, str]:
    """Where the vectors go, and under which name; on a server noted first, so that it can be swept from there."""
    if not chroma:
        return folder / VECTORS, COLLECTION
    name = f"jorye-{fingerprint}-{secrets.token_hex(4)}"
    write_json(folder / places.ON_SERVER, {"url": chroma, "name": name})
    return chroma, name


def _write_words(folder: Path, analyses: Sequence[Analysis]) -> None:
    rows, vocabulary = numbered(each.words for each in analyses)
    save_rows(folder / WORDS, rows)
    save_rows(folder / IDS, [each.ids for each in analyses])
    write_json(folder / VOCABULARY, vocabulary)
    write_json(folder / NAMES, names_by_sound((each.words for each in analyses), knows_korean))
    save_lexical(folder / LEXICAL, rows, vocabulary)


def _write_questions(folder: Path, questions: Sequence[str], earlier: Known, by: By) -> None:
    """The words, the letters and the vectors of questions; taken over from an index that has just these."""
    words, vectors = earlier.questions.get(questions_digest(questions), (None, None))
    if words is None or vectors is None:
        analyses = list(by.morphemes.stream(questions))
        words = bags_of(each.words for each in analyses)
        vectors = embedded(list(questions), analyses, by.embedding) if by.embedding and questions else _NO_VECTORS
    save_bags(folder / QUESTION_WORDS, words)
    save_bags(folder / QUESTION_LETTERS, bags_of(map(bigrams, questions)))
    np.save(folder / QUESTION_VECTORS, vectors.astype(np.float16))


def _terms(terms: Iterable[Term], earlier: Known, morphemes: Morphemes) -> dict[str, Sequence[str]]:
    """The words of each variant of each term."""
    variants = dict.fromkeys(variant for term in terms for variant in term.variants)
    new = [variant for variant in variants if variant not in earlier.terms]
    found = dict(zip(new, (each.words for each in morphemes.stream(new)), strict=True))
    return {variant: found[variant] if variant in found else earlier.terms[variant] for variant in variants}
