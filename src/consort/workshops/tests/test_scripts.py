"""Scripts: ready ones, files that travel, and changing one step by step."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.workshops.actions import scripting
from consort.workshops.actions.scripting import script_of
from consort.workshops.models import Workshop
from consort.workshops.scripts import Step, UnreadableScript, problems_of, read, write
from consort.workshops.scripts.ready import READY, ready

TALK = Step("discuss", "Talk it over", 12)


def document(**changed):
    given = json.loads(write(ready("premortem")))
    return json.dumps({**given, **changed}).encode()


@pytest.mark.parametrize("name", READY)
def test_every_ready_script_can_be_played_and_travels_as_a_file(name, db):
    script = ready(name)
    assert problems_of(script) == []
    assert read(write(script)) == script
    assert 60 <= script.minutes <= 120


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "This is not JSON"),
        (b"[]", "“format” should be"),
        (b"\xff\xfe", "This is not JSON"),
        (b"[" * 100_000, "This is not JSON"),
        (b" " * 300_000, "larger than 200 kB"),
        (document(version=2), "version 2; version 1 can be read"),
        (document(activities="none"), "a list of at most"),
        (document(activities=[]), "between one and 30"),
        (document(title=""), "no title"),
        (document(title=5), "words in quotes"),
        (document(activities=["rank"]), "Activity 1: it is not an object"),
        (document(activities=[{"kind": "dance", "title": "Dance"}]), "“dance” is no kind"),
        (document(activities=[{"kind": "write"}]), "of the wrong sort"),
        (document(activities=[{"kind": "write", "title": "W", "minutes": "five"}]), "of the wrong sort"),
        (document(activities=[{"kind": "write", "title": "W", "minutes": 0}]), "between one and 480 minutes"),
        (document(activities=[{"kind": "write", "title": "W", "colour": "red"}]), "“colour” is not known"),
        (document(activities=[{"kind": "reveal", "title": "R"}]), "which earlier activity"),
        (document(activities=[{"kind": "group", "title": "G", "earlier": 1}]), "names no activity before it"),
        (document(activities=[{"kind": "rank", "title": "R", "items": ["One"]}]), "it needs items"),
        (document(activities=[{"kind": "rank", "title": "R", "items": ["One", "one"]}]), "the same name"),
        (document(activities=[{"kind": "write", "title": "W", "names": "secret"}]), "attributed, confidential"),
        (document(activities=[{"kind": "rate", "title": "R", "settings": {"ends": ["a"]}}]), "of the wrong sort"),
    ],
)
def test_what_is_wrong_in_a_file_is_said(content, words):
    with pytest.raises(UnreadableScript, match=words):
        read(content)


def test_a_script_goes_out_of_one_workshop_and_into_another(planned, ingrid, sign_in):
    workshop = planned("culture")
    browser = sign_in(ingrid)
    sent = browser.get(reverse("workshops:export", args=["varnholt", workshop.pk]))
    assert "attachment" in sent.headers["Content-Disposition"]
    file = SimpleUploadedFile("culture.json", sent.content)
    shown = browser.post(reverse("workshops:bring", args=["varnholt"]), {"file": file})
    assert "Name the shifts" in shown.content.decode()
    begins = (clock.now() + timedelta(days=5)).strftime("%Y-%m-%dT%H:%M")
    given = {"title": "Culture once more", "starts_at": begins, "with_whom": "leaders"}
    form = {**given, "carried": shown.context["carried"], "id": shown.context["form"]["id"].initial}
    for _each in range(2):
        assert browser.post(reverse("workshops:bring", args=["varnholt"]), form).status_code == 303
    made = Workshop.objects.get(title="Culture once more")
    assert script_of(made).steps == script_of(workshop).steps


def test_a_file_that_cannot_be_played_is_refused_in_words(ingrid, sign_in):
    file = SimpleUploadedFile("bad.json", document(activities=[{"kind": "dance", "title": "Dance"}]))
    answer = sign_in(ingrid).post(reverse("workshops:bring", args=["varnholt"]), {"file": file})
    assert answer.status_code == 422
    assert "is no kind of activity" in answer.content.decode()
    assert not Workshop.objects.exists()


def test_a_step_is_added_changed_moved_and_taken_out(planned, ingrid):
    workshop = planned("premortem")
    activity = scripting.add_step(workshop=workshop, step=TALK, by=ingrid)
    scripting.change_step(activity=activity, step=replace(TALK, minutes=20), by=ingrid)
    scripting.move_step(activity=activity, up=True, by=ingrid)
    assert [each.title for each in workshop.activities.all()][-2:] == ["Talk it over", "Look back"]
    scripting.remove_step(activity=activity, by=ingrid)
    scripting.remove_step(activity=activity, by=ingrid)
    assert workshop.activities.count() == 8


def test_what_another_step_takes_up_cannot_be_taken_out_or_overtaken(planned, ingrid, tomasz):
    workshop = planned("premortem")
    writing = workshop.activities.get(kind="write")
    with pytest.raises(Refused, match="takes up what it brings"):
        scripting.remove_step(activity=writing, by=ingrid)
    with pytest.raises(Refused, match="takes up what comes before it"):
        scripting.move_step(activity=writing, up=False, by=ingrid)
    with pytest.raises(NotAllowed):
        scripting.move_step(activity=writing, up=True, by=tomasz)


def test_what_cannot_be_played_is_not_kept(planned, ingrid, sign_in):
    workshop = planned("premortem")
    with pytest.raises(Refused, match="it needs items"):
        scripting.add_step(workshop=workshop, step=Step("rank", "Rank", 5), by=ingrid)
    address = reverse("workshops:activity_new", args=["varnholt", workshop.pk])
    sent = {"kind": "rank", "title": "Rank", "minutes": 5, "names": "attributed", "items": "One"}
    answer = sign_in(ingrid).post(address, {**sent, "id": workshop.pk})
    assert answer.status_code == 422
    assert "It needs items" in answer.content.decode()


def test_the_list_begins_with_how_to_begin(ingrid, observer, sign_in, django_assert_max_num_queries):
    browser = sign_in(ingrid)
    with django_assert_max_num_queries(15):
        shown = browser.get(reverse("workshops:list", args=["varnholt"])).content.decode()
    assert "No workshop is planned." in shown
    assert "Conflict between two departments" in shown
    seen = sign_in(observer).get(reverse("workshops:list", args=["varnholt"])).content.decode()
    assert "Plan a workshop" not in seen
