"""Every transition x everyone who might take it, and every gate."""

from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.db import transaction

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Entry
from consort.decisions import policy, stages
from consort.decisions.actions import asking, committing, debating, framing, resolving, reviewing
from consort.decisions.cases import Case
from consort.decisions.frames import NewForecast, NewRole
from consort.decisions.models import Choice, Decision, Method, Part, Stage
from consort.decisions.stages import TRANSITIONS, Gate, Transition, Who
from consort.decisions.tests.samples import Loop, assembly_line, day, moment, open_now

TAKEN = {
    "ask": lambda loop, by: asking.ask_for_input(decision=loop.decision, by=by),
    "go_to_ballot": lambda loop, by: asking.go_to_ballot(decision=loop.decision, by=by),
    "drop": lambda loop, by: framing.drop(decision=loop.decision, by=by),
    "take_back": lambda loop, by: asking.take_back(decision=loop.decision, by=by),
    "close_debate": lambda loop, by: debating.close_debate(decision=loop.decision, by=by),
    "resolve": lambda loop, by: resolving.resolve(
        decision=loop.decision, by=by, chosen=[loop.decision.options.get(letter="B")], text="Poznań.", because="So."
    ),
    "begin": lambda loop, by: committing.begin_carrying_out(decision=loop.decision, by=by),
    "reopen": lambda loop, by: committing.reopen(decision=loop.decision, by=by),
    "look_back": lambda loop, by: reviewing.begin_review(decision=loop.decision, by=by),
    "close": lambda loop, by: reviewing.close_review(decision=loop.decision, by=by, verdict="keep"),
}
PEOPLE = {
    "helene": {Who.FRAMER, Who.RECOMMENDER},
    "ingrid": {Who.DECIDER},
    "tomasz": {Who.DECIDER, Who.CARRIES_OUT},
    "priya": {Who.AGREES},
    "daniel": {Who.ADVISER},
    "facilitator": {Who.FACILITATOR},
    "jonas": set(),
    "administrator": set(),
    "observer": set(),
    "stranger": set(),
}


def ready(loop, name):
    """The decision where the transition begins, with nothing missing."""
    transition = stages.named(name)
    loop.to(transition.source)
    if name == "resolve":
        loop.consider()
        loop.ballot()
    if name in ("begin", "reopen"):
        speak(loop, objecting=name == "reopen")
        promise(loop)
    if name == "close":
        loop.judge()
        reviewing.draw_lesson(decision=loop.decision, by=loop.daniel, text="Ask sooner.")
        for forecast in loop.decision.forecasts.all():
            reviewing.settle_forecast(forecast=forecast, by=loop.ingrid, happened=True)
    loop.decision = Decision.objects.select_related("organization").get(pk=loop.decision.pk)
    return transition


def speak(loop, *, objecting):
    for person in loop.people:
        choice = Choice.OBJECT if objecting and person == loop.daniel else Choice.AGREE
        committing.take_stance(decision=loop.decision, by=person, choice=choice, reason="It would harm Italy.")


def promise(loop):
    committing.carry_out(
        decision=loop.decision, by=loop.tomasz, giver=loop.tomasz, receiver=loop.ingrid, what="Lease", due=day(9)
    )


@pytest.fixture
def open_loop(ingrid, tomasz, helene, priya, daniel):
    """Known to all leaders, so that others stand to it as leaders do."""
    return Loop(ingrid, tomasz, helene, priya, daniel)


@pytest.fixture
def ballot_loop(ingrid, tomasz, helene, priya, daniel):
    """A ranked choice that nobody is asked about first."""
    roles = (NewRole(ingrid, Part.DECIDES), NewRole(tomasz, Part.CARRIES_OUT), NewRole(helene, Part.RECOMMENDS))
    return Loop(ingrid, tomasz, helene, priya, daniel, method=Method.SCHULZE, roles=roles)


def loop_for(name, request):
    return request.getfixturevalue("ballot_loop" if name == "go_to_ballot" else "open_loop")


@pytest.mark.parametrize("name", TAKEN)
def test_a_transition_is_taken_by_whom_the_table_says_and_by_nobody_else(request, name):
    loop = loop_for(name, request)
    transition = ready(loop, name)
    for who, expected in PEOPLE.items():
        person = request.getfixturevalue(who)
        stands = policy.standings(Case(loop.decision), person)
        assert stands == expected or name == "go_to_ballot", who
        with undone():
            attempt(loop, name, person, allowed=bool(transition.who & stands))


def attempt(loop, name, person, *, allowed):
    transition, before = stages.named(name), Entry.objects.count()
    decision = loop.decision = Decision.objects.select_related("organization").get(pk=loop.decision.pk)
    if allowed:
        TAKEN[name](loop, person)
        assert Decision.objects.get(pk=decision.pk).stage == transition.target, person
        return
    with pytest.raises(NotAllowed):
        TAKEN[name](loop, person)
    assert Decision.objects.get(pk=decision.pk).stage == transition.source, person
    assert Entry.objects.count() == before


@contextmanager
def undone():
    """What is done inside is taken back afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_the_table_names_a_way_to_take_every_transition():
    by_clock = {transition.name for transition in TRANSITIONS if transition.who == {Who.CLOCK}}
    assert set(TAKEN) | by_clock == {transition.name for transition in TRANSITIONS}
    assert by_clock == {"open_debate", "fall_due"}


@pytest.mark.parametrize("name", TAKEN)
def test_taking_it_twice_takes_it_once(request, name):
    loop = loop_for(name, request)
    transition = ready(loop, name)
    by = next(request.getfixturevalue(who) for who, stands in PEOPLE.items() if transition.who & stands)
    TAKEN[name](loop, by)
    entries = Entry.objects.count()
    TAKEN[name](loop, by)
    assert Entry.objects.count() == entries


def test_nothing_is_done_out_of_turn(request, open_loop):
    """At every stage, every transition that neither begins nor ends there is refused, and nothing changes."""
    for stage in Stage:
        open_loop.to(stage)
        entries = Entry.objects.count()
        for name in TAKEN:
            transition = stages.named(name)
            if stage in (transition.source, transition.target):
                continue
            by = next(request.getfixturevalue(who) for who, stands in PEOPLE.items() if transition.who & stands)
            with pytest.raises(Refused, match="has moved on"):
                TAKEN[name](open_loop, by)
        assert Entry.objects.count() == entries


MISSING = [
    ("ask", {"options": ()}, "two options"),
    ("ask", {"roles": ()}, "Somebody must decide"),
    ("ask", {"forecasts": (NewForecast("it pays"), NewForecast("it runs"))}, "two forecasts"),
    ("ask", {"input_closes": None}, "until when input is taken"),
    ("ask", {"review_on": None}, "when we look back"),
    ("go_to_ballot", {}, "This way to decide comes after input"),
    ("go_to_ballot", {"method": Method.MAJORITY}, "their input comes first"),
]


@pytest.mark.parametrize(("name", "changes", "words"), MISSING)
def test_a_frame_that_lacks_something_says_so_and_stays(ingrid, tomasz, helene, priya, daniel, name, changes, words):
    frame = replace(assembly_line(ingrid, tomasz, helene, priya, daniel), **changes)
    if not frame.options:
        frame = replace(frame, forecasts=(NewForecast("it pays", day(9)), NewForecast("it runs", day(9))))
    decision = framing.frame_decision(by=helene, frame=frame)
    with pytest.raises(Refused, match=words):
        TAKEN[name](SimpleNamespace(decision=decision), helene)
    assert Decision.objects.get(pk=decision.pk).stage == Stage.FRAME


def test_one_person_alone_is_not_asked(ingrid, tomasz, helene, priya, daniel):
    roles = (NewRole(ingrid, Part.DECIDES), NewRole(priya, Part.AGREES))
    frame = assembly_line(ingrid, tomasz, helene, priya, daniel, roles=roles)
    decision = framing.frame_decision(by=helene, frame=frame)
    with pytest.raises(Refused, match="At least two people"):
        asking.ask_for_input(decision=decision, by=helene)


def test_debate_stays_open_while_a_second_round_is_sealed(open_loop, ingrid):
    open_loop.to(Stage.DEBATE)
    round = asking.ask_again(decision=open_loop.decision, by=ingrid, opens_at=moment(2))
    with pytest.raises(Refused, match="sealed round is still open"):
        debating.close_debate(decision=open_loop.decision, by=ingrid)
    open_now(round)
    debating.close_debate(decision=open_loop.decision, by=ingrid)


def test_it_is_not_decided_before_each_input_is_answered_and_the_ballot_has_opened(open_loop, ingrid):
    open_loop.to(Stage.RESOLVE)
    with pytest.raises(Refused, match="Each input must be answered") as refusal:
        TAKEN["resolve"](open_loop, ingrid)
    assert "The ballot comes first" in refusal.value.message
    open_loop.consider()
    with pytest.raises(Refused, match="The ballot comes first"):
        TAKEN["resolve"](open_loop, ingrid)
    open_loop.ballot()
    TAKEN["resolve"](open_loop, ingrid)


def test_it_is_not_carried_out_before_everyone_has_said_and_a_step_is_promised(open_loop, ingrid):
    open_loop.to(Stage.COMMIT)
    with pytest.raises(Refused, match="Not everyone") as refusal:
        TAKEN["begin"](open_loop, ingrid)
    assert "first step" in refusal.value.message
    speak(open_loop, objecting=False)
    promise(open_loop)
    TAKEN["begin"](open_loop, ingrid)


def test_after_the_day_nobody_is_waited_for_and_whoever_is_silent_is_named_not_counted(open_loop, ingrid, daniel):
    open_loop.to(Stage.COMMIT)
    for person in open_loop.people:
        if person != daniel:
            committing.take_stance(decision=open_loop.decision, by=person, choice=Choice.AGREE)
    promise(open_loop)
    with clock.at(moment(40)):
        committing.begin_carrying_out(decision=open_loop.decision, by=ingrid)
    assert Entry.objects.filter(type="decision.unsaid").count() == 1
    assert not open_loop.decision.stances.filter(person=daniel).exists()


def test_an_objection_must_be_answered_first(open_loop, ingrid, daniel):
    open_loop.to(Stage.COMMIT)
    speak(open_loop, objecting=True)
    promise(open_loop)
    with pytest.raises(Refused, match="has not been answered"):
        TAKEN["begin"](open_loop, ingrid)
    stance = open_loop.decision.stances.select_related("decision", "person").get(person=daniel)
    committing.answer_objection(stance=stance, by=ingrid, answer="Brescia keeps its store.")
    TAKEN["begin"](open_loop, ingrid)


def test_somebody_who_must_agree_and_objects_holds_it_up_even_when_answered(open_loop, ingrid, priya):
    open_loop.to(Stage.COMMIT)
    speak(open_loop, objecting=False)
    promise(open_loop)
    stance = committing.take_stance(
        decision=open_loop.decision, by=priya, choice=Choice.OBJECT, reason="It breaks the covenant."
    )
    committing.answer_objection(stance=stance, by=ingrid, answer="It does not.")
    with pytest.raises(Refused, match="must agree objects"):
        TAKEN["begin"](open_loop, ingrid)


def test_a_review_is_not_closed_before_process_forecasts_and_a_lesson(open_loop, ingrid):
    open_loop.to(Stage.REVIEW)
    with clock.at(moment(300)), pytest.raises(Refused) as refusal:
        TAKEN["close"](open_loop, ingrid)
    for words in ("how we decided have not been opened", "has not been settled", "at least one thing"):
        assert words in refusal.value.message


def test_reopening_asks_everyone_anew_and_keeps_what_was_said(open_loop, ingrid, daniel):
    ready(open_loop, "reopen")
    committing.reopen(decision=open_loop.decision, by=ingrid)
    decision = Decision.objects.get(pk=open_loop.decision.pk)
    assert (decision.stage, decision.outcome, decision.outcome_text) == (Stage.DEBATE, None, "")
    assert decision.stances.filter(replaced=None).count() == 0
    assert decision.stances.filter(person=daniel, choice=Choice.OBJECT).exists()
    assert Case(decision).rounds.ballot is None or not Case(decision).ballot_opened


BAD = [
    (lambda table: (*table, table[0]), "one name"),
    (lambda table: (*table[:-1], replace(table[-1], who=frozenset())), "nobody to take it"),
    (lambda table: table[1:], "reached"),
    (lambda table: table[:-1], "way out"),
    (lambda table: (*table[:-1], replace(table[-1], gates=(Gate("x", "", bool),))), "no sentence"),
    (lambda table: (*table, Transition("out", Stage.CLOSED, Stage.FRAME, "Out", frozenset({Who.FRAMER}))), "way out"),
]


@pytest.mark.parametrize(("spoil", "words"), BAD)
def test_a_table_that_contradicts_itself_is_found_out(spoil, words):
    table = TRANSITIONS
    if words == "reached":
        table = tuple(each for each in TRANSITIONS if each.target != Stage.INPUT)
        spoil = tuple
    with pytest.raises(ValueError, match=words):
        stages.validate(spoil(table))
