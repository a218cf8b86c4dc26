"""What of the strategy itself waits for whom: to sign, to agree to lead, to say what an objective asks."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.vision.models import Agreement, Carrier, Objective, Purpose, Signature
from consort.web.days import short


def signing(person: Person) -> Iterable[Waiting]:
    """The version in force, when `person` is asked to sign it and has not. Runs one query."""
    asked = Q(partnership__seats__person=person, partnership__seats__left=None)
    if person.is_leader:
        asked |= Q(partnership=None)
    in_force = Purpose.objects.filter(asked, organization=person.organization_id, state=Purpose.State.AGREED)
    mine = Signature.objects.filter(purpose=OuterRef("pk"), person=person)
    for purpose in in_force.exclude(Exists(mine)).select_related("organization").distinct():
        assert purpose.agreed is not None
        title = _("Version %s of the vision") % purpose.version
        url = reverse("vision:purpose_sign", args=[purpose.organization.slug, purpose.version])
        yield _waiting(_("Vision"), title, purpose.vision, _("Sign it"), url, purpose.agreed)


def agreeing(person: Person) -> Iterable[Waiting]:
    """The drafts that `person` leads and has not agreed to. Runs one query."""
    mine = Agreement.objects.filter(objective=OuterRef("pk"), person=person)
    drafts = Objective.objects.filter(leads=person, state=Objective.State.DRAFT).exclude(Exists(mine))
    for objective in drafts.select_related("organization"):
        yield _waiting(
            _("Objective"),
            objective.title,
            objective.why,
            _("Agree to lead it"),
            objective.get_absolute_url(),
            objective.created,
            1,
        )


def carrying(person: Person) -> Iterable[Waiting]:
    """The objectives that the department of `person` was asked to carry. Runs one query."""
    if person.department_id is None or not person.is_leader:
        return
    asked = Carrier.objects.filter(department=person.department_id, confirmed=None)
    seen = Objective.objects.visible_to(person).exclude(state=Objective.State.CLOSED).order_by()
    for carrier in asked.filter(objective__in=seen.values("pk")).select_related("objective__organization"):
        objective = carrier.objective
        url = reverse("vision:carrier_confirm", args=[objective.organization.slug, carrier.pk])
        meta = _("Reminded on %s") % short(timezone.localdate(carrier.reminded)) if carrier.reminded else objective.why
        yield _waiting(_("Objective"), objective.title, meta, _("Say what it asks"), url, carrier.asked, 1)


def _waiting(label: str, title: str, meta: str, action: str, url: str, since: datetime, holds_up: int = 0) -> Waiting:
    return Waiting("strategy", label, title, url, meta, action, since, holds_up)
