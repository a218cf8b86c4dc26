"""What a person does about how they are reached. Preferences: nothing is recorded."""

from django.db import transaction

from consort.channels.mail.rules import RULES, Rule
from consort.channels.models import Reach
from consort.core.errors import require
from consort.core.models import Person


@transaction.atomic
def choose(*, by: Person, digest: bool, hour: int, days: str, at_once: bool) -> None:
    """Keep what the person chose about their own mail."""
    chosen = {"digest": digest, "hour": hour, "days": days, "at_once": at_once}
    Reach.objects.update_or_create(person=by, defaults=chosen)


@transaction.atomic
def turn(*, rule: Rule, on: bool, by: Person) -> None:
    """Stop the mail that goes by `rule`, or begin it again. Whoever holds the link from the mail acts as its reader."""
    require(rule.name in RULES and by.left is None)
    Reach.objects.update_or_create(person=by, defaults={rule.name: on})
