"""What the page "What reaches you" shows."""

from typing import Any

from consort.channels.mail.people import address_of
from consort.channels.mail.rules import RULES
from consort.channels.models import Letter
from consort.core.models import Person
from consort.organization.contexts.common import common
from consort.organization.mail import why_not

NEWEST = 8


def reach(person: Person) -> dict[str, Any]:
    """The last mails and where they went. Runs one query."""
    return {
        **common(person, "channels:reach"),
        "address": address_of(person),
        "problem": why_not(person.organization),
        "letters": [(RULES[letter.rule], letter) for letter in _newest(person)],
    }


def _newest(person: Person) -> list[Letter]:
    mailed = Letter.objects.filter(person=person, rule__in=RULES).exclude(outcome=Letter.Outcome.NOTHING)
    return list(mailed[:NEWEST])
