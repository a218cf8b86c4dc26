"""Weighing by criteria: weights before scores, everyone alone, and where the order is fragile before the order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consort.core import waiting
from consort.core.errors import NotAllowed, Refused
from consort.decisions.actions import weighing
from consort.decisions.actions.changing_options import Wanted, change_options
from consort.decisions.actions.weighing import NewCriterion
from consort.decisions.contexts.weighed.scored import Weights, shared_weights
from consort.decisions.models import Decision, Matrix, Stage
from consort.decisions.rounds_of import rounds_of
from consort.decisions.tests.samples import SECRET, moment
from consort.rounds import actions as rounds

PAGE = "/varnholt/decisions/1/criteria/"
CRITERIA = [NewCriterion("First skid", "after 2027", "before May"), NewCriterion("Capital"), NewCriterion("People")]
OPENS = {"opens_at": "2099-01-01T12:00"}


class Weighing:
    """Takes the criteria of a decision from step to step."""

    def __init__(self, loop):
        self.decision = loop.to(Stage.DEBATE)
        self.lead, self.people = loop.ingrid, [loop.ingrid, loop.tomasz, loop.helene, loop.priya, loop.daniel]

    def named(self):
        weighing.name_criteria(decision=self.decision, by=self.lead, criteria=CRITERIA, revision=0)
        return self

    def weighed(self, *points):
        self.named()
        round = weighing.ask_weights(decision=self.decision, by=self.lead, opens_at=moment(1))
        for person, given in zip(self.people, points or [(50, 30, 20)] * 5, strict=True):
            answers = {"weights": dict(zip(("c1", "c2", "c3"), given, strict=True)), "why": f"{SECRET} {person.pk}"}
            rounds.seal_answers(round=round, by=person, answers=answers)
        return self

    def agreed(self, *points, weights=(50, 30, 20)):
        self.weighed(*points)
        weighing.agree_weights(decision=self.decision, by=self.lead, weights=weights, revision=1)
        return self

    def scored(self, scores, *points, weights=(50, 30, 20)):
        """`scores`: by letter, one for each criterion, the same from all."""
        self.agreed(*points, weights=weights)
        round = weighing.ask_scores(decision=self.decision, by=self.lead, opens_at=moment(1))
        for person in self.people:
            given = scores(person) if callable(scores) else scores
            answers = {f"c{n}-{letter}": value for letter, row in given.items() for n, value in enumerate(row, 1)}
            rounds.seal_answers(round=round, by=person, answers={**answers, "overall": "B"})
        return self

    @property
    def round(self):
        return rounds_of(self.decision).asking


@pytest.fixture
def weigh(loop):
    return Weighing(loop)


CLEAR = {"A": (3, 3, 3), "B": (9, 9, 9), "C": (1, 1, 1)}
CLOSE = {"A": (8, 3, 6), "B": (7, 5, 5), "C": (1, 1, 1)}


def test_weights_are_agreed_before_anybody_scores(weigh):
    weigh.named()
    with pytest.raises(Refused, match="agreed before anybody scores"):
        weighing.ask_scores(decision=weigh.decision, by=weigh.lead, opens_at=moment(1))
    with pytest.raises(Refused, match="own weights come first"):
        weighing.agree_weights(decision=weigh.decision, by=weigh.lead, weights=[50, 30, 20], revision=1)


@pytest.mark.parametrize("weights", [(50, 30, 30), (120, -20, 0), (50, 50)])
def test_weights_share_out_a_hundred_points(weigh, weights):
    weigh.weighed()
    with pytest.raises(Refused, match="add up to 100"):
        weighing.agree_weights(decision=weigh.decision, by=weigh.lead, weights=weights, revision=1)


def test_criteria_stand_once_scores_are_asked_and_weights_of_others_count_no_more(weigh):
    weigh.weighed()
    other = [NewCriterion("Cost"), NewCriterion("Speed")]
    weighing.name_criteria(decision=weigh.decision, by=weigh.lead, criteria=other, revision=1)
    with pytest.raises(Refused, match="own weights come first"):
        weighing.agree_weights(decision=weigh.decision, by=weigh.lead, weights=[50, 50], revision=2)
    with pytest.raises(Refused, match="Somebody else"):
        weighing.name_criteria(decision=weigh.decision, by=weigh.lead, criteria=CRITERIA, revision=1)


def test_after_the_scores_nothing_of_it_changes(weigh):
    weigh.scored(CLEAR)
    with pytest.raises(Refused, match="criteria stand now"):
        weighing.name_criteria(decision=weigh.decision, by=weigh.lead, criteria=CRITERIA[:2], revision=1)
    with pytest.raises(Refused, match="changed meanwhile"):
        weighing.agree_weights(decision=weigh.decision, by=weigh.lead, weights=[20, 30, 50], revision=1)


def test_what_was_sent_twice_is_done_once(weigh):
    weigh.agreed()
    agreed = Matrix.objects.get().agreed
    weighing.agree_weights(decision=weigh.decision, by=weigh.lead, weights=(50, 30, 20), revision=1)
    weighing.name_criteria(decision=weigh.decision, by=weigh.lead, criteria=CRITERIA, revision=0)
    assert Matrix.objects.get().agreed == agreed


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        (CRITERIA[:1], "two to eight"),
        ([NewCriterion(str(n)) for n in range(9)], "two to eight"),
        ([NewCriterion("Cost"), NewCriterion(" ")], "needs a name"),
        ([NewCriterion("Cost"), NewCriterion("cost")], "same name"),
    ],
)
def test_criteria_that_make_no_sense_are_refused(weigh, criteria, message):
    with pytest.raises(Refused, match=message):
        weighing.name_criteria(decision=weigh.decision, by=weigh.lead, criteria=criteria, revision=0)


def test_only_those_who_lead_it_set_up_the_weighing(weigh, daniel, jonas):
    for person in (daniel, jonas):
        with pytest.raises(NotAllowed):
            weighing.name_criteria(decision=weigh.decision, by=person, criteria=CRITERIA, revision=0)


def test_nobody_reads_weights_or_scores_before_they_open(weigh, loop, sign_in):
    weigh.named()
    round = weighing.ask_weights(decision=weigh.decision, by=weigh.lead, opens_at=moment(1))
    given = {"weights": {"c1": 61, "c2": 22, "c3": 17}, "why": SECRET}
    rounds.seal_answers(round=round, by=loop.tomasz, answers=given)
    for person in (loop.ingrid, loop.helene):
        page = sign_in(person).get(PAGE).content.decode()
        assert SECRET not in page
        assert ">61<" not in page
    assert SECRET in sign_in(loop.tomasz).get(PAGE).content.decode()  # one's own


def test_a_clear_order_says_that_nothing_small_would_change_it(weigh, sign_in):
    weigh.scored(CLEAR)
    page = sign_in(weigh.lead).get(PAGE).content.decode()
    assert "Nothing small would change the order" in page
    assert page.index("s-fragile") < page.index("s-order")
    assert "9.00" in page


def test_a_close_order_says_what_would_turn_it_before_it_is_shown(weigh, sign_in, loop):
    points = [(50, 30, 20)] * 4 + [(10, 80, 10)]
    weigh.scored(CLOSE, *points)
    page = sign_in(weigh.lead).get(PAGE).content.decode()
    assert page.index("Where the order is fragile") < page.index("The order<")
    assert "If “Capital” weighed" in page
    assert "If the first lost" in page
    assert "By the weights of Daniel alone, B. New line in Poznań would come first." in page
    assert "Of all possible weights, each comes first under:" in page
    assert "leaving out an option that does not win changes nothing" in page


def test_where_people_are_far_apart_is_named(weigh, sign_in, loop):
    def scores(person):
        return {**CLEAR, "A": (9, 3, 3)} if person == loop.daniel else CLEAR

    weigh.scored(scores)
    page = sign_in(weigh.lead).get(PAGE).content.decode()
    assert "A. Extend Groningen on “First skid”: scored from 3 to 9. Talk about this first." in page


def test_what_nobody_scored_leaves_no_order(weigh, sign_in):
    weigh.scored({"A": (3, 3, 3), "B": (9, 9, 9), "C": (1, 1)})
    page = sign_in(weigh.lead).get(PAGE).content.decode()
    assert "There is no order yet" in page
    assert "C. Contract builder, Ostrava (People)" in page
    assert "s-order" not in page


def test_scores_of_other_options_are_kept_and_not_shown_beside_these(weigh, sign_in):
    weigh.scored(CLEAR)
    options = [Wanted("A", "Extend Groningen"), Wanted("B", "New line in Poznań"), Wanted("", "Wait")]
    change_options(decision=weigh.decision, by=weigh.lead, options=options, edition=1)
    page = sign_in(weigh.lead).get(PAGE).content.decode()
    assert "The options have changed since they were scored" in page
    assert "Ask for scores, sealed" in page
    again = weighing.ask_scores(decision=Decision.objects.get(), by=weigh.lead, opens_at=moment(1))
    assert again.questions.count() == 3 * 3 + 1


def test_means_are_rounded_to_a_hundred():
    given = [Weights(None, points, "") for points in ([33, 33, 34], [34, 33, 33], [33, 34, 33])]
    assert shared_weights(given) == [34, 33, 33]
    assert sum(shared_weights([Weights(None, [1, 1, 98], ""), Weights(None, [0, 0, 100], "")])) == 100


def test_the_whole_way_on_the_pages(weigh, loop, sign_in):
    browser = sign_in(weigh.lead)
    assert "Name criteria and weigh the options by them" in browser.get("/varnholt/decisions/1/").content.decode()
    empty = browser.post(f"{PAGE}name/", {"revision": 0, "name-1": "Cost"})
    assert empty.status_code == 422
    assert "Name at least two criteria." in empty.content.decode()
    named = {"revision": 0, "name-1": "Cost", "low-1": "€12m", "high-1": "€1m", "name-2": "Speed"}
    assert browser.post(f"{PAGE}name/", named).status_code == 303
    assert browser.post(f"{PAGE}weights/", OPENS).status_code == 303
    for person in weigh.people:
        sent = {"answer.weights.c1": 60, "answer.weights.c2": 40}
        sign_in(person).post(f"/varnholt/rounds/{weigh.round.pk}/seal/", sent)
    assert browser.post(f"{PAGE}agreement/", {"revision": 1, "c1": 60, "c2": 50}).status_code == 422
    assert browser.post(f"{PAGE}agreement/", {"revision": 1, "c1": 60, "c2": 40}).status_code == 303
    assert browser.post(f"{PAGE}scores/", OPENS).status_code == 303
    assert "Everyone is asked alone" in browser.get("/varnholt/decisions/1/").content.decode()
    for person in weigh.people:
        sent = {f"answer.c{n}-{letter}": score for n in (1, 2) for letter, score in zip("ABC", (4, 8, 2), strict=True)}
        sign_in(person).post(f"/varnholt/rounds/{weigh.round.pk}/seal/", {**sent, "answer.overall": "B"})
    waiting._known.clear()
    with CaptureQueriesContext(connection) as run:
        page = browser.get(PAGE)
    assert len(run) <= 15
    assert "8.00" in page.content.decode()
    assert browser.get(f"{PAGE}?part").status_code == 200
