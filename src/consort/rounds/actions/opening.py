"""The opening: once, together, and without a trace of who was where in the pile."""

import logging
import secrets
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock, seals
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds import envelopes, policy
from consort.rounds.actions.asking import announce
from consort.rounds.actions.locking import lock
from consort.rounds.envelopes import Content
from consort.rounds.facts import RoundOpened
from consort.rounds.models import Asked, Envelope, Round
from consort.rounds.results import Opened, work_out

logger = logging.getLogger("consort.rounds")
MOST_PER_SWEEP = 100
Pile = list[tuple[Asked, Content, str]]


@transaction.atomic
def open_round(round: Round, by: Person | None = None) -> Round:
    """Open all answers at once and work out the result. A round opens once: opened again, it stays as it is.

    `by` is whoever opens it by hand; None when its time has come. What was never sealed is not counted. Raises Refused
    for a withdrawn round.
    """
    lock(round)
    require(by is None or policy.may_steer(round, by))
    refuse_unless(round.state != Round.State.WITHDRAWN, _("It was withdrawn. Nothing was opened."))
    if round.is_asking:
        _open(round, by)
    return round


def open_when_complete(round: Round) -> None:
    """Open a locked round when it waits for nobody any more and is meant to open then."""
    if round.opens_when_complete and not still_awaited(round).exists():
        _open(round, None)


def still_awaited(round: Round) -> models.QuerySet[Asked]:
    """Those who have neither sealed nor declined, without those who have left."""
    return Asked.objects.filter(round=round, done=False, declined=False, person__left=None)


def open_due() -> int:
    """Open every round whose time has come, or that waits for nobody since somebody left. Gives their number."""
    return sum(_open_if_due(round) for round in _due()[:MOST_PER_SWEEP])


def _due() -> models.QuerySet[Round]:
    waits = Asked.objects.filter(round=models.OuterRef("pk"), done=False, declined=False, person__left=None)
    due = models.Q(opens_at__lte=clock.now()) | (models.Q(opens_when_complete=True) & ~models.Exists(waits))
    return Round.objects.filter(due, state=Round.State.ASKING).order_by("opens_at", "asked_at")


def _open_if_due(round: Round) -> bool:
    """One round that cannot be worked out does not keep the others closed."""
    try:
        with transaction.atomic():
            lock(round)
            is_due = _due().filter(pk=round.pk).exists()
            if is_due:
                _open(round, None)
            return is_due
    except Exception:
        logger.exception("round not opened", extra={"round": str(round.id)})
        return False


def _open(round: Round, by: Person | None) -> None:
    seals.open_seal(round.seal)
    asked = list(Asked.objects.filter(round=round).select_related("person").order_by("pk"))
    pile = _pile(round, asked)
    round.state, round.opened_at = Round.State.OPENED, round.seal.opened
    compared = _comparable(round, pile)
    opened = Opened(round, list(round.questions.all()), _given(round, compared))
    round.result = {**work_out(opened, len(asked)), "only_who_answered_both": len(compared) < len(pile)}
    round.receipts = _receipts(round, pile)
    round.save(update_fields=["state", "opened_at", "result", "receipts"])
    _put_away(round, asked, pile)
    record(RoundOpened(round.title, len(asked), round.result["answered"], round.receipts), on=round, by=by)
    announce(round)


def _pile(round: Round, asked: list[Asked]) -> Pile:
    """What is sealed, beside who sealed it. Only here do the two meet in rounds without names."""
    by_owner = {each.owner: each for each in Envelope.objects.filter(round=round, sealed__isnull=False)}
    owned = [(each, by_owner.get(envelopes.owner_of(round, each))) for each in asked]
    return [(each, envelopes.read(round, found), found.receipt) for each, found in owned if found]


def _given(round: Round, pile: Pile) -> list[tuple[Person | None, dict[str, object]]]:
    if round.is_attributed:
        return [(asked.person, content.answers) for asked, content, _receipt in pile]
    answers = [(None, content.answers) for _asked, content, _receipt in pile]
    secrets.SystemRandom().shuffle(answers)
    return [*answers]


def _comparable(round: Round, pile: Pile) -> Pile:
    """Where fewer than the threshold came or went since the round before, only those who answered both times.

    Two results that differ by one person would tell that person's answer.
    """
    if round.is_attributed or round.previous is None or round.previous.is_attributed:
        return pile
    before = set(Asked.objects.filter(round=round.previous, done=True).values_list("person", flat=True))
    moved = before ^ {asked.person_id for asked, _content, _receipt in pile}
    if not 0 < len(moved) < round.least:
        return pile
    return [each for each in pile if each[0].person_id in before]


def _receipts(round: Round, pile: Pile) -> list[str]:
    """Every receipt, sorted. Where even their number is withheld, filled up with receipts of nobody."""
    receipts = [receipt for _asked, _content, receipt in pile]
    if round.result and round.result["withheld"]:
        receipts += [envelopes.decoy() for _missing in range(round.least - len(receipts))]
    return sorted(receipts)


def _put_away(round: Round, asked: list[Asked], pile: Pile) -> None:
    """Drafts vanish. Without names, rows are written anew in random order; anonymous answers and their key are gone."""
    if round.is_attributed:
        Envelope.objects.filter(round=round, draft__isnull=False).update(draft=None)
        return
    Envelope.objects.filter(round=round).delete()
    contents = {each.id: (content, receipt) for each, content, receipt in pile}
    renewed = _renew(asked)
    if round.mode == Round.Mode.ANONYMOUS:
        seals.destroy(round.seal)
        return
    kept = [_sealed_anew(round, new, *contents[old]) for old, new in renewed if old in contents]
    secrets.SystemRandom().shuffle(kept)
    Envelope.objects.bulk_create(kept)


def _renew(asked: list[Asked]) -> list[tuple[UUID, Asked]]:
    """New rows for those asked, in random order, beside the ids they had."""
    Asked.objects.filter(pk__in=[each.pk for each in asked]).delete()
    secrets.SystemRandom().shuffle(asked)
    renewed = [(each.id, _again(each)) for each in asked]
    Asked.objects.bulk_create(new for _old, new in renewed)
    return renewed


def _again(asked: Asked) -> Asked:
    return Asked(
        round_id=asked.round_id,
        person_id=asked.person_id,
        guest=asked.guest,
        done=asked.done,
        declined=asked.declined,
    )


def _sealed_anew(round: Round, asked: Asked, content: Content, receipt: str) -> Envelope:
    envelope = Envelope(round=round, owner=envelopes.owner_of(round, asked), receipt=receipt)
    envelope.sealed = envelopes.close(round, envelope, content)
    return envelope
