"""The index on disk: the words of all passages, ready to be searched.

An index lies in `<home>/index/<fingerprint>`; the fingerprint covers the passages, the glossary, the way
words are made and the embedding, so an index of other texts is never used. It is built in a folder beside
and renamed when complete; its manifest holds the SHA-256 of each file, checked when it is opened.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from corpus.errors import MEND, DamagedIndexError, StorageError
from corpus.glossary import Term
from ingest.morphemes import Morphemes, recipe
from ingest.passages import Passage

Progress = Callable[[Iterable[Passage], int], Iterable[Passage]]

SCHEMA = 1
_KEPT = 3
_BM25 = {"k1": 1.2, "b": 0.75}
_WORDS, _TERMS, _LEXICAL, _VECTORS, _MANIFEST = "words.jsonl", "terms.json", "bm25", "vectors", "manifest.json"


@dataclass(frozen=True, slots=True)
class Contents:
    """What an index is made of; `embedding` is the name of the model, or empty for words alone."""

    passages: tuple[Passage, ...]
    terms: tuple[Term, ...]
    embedding: str = ""

    @property
    def fingerprint(self) -> str:
        """A short name that changes whenever the index would."""
        made_by = (SCHEMA, version("bm25s"), _BM25, recipe(), self.embedding)
        digest = hashlib.sha256(repr(made_by).encode())
        for part in (*self.passages, *self.terms):
            digest.update(repr(part).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Index:
    """An opened index: `words[i]` are those of `passages[i]`; `term_words[i][j]` those of a glossary variant."""

    passages: tuple[Passage, ...]
    words: tuple[tuple[str, ...], ...]
    term_words: tuple[tuple[tuple[str, ...], ...], ...]
    lexical: Any
    vectors: Path | None


def open_index(home: Path, contents: Contents) -> Index | None:
    """The index of these contents, or None when it was never built; raises DamagedIndexError, StorageError."""
    folder = _folder(home, contents)
    try:
        if not folder.exists():
            return None
        _verify(folder, vectors=bool(contents.embedding))
        rows = (folder / _WORDS).read_text(encoding="utf-8").splitlines()
        terms = json.loads((folder / _TERMS).read_text(encoding="utf-8"))
    except OSError as error:
        raise StorageError(f"The index in {folder} cannot be read: {error.strerror or error}.") from error
    return Index(
        passages=contents.passages,
        words=tuple(tuple(json.loads(row)) for row in rows),
        term_words=tuple(tuple(map(tuple, variants)) for variants in terms),
        lexical=_load_lexical(folder / _LEXICAL),
        vectors=folder / _VECTORS if contents.embedding else None,
    )


def build_index(
    home: Path,
    contents: Contents,
    morphemes: Morphemes,
    embed: Callable[[list[str]], list[list[float]]] | None,
    progress: Progress,
    *,
    patience: float = 0,
) -> None:
    """Build the index of these contents; raises StorageError.

    With patience, wait as many seconds for another process that builds, and take what it built.
    """
    try:
        (home / "index").mkdir(parents=True, exist_ok=True)
        with FileLock(home / "index.lock", timeout=patience):
            if patience and _folder(home, contents).exists():
                return
            _sweep_unfinished(home)
            folder = home / "index" / f".building-{os.getpid()}"
            folder.mkdir()
            _write(folder, contents, morphemes, embed, progress)
            shutil.rmtree(_folder(home, contents), ignore_errors=True)
            folder.rename(_folder(home, contents))
            _sweep_old(home)
    except Timeout as error:
        raise StorageError(f"Another process is building the index below {home}; try again when it is done.") from error
    except OSError as error:
        problem = f"The index cannot be written below {home}: {error.strerror or error}."
        raise StorageError(f"{problem} Set JORYE_HOME to a folder that can be written.") from error


def _folder(home: Path, contents: Contents) -> Path:
    return home / "index" / contents.fingerprint


def _sweep_unfinished(home: Path) -> None:
    for folder in (home / "index").glob(".building-*"):
        shutil.rmtree(folder, ignore_errors=True)


def _sweep_old(home: Path) -> None:
    """Leave the newest indexes: another process may still read one, or use it with its own settings."""
    folders = [folder for folder in (home / "index").iterdir() if folder.is_dir()]
    for folder in sorted(folders, key=lambda each: each.stat().st_mtime, reverse=True)[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def _write(
    folder: Path,
    contents: Contents,
    morphemes: Morphemes,
    embed: Callable[[list[str]], list[list[float]]] | None,
    progress: Progress,
) -> None:
    followed = progress(contents.passages, len(contents.passages))
    words = [list(morphemes.words(f"{passage.context} {passage.text}")) for passage in followed]
    _write_text(folder / _WORDS, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in words))
    terms = [list(map(morphemes.words, term.variants)) for term in contents.terms]
    _write_text(folder / _TERMS, json.dumps(terms, ensure_ascii=False))
    _save_lexical(folder / _LEXICAL, words)
    if embed is not None:
        from ingest.vectors import write_vectors

        write_vectors(folder / _VECTORS, embed([f"{p.context}\n{p.text}" for p in contents.passages]))
    _write_text(folder / _MANIFEST, json.dumps({"schema": SCHEMA, "files": _checksums(folder)}, indent=1))


def _write_text(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _checksums(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != _MANIFEST]
    kept = [path for path in files if _VECTORS not in path.relative_to(folder).parts]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in kept}


def _verify(folder: Path, *, vectors: bool) -> None:
    try:
        known = dict(json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))["files"].items())
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedIndexError(f"The index in {folder} has no readable {_MANIFEST}. {MEND}") from error
    found = _checksums(folder)
    wrong = sorted(name for name in {*known, *found} if known.get(name) != found.get(name))
    if vectors and not (folder / _VECTORS).is_dir():
        wrong.append(_VECTORS)
    if wrong:
        raise DamagedIndexError(f"{', '.join(wrong)} in {folder} is not what was written there. {MEND}")


def _save_lexical(folder: Path, words: list[list[str]]) -> None:
    from bm25s import BM25

    lexical = BM25(**_BM25)
    lexical.index(words, show_progress=False)
    lexical.save(folder, show_progress=False)


def _load_lexical(folder: Path) -> Any:  # noqa: ANN401 - bm25s has no types
    from bm25s import BM25

    return BM25.load(folder, show_progress=False)
