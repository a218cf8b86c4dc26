"""Random schedules of votes, crashes and changed options; the full number is run in `bench/ballot_schedules.py`."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from consort.core.actions.people import add_person, found_organization
from consort.core.models import User
from consort.decisions.tests.voting_schedules import Found, Schedule, run
from consort.rounds import actions as rounds


class Schedules(TestCase):
    """hypothesis looks for a schedule that loses, doubles or adds a vote, and makes it short."""

    @classmethod
    def setUpTestData(cls) -> None:
        user = User.objects.create_user("ingrid@varnholt.example", "a long enough sentence")
        first = found_organization(
            name="Varnholt", slug="varnholt", short_name="Varnholt", user=user, first_name="Ingrid", last_name="Maas",
            title="",
        )  # fmt: skip
        others = [
            add_person(by=first, first_name=name, last_name="", email=f"{name}@v.example") for name in ("Tom", "Pri")
        ]
        cls.voters = [first, *others]

    @given(seed=some.integers(0, 10_000), steps=some.integers(1, 14))
    @settings(max_examples=15, deadline=None)
    def test_no_vote_is_lost_doubled_or_counted_beside_its_replacement(self, seed: int, steps: int) -> None:
        found: Found = run(self.voters, schedules=1, seed=seed, steps=steps)
        assert (found.lost, found.doubled, found.beside_replacement) == (0, 0, 0)

    def test_a_vote_that_is_lost_or_doubled_would_be_noticed(self) -> None:
        found = Found()
        schedule = Schedule(self.voters, Random(1), found)
        schedule._seal(self.voters[1], ["A"])
        schedule._seal(self.voters[2], ["B"])
        rounds.open_round(schedule.round, by=self.voters[0])
        schedule.votes[schedule.round.pk] |= {self.voters[0]: ["A"]}
        schedule.votes[schedule.round.pk].pop(self.voters[2])
        schedule.check()
        assert found.lost == 1
        assert found.beside_replacement == 2
