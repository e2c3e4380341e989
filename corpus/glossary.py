"""The glossary: which words of a question stand for which words of the texts, in both languages."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.errors import SourceError

COLUMNS = ("ko", "en", "part", "see", "note")


@dataclass(frozen=True, slots=True)
class Term:
    """One row: the variants in each language (the texts' own word first), and the rows to look at as well."""

    ko: tuple[str, ...]
    en: tuple[str, ...]
    part: str
    see: tuple[str, ...]
    note: str

    @property
    def variants(self) -> tuple[str, ...]:
        """All words of the row, in both languages."""
        return self.ko + self.en


@cache
def load_glossary() -> tuple[Term, ...]:
    """All rows of the glossary in the package; raises SourceError for a broken row."""
    return parse_glossary((files("corpus") / "glossary.tsv").read_text(encoding="utf-8"))


def parse_glossary(text: str) -> tuple[Term, ...]:
    """Read rows of tab-separated columns under the header `ko en part see note`; raises SourceError."""
    rows = [line.split("\t") for line in text.splitlines()]
    if not rows or tuple(rows[0]) != COLUMNS:
        raise SourceError("glossary.tsv", 1, f"expected the header {' '.join(COLUMNS)}")
    return tuple(_term(number, row) for number, row in enumerate(rows[1:], start=2) if row != [""])


def _term(number: int, row: list[str]) -> Term:
    if len(row) != len(COLUMNS) or not _split(row[0]) or not _split(row[1]):
        problem = f"expected {len(COLUMNS)} columns with a Korean and an English term, found {row}"
        raise SourceError("glossary.tsv", number, problem)
    ko, en, part, see, note = row
    return Term(_split(ko), _split(en), part.strip(), _split(see), note.strip())


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (variant.strip() for variant in cell.split(";"))))
