"""Answers of many guests at once: what `seal_answers` does for each, in a handful of queries."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from consort.core.errors import require
from consort.core.models import Person
from consort.rounds import envelopes, policy
from consort.rounds.actions.locking import lock_asking
from consort.rounds.answers import check
from consort.rounds.envelopes import Content
from consort.rounds.models import Asked, Envelope, Round

BATCH = 2_000


@transaction.atomic
def seal_for_guests(*, round: Round, by: Person, answers: Mapping[str, Mapping[str, Any]]) -> None:
    """Seal answers for the guests with these labels, in a round without names. Raises BadAnswers.

    Nobody seals for a person: only guests are found by a label. The round opens by hand afterwards.
    """
    lock_asking(round)
    require(policy.may_steer(round, by) and not round.is_attributed)
    guests = Asked.objects.filter(round=round, person=None, done=False)
    waiting = [guest for guest in guests if guest.guest in answers]
    require(len(waiting) == len(answers))
    _seal(round, waiting, answers)
    for batch in _batches(waiting):
        Asked.objects.filter(pk__in=[guest.pk for guest in batch]).update(done=True)


def _seal(round: Round, waiting: Sequence[Asked], answers: Mapping[str, Mapping[str, Any]]) -> None:
    questions = list(round.questions.all())
    empty = {envelope.owner: envelope for envelope in Envelope.objects.filter(round=round)}
    filled = []
    for guest in waiting:
        envelope = empty[envelopes.owner_of(round, guest)]
        content = Content(check(questions, answers[guest.guest]), envelopes.new_salt())
        envelope.sealed = envelopes.close(round, envelope, content)
        envelope.receipt = envelopes.receipt_of(round, content)
        filled.append(envelope)
    secrets.SystemRandom().shuffle(filled)
    Envelope.objects.bulk_create(
        filled, BATCH, update_conflicts=True, unique_fields=["id"], update_fields=["sealed", "receipt"]
    )


def _batches(rows: Sequence[Asked]) -> list[Sequence[Asked]]:
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
