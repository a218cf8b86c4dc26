"""Mail at once: only about what holds up others, and only what still does after five minutes."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.channels.mail import letters
from consort.channels.mail.people import reachable
from consort.channels.mail.rules import AT_ONCE
from consort.channels.mail.sending import mail
from consort.channels.models import Letter
from consort.core import clock
from consort.core.models import Entry, Organization, Person
from consort.core.waiting import Waiting, waiting_for
from consort.web.middleware import zone_of

PATIENCE = timedelta(minutes=5)
STIR = timedelta(minutes=30)
FRESH = timedelta(days=1)


def send_at_once() -> None:
    """Look at everybody in whose organization something happened a short while ago; the digest knows of the rest."""
    stirred = set(_stirred())
    for person, reach in reachable():
        if reach.at_once and person.organization_id in stirred:
            with timezone.override(zone_of(person)):
                _send(person)


def holding_up(person: Person) -> list[Waiting]:
    """What others wait for since five minutes at least and a day at most."""
    now = clock.now()
    return [item for item in waiting_for(person) if item.holds_up and now - FRESH < item.since <= now - PATIENCE]


def key_of(item: Waiting) -> str:
    """The same for the same thing to be done, so that nobody is told twice."""
    return hashlib.sha256(f"{item.url} {item.action} {item.since.isoformat()}".encode()).hexdigest()


def _stirred() -> Iterator[UUID]:
    """The organizations where something was recorded, though not just now. Runs one query for each."""
    until = clock.now() - PATIENCE
    for organization in Organization.objects.filter(is_demonstration=False):
        newest = Entry.objects.filter(organization=organization, time__lte=until).order_by("-seq").first()
        if newest and newest.time > until - STIR:
            yield organization.pk


def _send(person: Person) -> None:
    new = _untold(person, holding_up(person))
    claimed = [(item, letters.claim(person, AT_ONCE, key_of(item))) for item in new]
    ours = [(item, letter) for item, letter in claimed if letter]
    if ours:
        items = [item for item, _letter in ours]
        problem = mail(person, AT_ONCE, _subject(person, items), items)
        letters.settle([letter for _item, letter in ours], problem, len(items))


def _untold(person: Person, items: list[Waiting]) -> list[Waiting]:
    told = Letter.objects.filter(person=person, rule=AT_ONCE.name).exclude(outcome=Letter.Outcome.FAILED)
    known = set(told.filter(key__in=[key_of(item) for item in items]).values_list("key", flat=True)) if items else set()
    return [item for item in items if key_of(item) not in known]


def _subject(person: Person, items: list[Waiting]) -> str:
    if len(items) == 1:
        return _("%(place)s: %(action)s") % {"place": person.organization, "action": items[0].action}
    words = ngettext("%(place)s: others wait for you", "%(place)s: others wait for you in %(n)d things", len(items))
    return words % {"place": person.organization, "n": len(items)}
