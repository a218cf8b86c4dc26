"""Schulze against every published election of the Kubernetes steering committee that is here."""

from dataclasses import replace

import pytest

from consort.reckon.ballots import read_ballots
from consort.reckon.tests.samples import FULL_RANKINGS, SEATS_2021, VOTES_CAST, kubernetes
from consort.reckon.voting import schulze


def order(file, **options):
    """Names from first to last without handles; fails on a tie."""
    tiers = schulze(file.box(), **options).tiers
    assert all(len(tier) == 1 for tier in tiers)
    return [file.options[tier[0]].partition(" (@")[0] for tier in tiers]


@pytest.mark.parametrize("year", [2018, 2019, 2020])
def test_the_whole_published_ranking_is_reproduced(year):
    file = read_ballots(kubernetes(year))
    assert file.people == VOTES_CAST[year]
    assert file.repairs == ()
    assert order(file) == FULL_RANKINGS[year]


def test_the_seats_of_2021_are_reproduced():
    file = read_ballots(kubernetes(2021))
    assert file.people == VOTES_CAST[2021]
    assert order(file)[:4] == SEATS_2021


def test_no_opinion_read_as_last_seats_a_different_person_in_2021():
    file = replace(read_ballots(kubernetes(2021)), unranked="last")
    assert set(order(file)[:4]) != set(SEATS_2021)
