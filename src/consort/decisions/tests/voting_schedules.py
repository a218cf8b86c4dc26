"""Schedules of what happens to a ballot, held against a plain account of what must then be true.

Voters submit, change, repeat and take back their votes, give none, crash in the middle; whoever leads changes the
options, in the middle of it; the ballot opens. `Account` knows what each ballot must count; `Schedule.check` compares.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction

from consort.core.errors import Refused
from consort.core.models import Person
from consort.decisions.actions.asking import call_ballot, go_to_ballot
from consort.decisions.actions.changing_options import Wanted, change_options
from consort.decisions.actions.framing import frame_decision
from consort.decisions.frames import Frame, NewOption, NewRole
from consort.decisions.models import Decision, Method, Part
from consort.decisions.rounds_of import rounds_of
from consort.rounds import actions as rounds
from consort.rounds.models import Envelope, Round
from consort.rounds.queries import answers_of

STEPS = ("submit", "submit", "change", "duplicate", "crash", "take_back", "decline", "edit", "late")


class Crash(Exception):
    """The process ends in the middle of something."""


@dataclass
class Found:
    """What schedules have shown. Everything but the first three must stay zero."""

    schedules: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    counted: int = 0
    lost: int = 0
    doubled: int = 0
    beside_replacement: int = 0


class Schedule:
    """One decision, its voters, and what each of its ballots must hold."""

    def __init__(self, voters: list[Person], random: Random, found: Found) -> None:
        self.voters, self.random, self.found = voters, random, found
        self.lead = voters[0]
        frame = Frame(
            question="Which way?",
            method=Method.APPROVAL,
            options=tuple(NewOption(title) for title in ("North", "East", "South")),
            roles=tuple(NewRole(each, Part.DECIDES if each == self.lead else Part.AGREES) for each in voters),
        )
        self.decision = frame_decision(by=self.lead, frame=frame)
        go_to_ballot(decision=self.decision, by=self.lead)
        self.round: Round | None = call_ballot(decision=self.decision, by=self.lead, opens_at=None, voters=voters)
        self.old: list[Round] = []
        self.votes: dict[UUID, dict[Person, list[str]]] = {self.round.pk: {}}
        self.silent: set[Person] = set()

    def run(self, steps: int) -> None:
        for _step in range(steps):
            if self.round is None:
                break
            name = self.random.choice(STEPS)
            self.found.steps[name] += 1
            getattr(self, f"_{name}")()
        if self.round is not None:
            rounds.open_round(self.round, by=self.lead)
        self.check()
        self.found.schedules += 1

    def _submit(self) -> None:
        voter = self.random.choice(self.voters)
        self._seal(voter, self._any_vote())

    def _change(self) -> None:
        if self._cast:
            self._seal(self.random.choice(list(self._cast)), self._any_vote())

    def _duplicate(self) -> None:
        if self._cast:
            voter = self.random.choice(list(self._cast))
            self._seal(voter, self._cast[voter])

    def _crash(self) -> None:
        """Whatever was done until then must be as if it had never been."""
        voter, vote = self.random.choice(self.voters), self._any_vote()
        with suppress(Crash), transaction.atomic():
            if self.random.random() < 0.3:
                self._change_options()
            else:
                rounds.seal_answers(round=self._fresh(), by=voter, answers={"approval": vote})
            raise Crash

    def _take_back(self) -> None:
        voter = self.random.choice(self.voters)
        rounds.take_back(round=self._fresh(), by=voter)
        self._cast.pop(voter, None)

    def _decline(self) -> None:
        voter = self.random.choice(self.voters)
        rounds.decline(round=self._fresh(), by=voter)
        self._cast.pop(voter, None)
        self.silent.add(voter)
        self._note_opening()

    def _edit(self) -> None:
        before = self._fresh()
        self.round = self._change_options()
        self.old.append(before)
        self.silent = set()
        if self.round is not None:
            self.votes[self.round.pk] = {}

    def _late(self) -> None:
        """Somebody still has the page of an earlier ballot open, and sends it."""
        if self.old:
            with suppress(Refused):
                rounds.seal_answers(round=self.old[-1], by=self.random.choice(self.voters), answers={"approval": []})
                self.found.beside_replacement += 1

    def _change_options(self) -> Round | None:
        decision = Decision.objects.get(pk=self.decision.pk)
        kept = [Wanted(each.letter, each.title) for each in decision.standing_options]
        if len(kept) > 2 and self.random.random() < 0.5:
            kept.pop(self.random.randrange(len(kept)))
        else:
            kept.append(Wanted("", f"Way {decision.options.count() + 1}"))
        return change_options(decision=decision, by=self.lead, options=kept, edition=decision.edition)

    def _seal(self, voter: Person, vote: list[str]) -> None:
        rounds.seal_answers(round=self._fresh(), by=voter, answers={"approval": vote})
        self._cast[voter] = vote
        self.silent.discard(voter)
        self._note_opening()

    def _note_opening(self) -> None:
        """A ballot opens with its last vote."""
        if len(self._cast) + len(self.silent) == len(self.voters):
            self.round = None

    def _any_vote(self) -> list[str]:
        letters = [each.letter for each in Decision.objects.get(pk=self.decision.pk).standing_options]
        return [letter for letter in letters if self.random.random() < 0.5] or letters[:1]

    @property
    def _cast(self) -> dict[Person, list[str]]:
        assert self.round is not None
        return self.votes[self.round.pk]

    def _fresh(self) -> Round:
        assert self.round is not None
        return Round.objects.with_people().get(pk=self.round.pk)

    def check(self) -> None:
        """Every ballot holds exactly the last vote of each who voted in it, and only the newest is the result."""
        for key, expected in self.votes.items():
            round = Round.objects.with_people().get(pk=key)
            kept = {answer.person: answer.answers["approval"] for answer in answers_of(round) if answer.person}
            envelopes = Envelope.objects.filter(round=round, sealed__isnull=False).count()
            tally = Counter(letter for vote in expected.values() for letter in vote)
            self.found.lost += sum(kept.get(person) != vote for person, vote in expected.items())
            self.found.doubled += envelopes - len(expected)
            self.found.beside_replacement += sum(
                votes != tally[letter] for letter, votes in (round.result or {})["votes"].items()
            )
            self.found.counted += len(expected)
        newest = list(self.votes)[-1]
        ballot = rounds_of(Decision.objects.get(pk=self.decision.pk)).ballot
        self.found.beside_replacement += ballot is None or ballot.pk != newest


def run(voters: list[Person], *, schedules: int, seed: int, steps: int = 12) -> Found:
    """Each schedule from a seed of its own, so that one can be run again alone."""
    found = Found()
    for number in range(schedules):
        Schedule(voters, Random(f"{seed} {number}"), found).run(steps)
    return found


def as_dict(found: Found) -> dict[str, Any]:
    return {**vars(found), "steps": dict(found.steps)}
