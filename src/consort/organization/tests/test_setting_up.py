"""Setting an empty installation up, leaving it and coming back."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from consort.core.errors import Refused
from consort.core.models import Entry, Organization, Partnership, Person, User
from consort.organization.actions.details import set_up

FIRST = {
    "name": "Varnholt Thermal",
    "short_name": "Varnholt",
    "slug": "",
    "time_zone": "Europe/Amsterdam",
    "first_name": "Ingrid",
    "last_name": "Maas",
    "title": "Chief executive",
    "email": "Ingrid@varnholt.example",
    "password": "a long enough sentence",
}


@pytest.fixture(autouse=True)
def _nobody_has_tried():
    cache.clear()


@pytest.fixture
def founder(client, db) -> Client:
    answer = client.post("/set-up/", FIRST)
    assert answer.status_code == 303, answer.text
    return client


def test_the_first_page_makes_organization_person_and_login(founder):
    organization = Organization.objects.get()
    assert (organization.name, organization.slug, organization.time_zone) == (
        "Varnholt Thermal",
        "varnholt",
        "Europe/Amsterdam",
    )
    ingrid = organization.people.get()
    assert ingrid.is_administrator
    assert ingrid.is_leader
    assert ingrid.user.email == "ingrid@varnholt.example"
    assert Entry.objects.first().type == "organization.founded"
    assert founder.get("/").headers["Location"] == "/varnholt/"


def test_the_new_login_signs_in_elsewhere(founder):
    there = Client()
    there.post("/accounts/login/", {"login": FIRST["email"], "password": FIRST["password"]})
    assert there.get("/").headers["Location"] == "/varnholt/"


@pytest.mark.parametrize("method", ["get", "post"])
def test_there_is_no_second_set_up(founder, method):
    answer = getattr(Client(), method)("/set-up/", FIRST)
    assert answer.status_code == 404
    assert Organization.objects.count() == 1


def test_whoever_comes_second_at_the_same_moment_is_refused(ingrid):
    with pytest.raises(Refused):
        set_up(
            organization={"name": "x", "slug": "x", "time_zone": "UTC"}, person={}, email="x@x.example", password="x"
        )
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("password", "short", "at least 10"),
        ("password", "ingrid@varnholt.example", "similar"),
        ("email", "no address", "valid email"),
        ("slug", "accounts", "taken"),
        ("name", "", "required"),
        ("time_zone", "Mars/Olympus", "choice"),
    ],
)
def test_a_mistake_keeps_what_was_typed(client, db, field, value, words):
    page = client.post("/set-up/", FIRST | {field: value})
    assert page.status_code == 422
    assert words in page.text
    assert 'value="Chief executive"' in page.text
    assert FIRST["password"] not in page.text
    assert not Organization.objects.exists()


def test_a_name_without_latin_letters_still_has_an_address(client, db):
    client.post("/set-up/", FIRST | {"name": "東京", "short_name": ""})
    assert Organization.objects.get().slug == "organization"


def test_people_then_partnership_then_confidentiality(founder, mailoutbox):
    page = founder.post(
        "/varnholt/settings/set-up/people/",
        {"id": uuid4(), "people": "Tomasz Wierzbicki <tomasz@varnholt.example>, Operations", "is_leader": "on"},
    )
    assert page.headers["Location"] == "/varnholt/settings/set-up/partnership/"
    assert mailoutbox[0].to == ["tomasz@varnholt.example"]
    tomasz = Person.objects.get(first_name="Tomasz")
    page = founder.post(
        "/varnholt/settings/set-up/partnership/", {"id": uuid4(), "people": [tomasz.id], "purpose": "The company"}
    )
    assert page.headers["Location"] == "/varnholt/settings/set-up/confidential/"
    assert Partnership.objects.get().purpose == "The company"
    assert "What stays confidential" in founder.get(page.headers["Location"]).text


def test_sent_twice_it_is_one_partnership(founder, mailoutbox):
    people = {"id": uuid4(), "people": "Tomasz Wierzbicki <tomasz@varnholt.example>", "is_leader": "on"}
    founder.post("/varnholt/settings/set-up/people/", people)
    chosen = {"id": uuid4(), "people": [Person.objects.get(first_name="Tomasz").id]}
    for _twice in range(2):
        founder.post("/varnholt/settings/set-up/partnership/", chosen)
    assert Partnership.objects.count() == 1


def test_a_team_needs_a_name(founder, mailoutbox):
    lines = "Tomasz Wierzbicki <t@varnholt.example>\nPriya Raghunathan <p@varnholt.example>"
    founder.post("/varnholt/settings/set-up/people/", {"id": uuid4(), "people": lines, "is_leader": "on"})
    everyone = [person.id for person in Person.objects.exclude(first_name="Ingrid")]
    answer = founder.post(
        "/varnholt/settings/set-up/partnership/", {"id": uuid4(), "people": everyone, "purpose": "All of it"}
    )
    assert answer.status_code == 422
    assert "needs a name" in answer.text
    assert "All of it" in answer.text
    assert not Partnership.objects.exists()


def test_one_can_leave_and_come_back(founder):
    page = founder.get("/varnholt/settings/details/").text
    assert "/varnholt/settings/set-up/people/" in page
    again = founder.get("/varnholt/settings/set-up/partnership/").text
    assert "You are the only person here so far" in again


def test_the_reader_sees_what_is_done(sign_in, ingrid, pair):
    page = sign_in(ingrid).get("/varnholt/settings/set-up/people/").text
    assert "1 partnership" in page
    assert "1 person" in page


@pytest.mark.parametrize("step", ["people", "partnership", "confidential"])
def test_only_administrators_set_up(sign_in, tomasz, step):
    assert sign_in(tomasz).get(f"/varnholt/settings/set-up/{step}/").status_code == 404
