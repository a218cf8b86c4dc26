"""`python -m tests.fault.scene people` makes an organization; `… make` lets it ask a question that waits for input;
`… look` tells what its database holds. Each prints JSON."""

import json
import sys
from datetime import timedelta
from typing import Any

import django

django.setup()

from consort.commitments.models import Commitment  # noqa: E402  (Django comes first)
from consort.core import clock  # noqa: E402
from consort.core.actions.people import add_person, found_organization  # noqa: E402
from consort.core.models import Entry, Organization, Person, User  # noqa: E402
from consort.decisions.actions.asking import ask_for_input  # noqa: E402
from consort.decisions.actions.framing import frame_decision  # noqa: E402
from consort.decisions.frames import Frame, NewForecast, NewOption, NewRole  # noqa: E402
from consort.decisions.models import Part  # noqa: E402
from consort.rounds.models import Round  # noqa: E402
from consort.rounds.queries import own_answers  # noqa: E402
from tests.fault.scene_names import PASSWORD, SILENT, WRITERS  # noqa: E402


def people() -> dict[str, str]:
    """Four who write, and one who is waited for. Gives their ids by name."""
    return {name: str(person.pk) for name, person in _people().items()}


def make() -> dict[str, Any]:
    """The same people, and where they write."""
    found = _people()
    round = _ask(found)
    return {"round": str(round.pk), "people": {name: str(person.pk) for name, person in found.items()}}


def _people() -> dict[str, Person]:
    login = {name: User.objects.create_user(f"{name}@varnholt.example", PASSWORD) for name in (*WRITERS, SILENT)}
    founder = {"first_name": "Ingrid", "last_name": "Maas", "user": login["ingrid"]}
    found = {"ingrid": found_organization(name="Varnholt Thermal", slug="varnholt", **founder)}
    for name in (*WRITERS[1:], SILENT):
        more = {"first_name": name.title(), "last_name": "", "email": login[name].email, "user": login[name]}
        found[name] = add_person(by=found["ingrid"], **more)
    return found


def _ask(people: dict[str, Person]) -> Round:
    later = clock.now() + timedelta(days=30)
    roles = [NewRole(person, Part.INPUT) for person in people.values()]
    frame = Frame(
        question="Where do we build?",
        input_closes=later,
        review_on=later.date(),
        options=(NewOption("Poznań"), NewOption("Turin")),
        roles=(*roles, NewRole(people["ingrid"], Part.DECIDES)),
        forecasts=(NewForecast("It opens in spring", later.date()), NewForecast("It costs less", later.date())),
    )
    decision = frame_decision(by=people["ingrid"], frame=frame)
    return ask_for_input(decision=decision, by=people["ingrid"])


def look() -> dict[str, Any]:
    """Every commitment, everybody's sealed reason, and how often each commitment was recorded."""
    (round,) = Round.objects.select_related("seal")
    people = Person.objects.exclude(first_name=SILENT.title())
    commitments = {str(found.pk): found.what for found in Commitment.objects.all()}
    recorded = [str(entry.object_id) for entry in Entry.objects.filter(type="commitment.made")]
    sealed = {person.first_name.lower(): (own_answers(round, person) or {}).get("reason", "") for person in people}
    entries = Organization.objects.get().entries.count()
    return {"commitments": commitments, "recorded": recorded, "sealed": sealed, "entries": entries}


if __name__ == "__main__":
    print(json.dumps({"people": people, "make": make, "look": look}[sys.argv[1]]()))
