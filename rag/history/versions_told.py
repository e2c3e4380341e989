"""What the list of versions tells of an ordinance: numbers, promulgation, effect, amendments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.legislation import Evidence
from corpus.provisions import Law
from corpus.works import Lang, Version, Work
from rag.history.since import after, since_told
from rag.history.statement import Statement
from rag.phrases import say
from rag.questions.legislative import Matter

_NUMBER = re.compile(
    r"(?:제\s?|\b(?:No|Number|Ordinance)\.?\s?)0*(\d{4,5})(?:\s?호|\b)|(?<!\d)(\d{4,5})\s?호", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d.])(20[0-3]\d)(?!\d)")
_MONTH = re.compile(r"20[0-3]\d(?:년\s?|\.\s?)(\d{1,2})(?:월|\.)")
_WHOLE = "whole amendment"
_OTHER = "amendment by another ordinance"


@dataclass(frozen=True, slots=True)
class Register:
    """The versions of a work up to a day, as the register lists them, and the texts that may carry what it says."""

    law: Law
    work: Work
    as_of: date
    lang: Lang

    @property
    def versions(self) -> tuple[Version, ...]:
        """Those promulgated by the day."""
        return tuple(each for each in self.work.versions if each.promulgated <= self.as_of)

    def told(self, matters: Sequence[Matter], text: str) -> list[Statement]:
        """A sentence for each fact asked of the versions; of those that the text names by number or year, if any."""
        if not self.versions:
            first = self.work.versions[0].effective if self.work.versions else None
            if first is None:
                return []
            phrase = "not_yet" if self.work.versions[0].kind == "enactment" else "before_record"
            values = {"work": self.work.name(self.lang), "date": first, "day": self.as_of}
            return [Statement(say(phrase, self.lang, **values))]
        return list(dict.fromkeys(each for matter in matters for each in self._of(matter, text)))

    def touched(self, text: str) -> tuple[str, ...]:
        """The units that the amendments a text names by number or year, else the last, are known to have touched."""
        amended = [each for each in self.versions if each.kind != "enactment"]
        acting = [each for each in self._named(text) if each in amended] or amended[-1:]
        return tuple(unit for each in acting for unit in each.touched or ())

    def _of(self, matter: Matter, text: str) -> Iterator[Statement]:
        named = self._named(text)
        if matter is Matter.COUNT:
            yield self._count(text)
        elif matter is Matter.LAST:
            yield self._version(self.versions[-1], "told_last")
        elif matter is Matter.REPLACED:
            yield from (self._version(each, "told_version") for each in self.versions if each.kind == _WHOLE)
        elif matter is Matter.ACTS:
            amended = [each for each in self.versions if each.kind != "enactment"]
            acting = [each for each in named if each in amended]
            yield from (self._version(each, "told_version") for each in (acting or amended[-1:]))
        elif named:
            yield from (self._version(each, "told_version") for each in named)
        else:
            yield from self._whole(last=matter is Matter.ORDINANCE_NUMBER)

    def _named(self, text: str) -> list[Version]:
        numbers = {found[1] or found[2] for found in _NUMBER.finditer(text)}
        numbered = [each for each in self.versions if numbers & {each.number, *each.beside}]
        years = {int(found[1]) for found in _YEAR.finditer(text)}
        dated = [each for each in self.versions if years & {each.promulgated.year, each.effective.year}]
        months = {int(found[1]) for found in _MONTH.finditer(text)}
        in_month = [each for each in dated if months & {each.promulgated.month, each.effective.month}]
        return numbered or in_month or dated

    def _whole(self, *, last: bool) -> Iterator[Statement]:
        """How an ordinance began, or as far back as it is known; then, and if asked for, its `last` amendment."""
        whole = [each for each in self.versions if each.kind == _WHOLE]
        first = self.versions[0]
        if first.kind != "enactment":
            yield Statement(self._say("told_record", first))
        begun = first if first.kind == "enactment" else (whole[-1] if whole else None)
        if begun is not None:
            yield self._version(begun, "told_version")
        if self.versions[-1] not in (begun, first) and (last or first.kind != "enactment"):
            yield self._version(self.versions[-1], "told_last")

    def _count(self, text: str) -> Statement:
        """How many ordinances amended it, since a time that the text names where it does; each named with its day."""
        since = since_told(text, self.versions, self.as_of)
        amended = [each for each in after(self.versions, since) if each.kind != "enactment"]
        numbers = [(number, each) for each in amended for number in (*each.beside, each.number)]
        listed = ", ".join(self._amendment(number, each) for number, each in numbers)
        first = self.versions[0]
        phrase = "told_count" if first.kind == "enactment" else "told_count_since"
        if since:
            phrase = "told_count_from" if numbers else "told_count_none"
        values = {
            "work": self.work.name(self.lang),
            "times": _times(len(numbers), self.lang),
            "listed": listed or "-",
            "date": since or first.promulgated,
        }
        evidence = self._carrying(amended[-1] if amended else self.versions[-1])
        registered = say("told_register_list" if evidence else "told_register_alone", self.lang)
        return Statement(f"{say(phrase, self.lang, **values)} {registered}", evidence)

    def _amendment(self, number: str, version: Version) -> str:
        phrase = "amendment_whole" if version.kind == _WHOLE else "amendment"
        return say(phrase, self.lang, number=number, date=version.promulgated)

    def _version(self, version: Version, phrase: str) -> Statement:
        carried = self._addenda(version.number)
        said = self._say(phrase, version)
        if version.kind == _WHOLE and phrase == "told_version":
            former = [each for each in self.work.former_names if each.until < version.effective]
            said = (
                self._say(
                    "told_renamed", version, former=former[-1].name_ko if self.lang == "ko" else former[-1].name_en
                )
                if former
                else said
            )
        if carried:
            return Statement(said, carried)
        carrying = self._carrying(version)
        registered = say("told_register" if carrying else "told_register_alone", self.lang)
        return Statement(f"{said} {registered}", carrying)

    def _say(self, phrase: str, version: Version, **more: str) -> str:
        """The sentence with the kind of the version, its number and its days."""
        same = version.effective == version.promulgated
        force = "" if same else say("told_effect", self.lang, date=version.effective)
        kind = say(f"told_kind_{version.kind.replace(' ', '_')}", self.lang)
        values = {"work": self.work.name(self.lang, version.effective), "number": version.number, "kind": kind}
        beside = "".join(say("told_beside", self.lang, number=number) for number in version.beside)
        return say(
            phrase,
            self.lang,
            date=version.promulgated,
            force=force or say("told_same_day", self.lang),
            beside=beside,
            **values,
            **more,
        )

    def _carrying(self, version: Version) -> tuple[Evidence, ...]:
        """What carries a version of which no text is at hand: nothing but the first article of the nearest text."""
        held = self.work.nearest_held(version.effective)
        key = ProvisionId(self.work.slug, held.effective, (Unit(UnitKind.ARTICLE, "1"),)) if held else None
        return self._words(key) if key is not None and key in self.law else self._addenda(version.number)

    def _addenda(self, number: str) -> tuple[Evidence, ...]:
        """The addenda of an ordinance in the newest text that holds them: when it takes effect, and what it amended."""
        works = [
            self.work,
            *(each for each in self.law.works.values() if each is not self.work and number == self._only_number()),
        ]
        for work in works:
            for version in sorted((each.effective for each in work.versions if each.held), reverse=True):
                root = ProvisionId(work.slug, version, (Unit(UnitKind.ADDENDA, number),))
                if root in self.law:
                    keys = [root.child(UnitKind.ARTICLE, "1"), root]
                    keys = [key for key in keys if key in self.law and self._words(key)][:1]
                    others = [root.child(UnitKind.ARTICLE, "2")] if self._amends_another(number) else []
                    return tuple(each for key in (*keys, *others) if key in self.law for each in self._words(key))
        return ()

    def _only_number(self) -> str:
        """The number of a work of which one version is known and no text held; other texts may hold its addenda."""
        only = [each.number for each in self.work.versions]
        return only[0] if len(only) == 1 and not any(each.held for each in self.work.versions) else ""

    def _amends_another(self, number: str) -> bool:
        return any(each.number == number and each.kind == _OTHER for each in self.work.versions)

    def _words(self, key: ProvisionId) -> tuple[Evidence, ...]:
        words = self.law.full_text(key, self.lang if self.law.provision(key).speaks(self.lang) else "en")
        return (Evidence(key, words),) if words.strip() else ()


def _times(count: int, lang: Lang) -> str:
    return f"{count}차례" if lang == "ko" else "once" if count == 1 else f"{count} times"
