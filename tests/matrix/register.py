"""The record of decisions in the matrix: files in and out, statement maps, what supersedes what, exercises."""

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from consort.core.models import Level, Partnership, Person
from consort.decisions.actions import bringing, statements
from consort.decisions.actions.exercising import begin_exercise
from consort.decisions.actions.importing import import_ballots
from consort.decisions.actions.superseding import supersede
from consort.decisions.calibration.questions import ALL, Quantity
from consort.decisions.frames import Audience
from consort.decisions.models import Exercise
from tests.matrix.people import Cast, Who

TABLE = """
# The owner brought the files, opened the maps and did the exercise.
#                                                     observer administrator facilitator leader partner other  owner
decisions:files           GET                             sees     sees     sees     sees     sees     sees     sees
decisions:take_out        GET                             sees     sees     sees     sees     sees     sees     sees
decisions:bring_in        GET                                -        -     sees     sees     sees     sees     sees
decisions:bring_in        POST                               -        -     does     does     does     does     does
decisions:bringing        GET   bringing                     -        -        -        -        -        -     sees
decisions:bringing        POST  bringing                     -        -        -        -        -        -     does
decisions:bringing_keep   POST  bringing                     -        -        -        -        -        -     does
decisions:bringing_undo   POST  bringing-kept                -        -        -        -        -        -     does
decisions:madr            GET   decision-any/closed          -        -        -        -     sees     sees     sees
decisions:madr            GET   decision-any/open            -        -     sees     sees     sees     sees     sees
decisions:pdf             GET   decision-any/closed          -        -        -        -     sees     sees     sees
decisions:pdf             GET   decision-any/open            -        -     sees     sees     sees     sees     sees
decisions:ballots         GET   decision-counted/closed      -        -        -        -     sees     sees     sees
decisions:ballots         GET   decision-counted/open        -        -     sees     sees     sees     sees     sees
decisions:ballots         GET   decision-execute             -        -        -        -        -        -        -
decisions:supersede       POST  decision-execute/closed      -        -        -        -        -     does     does
decisions:supersede       POST  decision-execute/open        -        -     does        -        -     does     does
decisions:stand_again     POST  decision-review/closed       -        -        -        -        -     does     does
decisions:stand_again     POST  decision-review/open         -        -     does        -        -     does     does
decisions:maps            GET                             sees     sees     sees     sees     sees     sees     sees
decisions:map_new         GET                                -        -     sees     sees     sees     sees     sees
decisions:map_new         POST                               -        -     does     does     does     does     does
decisions:map             GET   map/closed                   -        -        -        -     sees     sees     sees
decisions:map             GET   map/open                     -        -     sees     sees     sees     sees     sees
decisions:map_vote        POST  map/closed                   -        -        -        -     does     does     does
decisions:map_vote        POST  map/open                     -        -     does     does     does     does     does
decisions:map_propose     POST  map/closed                   -        -        -        -     does     does     does
decisions:map_propose     POST  map/open                     -        -     does     does     does     does     does
decisions:map_close       POST  map                          -        -        -        -        -        -     does
decisions:map_moderate    POST  map-statement                -        -        -        -        -        -     does
decisions:calibration     GET                             sees     sees     sees     sees     sees     sees     sees
decisions:exercise_begin  POST                            does     does     does     does     does     does     away
decisions:exercise        GET   exercise                     -        -        -        -        -        -     sees
decisions:exercise        POST  exercise                     -        -        -        -        -        -     does
"""
BALLOTS = b"A,B,C\n1,2,3\n1,2,3\n2,1,3\n1,3,2\n"
RECORD = "---\nstatus: proposed\n---\n# Whither, %s?\n\n## Considered Options\n\n* Here\n* There\n"


def _file(_world: Any, _thing: Any, _person: Person | None) -> dict[str, Any]:
    return {"id": uuid4(), "sent": SimpleUploadedFile("ballots.csv", BALLOTS), "audience": "leaders"}


def _earlier(stage: str) -> Any:
    def number(world: Any, thing: Any, _person: Person | None) -> dict[str, Any]:
        earlier = world.things[f"decision-{stage}/closed"]
        level = "closed" if thing.partnership_id == earlier.partnership_id else "open"
        return {"number": world.things[f"decision-{stage}/{level}"].number}

    return number


def _answers(_world: Any, thing: Exercise, _person: Person | None) -> dict[str, Any]:
    sent: dict[str, Any] = {}
    for key in thing.questions:
        sent |= {f"{key}-low": 1, f"{key}-high": 2} if isinstance(ALL[key], Quantity) else {key: 70}
    return sent


FORMS: dict[str, Any] = {
    "decisions:bring_in": _file,
    "decisions:bringing": {"title": "Who steers?", "seats": 2, "method": "schulze"},
    "decisions:supersede": _earlier("commit"),
    "decisions:stand_again": _earlier("execute"),
    "decisions:map_new": {"id": uuid4, "title": "How do we meet?", "texts": "Less\nMore", "audience": "leaders"},
    "decisions:map_vote": {"number": 1, "vote": "agree"},
    "decisions:map_propose": {"id": uuid4, "text": "Not before nine"},
    "decisions:map_moderate": {"show": "no"},
    "decisions:exercise_begin": {"id": uuid4},
    "decisions:exercise": _answers,
}


def things(level: str, cast: Cast, team: Partnership, made: dict[str, Any]) -> dict[str, Any]:
    """Files that were read and kept, an open map, an exercise; the review supersedes what is carried out."""
    owner = cast[Who.OWNER]
    audience = Audience(Level.PARTNERSHIP, team) if level == "closed" else Audience()
    choices = bringing.Choices(audience)
    read = bringing.receive(by=owner, file_name="ballots.csv", content=BALLOTS, choices=choices)
    kept = bringing.receive(by=owner, file_name="a.md", content=(RECORD % level).encode(), choices=choices)
    bringing.keep(bringing=kept, by=owner)
    rows = BALLOTS + (b"3,2,1\n" if level == "closed" else b"1,3,2\n")
    counted = import_ballots(by=owner, file_name="b.csv", content=rows, dry_run=False, audience=audience)
    supersede(decision=made["decision-review"], earlier=made["decision-execute"], by=owner)
    map = statements.open_map(by=owner, title="How do we work?", about="", texts=["Early", "Late"], audience=audience)
    statement = map.statements.get(number=2)
    return {
        "decision-counted": counted.decision,
        "bringing": read,
        "bringing-kept": kept,
        "map": map,
        "map-statement": {"id": map.pk, "statement": statement.pk},
        "exercise": begin_exercise(by=owner),
    }
