"""The link with which one stops a rule without signing in. It says whose mail and which rule, and opens nothing."""

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from consort.channels.mail.rules import RULES, Rule
from consort.core.models import Person

STOP = "consort.stop"


def stop_link(person: Person, rule: Rule) -> str:
    """The full address. It has no end: a mail may be read years later."""
    token = signing.Signer(salt=STOP).sign_object([person.pk.hex, rule.name])
    return settings.ADDRESS + reverse("stop_mail", args=[token])


def read_stop(token: str) -> tuple[Person, Rule] | None:
    """Whose mail by which rule; None for a link that is not ours. Runs one query."""
    try:
        identity, name = signing.Signer(salt=STOP).unsign_object(token)
        person = Person.objects.select_related("organization").get(pk=UUID(identity))
        return person, RULES[name]
    except (signing.BadSignature, ValueError, TypeError, KeyError, Person.DoesNotExist):
        return None
