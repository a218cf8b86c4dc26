"""Asking a round, moving its opening, withdrawing it."""

import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock, kinds, live, seals
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds import policy
from consort.rounds.actions.locking import lock, lock_asking
from consort.rounds.answers.cleaning import scale_of
from consort.rounds.envelopes import owner_of
from consort.rounds.facts import RoundAsked, RoundAskedAlso, RoundMoved, RoundWithdrawn
from consort.rounds.models import THRESHOLD, Asked, Envelope, Question, Round

KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
Kind = Question.Kind


@dataclass(frozen=True)
class NewQuestion:
    """A question to ask. `settings` by kind: see `answers/cleaning.py`. Raises ValueError when they make no sense."""

    key: str
    kind: str
    prompt: str
    hint: str = ""
    required: bool = True
    settings: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kind = Kind(self.kind)
        options = [option["key"] for option in self.settings.get("options", [])]
        if not all(KEY.fullmatch(key) for key in [self.key, *options]) or len(options) != len(set(options)):
            raise ValueError(f"{self.key}: keys are letters, digits, - and _, each used once")
        if kind in (Kind.RANK, Kind.CHOICE, Kind.APPROVAL, Kind.ALLOCATE) and len(options) < 2:
            raise ValueError(f"{self.key}: a {kind} needs at least two options")
        if kind in (Kind.SCALE, Kind.PAIRS) and len(scale_of(Question(settings=self.settings))) < 2:
            raise ValueError(f"{self.key}: a scale needs at least two points")


@transaction.atomic
def ask(
    *,
    by: Person,
    kind: str,
    about: models.Model | None,
    title: str,
    questions: Sequence[NewQuestion],
    people: Iterable[Person],
    guests: Sequence[str] = (),
    mode: str = Round.Mode.ATTRIBUTED,
    opens_at: datetime | None = None,
    opens_when_complete: bool = True,
    previous: Round | None = None,
    threshold: int = THRESHOLD,
    audience: dict[str, Any],
    id: UUID | None = None,
) -> Round:
    """Ask `people` (and guests, by label) some questions about a thing. `audience` is what `Visible.audience()` gives.

    The package that asks has its own policy on who may; here only that all belong to one organization is checked.
    Without a time and not `opens_when_complete`, whoever asked opens it by hand. Raises Refused when nobody is asked,
    or too few for a round without names.
    """
    if made := made_before(Round.objects.filter(organization=by.organization_id), id):
        return made
    everyone = list(dict.fromkeys(people))
    about_kind, about_id = kinds.reference(about) if about else ("", None)
    round = Round(
        id=id or uuid4(),
        **audience,
        kind=kind,
        title=title.strip()[:200],
        about_kind=about_kind,
        about_id=about_id,
        mode=Round.Mode(mode),
        number=previous.number + 1 if previous else 1,
        previous=previous,
        opens_at=opens_at,
        opens_when_complete=opens_when_complete,
        threshold=threshold,
        asker=by,
    )
    require(_is_of_one_organization(round, by, everyone))
    _refuse_what_cannot_be_kept(round, len(everyone) + len(guests))
    round.seal = seals.create(by.organization)
    round.save(force_insert=True)
    _put_questions(round, questions)
    _hand_out_envelopes(round, everyone, guests)
    record(RoundAsked(round.title, round.mode, len(everyone) + len(guests)), on=round, by=by)
    announce(round)
    return round


def _is_of_one_organization(round: Round, by: Person, people: Sequence[Person]) -> bool:
    belonging = {round.organization_id, by.organization_id, *(person.organization_id for person in people)}
    return len(belonging) == 1 and (round.previous is None or round.previous.organization_id in belonging)


def announce(round: Round) -> None:
    """Tell pages that show the round, or what it is about, that it changed."""
    topics = [live.topic("round", round.id)]
    if round.about_id:
        topics.append(live.topic(round.about_kind, round.about_id))
    live.announce(*topics)


def _refuse_what_cannot_be_kept(round: Round, asked: int) -> None:
    refuse_unless(asked > 0, _("Ask at least one person. Nothing was asked."))
    two = _("Two people cannot be anonymous to each other: ask with names. Nothing was asked.")
    refuse_unless(round.is_attributed or asked > 2, two)
    few = ngettext(
        "Without names nothing is shown below %(n)s answer, so ask at least as many people. Nothing was asked.",
        "Without names nothing is shown below %(n)s answers, so ask at least as many people. Nothing was asked.",
        round.least,
    )
    refuse_unless(asked >= round.least, few % {"n": round.least})
    passed = round.opens_at is not None and round.opens_at <= clock.now()
    refuse_unless(not passed, _("The time of the opening has passed. Nothing was asked."))


def _put_questions(round: Round, questions: Sequence[NewQuestion]) -> None:
    if not questions:
        raise ValueError("A round asks at least one question")
    Question.objects.bulk_create(
        Question(
            round=round,
            position=position,
            key=question.key,
            kind=question.kind,
            prompt=question.prompt.strip()[:500],
            hint=question.hint.strip()[:500],
            required=question.required,
            settings=question.settings,
        )
        for position, question in enumerate(questions, 1)
    )


def _hand_out_envelopes(round: Round, people: Sequence[Person], guests: Sequence[str]) -> None:
    """A row for each of those asked and an empty envelope for each, the latter in an order that tells nothing."""
    asked = [Asked(round=round, person=person) for person in people]
    asked += [Asked(round=round, guest=label[:120]) for label in guests]
    envelopes = [Envelope(round=round, owner=owner_of(round, each)) for each in asked]
    secrets.SystemRandom().shuffle(envelopes)
    Asked.objects.bulk_create(asked)
    Envelope.objects.bulk_create(envelopes)


@transaction.atomic
def ask_also(*, round: Round, person: Person, by: Person) -> None:
    """Ask somebody who came later, while it asks. Without names an envelope added alone would tell whose it is."""
    lock_asking(round)
    require(person.organization_id == round.organization_id == by.organization_id)
    refuse_unless(round.is_attributed, _("Without names nobody can be asked later. Nothing was changed."))
    if not Asked.objects.filter(round=round, person=person).exists():
        _hand_out_envelopes(round, [person], [])
        record(RoundAskedAlso(person.full_name), on=round, by=by)
        announce(round)


@transaction.atomic
def move_opening(*, round: Round, opens_at: datetime, by: Person) -> None:
    """Open at another time. Everyone who is asked can read that it was moved."""
    lock_asking(round)
    require(policy.may_steer(round, by))
    if round.opens_at == opens_at:
        return
    refuse_unless(opens_at > clock.now(), _("This time has passed. Nothing was moved."))
    earlier, round.opens_at = round.opens_at, opens_at
    round.save(update_fields=["opens_at"])
    record(RoundMoved(_iso(earlier), _iso(opens_at)), on=round, by=by)
    announce(round)


def _iso(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat(timespec="minutes") if moment else ""


@transaction.atomic
def withdraw(*, round: Round, by: Person) -> None:
    """End it unopened: envelopes and their key are destroyed, nobody will ever read them."""
    lock(round)
    if round.state == Round.State.WITHDRAWN:
        return
    require(policy.may_withdraw(round, by))
    refuse_unless(round.is_asking, _("The answers have opened already. Nothing was withdrawn."))
    round.envelopes.all().delete()
    seals.destroy(round.seal)
    round.state = Round.State.WITHDRAWN
    round.save(update_fields=["state"])
    record(RoundWithdrawn(round.title), on=round, by=by)
    announce(round)
