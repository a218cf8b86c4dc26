"""Setting findings aside, taking that back, and marking contradictions."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock, kinds, links
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Link, Person
from consort.vision import rules, writing
from consort.vision.facts.findings import (
    ContradictionMarked,
    ContradictionWithdrawn,
    FindingSetAside,
    FindingTakenBack,
)
from consort.vision.models import Contradiction, Dismissal, KeyResult, Objective, WillNot
from consort.vision.policy import findings as policy
from consort.vision.queries.writing import fingerprint
from consort.vision.rules import Finding
from consort.vision.writing import Check

CONFLICTS = Link.Kind.CONFLICTS_WITH


@transaction.atomic
def set_aside(*, finding: Finding, by: Person, reason: str) -> Dismissal:
    """Leave what a rule found as it is, with a reason. It asks again when what was judged changes."""
    require(policy.may_set_aside(finding, by))
    name, about, other = finding.key
    thing = kinds.fetch(finding.about.kind, about, by)
    key = (finding.about.kind, about, other)
    made, is_new = _keep(Dismissal.Source.RULE, name, key, finding.fingerprint, by, reason)
    if is_new:
        record(FindingSetAside(name, str(finding.rule.title), made.reason), on=thing, by=by)
    return made


@transaction.atomic
def set_check_aside(
    *, check: Check, objective: Objective, key_result: KeyResult | None = None, by: Person, reason: str
) -> Dismissal:
    """Leave words as they are that a check asks about. Other words are asked about again."""
    require(policy.may_set_check_aside(objective, by))
    require(key_result is None or key_result.objective_id == objective.pk)
    about = ("objective", objective.pk, key_result.pk if key_result else None)
    seen = fingerprint(key_result.title if key_result else objective.title)
    made, is_new = _keep(Dismissal.Source.CHECK, check.name, about, seen, by, reason)
    if is_new:
        record(FindingSetAside(check.name, str(check.title), made.reason), on=objective, by=by)
    return made


@transaction.atomic
def take_back(*, dismissal: Dismissal, by: Person) -> None:
    """Let it ask again. Nothing happens when somebody else has taken it back already."""
    require(policy.may_take_back(dismissal, by))
    thing = kinds.fetch(dismissal.about_kind, dismissal.about_id, by)
    gone, _each = Dismissal.objects.filter(pk=dismissal.pk).delete()
    if gone:
        record(FindingTakenBack(dismissal.name, title_of(dismissal)), on=thing, by=by)


@transaction.atomic
def mark_contradiction(*, objective: Objective, will_not: WillNot, by: Person, because: str) -> Contradiction:
    """Say that the objective goes against what the vision rules out; said twice it stands once."""
    require(policy.may_mark(objective, by))
    require(will_not.purpose.organization_id == by.organization_id)
    refuse_unless(bool(because.strip()), _("Say in a few words why it does. Nothing was marked."))
    made, is_new = Contradiction.objects.get_or_create(
        objective=objective, will_not=will_not, defaults={"because": because.strip(), "by": by}
    )
    if is_new:
        record(ContradictionMarked(will_not.text, made.because), on=objective, by=by)
    return made


@transaction.atomic
def withdraw_contradiction(*, mark: Contradiction, by: Person) -> None:
    """Take back that it goes against a "will not"."""
    require(policy.may_withdraw(mark, by))
    gone, _each = Contradiction.objects.filter(pk=mark.pk).delete()
    if gone:
        record(ContradictionWithdrawn(mark.will_not.text), on=mark.objective, by=by)


@transaction.atomic
def oppose(*, one: Objective, other: Objective, by: Person) -> Link:
    """Say that the two cannot both be reached; said again, in either order, it stands once."""
    require(policy.may_mark(one, by) and policy.may_mark(other, by))
    refuse_unless(one != other, _("An objective cannot stand against itself. Nothing was marked."))
    standing = Link.objects.filter(kind=CONFLICTS, from_id=other.pk, to_id=one.pk).first()
    return standing or links.tie(CONFLICTS, one, other, by=by)


@transaction.atomic
def oppose_no_more(*, link: Link, by: Person) -> None:
    """Take back that two objectives stand against each other."""
    require(link.kind == CONFLICTS and policy.may_reconcile(link, by))
    links.untie(link, by=by)


def title_of(dismissal: Dismissal) -> str:
    """What the rule or check asks; its name once there is none of that name any more."""
    named = rules.named if dismissal.source == Dismissal.Source.RULE else writing.named
    try:
        return str(named(dismissal.name).title)
    except KeyError:
        return dismissal.name


def _keep(
    source: Dismissal.Source, name: str, about: tuple[str, UUID, UUID | None], seen: str, by: Person, reason: str
) -> tuple[Dismissal, bool]:
    """Write it, in the place of an earlier one about the same, and whether it says anything new."""
    refuse_unless(bool(reason.strip()), _("Say in a few words why it may stay. Nothing was set aside."))
    kind, about_id, other = about
    same = Dismissal.objects.filter(name=name, about_id=about_id, other_id=other, seen=seen, reason=reason.strip())
    if standing := same.filter(by=by).first():
        return standing, False
    made, _is_new = Dismissal.objects.update_or_create(
        name=name,
        about_id=about_id,
        other_id=other,
        defaults={
            "organization": by.organization,
            "source": source,
            "about_kind": kind,
            "seen": seen,
            "reason": reason.strip(),
            "by": by,
            "made": clock.now(),
        },
    )
    return made, True
