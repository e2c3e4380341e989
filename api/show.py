"""A provision for the command line: as a page, as JSON, or compared with another version of itself."""

from datetime import date

from api.comparison_page import comparison_page
from api.provision_page import provision_page
from api.provision_schema import ProvisionModel
from corpus.comparison import compare_with
from corpus.provisions import Law, Provision
from corpus.works import Lang


def shown(law: Law, provision: Provision, lang: Lang | None, against: date | None, width: int, *, as_json: bool) -> str:
    """The provision in `width` cells; raises UnknownProvisionError where there is nothing to compare it with."""
    if as_json:
        return ProvisionModel.of(law, provision, lang, against).model_dump_json(indent=2)
    if against is not None:
        return comparison_page(law, compare_with(law, provision.id, against, lang), lang)
    return provision_page(law, provision, lang, width)
