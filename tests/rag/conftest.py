from datetime import date

import pytest

DAY = date(2026, 3, 10)


@pytest.fixture
def cited(assistant):
    def ask(question, day=DAY, **options):
        return [str(citation.id) for citation in assistant.ask(question, day, **options).citations]

    return ask
