"""Ballots by every method through the pages: terms before, ties and quorum after, earlier ones beside."""

import pytest

from consort.core.errors import Refused
from consort.decisions.actions import asking, framing, resolving
from consort.decisions.frames import NewRole
from consort.decisions.models import ON_A_PROPOSAL, Base, Decision, Method, Part, Share, Stage
from consort.decisions.rounds_of import rounds_of
from consort.decisions.tests.samples import assembly_line, moment, open_now
from consort.rounds import actions as rounds

HOME = "/varnholt/decisions/1/"
PREFERS_B = {
    "consent": "consent",
    "vote": "B",
    "approval": ["B"],
    "rank": {"A": 2, "B": 1, "C": 3},
    **{f"score-{letter}": score for letter, score in {"A": 3, "B": 5, "C": 0}.items()},
}
BY_BALLOT = [method for method in Method if method not in (Method.ADVICE, *ON_A_PROPOSAL)]


@pytest.fixture
def voters(ingrid, tomasz, priya):
    return [ingrid, tomasz, priya]


@pytest.fixture
def frame(ingrid, tomasz, helene, priya, daniel, voters):
    """A decision that goes straight to a ballot of three."""

    def framed(method, **changes):
        roles = tuple(NewRole(person, Part.DECIDES if person == ingrid else Part.AGREES) for person in voters)
        known = assembly_line(ingrid, tomasz, helene, priya, daniel, method=method, roles=roles, **changes)
        decision = framing.frame_decision(by=ingrid, frame=known)
        asking.go_to_ballot(decision=decision, by=ingrid)
        return decision

    return framed


def call(decision, by, voters, **more):
    return asking.call_ballot(decision=decision, by=by, opens_at=moment(1), voters=voters, **more)


def asked_for(round, answers=PREFERS_B):
    return {question.key: answers[question.key] for question in round.questions.all() if question.key in answers}


@pytest.mark.parametrize("method", BY_BALLOT)
def test_every_method_goes_from_its_terms_to_a_decision_on_the_pages(method, frame, voters, ingrid, sign_in):
    decision = frame(method)
    browsers = [sign_in(person) for person in voters]
    page = browsers[0].get(HOME).content.decode()
    assert str(Method(method).label) in page
    sent = {"voters": [str(person.pk) for person in voters], "opens_at": moment(1).strftime("%Y-%m-%dT%H:%M")}
    assert browsers[0].post(f"{HOME}ballot/", sent).status_code == 303
    round = rounds_of(decision).asking
    for browser in browsers:
        data = {}
        for key, value in asked_for(round).items():
            parts = value.items() if isinstance(value, dict) else [("", value)]
            data |= {f"answer.{key}.{part}" if part else f"answer.{key}": each for part, each in parts}
        assert browser.post(f"/varnholt/rounds/{round.pk}/seal/", data).status_code == 303
    decision.refresh_from_db()
    assert rounds_of(decision).ballot.result["elected"] == ["B"]
    page = browsers[0].get(HOME).content.decode()
    assert "B. New line in Poznań" in page
    assert "3 of 3 voted" in page
    recorded = {"option": "B", "text": "We build in Poznań.", "because": "The ballot said so."}
    assert browsers[0].post(f"{HOME}resolve/", recorded).status_code == 303
    assert Decision.objects.get().outcome.letter == "B"


def test_the_terms_stand_in_the_envelope_before_anybody_votes(frame, voters, ingrid, tomasz, sign_in):
    decision = frame(Method.SUPERMAJORITY, base=Base.ELIGIBLE, share=Share.THREE_QUARTERS, quorum=60)
    call(decision, ingrid, voters)
    page = sign_in(tomasz).get(HOME).content.decode()
    assert "It takes at least three quarters, of everyone who may vote." in page
    assert "At least 60% of those asked must vote, or it decides nothing." in page
    assert "Supermajority: three quarters of everyone who may vote, quorum 60%" in page


def test_below_the_quorum_nobody_can_record_a_decision(frame, voters, ingrid, sign_in):
    decision = frame(Method.APPROVAL, quorum=60)
    round = call(decision, ingrid, voters)
    rounds.seal_answers(round=round, by=ingrid, answers={"approval": ["B"]})
    open_now(round)
    page = sign_in(ingrid).get(HOME).content.decode()
    assert "It decides nothing: 2 votes were needed for a quorum, and 1 came." in page
    assert "Record the decision" not in page
    with pytest.raises(Refused, match="call another"):
        resolving.resolve(
            decision=decision,
            by=ingrid,
            chosen=[decision.options.get(letter="B")],
            text="Poznań.",
            because="I say so.",
            settled_how="By me.",
        )
    again = call(decision, ingrid, voters, previous=round)
    for person in voters:
        rounds.seal_answers(round=again, by=person, answers={"approval": ["B"]})
    page = sign_in(ingrid).get(HOME).content.decode()
    assert "Record the decision" in page
    assert "Earlier ballots" in page


def test_a_tie_is_settled_by_people_and_how_is_kept(frame, voters, ingrid, sign_in):
    decision = frame(Method.SCORE)
    round = call(decision, ingrid, voters[:2])
    for person, best in zip(voters, ("A", "B"), strict=False):
        answers = {f"score-{letter}": 5 if letter == best else 0 for letter in "ABC"}
        rounds.seal_answers(round=round, by=person, answers=answers)
    page = sign_in(ingrid).get(HOME).content.decode()
    assert "A. Extend Groningen and B. New line in Poznań tie for 1 place." in page
    words = {"option": "B", "text": "Poznań.", "because": "The lot fell so."}
    assert sign_in(ingrid).post(f"{HOME}resolve/", words).status_code == 422
    words["settled_how"] = "By lot; Priya drew it."
    assert sign_in(ingrid).post(f"{HOME}resolve/", words).status_code == 303
    assert Decision.objects.get().settled_how == "By lot; Priya drew it."


def test_consensus_asks_for_agreement(loop, ingrid, tomasz, priya):
    loop.decision.method = Method.CONSENSUS
    loop.decision.save(update_fields=["method"])
    loop.to(Stage.RESOLVE)
    loop.consider()
    proposal = loop.decision.options.get(letter="B")
    round = call(loop.decision, ingrid, [ingrid, tomasz, priya], proposal=proposal)
    for person, stance in ((ingrid, "consent"), (tomasz, "consent"), (priya, "aside")):
        rounds.seal_answers(round=round, by=person, answers={"consent": stance, "reason": "Not yet."})
    assert rounds_of(Decision.objects.get()).ballot.result["elected"] == []


def test_by_advice_one_person_decides_after_answering_and_no_ballot_is_called(
    ingrid, tomasz, helene, daniel, loop, sign_in
):
    loop.decision.method = Method.ADVICE
    loop.decision.save(update_fields=["method"])
    with pytest.raises(Refused, match="exactly one person decides"):
        loop.to(Stage.INPUT)
    loop.decision.roles.filter(person=tomasz, part=Part.DECIDES).update(part=Part.INPUT)
    loop.to(Stage.RESOLVE)
    with pytest.raises(Refused, match="answered first"):
        resolving.resolve(decision=loop.decision, by=ingrid, chosen=[], text="No.", because="No.")
    answers = [resolving.Answer(person, True) for person in (helene, tomasz, daniel)]
    resolving.consider(decision=loop.decision, by=ingrid, answers=answers)
    with pytest.raises(Refused, match="one person decides"):
        call(loop.decision, ingrid, [ingrid, helene])
    page = sign_in(ingrid).get(HOME).content.decode()
    assert "Record the decision" in page
    assert "Call the ballot" not in page
