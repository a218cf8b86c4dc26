"""What those who are asked do: keep a draft, seal, take back, decline. Every one of them may be repeated."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import NotAllowed, refuse_unless, require
from consort.core.ledger import Fact, record
from consort.core.models import Person
from consort.rounds import envelopes, policy
from consort.rounds.actions.asking import announce
from consort.rounds.actions.locking import lock_asking
from consort.rounds.actions.opening import open_when_complete
from consort.rounds.answers import check
from consort.rounds.envelopes import Content
from consort.rounds.facts import RoundDeclined, RoundSealed, RoundUnsealed
from consort.rounds.models import Asked, Envelope, Round

LARGEST_DRAFT = 200_000


@transaction.atomic
def keep_draft(*, round: Round, by: Person, answers: Mapping[str, Any]) -> None:
    """Keep what is not yet sealed, sealed like the rest. It is never counted; what was sealed before still is."""
    lock_asking(round)
    envelope = _envelope(round, _asked(round, by))
    box = envelopes.close(round, envelope, Content(dict(answers), ""))
    refuse_unless(len(box) <= LARGEST_DRAFT, _("This is more than can be kept. The last draft stands."))
    envelope.draft = box
    envelope.save(update_fields=["draft"])


@transaction.atomic
def seal_answers(*, round: Round, by: Person, answers: Mapping[str, Any], asked: Asked | None = None) -> str:
    """Seal the answers and give the receipt. They replace what was sealed before; the same answers change nothing.

    `asked` names a guest for whom `by`, who steers the round, enters a ballot. Raises BadAnswers. Opens the round when
    these were the last answers it waited for.
    """
    lock_asking(round)
    asked = _guest(round, asked, by) if asked else _asked(round, by)
    envelope = _envelope(round, asked)
    cleaned = check(round.questions.all(), answers)
    if _is_sealed_already(round, envelope, cleaned):
        return envelope.receipt
    content = Content(cleaned, envelopes.new_salt())
    envelope.draft, envelope.sealed = None, envelopes.close(round, envelope, content)
    envelope.receipt = envelopes.receipt_of(round, content)
    envelope.save(update_fields=["draft", "sealed", "receipt"])
    _mark(asked, done=True)
    _tell(round, RoundSealed(envelope.receipt, asked.guest), by)
    receipt = envelope.receipt
    open_when_complete(round)
    return receipt


@transaction.atomic
def take_back(*, round: Round, by: Person) -> None:
    """The sealed answers become a draft again and do not count."""
    lock_asking(round)
    asked = _asked(round, by)
    envelope = _envelope(round, asked)
    if envelope.sealed is None:
        return
    if envelope.draft is None:
        content = envelopes.read_own(round, envelope, envelope.sealed)
        envelope.draft = envelopes.close(round, envelope, Content(content.answers, ""))
    _empty(envelope, ["draft"])
    _mark(asked, done=False)
    _tell(round, RoundUnsealed(), by)


@transaction.atomic
def decline(*, round: Round, by: Person) -> None:
    """Give no input: the round no longer waits for this person, and what they wrote is gone. Sealing revokes it."""
    lock_asking(round)
    asked = _asked(round, by)
    if asked.declined:
        return
    envelope = _envelope(round, asked)
    envelope.draft = None
    _empty(envelope, ["draft"])
    _mark(asked, done=False, declined=True)
    _tell(round, RoundDeclined(), by)
    open_when_complete(round)


def _asked(round: Round, by: Person) -> Asked:
    asked = Asked.objects.filter(round=round, person=by).first()
    if asked is None:
        raise NotAllowed
    return asked


def _guest(round: Round, asked: Asked, by: Person) -> Asked:
    """Nobody seals for another person, only for a guest."""
    require(asked.round_id == round.id and asked.person_id is None and policy.may_steer(round, by))
    return Asked.objects.get(pk=asked.pk)


def _envelope(round: Round, asked: Asked) -> Envelope:
    return Envelope.objects.get(round=round, owner=envelopes.owner_of(round, asked))


def _is_sealed_already(round: Round, envelope: Envelope, answers: Mapping[str, Any]) -> bool:
    """The same answers again, as a form sent twice: only a leftover draft is cleared away."""
    if envelope.sealed is None or envelopes.read_own(round, envelope, envelope.sealed).answers != answers:
        return False
    if envelope.draft is not None:
        envelope.draft = None
        envelope.save(update_fields=["draft"])
    return True


def _empty(envelope: Envelope, also: list[str]) -> None:
    envelope.sealed, envelope.receipt = None, ""
    envelope.save(update_fields=["sealed", "receipt", *also])


def _mark(asked: Asked, *, done: bool, declined: bool = False) -> None:
    asked.done, asked.declined = done, declined
    asked.save(update_fields=["done", "declined"])


def _tell(round: Round, fact: Fact, by: Person) -> None:
    """Record who did what, where names are shown anyway. Elsewhere one person leaves no trace and no signal."""
    if round.is_attributed:
        record(fact, on=round, by=by)
        announce(round)
