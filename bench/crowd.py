"""Makes a workshop that a crowd takes part in, and prints how each of them gets in. Run by `workshop`, on its own."""

import json
import sys
from datetime import timedelta
from importlib import import_module
from typing import Any

import django


def main(people: int) -> None:
    django.setup()
    from django.conf import settings

    from consort.core.actions.people import found_organization
    from consort.core.models import Person, User
    from consort.workshops.models import Activity

    users = User.objects.bulk_create(User(email=f"leader{at}@crowd.example", password="!") for at in range(people))
    first = found_organization(name="Crowd", slug="crowd", user=users[0], first_name="First", last_name="Leader")
    others = Person.objects.bulk_create(
        Person(organization=first.organization, user=user, first_name=f"Leader {at}", email=user.email)
        for at, user in enumerate(users[1:], 1)
    )
    workshop = begun(first, tuple(others))
    activity = Activity.objects.get(workshop=workshop, state=Activity.State.RUNNING)
    store = import_module(settings.SESSION_ENGINE).SessionStore
    crowd = [way_in(store, user, workshop) for user in users]
    print(json.dumps({"activity": str(activity.pk), "workshop": str(workshop.pk), "crowd": crowd}))


def begun(leader: Any, people: tuple[Any, ...]) -> Any:
    """Everybody is asked for a line."""
    from consort.core import clock
    from consort.workshops.actions import leading, planning
    from consort.workshops.models import ActivityKind
    from consort.workshops.scripts import Script, Step

    script = Script("All of us", "", (Step(ActivityKind.CHECK_IN, "Check in", 60, "How do you arrive?"),))
    plan = planning.Plan(script.title, clock.now() + timedelta(days=1), people)
    workshop = planning.plan_workshop(by=leader, plan=plan, script=script)
    leading.begin(workshop=workshop, by=leader)
    return workshop


def way_in(store: Any, user: Any, workshop: Any) -> dict[str, str]:
    """A session, and the ticket that the page of the room carries."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from consort.web import tickets
    from consort.workshops.live import room_topic, stage_topic

    session = store()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    ticket = tickets.issue(user.pk, [stage_topic(workshop), room_topic(workshop)])
    return {"session": session.session_key, "ticket": ticket}


if __name__ == "__main__":
    main(int(sys.argv[1]))
