"""Every error that jorye raises on purpose.

```
JoryeError                 something a person can act on, in one line
├── UsageError             what was asked cannot be read: mend the input
│   ├── QuestionError      an empty, over-long or unreadable question
│   ├── IdentifierError    a string that is not the id of a provision
│   ├── LabelError         a string that is not the label of a provision
│   ├── SearchError        a filter or a count of a search that cannot be followed
│   ├── FactsError         facts of a meeting that are impossible or contradict each other
│   └── SettingsError      a setting that cannot be followed
├── UnknownProvisionError  a well-formed id with no provision behind it
├── SourceError            a source document that cannot be read as what it says it is
├── RegisterError          the national register cannot be asked, or answers with something else
├── ModelError             the language model cannot be asked, or does not finish
├── AddressError           the server cannot listen where it was told to
└── StorageError           the data directory cannot be used
    └── DamagedIndexError  an index on disk is not what was written there
```

The doors map these classes to exit codes and HTTP statuses, each in one table.
"""

MEND = "Run `jorye ingest --rebuild` to build it again."


class JoryeError(Exception):
    """The root of all errors that are raised on purpose; its text is one line for a person."""


class UsageError(JoryeError):
    """The input cannot be read; the text says what was expected."""


class QuestionError(UsageError):
    """The question is empty, too long or not text."""


class IdentifierError(UsageError):
    """A string is not the id of a provision."""


class LabelError(UsageError):
    """A string is not the label of a provision of a work at hand."""


class SearchError(UsageError):
    """A filter or a count of a search cannot be followed; the text names what there is."""


class FactsError(UsageError):
    """The facts of a meeting are impossible, or contradict each other; `field` is the fact to mend."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}.")
        self.field = field


class SettingsError(UsageError):
    """A setting names something that is not there or cannot be used."""


class UnknownProvisionError(JoryeError):
    """A well-formed id has no provision behind it."""


class SourceError(JoryeError):
    """A source document does not have the form it is declared to have."""

    def __init__(self, source: str, line: int, problem: str) -> None:
        super().__init__(f"{source}, line {line}: {problem}")
        self.source, self.line, self.problem = source, line, problem


class RegisterError(JoryeError):
    """The National Law Information Center cannot be reached, refuses, or answers with something else.

    `passing` tells that it may be otherwise when asked again.
    """

    def __init__(self, problem: str, *, passing: bool = False) -> None:
        super().__init__(problem)
        self.passing = passing


class ModelError(JoryeError):
    """The language model cannot be reached, refuses, or stops before the end.

    `reason` is `away`, `late`, `refused` or `busy`; `status` the HTTP status of a refusal.
    """

    def __init__(self, reason: str, status: int = 0) -> None:
        said = f" with status {status}" if status else ""
        super().__init__(f"The language model did not finish ({reason}{said}); see JORYE_MODEL.")
        self.reason, self.status = reason, status


class AddressError(JoryeError):
    """The server cannot listen on its address."""


class StorageError(JoryeError):
    """The data directory cannot be read or written."""


class DamagedIndexError(StorageError):
    """A file of the index is missing or is not what was written there."""
