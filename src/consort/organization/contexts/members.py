"""Members, one member, departments."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Payload, Person
from consort.organization import links, queries
from consort.organization.contexts.common import common
from consort.organization.forms.fields import ROLES, WHAT_ROLES_MAY
from consort.organization.forms.members import RolesForm
from consort.organization.mail import why_not
from consort.organization.models import Invitation
from consort.organization.words import roles_of

ON_A_PAGE = 50
SHOW: list[tuple[str, str | Promise]] = [
    ("everyone", _("everyone here")),
    ("invited", _("not yet joined")),
    ("left", _("who has left")),
]


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: a mark (see `c-state`), a word, and since when. Without a mark they are a member."""

    mark: str = ""
    word: str | Promise = ""
    when: datetime | None = None


@dataclass(frozen=True)
class Line:
    """One row of the table."""

    person: Person
    may: str
    standing: Standing
    ways: list[str]


def invitation_of(person: Person) -> Invitation | None:
    found: Invitation | None = getattr(person, "invitation", None)
    return found


def standing_of(person: Person) -> Standing:
    """Member, invited or left. Uses the login and the invitation that were fetched with the person."""
    if person.left:
        return Standing("done", _("Left"), person.left)
    if person.user_id:
        return Standing()
    invitation = invitation_of(person)
    if invitation is None or not invitation.was_told or invitation.sent is None:
        return Standing("caution", _("Nobody was told yet"))
    if clock.now() - invitation.sent > links.INVITATION_VALID_FOR:
        return Standing("caution", _("Invitation ran out"), invitation.sent + links.INVITATION_VALID_FOR)
    return Standing("open", _("Invited"), invitation.sent)


def members(reader: Person, show: str, words: str, page: str) -> dict[str, Any]:
    """One page of the table as `reader` may see it. Runs two queries, for administrators four."""
    context = common(reader, "members")
    administers = context["administers"]
    show = show if show in queries.SHOWN and (administers or show != "left") else "everyone"
    people = Paginator(queries.members_of(reader.organization, show, words), ON_A_PAGE).get_page(page)
    ways = queries.ways_to_sign_in(each.user for each in people if each.user) if administers else {}
    lines = [
        Line(each, roles_of(each), standing_of(each), ways.get(each.user_id, []) if each.user_id else [])
        for each in people
    ]
    shown = [choice for choice in SHOW if administers or choice[0] != "left"]
    filters = {"show": show, "words": words, "choices": shown}
    return {**context, **filters, "lines": lines, "page": people, "roles": _roles()}


def _roles() -> list[tuple[str | Promise, str | Promise]]:
    observe = (_("Observe"), _("None of the three: see what is open to the whole organization, answer when asked"))
    return [*((ROLES[name], WHAT_ROLES_MAY[name]) for name in ROLES), observe]


def invite(reader: Person) -> dict[str, Any]:
    return {
        **common(reader, "members"),
        "no_mail": why_not(reader.organization),
        "days": links.INVITATION_VALID_FOR.days,
    }


def member(person: Person, reader: Person) -> dict[str, Any]:
    """One member, for an administrator. Partnerships are counted, not named: some are nobody else's business."""
    standing, invitation = standing_of(person), invitation_of(person)
    is_invited = person.left is None and person.user_id is None
    untold = is_invited and invitation is not None and not invitation.was_told
    return {
        **common(reader, "members"),
        "member": person,
        "may": roles_of(person),
        "standing": standing,
        "invitation": invitation,
        "is_invited": is_invited,
        "invitation_link": links.invitation_link(invitation) if untold and invitation else "",
        "ways": queries.ways_to_sign_in([person.user]).get(person.user.pk, []) if person.user else [],
        "seats_now": person.seats.filter(left=None).count(),
        "roles_form": RolesForm(initial={name: getattr(person, name) for name in ROLES}),
        "is_reader": person == reader,
        "is_erased": person.left is not None and not person.email and person.user_id is None,
    }


def erasing(person: Person, reader: Person) -> dict[str, Any]:
    """What erasing would remove."""
    spoken = Payload.objects.filter(actor=person) | Payload.objects.filter(entry__object_id=person.pk)
    others = Person.objects.filter(user=person.user_id).exclude(pk=person.pk) if person.user_id else None
    return {
        **common(reader, "members"),
        "member": person,
        "entries": spoken.distinct().count(),
        "ways": queries.ways_to_sign_in([person.user]).get(person.user.pk, []) if person.user else [],
        "login_goes": person.user_id is not None and others is not None and not others.exists(),
        "seats": person.seats.count(),
    }


@dataclass(frozen=True)
class Branch:
    """A department in its place; `depth` is how far down."""

    department: Department
    depth: int
    people: int
    is_empty: bool


def departments(reader: Person) -> dict[str, Any]:
    """The tree as a list, each department below the one it belongs to. Runs one query."""
    found = queries.departments_of(reader.organization)
    return {**common(reader, "departments"), "branches": list(_branches(found, None, 0))}


def _branches(found: list[Department], parent: object, depth: int) -> Iterator[Branch]:
    for department in (each for each in found if each.parent_id == parent):
        below = list(_branches(found, department.pk, depth + 1))
        people: int = department.people_now  # type: ignore[attr-defined]
        yield Branch(department, depth, people, not people and not below)
        yield from below
