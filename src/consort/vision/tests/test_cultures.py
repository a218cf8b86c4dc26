"""Culture maps: each alone, opened together; what to keep, which shifts, and what is held against them."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from consort.core import clock, kinds
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Link
from consort.metrics.actions import define_metric
from consort.rounds.actions import open_round, seal_answers
from consort.vision.actions import checking
from consort.vision.actions import cultures as actions
from consort.vision.actions.cultures import NewShift
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.bipolar import STATEMENTS, as_lines, pairs_in
from consort.vision.contexts.cultures import page, shift_page
from consort.vision.models import Culture, Purpose, Shift, Value
from consort.vision.queries.cultures import cultures_for, round_of, shifts_for

PAIRS = [
    ("Decided at the top", "Decided where the knowledge is"),
    ("Rules", "Judgement"),
    ("Meetings inform", "Meetings decide"),
]
MOST_QUERIES = 15


def start(by, people, *, partnership=None, mode="confidential"):
    asking = Asking(people, clock.now() + timedelta(days=3), partnership)
    return actions.start_culture(by=by, title="How we work", pairs=PAIRS, asking=asking, mode=mode)


def answer(culture, person, *moves):
    answers = {f"statement-{n}": {"from": one, "to": other} for n, (one, other) in enumerate(moves, 1)}
    seal_answers(round=round_of(culture), by=person, answers=answers)


@pytest.fixture
def opened(executives, executive_team) -> Culture:
    """All nine want decisions nearer to the knowledge, and leave rules as they are."""
    culture = start(executives[0], executives, partnership=executive_team)
    for number, person in enumerate(executives):
        step = number % 3
        answer(culture, person, (1 + step, 5 + step), (3 + step, 3 + step), (4 + step, 2 + step))
    return culture


@pytest.fixture
def value(ingrid) -> Value:
    purpose = Purpose.objects.create(
        organization=ingrid.organization, owner=ingrid, version=1, vision="Heat", state="agreed", agreed=clock.now()
    )
    return Value.objects.create(purpose=purpose, position=1, name="We say it early")


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def address(name, thing, *more):
    return reverse(f"vision:{name}", args=[thing.organization.slug, thing.pk, *more])


def choose(culture, by, goal="Decide near the machine", **more):
    return actions.choose_shift(culture=culture, by=by, shift=NewShift("Decided at the top", goal, **more))


def test_there_are_enough_statements_and_all_have_two_sides():
    pairs = pairs_in(as_lines().splitlines())
    assert len(pairs) == len(STATEMENTS) >= 16
    assert len(set(pairs)) == len(pairs)
    with pytest.raises(ValueError, match="no sides"):
        pairs_in(["no sides"])


def test_each_leader_answers_alone(executives, executive_team, sign_in):
    culture = start(executives[0], executives, partnership=executive_team)
    words = text(sign_in(executives[1]).get(culture.get_absolute_url()))
    assert "Today, and where it needs to be in 24 months" in words
    assert "Decided where the knowledge is" in words
    answer(culture, executives[2], (1, 7), (1, 1), (1, 1))
    assert page(culture, executives[1])["moving"] == []
    assert text(sign_in(executives[1]).get(culture.get_absolute_url())).count("Enough are in") == 0


def test_what_lies_apart_and_what_is_kept(opened, executives, sign_in):
    shown = page(opened, executives[1])
    assert shown["headline"] == "On two things you are clearly not where you need to be"
    first = shown["moving"][0]
    assert first.statement.one == "Decided at the top"
    assert (round(first.finding.today.value, 2), first.finding.needed.value) == (2.0, 6.0)
    assert first.wishes.startswith("Nine of nine want more of “Decided where the knowledge is”.")
    assert [each.statement.one for each in shown["staying"]] == ["Rules"]
    words = text(sign_in(executives[1]).get(opened.get_absolute_url()))
    assert "2.0 → 6.0" in words
    kept = address("culture_keep", opened, opened.statements.get(position=2).pk)
    assert sign_in(executives[1]).post(kept, {"kept": "yes"}).status_code == 303
    assert "We keep this" in text(sign_in(executives[1]).get(opened.get_absolute_url()))


def test_a_difference_that_chance_could_make_is_called_so(executives):
    culture = start(executives[0], executives[:5])
    for person, (today, needed) in zip(executives, [(1, 7), (7, 1), (4, 6), (4, 5), (3, 5)], strict=False):
        answer(culture, person, (today, needed), (4, 4), (4, 4))
    shown = page(culture, executives[0])
    assert "Chance alone could make this difference." in shown["moving"][0].wishes
    assert shown["headline"].startswith("Nothing stands out")


def test_two_people_read_their_answers_side_by_side(ingrid, tomasz, pair, sign_in):
    culture = start(ingrid, [ingrid, tomasz], partnership=pair, mode="attributed")
    answer(culture, ingrid, (1, 7), (4, 4), (4, 4))
    answer(culture, tomasz, (3, 5), (4, 4), (4, 4))
    shown = page(culture, ingrid)
    assert (shown["moving"], shown["staying"], shown["headline"]) == ([], [], "")
    assert "from 3 to 5" in text(sign_in(ingrid).get(culture.get_absolute_url()))


def test_too_few_answers_show_nothing(executives, sign_in):
    culture = start(executives[0], executives)
    for person in executives[:4]:
        answer(culture, person, (1, 7), (1, 7), (1, 7))
    open_round(round_of(culture), by=executives[0])
    words = text(sign_in(executives[0]).get(culture.get_absolute_url()))
    assert "Withheld: shown from five answers." in words


def test_shifts_are_chosen_ranked_changed_and_dropped(opened, executives, value, sign_in):
    browser = sign_in(executives[2])
    begun = text(browser.get(address("shift_choose", opened) + "?from=1"))
    assert 'value="Decided where the knowledge is"' in begun
    sent = {
        "id": str(uuid4()),
        "start": "At the top",
        "goal": "Near the machine",
        "value": value.pk,
        "signs": "A foreman stops the line",
    }
    assert browser.post(address("shift_choose", opened), sent | {"goal": ""}).status_code == 422
    for _again in range(2):
        assert browser.post(address("shift_choose", opened), sent).status_code == 303
    other = choose(opened, executives[3], "Say it in the room")
    first = Shift.objects.get(goal="Near the machine")
    assert (first.position, first.value, other.position) == (1, value, 2)
    order = {f"order:{other.pk}": 1, f"order:{first.pk}": 2}
    assert browser.post(address("shift_order", opened), order).status_code == 303
    assert [each.goal for each in opened.shifts.all()] == ["Say it in the room", "Near the machine"]
    assert browser.post(address("shift_change", first), {**sent, "goal": "At the machine"}).status_code == 303
    assert browser.post(address("shift_drop", other)).status_code == 303
    assert [(each.goal, each.position) for each in opened.shifts.all()] == [("At the machine", 1)]
    assert "choose four more" in text(browser.get(opened.get_absolute_url()))


def test_seven_are_the_most(opened, executives):
    for number in range(7):
        choose(opened, executives[0], f"Goal {number}")
    with pytest.raises(Refused, match="Seven shifts"):
        choose(opened, executives[0], "One too many")
    assert page(opened, executives[0])["is_full"]


def test_decisions_are_held_against_a_shift(opened, executives, sign_in):
    shift = choose(opened, executives[0])
    thing = define_metric(by=executives[0], name="Lead time", direction="decrease", target_high=9)
    link = checking.check_against(shift=shift, thing=thing, kind=Link.Kind.SERVES, by=executives[1])
    assert [tie.thing for tie in shift_page(shift, executives[2])["serving"]] == [thing]
    checking.check_against(shift=shift, thing=thing, kind=Link.Kind.CONFLICTS_WITH, by=executives[1])
    shown = shift_page(shift, executives[2])
    assert (shown["serving"], [tie.thing for tie in shown["conflicting"]]) == ([], [thing])
    assert "Goes against it" in text(sign_in(executives[2]).get(shift.get_absolute_url()))
    with pytest.raises(Refused):
        checking.check_against(shift=shift, thing=thing, kind=Link.Kind.REVIEWS, by=executives[1])
    checking.untie(shift=shift, link=Link.objects.get(to_id=shift.pk), by=executives[1])
    assert not Link.objects.filter(to_id=shift.pk).exists()
    assert link.pk
    assert kinds.of(shift).name == "shift"


def test_a_value_of_an_earlier_version_is_named_as_such(opened, executives, value):
    shift = choose(opened, executives[0], value=value)
    Purpose.objects.update(state="superseded")
    assert shift_page(shifts_for(executives[0]).get(pk=shift.pk), executives[0])["value_is_old"]


def test_who_may_not(opened, executives, observer, facilitator, stranger, sign_in):
    shift = choose(opened, executives[0])
    for person in (observer, facilitator, stranger):
        assert sign_in(person).get(opened.get_absolute_url()).status_code == 404
        assert sign_in(person).get(shift.get_absolute_url()).status_code == 404
        assert sign_in(person).post(address("shift_drop", shift)).status_code == 404
        with pytest.raises(NotAllowed):
            choose(opened, person)
    with pytest.raises(NotAllowed):
        start(observer, executives)
    elsewhere = Value.objects.create(
        purpose=Purpose.objects.create(organization=stranger.organization, version=1, vision="x"), position=1, name="x"
    )
    with pytest.raises(NotAllowed):
        choose(opened, executives[0], value=elsewhere)


def test_it_is_started_by_a_form(ingrid, executives, executive_team, sign_in):
    browser, where = sign_in(ingrid), reverse("vision:culture_new", args=["varnholt"])
    assert "Decisions are taken at the top – Decisions are taken where the knowledge is" in text(browser.get(where))
    sent = {
        "id": str(uuid4()),
        "title": "How we work",
        "whom": executive_team.pk,
        "mode": "confidential",
        "months": 24,
        "statements": "one – other\nno sides",
        "opens_at": (clock.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M"),
    }
    assert "has no two sides" in text(browser.post(where, sent))
    for _again in range(2):
        assert browser.post(where, sent | {"statements": as_lines()}).status_code == 303
    assert Culture.objects.get().statements.count() == len(STATEMENTS)


@pytest.mark.parametrize("is_open", [False, True])
def test_a_map_runs_at_most_fifteen_queries(is_open, request, executives, django_assert_max_num_queries):
    culture = request.getfixturevalue("opened") if is_open else start(executives[0], executives)
    if is_open:
        choose(culture, executives[0])
    with django_assert_max_num_queries(MOST_QUERIES):
        page(cultures_for(executives[0]).get(), executives[0])
    if is_open:
        with django_assert_max_num_queries(MOST_QUERIES):
            shift_page(shifts_for(executives[0]).get(), executives[0])
