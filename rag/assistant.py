"""The assistant: a law, an index over it, and one method that answers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from corpus.exemplars import load_exemplars
from corpus.glossary import load_glossary
from corpus.labels import label
from corpus.legislation import load_bills
from corpus.provisions import Law
from corpus.works import Genre, Lang
from ingest.index import Progress
from ingest.passages import passages
from ingest.reading import read_law
from rag.answer import Answer, Status
from rag.answering.as_shown import as_shown, without_question
from rag.answering.by_bill import by_bill
from rag.answering.by_comparison import by_comparison
from rag.answering.by_courtesy import by_courtesy
from rag.answering.by_definition import by_definition
from rag.answering.by_history import by_history
from rag.answering.by_meeting import by_meeting
from rag.answering.by_name import by_name
from rag.answering.by_person import by_person
from rag.answering.by_reference import by_reference
from rag.answering.by_search import by_search
from rag.answering.by_section import by_section
from rag.answering.called import called
from rag.answering.compose import refused
from rag.answering.computed import by_computing
from rag.answering.counted_articles import by_counting_articles
from rag.answering.dating import dated
from rag.answering.following import as_followed
from rag.answering.lacking import why_away
from rag.answering.no_such_day import no_such_day
from rag.answering.recorded import with_records
from rag.answering.referred import referred_first
from rag.citing.validity import Readable, readables
from rag.membership import by_membership
from rag.model.draft import Draft, Parts, Writer, completed, told, whole
from rag.model.writing import open_writer
from rag.phrases import say
from rag.questions.earlier import Meant, in_full
from rag.questions.question import Question, understand
from rag.ranking.opening import load_models, open_ranker
from rag.search.filters import EVERYTHING, MOST_HITS, Filters, checked_count
from rag.search.hit import Hit
from rag.search.retriever import Retriever
from rag.settings import Settings


class Assistant:
    """Answers questions from one law; keeps nothing between questions.

    Where there is a writer, it puts into words what would only be quoted.
    """

    def __init__(self, law: Law, retriever: Callable[[], Retriever], writer: Writer | None = None) -> None:
        self.law = law
        self._opened = retriever
        self._writer = writer

    def open_writer(self) -> None:
        """Load what the writer needs now, where there is one, and not at the first question; raises SettingsError."""
        if self._writer is not None:
            self._writer.open()

    @property
    def _retriever(self) -> Retriever:
        return self._opened()

    def ask(self, text: str, as_of: date, lang: Lang | None = None, earlier: Sequence[str] = ()) -> Answer:
        """The answer to a question as of a day, or of the one its words ask for.

        `earlier` are the questions that came before it in a conversation, oldest first: what it lacks is taken from
        them. Raises QuestionError when one of them cannot be read.
        """
        return whole(self.stream(text, as_of, lang, earlier))

    def stream(self, text: str, as_of: date, lang: Lang | None = None, earlier: Sequence[str] = ()) -> Parts:
        """The parts of that answer as they come, the whole answer last; raises QuestionError at once."""
        meant = in_full(text, earlier, as_of, self.law.works.values())
        question = understand(meant.text, as_of, self.law.works.values(), lang or meant.lang)
        texts = self._texts(question)
        answer = self._answer(question, texts)
        parts = told(Draft(self.law, question, texts, answer, lambda: self._search(question, texts, 8)), self._writer)
        return completed(parts, lambda found: self._framed(meant, question, found))

    def _framed(self, meant: Meant, question: Question, answer: Answer) -> Answer:
        """The answer with what must be said of its day and of how the question was read."""
        full = with_records(question, dated(self.law, question, answer))
        return as_followed(meant, as_shown(meant.put or question, full))

    def _answer(self, question: Question, texts: Sequence[Readable]) -> Answer:
        return (
            without_question(question)
            or by_courtesy(question)
            or by_computing(self.law, question)
            or no_such_day(question)
            or called(self.law, question)
            or by_meeting(self.law, question)
            or by_comparison(self.law, load_bills(), question, self._search_words)
            or by_history(self.law, load_bills(), question, self._search_words)
            or self._out_of_reach(question, texts)
            or by_person(self.law, question, lambda asked: self._quoted(asked, question))
            or by_membership(self.law, question)
            or by_bill(self.law, load_bills(), question, texts)
            or by_definition(self.law, question, texts)
            or by_counting_articles(self.law, question, texts)
            or by_reference(self.law, question, texts)
            or by_section(self.law, question, texts)
            or self._by_name(question, texts)
            or self._by_search(question, texts)
        )

    def _quoted(self, text: str, instead: Question) -> Answer:
        """The answer to another question as of the same day and in the same language, as no writer put it."""
        question = understand(text, instead.as_of, self.law.works.values(), instead.lang)
        return self._answer(question, self._texts(question))

    def search(self, text: str, as_of: date, count: int = 10, filters: Filters = EVERYTHING) -> list[Hit]:
        """The provisions for a question as of a day: those that it refers to, then those found, best first.

        A name alone is sought as words, after what it stands for. Raises QuestionError, and SearchError for a count
        that is out of range.
        """
        wanted = checked_count(count)
        question = understand(text, as_of, self.law.works.values())
        if not question.text:
            return []
        texts = self._texts(question)
        bare = not (question.references or question.sections) and self._retriever.is_bare(question)
        sought = replace(question, topic=question.text) if bare else question
        found = self._retriever.search(sought, texts, MOST_HITS, filters, taught=not bare)
        return self._of_place(question, referred_first(self.law, question, texts, filters, found, bare=bare))[:wanted]

    def _texts(self, question: Question) -> Sequence[Readable]:
        """The texts to read; for an Act or a bill, which is not here, only the papers that may speak of it."""
        texts = readables(question, self.law.works.values())
        away = any(reference.statute or reference.bill for reference in question.references) and not question.works
        return [text for text in texts if text.work.genre is not Genre.ORDINANCE] if away else texts

    def _by_search(self, question: Question, texts: Sequence[Readable]) -> Answer:
        hits = self._search(question, texts, 8)
        return by_search(self.law, question, texts, hits, self._retriever.promise(question, hits))

    def _by_name(self, question: Question, texts: Sequence[Readable]) -> Answer | None:
        return by_name(self.law, question, texts) if self._retriever.is_bare(question) else None

    def _search(self, question: Question, texts: Sequence[Readable], count: int) -> list[Hit]:
        return self._of_place(question, self._retriever.search(question, texts, count))

    def _search_words(self, question: Question, texts: Sequence[Readable], count: int) -> list[Hit]:
        return self._of_place(question, self._retriever.search(question, texts, count, taught=False))

    def _of_place(self, question: Question, hits: Sequence[Hit]) -> list[Hit]:
        """The hits; of a question about another place, those that speak of it."""
        return [hit for hit in hits if question.elsewhere in hit.text or question.elsewhere in self._label(hit)]

    def _label(self, hit: Hit) -> str:
        """Where a hit stands, which may be in the law of another place that a paper quotes."""
        return label(hit.id, self.law.work(hit.id.work), "ko", self.law.works.values())

    def _out_of_reach(self, question: Question, texts: Sequence[Readable]) -> Answer | None:
        """The refusal of a question about a text that is not here; None when it may be here."""
        read = {text.work.slug for text in texts}
        named = [*question.works, *(work for work, _ in question.bodies)]
        away = [work for work in named if work.slug not in read]
        if away and len(away) == len(named):
            return refused(question, Status.NOT_FOUND, why_away(away[0], question.as_of, question.lang))
        if question.elsewhere and not self._search(question, texts, 3):
            return refused(question, Status.DECLINED, say("elsewhere", question.lang, place=question.elsewhere))
        return None


def open_assistant(
    settings: Settings, progress: Progress, *, rebuild: bool = False, law: Law | None = None, at_once: bool = True
) -> Assistant:
    """The assistant over a law, by default that of the settings; builds its index first where there is none.

    Unless `at_once`, the index waits for the first question that is searched for; one that names a provision needs
    neither it nor the models, which take seconds. Raises SourceError, and for an index or models that cannot be used
    StorageError, DamagedIndexError and SettingsError, which then come from asking. A language model is opened by
    `Assistant.open_writer`, or when it is first needed.
    """
    read = law or read_law(settings.law_dirs)

    @cache
    def retriever() -> Retriever:
        models, texts = load_models(settings.embedding), tuple(passages(read))
        terms, exemplars, chroma = load_glossary(), load_exemplars(), settings.chroma_url
        questions = [each.text for each in exemplars]
        ranker = open_ranker(
            settings.home, texts, terms, models, progress, chroma=chroma, questions=questions, rebuild=rebuild
        )
        return Retriever(ranker, read, exemplars)

    if at_once:
        retriever()
    return Assistant(read, retriever, open_writer(settings))
