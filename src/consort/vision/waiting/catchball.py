"""What of catchball waits for whom."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.vision.models import Catchball
from consort.vision.queries.catchball import in_the_air


def catchballs(person: Person) -> Iterable[Waiting]:
    """Versions to speak to, and proposals that came back. Runs one query."""
    for each in in_the_air(person):
        meta, action = _words(each)
        url = each.get_absolute_url()
        yield Waiting("strategy", _("Catchball"), each.objective.title, url, meta, action, each.since, 1)


def _words(catchball: Catchball) -> tuple[str, str]:
    known = {"number": catchball.number, "who": catchball.owner.first_name if catchball.owner else ""}  # type: ignore[attr-defined]
    if catchball.state == Catchball.State.BACK:
        return _("Round %(number)s came back") % known, _("Answer what is proposed")
    return _("%(who)s asks what you would change, round %(number)s") % known, _("Propose or agree")
