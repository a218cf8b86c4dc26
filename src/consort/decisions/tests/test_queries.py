"""How many queries the contexts run, and what the list shows."""

import pytest

from consort.decisions import queries
from consort.decisions.actions import asking
from consort.decisions.contexts import lists
from consort.decisions.contexts.page import page
from consort.decisions.contexts.whole import whole
from consort.decisions.models import Decision, Stage
from consort.decisions.tests.samples import Loop, moment
from consort.decisions.waiting import waiting_for

MOST = 15


@pytest.mark.parametrize("stage", list(Stage))
def test_no_page_of_a_decision_runs_more_than_fifteen_queries(loop, ingrid, stage, django_assert_max_num_queries):
    loop.to(stage)
    if stage == Stage.REVIEW:
        loop.judge(ingrid)
    with django_assert_max_num_queries(MOST):
        decision = queries.complete(queries.visible(ingrid)).get()
        page(decision, ingrid)
    with django_assert_max_num_queries(MOST + 2):
        whole(queries.complete(queries.visible(ingrid)).get(), ingrid)


def test_a_debate_with_a_second_round_open_runs_no_more(loop, ingrid, django_assert_max_num_queries):
    loop.to(Stage.DEBATE)
    asking.ask_again(decision=loop.decision, by=ingrid, opens_at=moment(2))
    with django_assert_max_num_queries(MOST):
        page(queries.complete(queries.visible(ingrid)).get(), ingrid)


def test_the_list_runs_the_same_few_queries_however_long_it_is(
    ingrid, tomasz, helene, priya, daniel, django_assert_max_num_queries
):
    for stage in (Stage.FRAME, Stage.INPUT, Stage.DEBATE, Stage.COMMIT, Stage.EXECUTE):
        Loop(ingrid, tomasz, helene, priya, daniel).to(stage)
    for build in (lists.in_progress, lists.record, lists.reviews):
        with django_assert_max_num_queries(MOST):
            context = build(ingrid, "", None)
            [str(row.when) for row in context.get("others", [])]


def test_what_waits_takes_one_query(loop, ingrid, django_assert_num_queries):
    loop.to(Stage.COMMIT)
    with django_assert_num_queries(1):
        assert len(list(waiting_for(ingrid))) == 1


def test_the_sentence_names_what_is_in_progress_and_what_waits(loop, ingrid, sign_in):
    loop.to(Stage.INPUT)
    page = sign_in(ingrid).get("/varnholt/decisions/").content.decode()
    assert "One in progress. One waits for you." in page
    assert "Give your input" in page


def test_the_list_is_searched_by_words_and_by_number(loop, ingrid, sign_in):
    browser = sign_in(ingrid)
    for words, found in (("assembly", True), ("No. 1", True), ("1", True), ("walrus", False), ("2", False)):
        page = browser.get("/varnholt/decisions/", {"q": words}).content.decode()
        assert (loop.decision.question in page) is found, words


def test_a_partnership_lists_what_its_people_decide_together(loop, ingrid, tomasz, pair, executive_team):
    shared = list(queries.decisions_of(pair, ingrid))
    assert shared == [Decision.objects.get()]
    assert list(queries.decisions_of(executive_team, ingrid)) == shared
