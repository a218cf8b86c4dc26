"""Who may say what serves what."""

from typing import Any

from consort.core.models import Link, Person
from consort.vision.models import Initiative, Objective, Priority
from consort.vision.policy import initiatives, objectives, priorities


def may_tie(source: Any, target: Objective | Priority, person: Person) -> bool:
    """An objective or initiative is tied by those who may change it; anything else by every leader who sees both."""
    if person.left is not None or not source.organization_id == target.organization_id == person.organization_id:
        return False
    return person.sees_leaders if _is_foreign(source) else _may_change(source, person)


def may_untie(link: Link, source: Any, target: Objective | Priority, person: Person) -> bool:
    """Who tied it, and who may change what stands at one of its ends."""
    if person.left is not None or link.organization_id != person.organization_id:
        return False
    return link.by_id == person.pk or any(not _is_foreign(end) and _may_change(end, person) for end in (source, target))


def _is_foreign(thing: Any) -> bool:
    return not isinstance(thing, Objective | Initiative | Priority)


def _may_change(thing: Objective | Initiative | Priority, person: Person) -> bool:
    if isinstance(thing, Objective):
        return objectives.may_change(thing, person)
    if isinstance(thing, Initiative):
        return initiatives.may_change(thing, person)
    return priorities.may_change(thing, person)
