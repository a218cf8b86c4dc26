"""The digest: at most one a day, at the person's own hour, and none to whom nothing waits."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import ngettext

from consort.channels.mail import letters
from consort.channels.mail.people import reachable
from consort.channels.mail.rules import DIGEST
from consort.channels.mail.sending import mail
from consort.channels.models import Letter, Reach
from consort.core import clock
from consort.core.ledger import checkpoints
from consort.core.models import Person
from consort.core.waiting import waiting_for
from consort.web.middleware import zone_of

SATURDAY = 5
TWO_DAYS = timedelta(days=2)  # a day is nowhere on earth longer


def send_digests() -> None:
    """Mail everybody whose hour has come and who was not mailed today."""
    done = _done()
    for person, reach in reachable():
        local = timezone.localtime(clock.now(), zone_of(person))
        if is_due(person, reach, local) and (person.pk, _key(local)) not in done:
            with timezone.override(zone_of(person)):
                _send(person, _key(local))
    letters.forget_old()


def is_due(person: Person, reach: Reach, local: datetime) -> bool:
    """Whether the hour of the digest has come in the person's own time. Nobody gets one on the day they join."""
    joined = timezone.localtime(person.joined, local.tzinfo).date()
    is_wanted = reach.digest and (reach.days == Reach.Days.EVERY or local.weekday() < SATURDAY)
    return is_wanted and local.hour >= reach.hour and joined < local.date()


def subject_of(person: Person, things: int) -> str:
    """How many things wait, and where; nothing of what they are."""
    words = ngettext("%(place)s: %(n)d thing waits for you", "%(place)s: %(n)d things wait for you", things)
    return words % {"place": person.organization, "n": things}


def _key(local: datetime) -> str:
    return local.date().isoformat()


def _done() -> set[tuple[object, str]]:
    """Which people need not be looked at again on which days."""
    finished = Letter.objects.filter(rule=DIGEST.name).exclude(outcome=Letter.Outcome.FAILED)
    return set(finished.filter(made__gte=clock.now() - TWO_DAYS).values_list("person_id", "key"))


def _send(person: Person, key: str) -> None:
    letter = letters.claim(person, DIGEST, key)
    if letter is None:
        return
    waiting, problem = waiting_for(person), ""
    if waiting:
        note = checkpoints.make(person.organization).note
        problem = mail(person, DIGEST, subject_of(person, len(waiting)), waiting, note)
    letters.settle([letter], problem, len(waiting))
