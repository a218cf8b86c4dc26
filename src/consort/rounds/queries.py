"""Questions about rounds. None of them reads an answer before the opening, except a person's own."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from consort.core import kinds, seals
from consort.core.models import Person
from consort.rounds import envelopes
from consort.rounds.models import Asked, Envelope, Question, Round


@dataclass(frozen=True)
class Answer:
    """What one person, or a guest without a person, answered, by question key."""

    person: Person | None
    name: str
    answers: dict[str, Any]
    receipt: str


@dataclass(frozen=True)
class Standing:
    """How one of those asked stands to the round."""

    person: Person | None
    name: str
    done: bool
    declined: bool


@dataclass(frozen=True)
class Participation:
    """Who is in. Without names there is only `enough`: `done` is None and `people` empty, before and after.

    `own` is the reader's own part, None for one who is not asked.
    """

    asked: int
    done: int | None
    enough: bool
    people: list[Standing]
    own: Asked | None = field(default=None, compare=False)

    @property
    def waiting(self) -> list[Standing]:
        return [each for each in self.people if not each.done and not each.declined]


@dataclass(frozen=True)
class Own:
    """A person's own part in a round: what is sealed, what lies there as a draft."""

    asked: Asked
    sealed: dict[str, Any] | None
    draft: dict[str, Any] | None
    receipt: str

    @property
    def is_sealed(self) -> bool:
        return self.sealed is not None


def rounds_about(thing: models.Model) -> models.QuerySet[Round]:
    """Every round about `thing`, withdrawn ones too, oldest first. The caller knows that its reader may see it."""
    kind, identity = kinds.reference(thing)
    return Round.objects.with_people().filter(about_kind=kind, about_id=identity).order_by("asked_at")


def open_rounds_for(person: Person) -> models.QuerySet[Round]:
    """Rounds that wait for the person's answer, the longest wait first."""
    waiting = Asked.objects.filter(person=person, done=False, declined=False).values("round")
    return Round.objects.with_people().filter(state=Round.State.ASKING, id__in=waiting).order_by("asked_at")


def everyone_asked(round: Round) -> list[Asked]:
    """The rows of all who are asked, to save the queries below from fetching them. Never shown as they are."""
    return list(Asked.objects.filter(round=round).select_related("person"))


def participation(round: Round, reader: Person, everyone: list[Asked] | None = None) -> Participation:
    """Who is in, as far as `reader`, who may see the round, is told. Runs one query."""
    rows = everyone_asked(round) if everyone is None else everyone
    done = sum(row.done for row in rows)
    mine = next((row for row in rows if row.person_id == reader.id), None)
    if not round.is_attributed:
        return Participation(len(rows), None, done >= round.least, [], mine)
    people = [Standing(row.person, row.name, row.done, row.declined) for row in rows]
    return Participation(len(rows), done, done > 0, sorted(people, key=lambda each: each.name.casefold()), mine)


def own(round: Round, person: Person) -> Own | None:
    """The person's own part; None when they are not asked. Runs two queries."""
    asked = Asked.objects.filter(round=round, person=person).first()
    return own_of(round, asked) if asked else None


def own_of(round: Round, asked: Asked) -> Own:
    """What lies in the envelope of one of those asked, for them alone. Runs one query."""
    envelope = envelopes.envelope_of(round, asked)
    if envelope is None:
        return Own(asked, None, None, "")
    return Own(asked, _read(round, envelope, envelope.sealed), _read(round, envelope, envelope.draft), envelope.receipt)


def _read(round: Round, envelope: Envelope, box: envelopes.Box | None) -> dict[str, Any] | None:
    return envelopes.read_own(round, envelope, box).answers if box is not None else None


def own_answers(round: Round, person: Person) -> dict[str, Any] | None:
    """What the person sealed, before the opening and, unless it was anonymous, after it. Runs two queries."""
    found = own(round, person)
    return found.sealed if found else None


def answers_of(round: Round, everyone: list[Asked] | None = None) -> list[Answer]:
    """Who answered what, by name. Only attributed rounds, only opened: raises StillSealed otherwise. Two queries."""
    if not round.is_attributed or not round.is_opened:
        raise seals.StillSealed
    by_owner = {each.owner: each for each in Envelope.objects.filter(round=round, sealed__isnull=False)}
    asked = everyone_asked(round) if everyone is None else everyone
    found = [(each, by_owner.get(envelopes.owner_of(round, each))) for each in asked]
    answers = [
        Answer(each.person, each.name, envelopes.read(round, envelope).answers, envelope.receipt)
        for each, envelope in found
        if envelope
    ]
    return sorted(answers, key=lambda answer: answer.name.casefold())


def is_listed(round: Round, receipt: str) -> bool:
    """Whether the receipt is among those that were opened."""
    return envelopes.normal(receipt) in round.receipts


def questions_of(round: Round) -> list[Question]:
    """In order. Runs one query."""
    return list(round.questions.all())
