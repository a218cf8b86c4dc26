"""Statement maps: asked alone, sealed until the close, silent below five, common ground first."""

import random

import numpy as np
import pytest
from django.urls import reverse

from consort.core.errors import NotAllowed, Refused
from consort.core.models import Seal
from consort.decisions import mapping
from consort.decisions.actions import statements as actions
from consort.decisions.exchange.tests.samples import brought, conversation
from consort.decisions.frames import ALL_LEADERS
from consort.decisions.models import Statement, StatementMap, Voice
from consort.reckon.statements import Cast, latest_votes, table_of

TEXTS = ["We meet too often", "Mondays are for planning", "Travel is worth it"]


@pytest.fixture
def asked(ingrid):
    return actions.open_map(by=ingrid, title="How do we meet?", about="", texts=TEXTS, audience=ALL_LEADERS)


@pytest.fixture
def leaders(ingrid, tomasz, priya, helene, daniel, jonas):
    return [ingrid, tomasz, priya, helene, daniel, jonas]


def test_the_latest_vote_counts_and_nobody_sees_it(asked, tomasz):
    for said in (1, -1, 0):
        actions.vote(map=asked, by=tomasz, number=1, vote=said)
    assert actions.own_votes(asked, tomasz) == {1: 0}
    voice = Voice.objects.get()
    assert b'"1"' not in bytes(voice.box)


def test_the_close_forgets_who_voted_and_counts_each_once(asked, leaders, ingrid):
    for place, person in enumerate(leaders):
        for number in (1, 2):
            actions.vote(map=asked, by=person, number=number, vote=1 if place or number == 1 else -1)
    actions.vote(map=asked, by=leaders[0], number=2, vote=1)
    actions.close_map(map=asked, by=ingrid)
    actions.close_map(map=asked, by=ingrid)
    found = StatementMap.objects.get()
    assert found.people == 6
    assert not Voice.objects.exists()
    assert Seal.objects.get(pk=found.seal_id).destroyed
    assert {row[0]: row[1:4] for row in found.result["ground"]} == {1: [6, 0, 0], 2: [6, 0, 0]}
    with pytest.raises(Refused, match="closed"):
        actions.vote(map=asked, by=ingrid, number=1, vote=1)


def test_below_five_nothing_is_said(asked, leaders, ingrid, sign_in):
    for person in leaders[:4]:
        actions.vote(map=asked, by=person, number=1, vote=1)
    actions.close_map(map=asked, by=ingrid)
    assert StatementMap.objects.get().result["ground"] == []
    page = sign_in(ingrid).get(asked.get_absolute_url()).content.decode()
    assert "Nothing is shown." in page
    assert "%" not in page.split("<main", 1)[1].split("</main>")[0].replace("100%", "")


def test_statements_of_others_wait_until_they_were_read(asked, ingrid, tomasz):
    mine = actions.propose_statement(map=asked, by=ingrid, text="Fewer slides")
    theirs = actions.propose_statement(map=asked, by=tomasz, text="Cameras off")
    assert (mine.state, theirs.state) == ("shown", "waiting")
    with pytest.raises(Refused, match="not asked any more"):
        actions.vote(map=asked, by=tomasz, number=theirs.number, vote=1)
    with pytest.raises(NotAllowed):
        actions.moderate(statement=theirs, by=tomasz, show=True)
    actions.moderate(statement=theirs, by=ingrid, show=True)
    actions.vote(map=asked, by=tomasz, number=theirs.number, vote=1)


@pytest.mark.parametrize("text", ["", "  ", "we meet too OFTEN", "x" * 281])
def test_statements_that_say_nothing_new_are_refused(asked, tomasz, text):
    with pytest.raises(Refused):
        actions.propose_statement(map=asked, by=tomasz, text=text)
    assert Statement.objects.count() == 3


def test_what_is_set_aside_does_not_count(asked, leaders, ingrid):
    for person in leaders:
        actions.vote(map=asked, by=person, number=1, vote=1)
    actions.moderate(statement=asked.statements.get(number=1), by=ingrid, show=False)
    actions.close_map(map=asked, by=ingrid)
    assert 1 not in [row[0] for row in StatementMap.objects.get().result["ground"]]


def test_only_who_may_see_it_votes(ingrid, tomasz, observer, asked):
    with pytest.raises(NotAllowed):
        actions.vote(map=asked, by=observer, number=1, vote=1)
    with pytest.raises(NotAllowed):
        actions.close_map(map=asked, by=tomasz)


def test_people_vote_on_the_page_one_statement_after_another(asked, tomasz, sign_in, django_assert_max_num_queries):
    client = sign_in(tomasz)
    address = reverse("decisions:map_vote", args=["varnholt", asked.pk])
    assert TEXTS[0] in client.get(asked.get_absolute_url()).content.decode()
    answer = client.post(address, {"number": 1, "vote": "agree"}, headers={"HX-Request": "true"})
    assert TEXTS[1] in answer.content.decode()
    assert client.post(address, {"number": 2, "vote": "pass"}).status_code == 303
    with django_assert_max_num_queries(15):
        page = client.get(asked.get_absolute_url()).content.decode()
    assert "2 of 3 done" in page
    assert client.post(address, {"number": 2, "vote": "perhaps"}).status_code == 409


def test_a_published_conversation_counts_as_the_reference_does(ingrid, sign_in, django_assert_max_num_queries):
    brought(ingrid, conversation())
    found = StatementMap.objects.get()
    ground = {row[0]: row[1:4] for row in found.result["ground"]}
    assert ground[0] == [47, 33, 23]
    assert ground[1] == [65, 24, 32]
    assert 13 not in ground, "it was set aside by its moderators"
    assert found.result["why_one"] == "unstable"
    client = sign_in(ingrid)
    with django_assert_max_num_queries(15):
        page = client.get(found.get_absolute_url()).content.decode()
    assert "Common ground" in page
    assert "none are shown" in page


def test_two_real_camps_are_told_apart():
    random_ = np.random.default_rng(7)
    camp = np.where(random_.random((120, 30)) < 0.85, 1, -1).astype(np.int8)
    camp[60:] *= -1
    camp[60:, :5] = 1
    camp[:60, :5] = 1
    result = mapping.worked_out(camp, list(range(1, 31)), with_dots=True)
    assert [row[1] for row in result["groups"]] == [60, 60]
    assert result["stability"] > 0.8
    assert {row[0] for row in result["ground"][:5]} == {1, 2, 3, 4, 5}
    assert sum(row[3] for row in result["dots"]) == 120
    assert all(number > 5 for _group, number, *_rest in result["telling"])


def test_many_votes_at_once_are_what_they_would_be_one_by_one():
    chance = random.Random(3)
    cast = [
        (chance.randrange(20), chance.randrange(9), chance.choice((-1, 0, 1)), chance.randrange(50)) for _ in range(900)
    ]
    people, asked, votes, at = (list(column) for column in zip(*cast, strict=True))
    fast = table_of(people, asked, votes, at, among=range(9))
    slow = latest_votes(Cast(*each) for each in cast)
    assert fast.replaced == slow.replaced
    for row, person in enumerate(slow.people):
        for column, statement in enumerate(slow.statements):
            assert fast.votes[fast.people.index(person), statement] == slow.votes[row, column]


@pytest.mark.parametrize(("vote", "statement"), [(2, 1), (1, 7)])
def test_votes_that_are_none_are_an_error(vote, statement):
    with pytest.raises(ValueError, match="vote"):
        table_of([1], [statement], [vote], [0], among=[1, 2])
