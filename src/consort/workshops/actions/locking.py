"""One at a time: everything that moves a workshop holds its row."""

from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.models import Person
from consort.workshops import policy
from consort.workshops.models import Activity, Workshop


def lock(workshop: Workshop) -> None:
    """Hold the row until the transaction ends, and bring `workshop` up to date with it."""
    workshop.refresh_from_db(from_queryset=Workshop.objects.select_for_update())


def lock_live(workshop: Workshop) -> None:
    """The same for one that must be going on. Raises Refused."""
    lock(workshop)
    refuse_unless(workshop.is_live, _("This workshop is not going on. Nothing was changed."))


def lock_to_lead(workshop: Workshop, by: Person) -> None:
    """The same for whoever leads it."""
    lock(workshop)
    require(policy.may_lead(workshop, by))
    refuse_unless(workshop.is_live, _("This workshop is not going on. Nothing was changed."))


def lock_to_prepare(workshop: Workshop, by: Person) -> None:
    """For whoever may change the script, before it is over."""
    lock(workshop)
    require(policy.may_prepare(workshop, by))
    refuse_unless(workshop.is_planned or workshop.is_live, _("This workshop is over. Nothing was changed."))


def current_of(workshop: Workshop) -> Activity | None:
    """The activity that is played now."""
    return workshop.activities.filter(state__in=Activity.CURRENT).select_related("round__seal", "source").first()
