"""Who asks: one person for every way to stand to a thing."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from http.cookies import SimpleCookie

from django.test import Client
from django.test.client import ClientHandler

from consort.core.actions.people import add_person, found_organization
from consort.core.models import Person, User


class Who(StrEnum):
    """A role in the organization, or a relation to the thing that is asked for."""

    VISITOR = "visitor"  # not signed in
    STRANGER = "stranger"  # signed in, in another organization
    OBSERVER = "observer"  # in the organization, leads nothing
    ADMINISTRATOR = "administrator"  # keeps the installation running, leads nothing
    FACILITATOR = "facilitator"
    LEADER = "leader"  # a leader without a part in the thing
    PARTNER = "partner"  # sits in the partnership, is asked for input, has a role
    OTHER = "other"  # the other end: receives the commitment, decides the decision
    OWNER = "owner"  # gives the commitment, framed the decision, asked the round, owns the metric


PLAYED_BY: dict[Who, tuple[str, str, dict[str, bool]]] = {
    Who.OBSERVER: ("Olga", "Brandt", {"is_leader": False}),
    Who.ADMINISTRATOR: ("Ada", "Klein", {"is_leader": False, "is_administrator": True}),
    Who.FACILITATOR: ("Felix", "Sommer", {"is_leader": False, "is_facilitator": True}),
    Who.LEADER: ("Sofia", "Brand", {}),
    Who.PARTNER: ("Hélène", "Aubry", {}),
    Who.OTHER: ("Tomasz", "Wierzbicki", {}),
    Who.OWNER: ("Priya", "Raghunathan", {}),
}


@dataclass(frozen=True)
class Cast:
    """The person who plays each role. Nobody plays the visitor."""

    by_role: dict[Who, Person]

    def __getitem__(self, who: Who) -> Person:
        return self.by_role[who]

    @cached_property
    def _handler(self) -> ClientHandler:
        """One for all, since each loads the middleware anew."""
        return ClientHandler(enforce_csrf_checks=False)

    @cached_property
    def _cookies(self) -> dict[Who, SimpleCookie]:
        """Everybody signs in once."""
        cookies = {}
        for who, person in self.by_role.items():
            client = Client()
            client.force_login(person.user)
            cookies[who] = client.cookies
        return cookies

    def browser(self, who: Who) -> Client:
        """A browser of their own, signed in. An error of the server is an answer there, not an exception here."""
        client = Client(raise_request_exception=False)
        client.handler = self._handler
        client.cookies.update(self._cookies.get(who, SimpleCookie()))
        return client


def play() -> Cast:
    """Two organizations, and somebody for every role."""
    founder = _found("Varnholt Thermal", "varnholt", "Ingrid", "Maas")
    cast = {Who.STRANGER: _found("Elsewhere", "elsewhere", "Sam", "Else")}
    for who, (first, last, roles) in PLAYED_BY.items():
        user = _login(f"{who}@varnholt.example")
        cast[who] = add_person(by=founder, first_name=first, last_name=last, email=user.email, user=user, **roles)
    played = Cast(cast)
    played.browser(Who.OWNER)  # everybody is signed in before anything is compared
    return played


def _found(name: str, slug: str, first: str, last: str) -> Person:
    return found_organization(
        name=name, slug=slug, user=_login(f"{first.lower()}@{slug}.example"), first_name=first, last_name=last
    )


def _login(email: str) -> User:
    return User.objects.create_user(email, "a long enough sentence")
