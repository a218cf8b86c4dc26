"""What happens to forms that are sent twice, late, or with mistakes."""

import re

import pytest

from consort.core.models import Entry
from consort.decisions.models import Argument, Decision, Evidence, Lesson, Stage, Stance
from consort.decisions.rounds_of import rounds_of
from consort.decisions.tests.samples import day

HOME = "/varnholt/decisions/"
ONE = "7c6a7c1e-0000-4000-8000-000000000001"
TWICE = [
    (Stage.DEBATE, "arguments", {"side": "for", "text": "Forty people wait."}, Argument),
    (Stage.DEBATE, "evidence", {"title": "Capacity model", "kind": "model"}, Evidence),
    (Stage.COMMIT, "stance", {"choice": "agree"}, Stance),
]


@pytest.mark.parametrize(("stage", "path", "data", "model"), TWICE)
def test_sent_twice_it_is_made_once(loop, sign_in, ingrid, stage, path, data, model):
    loop.to(stage)
    browser = sign_in(ingrid)
    for _time in range(2):
        assert browser.post(f"{HOME}1/{path}/", {**data, "id": ONE}).status_code == 303
    assert model.objects.count() == 1


def test_a_step_and_a_second_round_sent_twice_are_made_once(loop, sign_in, ingrid, tomasz):
    loop.to(Stage.DEBATE)
    browser = sign_in(ingrid)
    for _time in range(2):
        browser.post(f"{HOME}1/again/", {"id": ONE, "opens_at": f"{day(3)}T12:00"})
    assert len(rounds_of(loop.decision).inputs) == 2
    loop.round = rounds_of(loop.decision).asking
    loop.to_debate()
    loop.to(Stage.COMMIT)
    step = {"id": ONE, "giver": str(tomasz.pk), "receiver": str(ingrid.pk), "what": "Sign", "due": str(day(9))}
    for _time in range(2):
        assert sign_in(tomasz).post(f"{HOME}1/steps/", step).status_code == 303
    from consort.commitments.models import Commitment

    assert Commitment.objects.count() == 1


MISTAKES = [
    (Stage.DEBATE, "arguments", {"side": "for", "text": "", "option": "B"}, "required"),
    (Stage.DEBATE, "arguments", {"side": "sideways", "text": "My careful words"}, "My careful words"),
    (Stage.DEBATE, "evidence", {"url": "javascript://alert(1)", "kind": "model", "title": "Kept title"}, "Kept title"),
    (Stage.DEBATE, "again", {"opens_at": "2001-01-01T12:00"}, "This time has passed"),
    (Stage.DEBATE, "again", {"opens_at": "soon"}, "soon"),
    (Stage.COMMIT, "stance", {"choice": "object", "reason": ""}, "Say why"),
    (Stage.COMMIT, "stance", {"reason": "Only words, no choice"}, "Only words, no choice"),
    (Stage.COMMIT, "steps", {"what": "Something kept", "due": "31.02."}, "Something kept"),
    (Stage.REVIEW, "close", {"verdict": "change", "change": ""}, "Say which change"),
]


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
@pytest.mark.parametrize(("stage", "path", "data", "words"), MISTAKES)
def test_a_mistake_comes_back_with_the_words_kept(loop, sign_in, ingrid, stage, path, data, words, headers):
    loop.to(stage)
    if stage == Stage.REVIEW:
        loop.judge()
        loop.decision.lessons.create(text="One.", by=ingrid)
        loop.decision.forecasts.update(resolves_on=day(400))
    before = Entry.objects.count()
    response = sign_in(ingrid).post(f"{HOME}1/{path}/", data, headers=headers)
    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert ("<html" in page) is not bool(headers)
    assert Entry.objects.count() == before


def test_a_consideration_without_a_reason_comes_back_with_the_others_kept(loop, sign_in, ingrid, helene, daniel):
    loop.to(Stage.RESOLVE)
    data = {f"used-{helene.pk}": "used", f"because-{helene.pk}": "It moved us", f"used-{daniel.pk}": "unused"}
    response = sign_in(ingrid).post(f"{HOME}1/considerations/", data)
    assert response.status_code == 422
    assert "It moved us" in response.content.decode()
    assert "Say to Daniel why it was not used." in response.content.decode()
    assert not loop.decision.considerations.exists()


def test_a_frame_with_mistakes_comes_back_with_everything_in_it(ingrid, executive_team, sign_in):
    sent = {
        "question": "", "context": "Because", "option": ["One", ""], "detail": ["", "Nameless but described"],
        "criterion": [""], "fact-0": ["something", ""], "statement": [""], "known_on": [str(day(9))], "about": [""],
        "debate_until": str(day(9)), "resolve_by": str(day(3)), "audience": "leaders",
    }  # fmt: skip
    response = sign_in(ingrid).post(f"{HOME}new/", sent)
    page = response.content.decode()
    assert response.status_code == 422
    for words in (
        "Write the question down first.", "Nameless but described", "Option B has no name.", "has no name: say what",
        "Say what will be true on this day.", "This lies before the date above it.", "Because",
    ):  # fmt: skip
        assert words in page
    assert not Decision.objects.exists()


@pytest.mark.parametrize("what", ["option", "criterion", "forecast", "person", "nonsense"])
def test_one_more_row_keeps_what_is_written_and_keeps_nothing(ingrid, tomasz, sign_in, what):
    sent = {"question": "Half a", "option": ["One"], "detail": [""], "audience": "leaders", "add": what}
    response = sign_in(ingrid).post(f"{HOME}new/", sent | {"add_person": tomasz.full_name})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Half a" in page
    assert "Write the question" not in page
    assert (f'name="part-{tomasz.pk}"' in page) is (what == "person")
    assert not Decision.objects.exists()


def test_a_frame_somebody_else_changed_meanwhile_is_not_overwritten(loop, sign_in, helene, ingrid):
    browser = sign_in(helene)
    page = browser.get(f"{HOME}1/edit/").content.decode()
    revision = re.search(r'name="revision" value="(\d+)"', page)[1]
    sent = {"question": "Ingrid's words?", "audience": "leaders", "revision": revision}
    assert sign_in(ingrid).post(f"{HOME}1/edit/", sent).status_code == 303
    late = browser.post(f"{HOME}1/edit/", {**sent, "question": "Late words?"})
    assert late.status_code == 409
    assert "Somebody else changed this frame" in late.content.decode()
    assert Decision.objects.get().question == "Ingrid's words?"


STALE = [
    (Stage.RESOLVE, "arguments", {"side": "for", "text": "Too late"}),
    (Stage.COMMIT, "resolve", {"option": "A", "text": "Groningen", "because": "No"}),
    (Stage.EXECUTE, "considerations", {}),
    (Stage.INPUT, "edit", {"question": "Another?", "audience": "leaders", "revision": "1"}),
    (Stage.REVIEW, "stance", {"choice": "agree"}),
    (Stage.EXECUTE, "ballot", {}),
]


@pytest.mark.parametrize(("stage", "path", "data"), STALE)
def test_a_form_from_a_stage_that_has_passed_is_refused_and_changes_nothing(loop, sign_in, ingrid, stage, path, data):
    loop.to(stage)
    before, entries = Decision.objects.values().get(), Entry.objects.count()
    if path == "ballot":
        voters = [str(person.pk) for person in loop.people]
        data = {"proposal": "A", "voters": voters, "opens_at": f"{day(3)}T12:00"}
    response = sign_in(ingrid).post(f"{HOME}1/{path}/", data)
    assert response.status_code == 409
    assert "has moved on" in response.content.decode() or path == "edit"
    assert Decision.objects.values().get() == before
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("number", [0, 2, 2**31, 10**30])
def test_numbers_that_are_none_are_not_found(loop, sign_in, ingrid, number):
    assert sign_in(ingrid).get(f"{HOME}{number}/").status_code == 404


def test_the_address_of_a_page_in_here_becomes_a_tie(loop, sign_in, ingrid, settings):
    loop.to(Stage.DEBATE)
    from consort.core.models import Link

    settings.ALLOWED_HOSTS = ["testserver"]
    team = loop.decision.partnership
    response = sign_in(ingrid).post(
        f"{HOME}1/evidence/", {"kind": "other", "url": f"http://testserver{team.get_absolute_url()}"}
    )
    assert response.status_code == 303
    assert Link.objects.filter(kind=Link.Kind.EVIDENCE_FOR, to_id=loop.decision.pk, from_id=team.pk).exists()
    assert not Lesson.objects.exists()
