"""A provision for the command line: as a page, as JSON, or compared with another version of itself."""

from datetime import date

from api.cautions import caution_lines, cautions_of
from api.comparison_page import comparison_page
from api.contents import ContentsModel, contents_page
from api.provision_page import provision_page
from api.provision_schema import ProvisionModel
from corpus.comparison import compare_with
from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from corpus.works import Lang


def shown(
    law: Law, key: ProvisionId, day: date, lang: Lang | None, against: date | None, width: int, *, as_json: bool
) -> str:
    """What an id stands for on a day, in `width` cells: a provision, or the contents of a work.

    Raises UnknownProvisionError where there is none, or nothing to compare it with.
    """
    dated = law.dated(key, day)
    if not key.units:
        contents = ContentsModel.of(law, dated).model_dump_json(indent=2) if as_json else None
        return contents or contents_page(law, dated)
    provision, as_of = law.provision(dated), day if key.version is None else None
    if as_json:
        return ProvisionModel.of(law, provision, lang, against, as_of).model_dump_json(indent=2)
    if against is not None:
        return comparison_page(law, compare_with(law, provision.id, against, lang), lang)
    said = list(caution_lines(cautions_of(law, dated, as_of, lang)))
    return "\n".join([provision_page(law, provision, lang, width), *([""] if said else []), *said])
