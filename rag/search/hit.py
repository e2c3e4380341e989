"""What a search finds."""

from dataclasses import dataclass

from corpus.identifiers import ProvisionId
from corpus.works import Lang


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision found: `text` is its best passage, `coverage` how much of the question it meets (0 to 1).

    `place` is how far it stands where the question looks, next to the best (1 where that is as likely).
    """

    id: ProvisionId
    lang: Lang
    text: str
    score: float
    coverage: float
    place: float = 1.0


def provision_url(key: ProvisionId) -> str:
    """The path at which a provision is served."""
    return f"/v1/provisions/{key}"
