"""Ballots leave as PrefLib and BLT, and count the same when they come back, here and elsewhere."""

import pytest
from django.http import Http404
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from pref_voting.io.readers import read

from consort.decisions.actions.framing import frame_decision
from consort.decisions.actions.importing import import_ballots
from consort.decisions.exchange.ballots import ballots_of
from consort.decisions.frames import Frame
from consort.reckon.ballots import BallotFile, read_blt, read_preflib, write_blt, write_preflib
from consort.reckon.tests.samples import kubernetes

RANKS = st.lists(st.lists(st.none() | st.integers(1, 4), min_size=4, max_size=4), min_size=1, max_size=12)
NAMES = ('A "quoted" name', "B", "C", "D")


def normal(ranks):
    tiers = sorted({rank for rank in ranks if rank is not None})
    return tuple(None if rank is None else tiers.index(rank) + 1 for rank in ranks)


def spread(file):
    return sorted((str(normal(ranks)) for count, ranks in file.ballots for _ in range(count)))


@settings(max_examples=60)
@given(RANKS)
def test_blt_comes_back_as_it_left(ranks):
    file = BallotFile("Who?", NAMES, tuple((1, tuple(each)) for each in ranks), "last")
    again = read_blt(write_blt(file, seats=2).encode())
    assert spread(again) == spread(file)
    assert again.options == ("A 'quoted' name", "B", "C", "D")


@settings(max_examples=60)
@given(RANKS)
def test_preflib_comes_back_but_for_blanks(ranks):
    cast = [each for each in ranks if any(rank is not None for rank in each)]
    if not cast:
        return
    file = BallotFile("Who?", NAMES, tuple((1, tuple(each)) for each in ranks), "last")
    again = read_preflib(write_preflib(file).encode())
    assert spread(again) == sorted(str(normal(each)) for each in cast)
    assert again.options == NAMES
    assert not again.repairs


@pytest.mark.parametrize("year", [2018, 2021])
def test_another_program_reads_the_election_as_we_do(year, ingrid, sign_in, tmp_path):
    report = import_ballots(by=ingrid, file_name=f"{year}.csv", content=kubernetes(year), dry_run=False)
    number = report.decision.number
    answer = sign_in(ingrid).get(reverse("decisions:ballots", args=["varnholt", number]))
    kind = answer.headers["Content-Disposition"].rstrip('"')[-3:]
    path = tmp_path / f"ballots.{kind}"
    path.write_bytes(answer.content)
    theirs = read(str(path), file_format="preflib")
    assert theirs.num_voters == _cast(answer.content)
    again = import_ballots(by=ingrid, file_name=path.name, content=answer.content, dry_run=True)
    assert again.options == report.options
    assert again.ballots == _cast(answer.content)


def _cast(content):
    return int(content.decode().partition("NUMBER VOTERS: ")[2].split("\n")[0])


def test_without_ballots_nothing_leaves(ingrid):
    with pytest.raises(Http404):
        ballots_of(frame_decision(by=ingrid, frame=Frame("Why?")), "blt")
