"""The record: narrowed, month by month, what supersedes what, printed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Department, Level, Link
from consort.decisions.actions.framing import frame_decision
from consort.decisions.actions.moving import write
from consort.decisions.actions.superseding import stand_again, supersede
from consort.decisions.contexts.sheet import sheet
from consort.decisions.frames import Audience, Frame, NewOption, NewRole
from consort.decisions.models import Decision, Method, Part, Stage
from consort.web.pdf import Block, Sheet, printed


def url(name, *more):
    return reverse(f"decisions:{name}", args=["varnholt", *more])


def decided(by, question, *, days=0, decider=None, **more) -> Decision:
    """Decided some days ago, elsewhere than in these tests."""
    roles = (NewRole(decider or by, Part.DECIDES),)
    options = (NewOption("Yes", "All of it"), NewOption("No"))
    began = clock.now() - timedelta(days=days)
    with clock.at(began):
        made = frame_decision(by=by, frame=Frame(question, options=options, roles=roles, **more))
    reached = {str(stage): began.isoformat() for stage in (Stage.FRAME, Stage.COMMIT, Stage.CLOSED)}
    write(made, stage=Stage.CLOSED, outcome_text="Yes.", because="It pays.", reached=reached)
    return made


@pytest.fixture
def record(ingrid, tomasz):
    tomasz.department = Department.objects.create(organization=ingrid.organization, name="Operations")
    tomasz.save(update_fields=["department"])
    old = decided(ingrid, "Three hubs?", days=400)
    new = decided(ingrid, "One hub at Venlo?", days=40, decider=tomasz, method=Method.MAJORITY)
    supersede(decision=new, earlier=old, by=ingrid)
    return old, new


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, {"Three hubs?", "One hub at Venlo?"}),
        ({"state": "standing"}, {"One hub at Venlo?"}),
        ({"state": "superseded"}, {"Three hubs?"}),
        ({"state": "dropped"}, set()),
        ({"method": "majority"}, {"One hub at Venlo?"}),
        ({"decider": "tomasz"}, {"One hub at Venlo?"}),
        ({"department": "operations"}, {"One hub at Venlo?"}),
        ({"since": "recent"}, {"One hub at Venlo?"}),
        ({"until": "recent"}, {"Three hubs?"}),
        ({"q": "Venlo"}, {"One hub at Venlo?"}),
        (
            {"state": "nonsense", "since": "nonsense", "decider": "nonsense", "page": "x"},
            {"Three hubs?", "One hub at Venlo?"},
        ),
    ],
    ids=lambda given: "-".join(sorted(given)) or "nothing",
)
def test_the_record_is_narrowed(record, ingrid, tomasz, sign_in, query, shown):
    meant = {
        "tomasz": tomasz.pk,
        "operations": tomasz.department_id,
        "recent": (clock.today() - timedelta(days=200)).isoformat(),
    }
    page = sign_in(ingrid).get(url("record"), {name: meant.get(value, value) for name, value in query.items()})
    words = page.content.decode().split("<main", 1)[1]
    assert {each.question for each in record if f">{each.question}</a>" in words} == shown
    assert ("Nothing fits." in words) == (not shown)


def test_the_record_runs_few_queries(record, ingrid, sign_in, django_assert_max_num_queries):
    client = sign_in(ingrid)
    with django_assert_max_num_queries(15):
        client.get(url("record"))


def test_a_long_record_comes_in_pages(ingrid, sign_in, monkeypatch):
    monkeypatch.setattr("consort.decisions.contexts.lists.MOST", 2)
    for number in range(3):
        decided(ingrid, f"Question {number}?", days=number)
    client = sign_in(ingrid)
    first, second = (client.get(url("record"), {"page": page}).content.decode() for page in (1, 2))
    assert "page=2" in first
    assert "Question 2?" not in first
    assert "Question 2?" in second


def test_superseding_shows_both_ways_and_is_taken_back(record, ingrid, sign_in):
    old, new = record
    client = sign_in(ingrid)
    assert f"Superseded by {new.label}" in client.get(url("record")).content.decode()
    assert new.question in client.get(url("decision", old.number)).content.decode()
    assert old.question in client.get(url("whole", new.number)).content.decode()
    assert client.post(url("stand_again", new.number), {"number": old.number}).status_code == 303
    assert not Link.objects.exists()


def test_superseding_by_number(record, ingrid, sign_in):
    old, new = record
    third = decided(ingrid, "No hub?", days=1)
    client = sign_in(ingrid)
    for _ in range(2):
        assert client.post(url("supersede", third.number), {"number": new.number}).status_code == 303
    assert Link.objects.filter(kind="supersedes").count() == 2
    assert client.post(url("supersede", old.number), {"number": third.number}).status_code == 409
    assert client.post(url("supersede", third.number), {"number": 999}).status_code == 409
    assert client.post(url("supersede", third.number), {"number": "x"}).status_code == 422


def test_what_was_never_decided_is_not_superseded(record, ingrid, tomasz, priya):
    old, new = record
    question = frame_decision(by=ingrid, frame=Frame("Why?"))
    with pytest.raises(Refused, match="never decided"):
        supersede(decision=new, earlier=question, by=ingrid)
    with pytest.raises(NotAllowed):
        supersede(decision=new, earlier=old, by=priya)
    with pytest.raises(NotAllowed):
        stand_again(decision=new, earlier=old, by=priya)


def test_what_one_may_not_see_is_not_named(record, ingrid, tomasz, sign_in):
    old, _new = record
    hidden = decided(ingrid, "Whom do we let go?", audience=Audience(Level.ME))
    supersede(decision=hidden, earlier=old, by=ingrid)
    page = sign_in(tomasz).get(url("decision", old.number)).content.decode()
    assert "Whom do we let go?" not in page


def test_a_decision_is_printed(record, ingrid, sign_in, django_assert_max_num_queries):
    _old, new = record
    client = sign_in(ingrid)
    with django_assert_max_num_queries(20):
        answer = client.get(url("pdf", new.number))
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="decision-{new.number}.pdf"'


def test_the_sheet_says_all_that_is_there(record, ingrid):
    _old, new = record
    made = sheet(Decision.objects.get(pk=new.pk), ingrid)
    words = str(made)
    for said in ("Yes.", "Because: It pays.", "A. Yes", "All of it", "Tomasz", "Three hubs?"):
        assert said in words


def test_nothing_that_is_said_is_read_as_markup():
    evil = '#panic("x") $ \\ *bold* ] ] #eval("1") </pdf> \u202e \U0001f600'
    block = Block(evil, [evil], evil, [(evil, evil)], [(evil, evil)], [[evil], [evil]])
    made = printed(Sheet(evil, evil, evil, [block], evil))
    assert made.startswith(b"%PDF")


def test_an_empty_sheet_is_printed():
    assert printed(Sheet("A", "", "", [Block("B")], "")).startswith(b"%PDF")
