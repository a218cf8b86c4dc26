"""Options that change after the frame: no vote is lost, and none is counted beside its replacement."""

import pytest

from consort.core.errors import NotAllowed, Refused
from consort.core.models import Entry
from consort.decisions.actions import resolving
from consort.decisions.actions.changing_options import Wanted, change_options
from consort.decisions.models import Decision, Method, Stage
from consort.decisions.rounds_of import rounds_of
from consort.decisions.tests.samples import open_now
from consort.decisions.tests.test_ballots import HOME, asked_for, call, frame, voters  # noqa: F401
from consort.rounds import actions as rounds

THREE = [Wanted("A", "Extend Groningen"), Wanted("B", "New line in Poznań"), Wanted("C", "Contract builder, Ostrava")]
FOURTH = Wanted("", "Wait a year", "And rent")


def rank(*letters):
    return {"rank": {letter: place for place, letter in enumerate(letters, 1)}}


@pytest.fixture
def ballot(frame, voters, ingrid):  # noqa: F811
    decision = frame(Method.SCHULZE)
    return decision, call(decision, ingrid, voters)


def test_a_ballot_on_other_options_is_kept_and_everyone_is_asked_anew(ballot, voters, ingrid, tomasz, sign_in):  # noqa: F811
    decision, old = ballot
    rounds.seal_answers(round=old, by=tomasz, answers=rank("A", "B", "C"))
    new = change_options(decision=decision, by=ingrid, options=[*THREE, FOURTH], edition=1)
    old.refresh_from_db()
    assert old.is_opened
    assert old.result["cast"] == 1
    assert new.previous == old
    assert set(new.asked.values_list("person", flat=True)) == {person.pk for person in voters}
    for person in voters:
        rounds.seal_answers(round=new, by=person, answers=rank("D", "B", "C", "A"))
    ballots = rounds_of(Decision.objects.get())
    assert (ballots.ballot, ballots.earlier_ballots) == (new, [old])
    assert ballots.ballot.result["cast"] == 3
    assert ballots.ballot.result["elected"] == ["D"]
    page = sign_in(ingrid).get(HOME).content.decode()
    assert "Earlier ballots" in page
    assert "1 of 3 voted" in page
    with pytest.raises(Refused):
        rounds.seal_answers(round=old, by=ingrid, answers=rank("A"))


def test_a_ballot_that_has_opened_counts_no_more(ballot, voters, ingrid):  # noqa: F811
    decision, old = ballot
    for person in voters:
        rounds.seal_answers(round=old, by=person, answers=rank("A", "B"))
    assert change_options(decision=decision, by=ingrid, options=THREE[1:], edition=1) is None
    assert rounds_of(Decision.objects.get()).ballot is None
    with pytest.raises(Refused, match="The ballot comes first"):
        resolving.resolve(decision=decision, by=ingrid, chosen=[], text="None.", because="None.")


def test_a_dropped_option_keeps_its_letter_and_cannot_be_chosen(ballot, ingrid, sign_in):
    decision, _old = ballot
    change_options(decision=decision, by=ingrid, options=[*THREE[1:], FOURTH], edition=1)
    assert [option.letter for option in decision.options.all()] == ["A", "B", "C", "D"]
    assert [option.letter for option in Decision.objects.get().standing_options] == ["B", "C", "D"]
    page = sign_in(ingrid).get(HOME).content.decode()
    assert "<del>A. Extend Groningen</del>" in page
    keys = [option["key"] for option in rounds_of(Decision.objects.get()).asking.questions.get().settings["options"]]
    assert keys == ["B", "C", "D"]


def test_the_same_change_twice_is_one_change_and_an_old_page_changes_nothing(ballot, ingrid):
    decision, _old = ballot
    change_options(decision=decision, by=ingrid, options=[*THREE, FOURTH], edition=1)
    entries = Entry.objects.count()
    again = [*THREE, Wanted("D", FOURTH.title, FOURTH.detail)]
    assert change_options(decision=decision, by=ingrid, options=again, edition=1) is None
    assert Entry.objects.count() == entries
    with pytest.raises(Refused, match="changed meanwhile"):
        change_options(decision=decision, by=ingrid, options=THREE, edition=1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (THREE[:1], "At least two"),
        ([*THREE, Wanted("", " ")], "needs a name"),
        ([*THREE, Wanted("", "extend groningen")], "same name"),
    ],
)
def test_what_makes_no_sense_is_refused(ballot, ingrid, options, message):
    decision, old = ballot
    with pytest.raises(Refused, match=message):
        change_options(decision=decision, by=ingrid, options=options, edition=1)
    assert rounds_of(Decision.objects.get()).asking == old


def test_only_those_who_lead_it_change_options(ballot, priya, jonas):
    decision, _old = ballot
    for person in (priya, jonas):
        with pytest.raises(NotAllowed):
            change_options(decision=decision, by=person, options=THREE[1:], edition=1)


def test_a_sealed_input_on_the_options_opens_first(loop, ingrid):
    loop.to(Stage.INPUT)
    with pytest.raises(Refused):
        change_options(decision=loop.decision, by=ingrid, options=THREE[1:], edition=1)


def test_the_page_says_what_happens_to_the_votes_before_it_does(ballot, ingrid, tomasz, priya, sign_in):
    old = ballot[1]
    rounds.seal_answers(round=old, by=tomasz, answers=rank("A"))
    browser = sign_in(ingrid)
    page = browser.get(f"{HOME}options/").content.decode()
    assert "1 of 3 have voted" in page
    sent = {f"title-{each.letter}": each.title for each in THREE} | {"edition": 1, "new-1": ""}
    assert browser.post(f"{HOME}options/", sent | {"title-A": ""}).status_code == 422
    for status in (303, 409):
        assert browser.post(f"{HOME}options/", sent | {"title-new-1": "Wait a year"}).status_code == status
    assert sign_in(priya).get(f"{HOME}options/").status_code == 404
    assert [option.letter for option in Decision.objects.get().standing_options] == ["A", "B", "C", "D"]


def test_a_proposal_that_is_dropped_is_not_asked_about_again(loop, ingrid, tomasz, priya):
    loop.to(Stage.RESOLVE)
    loop.consider()
    proposal = loop.decision.options.get(letter="B")
    old = call(loop.decision, ingrid, [ingrid, tomasz, priya], proposal=proposal)
    assert change_options(decision=loop.decision, by=ingrid, options=[THREE[0], THREE[2]], edition=1) is None
    old.refresh_from_db()
    assert old.is_opened
    again = loop.decision.options.get(letter="C")
    assert call(loop.decision, ingrid, [ingrid, tomasz, priya], proposal=again).is_asking
    open_now(rounds_of(Decision.objects.get()).asking)
    assert asked_for(old) == {"consent": "consent"}
