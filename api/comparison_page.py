"""Two versions of a provision as text: `[-removed-]` and `{+added+}`, and before each unit what became of it."""

from collections.abc import Iterable, Iterator, Sequence

from api.page import authority_name
from api.provision_page import amendment_line
from corpus.comparison import Change, Comparison, Span, SpanKind, UnitComparison, compare
from corpus.provisions import Law
from corpus.works import LANGS, Lang
from rag.phrases import say

_MARKED = {SpanKind.KEPT: "{}", SpanKind.REMOVED: "[-{}-]", SpanKind.ADDED: "{{+{}+}}"}
_SIGNS = {Change.SAME: "=", Change.CHANGED: "~", Change.ADDED: "+", Change.REMOVED: "-", Change.DELETED: "x"}


def comparison_page(law: Law, comparisons: Sequence[Comparison], lang: Lang | None) -> str:
    """The comparisons one after the other: what may mislead, then each unit with its sign, then its amendments.

    Asked for no language in particular, it also says which version has no text in one.
    """
    blocks = ["\n".join(_lines(law, each)) for each in comparisons]
    sides = dict.fromkeys(key for each in comparisons for key in (each.old, each.new))
    lacking = [(key, other) for key in sides for other in LANGS if not lang and not law.provision(key).speaks(other)]
    blocks += [f"{key}: {say(f'no_text_{other}', 'ko')} {say(f'no_text_{other}', 'en')}" for key, other in lacking]
    return "\n\n".join(blocks)


def marked(spans: Iterable[Span]) -> str:
    """A wording with the marks of what was removed and added."""
    return "".join(_MARKED[span.kind].format(span.text) for span in spans)


def _lines(law: Law, comparison: Comparison) -> Iterator[str]:
    lang = comparison.lang
    yield f"{comparison.old} → {comparison.new}"
    authorities = dict.fromkeys((comparison.authority_old, comparison.authority_new))
    yield f"{say('language', lang)} · {' → '.join(authority_name(each, lang) for each in authorities)}"
    yield from (f"⚠ {say(f'doubt_{doubt}', lang)}" for doubt in comparison.doubts)
    yield say("signs", lang)
    yield ""
    yield from _article(law, comparison)
    before = ""
    for unit in comparison.units:
        line = f"{_SIGNS[unit.change]} {_wording(unit)}"
        if line != before or unit.words:  # units that one line of the text deletes together have one mark
            yield line
            yield from _notes(unit, lang)
        before = line


def _article(law: Law, comparison: Comparison) -> Iterator[str]:
    """The head of the article that a part of it stands in."""
    old, new = comparison.old.article, comparison.new.article
    if old and new and old != comparison.old:
        heads = [law.provision(key).rendition(comparison.lang).mark for key in (old, new)]
        yield f"  {marked(compare(*heads))}"


def _wording(unit: UnitComparison) -> str:
    kinds = {span.kind for span in (*unit.mark, *unit.words)}
    if len(kinds) == 1:
        texts = ("".join(span.text for span in spans) for spans in (unit.mark, unit.words))
        return _MARKED[kinds.pop()].format(" ".join(filter(None, texts)))
    return " ".join(filter(None, (marked(unit.mark), marked(unit.words))))


def _notes(unit: UnitComparison, lang: Lang) -> Iterator[str]:
    """What each version says was done to the unit."""
    for key, acts in ((unit.old, unit.amended_old), (unit.new, unit.amended_new)):
        if key is not None and acts:
            yield f"    {key.version}: {amendment_line(acts, key, lang)}"
