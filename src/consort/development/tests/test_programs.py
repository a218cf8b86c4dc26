"""Programs: as files, begun, gone through by whoever is there."""

from datetime import timedelta

import pytest
import yaml
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Payload
from consort.development import queries
from consort.development.actions import programs as actions
from consort.development.models import Course, Program
from consort.development.programs import files
from consort.development.programs.plan import Unfit, next_step
from consort.development.tests.conftest import MONDAY
from consort.development.tests.test_styles import text_of
from consort.development.waiting import courses as waiting
from consort.reckon.practice import groups

TODAY = MONDAY.date()
SHELF = files.shelf()


def test_four_programs_with_twenty_four_exercises_each_with_its_evidence():
    assert set(SHELF) == {"deciding-together", "hard-conversations", "feedback-between-leaders", "leading-as-a-pair"}
    practices = [each for plan in SHELF.values() for module in plan.modules for each in module.practices]
    assert len(practices) == len({each.title for each in practices}) == 24
    for plan in SHELF.values():
        named = {each.evidence for module in plan.modules for each in (module, *module.practices)}
        assert named == set(plan.sources)


@pytest.mark.parametrize("name", SHELF)
def test_what_is_written_out_is_read_in_again(name):
    assert files.read(files.write(SHELF[name])) == SHELF[name]


def changed(**what):
    return yaml.safe_dump({**SHELF["deciding-together"].as_written(), **what})


@pytest.mark.parametrize(
    "text",
    ["", "- 1", "a: &x [1]\nb: *x", "!!python/object:os.system {}", "[" * 3000, "{a: b", "\x00", changed(name=""),
     changed(modules=[]), changed(modules=["x"]), changed(sources={}), changed(sources="x"), changed(name=["x"])],
)  # fmt: skip
def test_what_is_no_program_is_refused_with_a_sentence(text):
    with pytest.raises(Unfit):
        files.read(text)


@settings(max_examples=60)
@given(st.data(), st.integers(2, 500), st.sampled_from(sorted(SHELF)))
def test_nobody_waits_for_an_absent_participant(data, size, name):
    """Whoever is away, and whatever they never do: all others finish, and on each day practise with somebody."""
    plan, people = SHELF[name], range(size)
    away = data.draw(st.sets(st.integers(0, size - 1), max_size=size - 1))
    for number in range(1, len(plan.modules) + 1):
        present = [each for each in people if each not in away]
        found = groups(present, number - 1)
        assert sorted(each for group in found for each in group) == present
        assert all(len(group) > 1 for group in found) or len(present) == 1
    done: set[str] = set()
    for day in range(14 * len(plan.modules)):
        while step := next_step(plan, TODAY, 14, TODAY + timedelta(days=day), done):
            done.add(step.key)
    assert done == {step.key for step in plan.steps()}


@pytest.fixture
def course(pair, ingrid) -> Course:
    """Ingrid begins it today with Tomasz."""
    return actions.begin_course(plan=SHELF["deciding-together"], by=ingrid, begins=TODAY, partnership=pair)


@pytest.fixture
def tomaszs_place(course, tomasz):
    return queries.place_of(course, tomasz)


def test_a_module_opens_on_its_day_whatever_the_other_did(course, tomaszs_place, tomasz):
    with pytest.raises(Refused, match="opens on its day"):
        actions.finish_step(place=tomaszs_place, by=tomasz, key="2-reading")
    for step in course.plan.steps_of(1):
        actions.finish_step(place=tomaszs_place, by=tomasz, key=step.key)
    assert list(waiting(tomasz)) == []
    with clock.at(MONDAY + timedelta(days=14)):
        assert [each.title for each in waiting(tomasz)] == ["Read: How sure are we"]
        actions.finish_step(place=tomaszs_place, by=tomasz, key="2-reading")


def test_what_one_tries_is_asked_once_a_week(course, tomaszs_place, tomasz):
    with pytest.raises(Refused, match="first what you try"):
        actions.note_try(place=tomaszs_place, by=tomasz, held=True)
    actions.aim_at(place=tomaszs_place, by=tomasz, aim="I say a number")
    for step in course.plan.steps_of(1):
        actions.finish_step(place=tomaszs_place, by=tomasz, key=step.key)
    with clock.at(MONDAY + timedelta(days=7)):
        assert [each.action for each in waiting(tomasz)] == ["Did you do it?"]
        actions.note_try(place=tomaszs_place, by=tomasz, held=False)
        assert list(waiting(tomasz)) == []


def test_only_one_s_own_steps_and_only_with_one_s_own_partners(course, pair, tomaszs_place, ingrid, priya, facilitator):
    with pytest.raises(NotAllowed):
        actions.finish_step(place=tomaszs_place, by=ingrid, key="1-reading")
    plan = SHELF["hard-conversations"]
    with pytest.raises(NotAllowed):
        actions.begin_course(plan=plan, by=priya, begins=TODAY, partnership=pair)
    with pytest.raises(NotAllowed):
        actions.begin_course(plan=plan, by=ingrid, begins=TODAY, people=[ingrid, priya])
    made = actions.begin_course(plan=plan, by=facilitator, begins=TODAY, people=[ingrid, priya])
    assert Course.objects.visible_to(priya).get() == made
    assert made not in Course.objects.visible_to(tomaszs_place.person)
    with pytest.raises(Refused, match="2 to 500"):
        actions.begin_course(plan=plan, by=facilitator, begins=TODAY, people=[priya])


def test_whoever_leads_sees_how_far_and_never_what_was_written(course, tomaszs_place, tomasz, ingrid, sign_in):
    actions.aim_at(place=tomaszs_place, by=tomasz, aim="I say a number instead")
    actions.finish_step(place=tomaszs_place, by=tomasz, key="1-reflection", words="I was a coward in May")
    page = text_of(sign_in(ingrid).get(course.get_absolute_url()))
    assert "I say a number instead" in page
    assert "1 of 15" in page
    assert "coward" not in page
    assert "coward" not in str(list(Payload.objects.values_list("body", flat=True)))


def url(name, *things):
    return reverse(f"development:{name}", args=["varnholt", *things])


def test_the_way_through(course, tomasz, sign_in, django_assert_max_num_queries):
    client = sign_in(tomasz)
    client.get(course.get_absolute_url())
    with django_assert_max_num_queries(15):
        page = text_of(client.get(course.get_absolute_url()))
    assert "You practise with Ingrid Maas ." in page
    step = url("course_step", course.pk, "1-practice-1")
    assert "Reader of the first half" in text_of(client.get(step))
    assert client.get(url("course_step", course.pk, "2-reading")).status_code == 404
    for _ in range(2):
        assert client.post(step, {"words": "It was new to me"}).status_code == 303
    assert client.post(url("course_away", course.pk, 1)).status_code == 303
    assert "You said you cannot come." in text_of(client.get(course.get_absolute_url()))
    assert client.post(url("course_away", course.pk, 9)).status_code == 409
    assert client.post(url("course_aim", course.pk), {"aim": ""}).status_code == 422
    client.post(url("course_aim", course.pk), {"aim": "I ask first"})
    client.post(url("course_try", course.pk), {"held": "yes", "words": "Sofia noticed"})
    assert "You did it 1 of 1 times." in text_of(client.get(course.get_absolute_url()))
    assert text_of(client.get(url("journal"))).count("It was new to me") == 1
    client.post(url("course_leave", course.pk))
    page = text_of(sign_in(course.owner).get(course.get_absolute_url()))
    assert "Nobody else is there this time." in page


def test_a_program_is_taken_out_changed_and_brought_in(ingrid, observer, sign_in):
    client = sign_in(ingrid)
    file = client.get(url("program_file", "deciding-together"))
    assert file.headers["Content-Disposition"] == 'attachment; filename="deciding-together.yaml"'
    text = file.content.decode().replace("name: Deciding together", "name: Deciding in the plants")
    assert client.post(url("program_new"), {"id": MADE, "text": "x: ["}).status_code == 422
    for _ in range(2):
        assert client.post(url("program_new"), {"id": MADE, "text": text}).status_code == 303
    assert Program.objects.get().name == "Deciding in the plants"
    assert "Deciding in the plants" in text_of(client.get(url("programs")))
    assert client.get(url("program", Program.objects.get().pk)).status_code == 200
    assert sign_in(observer).get(url("program_new")).status_code == 404


def test_it_is_begun_from_its_page(pair, ingrid, sign_in):
    client, address = sign_in(ingrid), url("program_begin", "leading-as-a-pair")
    assert client.post(address, {"id": MADE, "begins": TODAY, "every": 14}).status_code == 422
    form = {"id": MADE, "begins": TODAY, "every": 14, "whom": pair.pk}
    for _ in range(2):
        assert client.post(address, form).status_code == 303
    assert Course.objects.get().places.count() == 2


MADE = "6f1d2b1e-3f0a-4c39-9a0d-1f2f3a4b5c6d"
