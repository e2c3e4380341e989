"""Works, their versions through time, and the documents their texts come from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from corpus.identifiers import ProvisionId

Lang = Literal["ko", "en"]
LANGS: tuple[Lang, ...] = ("ko", "en")


class Genre(StrEnum):
    """What kind of document a work is; only an ordinance is law."""

    ORDINANCE = "ordinance"
    REVIEW_REPORT = "review_report"
    BUREAU_REPORT = "bureau_report"
    BACKGROUND = "background"


class Authority(StrEnum):
    """How far the wording of a text can be relied on."""

    OFFICIAL = "official"
    OFFICIAL_TRANSLATION = "official_translation"
    UNOFFICIAL_RENDITION = "unofficial_rendition"
    REPORT = "report"
    BACKGROUND = "background"


class Standing(StrEnum):
    """What a source is worth on the asked date, strongest first."""

    IN_FORCE = "in_force"
    NOT_IN_FORCE = "not_in_force"
    BILL = "bill"
    REVIEW_REPORT = "review_report"
    BUREAU_REPORT = "bureau_report"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Version:
    """The text of an ordinance from a date on.

    `touched` lists the units, as in ids, that this version is known to have changed;
    None means that it is not known. `beside` are the numbers of other ordinances promulgated the same day
    whose amendments this text holds too.
    """

    effective: date
    promulgated: date
    number: str
    kind: str
    held: bool = False
    touched: tuple[str, ...] | None = None
    beside: tuple[str, ...] = ()

    def touches(self, key: ProvisionId) -> bool | None:
        """Whether this version is known to have changed a provision, what holds it or what it holds; None: unknown."""
        if self.touched is None:
            return None
        path = "/".join(map(str, key.units))
        return any(f"{path}/".startswith(f"{unit}/") or f"{unit}/".startswith(f"{path}/") for unit in self.touched)


@dataclass(frozen=True, slots=True)
class Source:
    """One document, and how it is to be read; `folder` is empty for those in `corpus/texts`.

    `cuts` are the lines, counted from 1, whose last word goes on in the next one, as a PDF breaks them.
    """

    file: str
    reader: str
    lang: Lang
    authority: Authority
    sha256: str
    versions: tuple[date, ...] = ()
    cuts: frozenset[int] = frozenset()
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A committee or council that a work sets up, by all the names people use for it.

    `articles` are those that speak of it; `until` is the last day it existed, where it is gone,
    and its text is then read as of that day; `sunset` is the last day of its term of existence.
    """

    slug: str
    names: tuple[str, ...]
    articles: tuple[str, ...]
    until: date | None = None
    sunset: date | None = None


@dataclass(frozen=True, slots=True)
class FormerName:
    """The name that a work bore up to and including a day, and its short forms."""

    name_ko: str
    name_en: str
    aliases: tuple[str, ...]
    until: date

    @property
    def names(self) -> tuple[str, ...]:
        """Every form of the name."""
        return (self.name_ko, self.name_en, *self.aliases)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A work as another document quotes it, with the heads under which that document does so."""

    slug: str
    name_ko: str
    name_en: str
    heads: tuple[str, ...] = ()
    bill: bool = False

    def name(self, lang: Lang) -> str:
        """The name in one language."""
        return self.name_ko if lang == "ko" else self.name_en


@dataclass(frozen=True, slots=True)
class Work:
    """An ordinance, report or note as such, whatever its versions; `versions` are in order of effect.

    `register_id` is what the national register calls it through all versions (자치법규ID).
    """

    slug: str
    genre: Genre
    name_ko: str
    name_en: str
    aliases: tuple[str, ...]
    sources: tuple[Source, ...]
    versions: tuple[Version, ...] = ()
    bodies: tuple[Body, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    dated: date | None = None
    register_id: str = ""

    def name(self, lang: Lang, version: date | None = None) -> str:
        """The full name in one language; of a version, the name it bore then."""
        borne = [former for former in self.former_names if version is not None and version <= former.until]
        named = borne[0] if borne else self
        return named.name_ko if lang == "ko" else named.name_en

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the work itself."""
        return (self.name_ko, self.name_en, *self.aliases)

    def in_force(self, day: date) -> Version | None:
        """The version in force on a day, held or not; None before the first known one."""
        begun = [version for version in self.versions if version.effective <= day]
        return begun[-1] if begun else None

    def nearest_held(self, day: date) -> Version | None:
        """The held version to read on a day: the one in force, else the last before it, else the next."""
        held = [version for version in self.versions if version.held]
        begun = [version for version in held if version.effective <= day]
        return begun[-1] if begun else (held[0] if held else None)

    def effect(self, promulgated: date) -> date:
        """The day on which what was promulgated on a day took effect, as far as only one day can be meant."""
        days = {version.effective for version in self.versions if version.promulgated == promulgated}
        return days.pop() if len(days) == 1 else promulgated

    def since(self, version: Version, day: date) -> tuple[Version, ...]:
        """The versions that took effect after `version` and up to `day`."""
        return tuple(later for later in self.versions if version.effective < later.effective <= day)
