"""The glossary: which words of a question stand for which words of the texts, in both languages.

Of each row a Korean and an English variant stand in the texts, unless its note begins with a mark: `user
vocabulary` for what users say and the texts do not, `our English` or `our Korean` where the texts have the
term in the other language alone and these variants are our translation. `see` names, by their first Korean
variant, the rows of what the texts say instead; where they say nothing it stays empty, and so does the answer.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.errors import SourceError
from corpus.works import Lang

COLUMNS = ("ko", "en", "part", "see", "note")
USER_VOCABULARY = "user vocabulary"
TRANSLATIONS: dict[str, Lang] = {"our English": "en", "our Korean": "ko"}


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

    @property
    def from_users(self) -> bool:
        """Whether these are words of users, for which the texts have others or none."""
        return self._mark == USER_VOCABULARY

    @property
    def translated(self) -> Lang | None:
        """The language whose variants are our translation; None where both are words of the texts or of users."""
        return TRANSLATIONS.get(self._mark)

    @property
    def _mark(self) -> str:
        return self.note.partition(":")[0]


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
