"""Days as the people of a commitment live them."""

from datetime import date

from django.utils import formats

from consort.core import clock
from consort.core.models import Person
from consort.web.middleware import zone_of


def today_of(person: Person) -> date:
    """The present day where the person is."""
    return clock.now().astimezone(zone_of(person)).date()


def in_words(day: date) -> str:
    """A day as the ledger keeps it: Thu 15 Oct 2026."""
    return formats.date_format(day, "D j M Y")


def short(day: date) -> str:
    """A day as a page shows it: Thu 15 Oct, with the year when it is another one."""
    return formats.date_format(day, "D j M" if day.year == clock.today().year else "D j M Y")
