"""Statement maps: opening one, proposing and moderating statements, voting alone, closing it for all at once."""

import base64
import json
import secrets
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock, seals
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.decisions import mapping, policy
from consort.decisions.facts import MapBroughtIn, MapClosed, MapModerated, MapOpened
from consort.decisions.frames import Audience
from consort.decisions.models import Statement, StatementMap, Voice

NOTHING = -9
VOTES = (1, 0, -1)
MOST_STATEMENTS = 300
LONGEST = 280


@transaction.atomic
def open_map(
    *, by: Person, title: str, about: str, texts: Sequence[str], audience: Audience, id: UUID | None = None
) -> StatementMap:
    """Ask many people about many statements. Votes lie sealed until it is closed."""
    require(policy.may_frame(by))
    if made := made_before(StatementMap.objects.filter(organization=by.organization, owner=by), id):
        return made
    refuse_unless(bool(title.strip()), _("Give it a title first. Nothing was kept."))
    wanted = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    refuse_unless(len(wanted) >= 2, _("Write at least two statements to begin with. Nothing was kept."))
    refuse_unless(len(wanted) <= MOST_STATEMENTS, _("These are too many statements. Nothing was kept."))
    refuse_unless(all(len(text) <= LONGEST for text in wanted), _("A statement is too long. Nothing was kept."))
    columns = _columns(by, audience) | {"title": title.strip(), "about": about.strip()}
    made = StatementMap(id=id or uuid4(), seal=seals.create(by.organization), **columns)
    made.save(force_insert=True)
    Statement.objects.bulk_create(
        Statement(map=made, number=number, text=text, by=by, state=Statement.State.SHOWN)
        for number, text in enumerate(wanted, 1)
    )
    record(MapOpened(made.title), on=made, by=by)
    return made


@transaction.atomic
def propose_statement(*, map: StatementMap, by: Person, text: str, id: UUID | None = None) -> Statement:
    """Offer one more statement. Its owner shows it to all or sets it aside; the owner's own are shown at once."""
    _hold_open(map)
    require(policy.may_vote(map, by))
    if made := made_before(Statement.objects.filter(map=map, by=by), id):
        return made
    said = text.strip()
    refuse_unless(bool(said), _("Write the statement first. Nothing was kept."))
    refuse_unless(len(said) <= LONGEST, _("This is too long for a statement. Nothing was kept."))
    there = map.statements.aggregate(highest=models.Max("number"), count=models.Count("pk"))
    refuse_unless(there["count"] < MOST_STATEMENTS, _("There are as many statements as there can be."))
    same = map.statements.filter(text__iexact=said).exists()
    refuse_unless(not same, _("This statement stands there already. Nothing was kept."))
    state = Statement.State.SHOWN if policy.may_moderate(map, by) else Statement.State.WAITING
    return Statement.objects.create(
        id=id or uuid4(), map=map, number=there["highest"] + 1, text=said, by=by, state=state
    )


@transaction.atomic
def moderate(*, statement: Statement, by: Person, show: bool) -> None:
    """Show a statement to everyone, or set it aside. Votes on one that is set aside do not count."""
    map = statement.map
    _hold_open(map)
    require(policy.may_moderate(map, by))
    state = Statement.State.SHOWN if show else Statement.State.SET_ASIDE
    if Statement.objects.filter(pk=statement.pk).exclude(state=state).update(state=state):
        record(MapModerated(map.title), on=map, by=by)


@transaction.atomic
def vote(*, map: StatementMap, by: Person, number: int, vote: int) -> None:
    """Agree (1), pass (0) or disagree (-1). The latest vote of a person on a statement counts, and no other."""
    _hold_open(map)
    require(policy.may_vote(map, by) and vote in VOTES)
    shown = map.statements.filter(number=number, state=Statement.State.SHOWN).exists()
    refuse_unless(shown, _("This statement is not asked any more. Your other votes stand."))
    said = own_votes(map, by)
    if said.get(number) == vote:
        return
    box = seals.close_in(_seal(map), json.dumps(said | {number: vote}).encode(), by.pk)
    Voice.objects.update_or_create(map=map, person=by, defaults={"box": box})


def own_votes(map: StatementMap, person: Person) -> dict[int, int]:
    """What the person said so far, by number of the statement; empty once the map is closed. Runs one query."""
    voice = Voice.objects.filter(map=map, person=person).first()
    if voice is None:
        return {}
    said = json.loads(seals.read_own(_seal(map), bytes(voice.box), person.pk))
    return {int(number): vote for number, vote in said.items()}


@transaction.atomic
def close_map(*, map: StatementMap, by: Person) -> None:
    """Open all votes together, shuffle them, forget who cast which, and work out the map."""
    require(policy.may_moderate(map, by))
    map.refresh_from_db(from_queryset=StatementMap.objects.select_for_update())
    if map.closed:
        return
    seal = _seal(map)
    seals.open_seal(seal)
    voices = [json.loads(seals.read(seal, bytes(each.box), each.person_id)) for each in map.voices.all()]
    secrets.SystemRandom().shuffle(voices)
    statements = list(map.statements.all())
    rows = [[said.get(str(each.number), NOTHING) for each in statements] for said in voices]
    columns = mapping.columns_of(rows) if rows else [b""] * len(statements)
    _work_out(map, statements, columns, people=len(rows), with_dots=False)
    map.voices.all().delete()
    seals.destroy(seal)
    record(MapClosed(map.title, map.people), on=map, by=by)


def keep_map(found: dict[str, Any], by: Person, audience: Audience, *, title: str, source: str) -> StatementMap:
    """A conversation from a file: closed, its people without names. Must run inside the action's transaction."""
    named = title.strip() or found["title"].strip() or _("Statements from %(file)s") % {"file": source}
    made = StatementMap(**_columns(by, audience), title=named[:200], source=source[-200:])
    made.closed, made.result = made.opened, {}
    made.save(force_insert=True)
    statements = [
        Statement(map=made, number=each["number"], text=each["text"], state=each["state"])
        for each in found["statements"]
    ]
    Statement.objects.bulk_create(statements, batch_size=500)
    columns = [base64.b85decode(each["votes"]) for each in found["statements"]]
    _work_out(made, statements, columns, people=found["people"], with_dots=True)
    record(MapBroughtIn(made.title, made.people), on=made, by=by)
    return made


def _work_out(
    map: StatementMap, statements: Sequence[Statement], columns: Sequence[bytes], *, people: int, with_dots: bool
) -> None:
    for statement, column in zip(statements, columns, strict=True):
        statement.votes = column
    Statement.objects.bulk_update(statements, ["votes"], batch_size=200)
    shown = [each for each in statements if each.state == Statement.State.SHOWN]
    votes = mapping.votes_of((bytes(each.votes or b"") for each in shown), people)
    map.result = mapping.worked_out(votes, [each.number for each in shown], with_dots=with_dots)
    map.people, map.closed = people, map.closed or clock.now()
    map.save(update_fields=["result", "people", "closed"])


def _columns(by: Person, audience: Audience) -> dict[str, Any]:
    return {
        "organization": by.organization,
        "owner": by,
        "visibility": audience.level,
        "partnership": audience.partnership,
        "department": audience.department,
    }


def _hold_open(map: StatementMap) -> None:
    """Lock the map, so that nothing is said while it is being closed."""
    map.refresh_from_db(from_queryset=StatementMap.objects.select_for_update())
    refuse_unless(map.closed is None, _("This map is closed. Nothing was changed."))


def _seal(map: StatementMap) -> Any:
    assert map.seal
    return map.seal
