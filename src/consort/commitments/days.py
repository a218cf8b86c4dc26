"""Days as the people of a commitment live them."""

from datetime import date

from consort.core import clock
from consort.core.models import Person
from consort.web.middleware import zone_of


def today_of(person: Person) -> date:
    """The present day where the person is."""
    return clock.now().astimezone(zone_of(person)).date()
