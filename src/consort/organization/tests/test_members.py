"""Members: the table as each role sees it, roles, leaving, coming back, being erased; departments."""

from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from consort.core import clock
from consort.core.actions.people import add_person, found_organization, let_go
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.verifying import verify_database
from consort.core.models import Department, Entry, Payload, Person, User
from consort.organization.actions import departments as departments
from consort.organization.actions import members as actions
from consort.organization.models import Invitation

MEMBERS = "/varnholt/settings/members/"


@pytest.fixture
def invited(ingrid) -> Person:
    person = add_person(by=ingrid, first_name="Luca", last_name="Gentile", email="luca@varnholt.example")
    Invitation.objects.create(person=person, sent=clock.now())
    return person


def test_an_administrator_sees_how_people_sign_in_and_who_is_invited(sign_in, ingrid, tomasz, invited):
    page = sign_in(ingrid).get(MEMBERS).text
    assert "3 people" in page
    assert "Password" in page
    assert "Invited" in page
    assert f"{MEMBERS}{tomasz.id}/" in page
    assert "Invite people" in page


@pytest.mark.parametrize("reader", ["tomasz", "observer", "facilitator"])
def test_everybody_else_reads_names_and_roles_alone(sign_in, ingrid, invited, request, reader):
    page = sign_in(request.getfixturevalue(reader)).get(MEMBERS).text
    assert "Ingrid Maas" in page
    assert "Not yet joined" in page
    for closed in ("Password", "Invite people", "Change", "luca@varnholt.example", "Audit log"):
        assert closed not in page


def test_nobody_outside_sees_members(client, sign_in, varnholt, stranger):
    assert sign_in(stranger).get(MEMBERS).status_code == 404
    assert client.get(MEMBERS).headers["Location"].startswith("/accounts/login/")


def test_the_table_can_be_narrowed(sign_in, ingrid, executives, invited):
    client = sign_in(ingrid)
    found = client.get(MEMBERS, {"q": "keller"}).text
    assert "Jonas Keller" in found
    assert "Ruth Adeyemi" not in found
    waiting = client.get(MEMBERS, {"show": "invited"}).text
    assert "Luca Gentile" in waiting
    assert "Jonas Keller" not in waiting
    assert "matches “nobody at all”" in client.get(MEMBERS, {"q": "nobody at all"}).text


def test_who_has_left_is_shown_to_administrators_alone(sign_in, ingrid, tomasz, jonas):
    let_go(person=jonas, by=ingrid)
    assert "Jonas Keller" in sign_in(ingrid).get(MEMBERS, {"show": "left"}).text
    assert "Jonas Keller" not in sign_in(tomasz).get(MEMBERS, {"show": "left"}).text


@pytest.mark.parametrize(("reader", "most"), [("ingrid", 10), ("tomasz", 10)])
def test_the_table_asks_few_questions(sign_in, executives, request, reader, most, django_assert_max_num_queries):
    client = sign_in(request.getfixturevalue(reader))
    client.get(MEMBERS)
    with django_assert_max_num_queries(most):
        client.get(MEMBERS)


def roles(client, person, **held):
    return client.post(f"{MEMBERS}{person.id}/roles/", held)


def test_roles_are_changed_and_recorded(sign_in, ingrid, tomasz):
    roles(sign_in(ingrid), tomasz, is_facilitator="on")
    tomasz.refresh_from_db()
    assert (tomasz.is_leader, tomasz.is_facilitator, tomasz.is_administrator) == (False, True, False)
    assert Entry.objects.filter(type="person.changed", object_id=tomasz.id).exists()


def test_the_last_administrator_cannot_step_down(sign_in, ingrid):
    answer = roles(sign_in(ingrid), ingrid, is_leader="on")
    assert answer.status_code == 409
    assert "Somebody has to administer" in answer.text
    ingrid.refresh_from_db()
    assert ingrid.is_administrator


def test_with_another_administrator_one_can(sign_in, ingrid, administrator):
    assert roles(sign_in(ingrid), ingrid, is_leader="on").headers["Location"] == MEMBERS
    assert sign_in(ingrid).get(f"{MEMBERS}{administrator.id}/").status_code == 404


@pytest.mark.parametrize("reader", ["tomasz", "observer", "facilitator", "stranger"])
@pytest.mark.parametrize("act", ["roles", "let-go", "let-back", "cancel", "send-again", "erase"])
def test_only_administrators_change_members(sign_in, ingrid, jonas, request, reader, act):
    before = Person.objects.values().get(pk=jonas.pk)
    answer = sign_in(request.getfixturevalue(reader)).post(f"{MEMBERS}{jonas.id}/{act}/", {"is_administrator": "on"})
    assert answer.status_code == 404
    assert Person.objects.values().get(pk=jonas.pk) == before


def test_an_administrator_elsewhere_is_nobody_here(sign_in, ingrid, stranger):
    client = sign_in(stranger)
    assert client.get(f"/elsewhere/settings/members/{ingrid.id}/").status_code == 404
    assert client.post(f"/elsewhere/settings/members/{ingrid.id}/let-go/").status_code == 404


def test_name_title_and_department_are_changed(sign_in, ingrid, tomasz):
    operations = departments.add_department(by=ingrid, name="Operations")
    described = {"first_name": "Tom", "last_name": "Wierzbicki", "title": "Works", "department": operations.id}
    sign_in(ingrid).post(f"{MEMBERS}{tomasz.id}/", described)
    tomasz.refresh_from_db()
    assert (tomasz.first_name, tomasz.title, tomasz.department) == ("Tom", "Works", operations)


def test_nothing_is_recorded_when_nothing_changes(ingrid, tomasz):
    before = Entry.objects.count()
    title = tomasz.title
    actions.describe(person=tomasz, by=tomasz, first_name="Tomasz", last_name="Wierzbicki", title=title)
    actions.place(person=tomasz, by=ingrid, department=None)
    assert Entry.objects.count() == before


def test_a_name_cannot_be_empty(sign_in, ingrid, tomasz):
    answer = sign_in(ingrid).post(f"{MEMBERS}{tomasz.id}/", {"first_name": "", "title": "Keeps these words"})
    assert answer.status_code == 422
    assert "Keeps these words" in answer.text


def test_a_department_of_another_organization_is_no_choice(sign_in, ingrid, tomasz, stranger):
    other = departments.add_department(by=stranger, name="Other")
    answer = sign_in(ingrid).post(f"{MEMBERS}{tomasz.id}/", {"first_name": "Tomasz", "department": other.id})
    assert answer.status_code == 422
    with pytest.raises(NotAllowed):
        actions.place(person=tomasz, by=ingrid, department=other)


def test_whoever_leaves_is_signed_out_of_the_organization(sign_in, ingrid, tomasz, pair):
    theirs = sign_in(tomasz)
    sign_in(ingrid).post(f"{MEMBERS}{tomasz.id}/let-go/")
    assert theirs.get(MEMBERS).status_code == 404
    assert not tomasz.seats.filter(left=None).exists()


def test_one_cannot_remove_oneself(sign_in, ingrid, administrator):
    assert sign_in(ingrid).post(f"{MEMBERS}{ingrid.id}/let-go/").status_code == 409


def test_leaving_is_undone(sign_in, ingrid, tomasz):
    let_go(person=tomasz, by=ingrid)
    sign_in(ingrid).post(f"{MEMBERS}{tomasz.id}/let-back/")
    assert sign_in(tomasz).get(MEMBERS).status_code == 200


ERASED = "Tomasz Wierzbicki"


@pytest.fixture
def gone(ingrid, tomasz) -> Person:
    Authenticator.objects.create(user=tomasz.user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    EmailAddress.objects.create(user=tomasz.user, email=tomasz.email)
    let_go(person=tomasz, by=ingrid)
    return tomasz


def test_erasing_says_first_what_it_removes(sign_in, ingrid, gone):
    page = sign_in(ingrid).get(f"{MEMBERS}{gone.id}/erase/").text
    assert "Name, title and email address" in page
    assert "2 entries of the ledger" in page
    assert "The login, with password, passkeys and codes" in page
    assert "The chain of the ledger. It still verifies" in page


def test_erasing_needs_the_name(sign_in, ingrid, gone):
    answer = sign_in(ingrid).post(f"{MEMBERS}{gone.id}/erase/", {"name": "Tomasz"})
    assert answer.status_code == 422
    assert "Nothing was erased" in answer.text
    assert Person.objects.get(pk=gone.pk).first_name == "Tomasz"


def test_erasing_removes_the_person_and_the_login(sign_in, ingrid, gone, varnholt):
    sign_in(ingrid).post(f"{MEMBERS}{gone.id}/erase/", {"name": ERASED.lower()})
    left = Person.objects.get(pk=gone.pk)
    assert (left.first_name, left.last_name, left.email, left.title, left.user) == ("Erased", "", "", "", None)
    assert not User.objects.filter(email="tomasz@varnholt.example").exists()
    assert not Authenticator.objects.exists()
    assert not EmailAddress.objects.exists()
    assert not any("Tomasz" in str(body) for body in Payload.objects.values_list("body", flat=True))
    assert verify_database(varnholt).erased == 2
    assert "was erased" in sign_in(ingrid).get(f"{MEMBERS}{gone.id}/").text


def test_a_login_that_another_organization_uses_stays(sign_in, ingrid, gone):
    found_organization(name="Board", slug="board", user=gone.user, first_name="Tomasz", last_name="W")
    page = sign_in(ingrid).get(f"{MEMBERS}{gone.id}/erase/").text
    assert "the login itself stays" in page
    sign_in(ingrid).post(f"{MEMBERS}{gone.id}/erase/", {"name": ERASED})
    assert User.objects.filter(email="tomasz@varnholt.example").exists()


def test_a_member_is_not_erased(sign_in, ingrid, tomasz):
    answer = sign_in(ingrid).post(f"{MEMBERS}{tomasz.id}/erase/", {"name": ERASED})
    assert answer.status_code == 409
    assert "Only somebody who has left" in sign_in(ingrid).get(f"{MEMBERS}{tomasz.id}/erase/").text


def test_whoever_was_erased_does_not_come_back(ingrid, gone):
    actions.erase(person=gone, by=ingrid)
    with pytest.raises(Refused):
        actions.let_back(person=gone, by=ingrid)


DEPARTMENTS = "/varnholt/settings/departments/"


@pytest.fixture
def operations(ingrid) -> Department:
    return departments.add_department(by=ingrid, name="Operations")


@pytest.fixture
def plant(ingrid, operations) -> Department:
    return departments.add_department(by=ingrid, name="Brescia plant", parent=operations)


def test_departments_are_added_below_one_another(sign_in, ingrid, operations):
    client, id = sign_in(ingrid), uuid4()
    for _twice in range(2):
        client.post(DEPARTMENTS, {"id": id, "name": "Ostrava plant", "parent": operations.id})
    assert Department.objects.get(name="Ostrava plant").parent == operations
    assert Entry.objects.filter(type="department.added").count() == 2
    page = client.get(DEPARTMENTS).text
    assert page.index("Operations") < page.index("Ostrava plant")
    assert "2 departments" in page


def test_a_department_is_renamed_and_moved(sign_in, ingrid, operations, plant):
    sign_in(ingrid).post(f"{DEPARTMENTS}{plant.id}/", {"name": "Brescia", "parent": ""})
    plant.refresh_from_db()
    assert (plant.name, plant.parent) == ("Brescia", None)


@pytest.mark.parametrize("under", ["operations", "plant"])
def test_a_department_does_not_lie_in_itself(sign_in, ingrid, operations, plant, under):
    parent = {"operations": operations, "plant": plant}[under]
    answer = sign_in(ingrid).post(f"{DEPARTMENTS}{operations.id}/", {"name": "Operations", "parent": parent.id})
    assert answer.status_code == 409
    operations.refresh_from_db()
    assert operations.parent is None


def test_names_of_departments_are_there_once(sign_in, ingrid, operations):
    assert sign_in(ingrid).post(DEPARTMENTS, {"id": uuid4(), "name": "Operations"}).status_code == 409
    assert Department.objects.count() == 1


def test_only_empty_departments_are_removed(sign_in, ingrid, tomasz, operations, plant):
    client = sign_in(ingrid)
    assert client.post(f"{DEPARTMENTS}{operations.id}/remove/").status_code == 409
    actions.place(person=tomasz, by=ingrid, department=plant)
    assert client.post(f"{DEPARTMENTS}{plant.id}/remove/").status_code == 409
    actions.place(person=tomasz, by=ingrid, department=None)
    client.post(f"{DEPARTMENTS}{plant.id}/remove/")
    client.post(f"{DEPARTMENTS}{operations.id}/remove/")
    assert not Department.objects.exists()


def test_departments_are_for_administrators(sign_in, tomasz, operations):
    client = sign_in(tomasz)
    assert client.get(DEPARTMENTS).status_code == 404
    assert client.post(f"{DEPARTMENTS}{operations.id}/remove/").status_code == 404


def test_an_invitation_that_has_waited_is_shown_with_its_day(sign_in, ingrid, invited):
    invited.invitation.sent = clock.now() - timedelta(days=3)
    invited.invitation.save()
    assert f"{invited.invitation.sent:%b}" in sign_in(ingrid).get(MEMBERS).text
