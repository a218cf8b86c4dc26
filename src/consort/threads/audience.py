"""Who can read what is said about a thing, in words, at the point where one writes."""

from typing import Any

from django.utils.translation import gettext as _

from consort.core.models import Level, Partnership, Person, Visible


def readers_of(thing: Any, reader: Person) -> str:
    """One sentence. A thing that knows better than its level says so in `readers_for(reader)`."""
    if hasattr(thing, "readers_for"):
        return str(thing.readers_for(reader))
    if isinstance(thing, Visible):
        return _readers_by_level(thing)
    if isinstance(thing, Partnership) and not thing.name:
        return _("Only you two can read this.")
    return _("Whoever can see this page can read this.")


def _readers_by_level(thing: Visible) -> str:
    match Level(thing.visibility):
        case Level.ORGANIZATION:
            return _("Everybody in the organization can read this.")
        case Level.LEADERS:
            return _("All leaders can read this.")
        case Level.DEPARTMENT if thing.department:
            return _("Whoever works in %(name)s can read this.") % {"name": thing.department.name}
        case Level.PARTNERSHIP if thing.partnership:
            name = thing.partnership.name
            return _("Only %(name)s can read this.") % {"name": name} if name else _("Only the two can read this.")
        case Level.ME:
            return _("Only you can read this.")
        case _:
            return _("Whoever can see this page can read this.")
