"""Official texts from the register at the door: the key looked for, the progress shown, the outcome told."""

from collections.abc import Iterable
from datetime import date

from api.progress import counting
from corpus.errors import SettingsError
from ingest.law_folder import works_at_hand
from ingest.open_api import OpenApi
from ingest.sync import Synced, sync, wanted_of
from rag.settings import Settings

_NO_KEY = (
    "JORYE_LAW_GO_KR_KEY is not set. Apply for the open API (자치법규) at https://open.law.go.kr, which is free; "
    "the key is the part of your e-mail address before the @."
)


def synchronise(settings: Settings, names: Iterable[str], today: date, *, history: bool) -> Synced:
    """Fetch the texts of these ordinances, or of all at hand; raises SettingsError, RegisterError, StorageError."""
    if not settings.law_go_kr_key:
        raise SettingsError(_NO_KEY)
    wanted = wanted_of(works_at_hand(settings.law_dirs), names)
    with OpenApi(settings.law_go_kr_url, settings.law_go_kr_key) as api:
        return sync(
            api,
            wanted,
            settings.home,
            today,
            history=history,
            searching=counting("searching", "ordinances"),
            fetching=counting("fetching", "texts"),
        )


def summary(synced: Synced) -> str:
    """What a synchronisation brought, in one line."""
    new = "1 text is new" if synced.new == 1 else f"{synced.new} texts are new"
    return f"{new}, {synced.unchanged} unchanged."
