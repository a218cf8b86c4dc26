"""What of alignment waits for whom. Sealed rounds tell of themselves; this tells the rest."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.rounds.models import Round
from consort.vision.alignment import pulses
from consort.vision.models import Coder, Drill, Pulse, Wording


def waiting_for(person: Person) -> Iterable[Waiting]:
    """Pulses to go on with, and answers to sort or settle. Runs two queries."""
    for pulse in _talking(person):
        yield _item(pulse, _("Talk it over, then ask once more"), _("Alignment pulse"), pulse.opened_at)
    for drill in _drills(person):
        if drill.mine_open:
            yield _item(drill, _("Sort the answers"), _("Recall drill"), drill.opened_at, "drill_code", holds_up=1)
        elif drill.all_done:
            yield _item(drill, _("Settle where the two differ"), _("Recall drill"), drill.opened_at, "drill_settle")


def _talking(person: Person) -> Iterable[Any]:
    """Own pulses whose first order has opened, while nothing came after it."""
    rounds = Round.objects.filter(kind=pulses.KIND, about_id=OuterRef("pk"))
    opened = rounds.filter(state=Round.State.OPENED, number=1)
    return (
        Pulse.objects.filter(owner=person, ended=None)
        .filter(Exists(opened))
        .exclude(Exists(rounds.filter(number=2).exclude(state=Round.State.WITHDRAWN)))
        .select_related("organization")
        .annotate(opened_at=opened.values("opened_at")[:1])
    )


def _drills(person: Person) -> Iterable[Any]:
    """Drills with answers to sort in which the person has a part."""
    coders, wordings = Coder.objects.filter(drill=OuterRef("pk")), Wording.objects.filter(drill=OuterRef("pk"))
    opened = Round.objects.filter(about_id=OuterRef("pk"), state=Round.State.OPENED)
    mine = coders.filter(person=person)
    return (
        Drill.objects.filter(Q(owner=person) | Exists(mine), organization=person.organization_id)
        .filter(Exists(wordings.filter(settled=None)))
        .select_related("organization")
        .annotate(
            mine_open=Exists(mine.filter(done=None)),
            all_done=~Exists(coders.filter(done=None)),
            opened_at=opened.values("opened_at")[:1],
        )
    )


def _item(
    thing: Pulse | Drill, action: str, label: str, since: datetime | None, page: str = "", holds_up: int = 0
) -> Waiting:
    where = [thing.organization.slug, thing.pk]
    return Waiting(
        place="strategy",
        label=label,
        title=thing.title,
        url=reverse(f"vision:{page}", args=where) if page else thing.get_absolute_url(),
        meta="",
        action=action,
        since=since or thing.started,
        holds_up=holds_up,
    )
