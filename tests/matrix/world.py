"""One thing of each kind that the addresses speak of: closed to a partnership, and open to all leaders."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from consort.commitments import actions as commitments
from consort.core import clock
from consort.core.actions.partnerships import form_partnership
from consort.core.actions.people import add_person, let_go
from consort.core.models import Level, Partnership, Person, User
from consort.decisions.rounds_of import rounds_of
from consort.decisions.stages import ORDER
from consort.metrics import actions as metrics
from consort.organization.actions import departments
from consort.organization.actions.invitations import invite
from consort.organization.lines import Invitee
from consort.organization.links import address_link, invitation_link
from consort.rounds.actions import seal_answers
from consort.threads import actions as threads
from tests.matrix import (
    alignment,
    carrying_out,
    chain,
    channels,
    debate,
    documents,
    exchange,
    findings,
    learning,
    mapped,
    published,
    pursuit,
    register,
    workshops,
)
from tests.matrix.endpoints import Endpoint
from tests.matrix.people import Cast, Who
from tests.matrix.reading import LEVELS
from tests.matrix.stages import asking_of, at_stage, audience_of, consider_all, input_of, judge_all
from tests.matrix.walking import fingerprint

WHOLE = ("decision", "commitment", "metric", "round", "comment")


@dataclass(frozen=True)
class World:
    """`things` by name and level, such as `commitment-asked/open`. `untouched`: the fingerprint of all tables."""

    cast: Cast
    things: dict[str, Any]
    untouched: str

    def address(self, endpoint: Endpoint, thing: str) -> str:
        """Where `endpoint` finds `thing`."""
        about = self.things[thing] if thing else None
        slug = self.cast[Who.OWNER].organization.slug
        values = {name: slug if name == "organization" else _value(about, name) for name in endpoint.parameters}
        return endpoint.address(**values)


def _value(thing: Any, name: str) -> Any:
    """What stands for parameter `name`: an attribute of the thing, else of the whole that it is a part of."""
    if isinstance(thing, dict):
        return thing[name]
    if name == type(thing).__name__.lower():
        return thing.pk
    if hasattr(thing, name):
        return getattr(thing, name)
    whole = next(getattr(thing, part) for part in WHOLE if hasattr(thing, part))
    return _value(whole, name)


def build(cast: Cast) -> World:
    """The whole world. Everything in it was done through actions."""
    owner, other, partner = cast[Who.OWNER], cast[Who.OTHER], cast[Who.PARTNER]
    team = form_partnership(by=owner, people=[owner, other, partner], name="Finance and operations")
    things: dict[str, Any] = {}
    for level in LEVELS:
        made = {**_commitments(level, cast), **_metrics(level, cast, team), **_decisions(level, cast, team)}
        made |= chain.things(level, cast, team)
        made |= findings.things(level, cast, team, made)
        made |= mapped.things(made)
        made |= published.things(level, cast, team)
        made |= alignment.things(level, cast, team, made["decision-execute"])
        made |= exchange.things(level, cast, team)
        made |= register.things(level, cast, team, made)
        made |= workshops.things(level, cast, team)
        made |= documents.things(level, cast, team)
        made |= carrying_out.things(level, cast, team)
        made |= learning.things(level, cast, team)
        made |= debate.things(level, cast, team)
        things |= {f"{name}/{level}": thing for name, thing in made.items()}
    for level in LEVELS:  # afterwards, since it gives people departments
        things |= {f"{name}/{level}": thing for name, thing in pursuit.things(level, cast, team).items()}
    pair = form_partnership(by=owner, people=[owner, other])
    things |= {"partnership/closed": pair, "partnership/open": team, **_organization(cast)}
    things |= channels.things(cast)
    return World(cast, things, fingerprint())


def _commitments(level: str, cast: Cast) -> dict[str, Any]:
    """The owner gives, the other receives."""
    reach = Level.PARTNERSHIP if level == "closed" else Level.LEADERS
    due = clock.today() + timedelta(days=10)
    shared = {"receiver": cast[Who.OTHER], "due": due, "visibility": reach}
    owner, other = cast[Who.OWNER], cast[Who.OTHER]
    asked = commitments.propose(by=other, giver=owner, what="Close the books by the third", due=due, visibility=reach)
    given = commitments.promise(by=owner, what="Show the forecast before Friday", **shared)
    done = commitments.promise(by=owner, what="Send the contract", **shared)
    commitments.say_done(commitment=done, by=owner)
    moved = commitments.promise(by=owner, what="Choose the auditor", **shared)
    later = due + timedelta(days=5)
    commitments.ask_new_date(commitment=moved, by=owner, asked=later, reason="Two offers are missing")
    return {"commitment": given, "commitment-asked": asked, "commitment-done": done, "commitment-moved": moved}


def _metrics(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    owner = cast[Who.OWNER]
    reach = {"visibility": Level.PARTNERSHIP, "partnership": team} if level == "closed" else {}
    metric = metrics.define_metric(
        by=owner, name=f"Lead time, {level}", direction="decrease", target_high=Decimal(20), **reach
    )
    reading = metrics.add_reading(metric=metric, by=owner, at=clock.today(), value=Decimal(31))
    comment = threads.write(about=metric, by=owner, text="Thirty-one is too many").comment
    thread = {"kind": "metric", "id": metric.pk}
    return {"metric": metric, "reading": reading, "comment": comment, "thread": thread}


def _decisions(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    audience = audience_of(level, team)
    found = {f"decision-{stage}": at_stage(stage, cast, audience, f"Where next, {stage}?") for stage in ORDER}
    consider_all(found["decision-resolve"], cast)
    judge_all(found["decision-review"], cast)
    seal_answers(round=asking_of(found["decision-input"]), by=cast[Who.PARTNER], answers=input_of())
    debate, commit, review = found["decision-debate"], found["decision-commit"], found["decision-review"]
    return {
        **found,
        "round-sealed": asking_of(found["decision-input"]),
        "round-opened": rounds_of(debate).latest_input,
        "argument": debate.arguments.get(),
        "evidence": debate.evidence.get(),
        "objection": commit.stances.get(),
        "forecast": review.forecasts.first(),
    }


def _organization(cast: Cast) -> dict[str, Any]:
    """What an administrator looks after, and the links that go out by mail."""
    by, owner = cast[Who.ADMINISTRATOR], cast[Who.OWNER]
    department = departments.add_department(by=by, name="Controlling")
    member, gone = (_colleague(by, name) for name in ("Jonas", "Mats"))
    let_go(person=gone, by=by)
    (invitation,) = invite(by=by, id=uuid4(), invitees=[Invitee("ruth@varnholt.example", "Ruth", "Adeyemi", "")])
    return {
        "member": member,
        "gone": gone,
        "invited": invitation.person,
        "department": department,
        "invitation": {"token": invitation_link(invitation).rsplit("/", 2)[1]},
        "new-address": {"token": address_link(owner.user, "priya@elsewhere.example").rsplit("/", 2)[1]},
        "key": {"key": "forged", "uidb36": "1", "pk": 1, "provider_id": "nobody", "code": "000000"},
    }


def _colleague(by: Person, name: str) -> Person:
    email = f"{name.lower()}@varnholt.example"
    user = User.objects.create_user(email, "a long enough sentence")
    return add_person(by=by, first_name=name, last_name="", email=email, user=user)
