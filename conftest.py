"""The named cast: nine executives of Varnholt Thermal, shared by all tests."""

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings

from consort.core.actions.partnerships import form_partnership
from consort.core.actions.people import add_person, found_organization
from consort.core.models import Organization, Partnership, Person, User

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # machines are busy
settings.load_profile("patient")

PASSWORD = "a long enough sentence"
EXECUTIVES = {
    "tomasz": ("Tomasz", "Wierzbicki", "Chief operating officer"),
    "priya": ("Priya", "Raghunathan", "Chief financial officer"),
    "helene": ("Hélène", "Aubry", "Product"),
    "daniel": ("Daniel", "Okonjo", "Commercial"),
    "jonas": ("Jonas", "Keller", "Service"),
    "mats": ("Mats", "Lindqvist", "Engineering"),
    "ruth": ("Ruth", "Adeyemi", "People"),
    "sofia": ("Sofia", "Brand", "Digital"),
}


def _login(email: str) -> User:
    return User.objects.create_user(email, PASSWORD)


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ingrid(db) -> Person:
    """Chief executive, leader and administrator; she set the organization up."""
    return found_organization(
        name="Varnholt Thermal",
        slug="varnholt",
        short_name="Varnholt",
        user=_login("ingrid@varnholt.example"),
        first_name="Ingrid",
        last_name="Maas",
        title="Chief executive",
    )


@pytest.fixture
def varnholt(ingrid: Person) -> Organization:
    return ingrid.organization


def _executive(name: str):
    @pytest.fixture(name=name)
    def person(ingrid: Person) -> Person:
        first, last, title = EXECUTIVES[name]
        email = f"{name}@varnholt.example"
        return add_person(by=ingrid, first_name=first, last_name=last, title=title, email=email, user=_login(email))

    return person


tomasz, priya, helene, daniel = (_executive(name) for name in ("tomasz", "priya", "helene", "daniel"))
jonas, mats, ruth, sofia = (_executive(name) for name in ("jonas", "mats", "ruth", "sofia"))


@pytest.fixture
def executives(ingrid, tomasz, priya, helene, daniel, jonas, mats, ruth, sofia) -> list[Person]:
    return [ingrid, tomasz, priya, helene, daniel, jonas, mats, ruth, sofia]


@pytest.fixture
def executive_team(ingrid: Person, executives: list[Person]) -> Partnership:
    return form_partnership(by=ingrid, people=executives, name="Executive team")


@pytest.fixture
def pair(ingrid: Person, tomasz: Person) -> Partnership:
    """Ingrid and Tomasz."""
    return form_partnership(by=ingrid, people=[ingrid, tomasz])


@pytest.fixture
def observer(ingrid: Person) -> Person:
    """Somebody in the organization who leads nothing."""
    email = "olga@varnholt.example"
    return add_person(
        by=ingrid, first_name="Olga", last_name="Brandt", email=email, is_leader=False, user=_login(email)
    )


@pytest.fixture
def administrator(ingrid: Person) -> Person:
    """Keeps the installation running, and leads nothing."""
    email = "ada@varnholt.example"
    return add_person(
        by=ingrid,
        first_name="Ada",
        last_name="Klein",
        email=email,
        is_leader=False,
        is_administrator=True,
        user=_login(email),
    )


@pytest.fixture
def facilitator(ingrid: Person) -> Person:
    email = "felix@varnholt.example"
    return add_person(
        by=ingrid,
        first_name="Felix",
        last_name="Sommer",
        email=email,
        is_leader=False,
        is_facilitator=True,
        user=_login(email),
    )


@pytest.fixture
def stranger(db) -> Person:
    """The chief executive of another organization on the same installation."""
    return found_organization(
        name="Elsewhere", slug="elsewhere", user=_login("sam@elsewhere.example"), first_name="Sam", last_name="Else"
    )


@pytest.fixture
def sign_in() -> Callable[[Person], Client]:
    """A browser in which the person is signed in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(person.user)
        return client

    return signed_in
