"""How a working agreement stands: who signed, and how often it was seen kept. Reads what was fetched with it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.development.models import Agreement, AgreementNote

EVERY = timedelta(days=14)
MOSTLY = 0.75
Outcome = AgreementNote.Outcome


@dataclass(frozen=True)
class Standing:
    """`state` is a shape of `c-state`."""

    state: str
    words: str


def is_signed_by(agreement: Agreement, person: Person) -> bool:
    return any(signature.person_id == person.pk for signature in agreement.signatures.all())


def last_noted(agreement: Agreement, person: Person) -> date:
    """The day of the person's newest word about it, else the day on which they signed."""
    days = [note.day for note in agreement.notes.all() if note.by_id == person.pk]
    signed = [timezone.localdate(each.at) for each in agreement.signatures.all() if each.person_id == person.pk]
    return max(days + signed)


def unsigned(agreement: Agreement, members: list[Person]) -> list[Person]:
    return [member for member in members if not is_signed_by(agreement, member)]


def standing(agreement: Agreement, members: list[Person]) -> Standing:
    """Ended, waiting for a signature, not looked at yet, or how often it was seen kept."""
    if agreement.ended:
        return Standing("done", _("Ended"))
    if missing := unsigned(agreement, members):
        return Standing("open", _("Waits for %(names)s") % {"names": ", ".join(each.first_name for each in missing)})
    count = Counter(note.outcome for note in agreement.notes.all())
    kept, of = count[Outcome.KEPT], count[Outcome.KEPT] + count[Outcome.SLIPPED]
    if of:
        words = _("Kept %(kept)s of %(of)s times") % {"kept": kept, "of": of}
        return Standing("good" if kept >= MOSTLY * of else "caution", words)
    return Standing("thin", _("Not come up yet") if count[Outcome.UNUSED] else _("Not looked at yet"))
