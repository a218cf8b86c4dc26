"""Writing a working agreement, signing it, noting whether it is kept, ending it."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import Fact, record
from consort.core.models import Level, Partnership, Person
from consort.development import policy
from consort.development.facts import (
    AgreementEnded,
    AgreementKept,
    AgreementSigned,
    AgreementSlipped,
    AgreementUnused,
    AgreementWritten,
)
from consort.development.models import Agreement, AgreementNote, AgreementSignature

Outcome = AgreementNote.Outcome
FACT_OF: dict[str, type[Fact]] = {
    Outcome.KEPT: AgreementKept,
    Outcome.SLIPPED: AgreementSlipped,
    Outcome.UNUSED: AgreementUnused,
}


@transaction.atomic
def write_agreement(*, partnership: Partnership, by: Person, words: str, id: UUID | None = None) -> Agreement:
    """Write down what one proposes to do, and sign it; it holds once the others have signed too."""
    require(policy.sits_in(partnership, by))
    if made := made_before(Agreement.objects.filter(owner=by), id):
        return made
    refuse_unless(bool(words.strip()), _("Say what you agree. Nothing was kept."))
    agreement = Agreement.objects.create(
        id=id or uuid4(),
        organization=by.organization,
        owner=by,
        partnership=partnership,
        visibility=Level.PARTNERSHIP,
        words=words.strip(),
    )
    record(AgreementWritten(agreement.words), on=agreement, by=by)
    AgreementSignature.objects.create(agreement=agreement, person=by)
    return agreement


@transaction.atomic
def sign_agreement(*, agreement: Agreement, by: Person) -> None:
    """Sign what a partner wrote. Signing twice changes nothing."""
    require(policy.may_sign(agreement, by))
    _refuse_ended(agreement)
    _signature, made = AgreementSignature.objects.get_or_create(agreement=agreement, person=by)
    if made:
        record(AgreementSigned(agreement.words), on=agreement, by=by)


@transaction.atomic
def note_agreement(*, agreement: Agreement, by: Person, outcome: str) -> None:
    """Say whether it was kept lately; a second word on the same day takes the place of the first."""
    require(policy.may_sign(agreement, by))
    _refuse_ended(agreement)
    signed = agreement.signatures.filter(person=by).exists()
    refuse_unless(signed, _("Sign it first: nobody is held to what they did not sign. Nothing was noted."))
    standing = agreement.notes.filter(by=by, day=clock.today()).first()
    if standing and standing.outcome == outcome:
        return
    AgreementNote.objects.update_or_create(
        agreement=agreement, by=by, day=clock.today(), defaults={"outcome": Outcome(outcome)}
    )
    record(FACT_OF[outcome](agreement.words), on=agreement, by=by)  # type: ignore[call-arg]


@transaction.atomic
def end_agreement(*, agreement: Agreement, by: Person) -> None:
    """It no longer holds; what was noted of it stays."""
    require(policy.may_sign(agreement, by))
    if agreement.ended:
        return
    agreement.ended = clock.now()
    agreement.save(update_fields=["ended"])
    record(AgreementEnded(agreement.words), on=agreement, by=by)


def _refuse_ended(agreement: Agreement) -> None:
    refuse_unless(agreement.ended is None, _("This agreement was ended. Nothing was changed."))
