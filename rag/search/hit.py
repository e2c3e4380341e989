"""What a search finds."""

from dataclasses import dataclass

from corpus.identifiers import ProvisionId
from corpus.works import Lang


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision found: `text` is its best passage, `coverage` how much of the question it meets (0 to 1)."""

    id: ProvisionId
    lang: Lang
    text: str
    score: float
    coverage: float


def provision_url(key: ProvisionId) -> str:
    """The path at which a provision is served."""
    return f"/v1/provisions/{key}"
