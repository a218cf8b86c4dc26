"""What is thrown to and fro in catchball: the wording of a version, what a proposal would change, and the difference
from one version to the next in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Self

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from consort.core.errors import Refused, refuse_unless
from consort.metrics.models import Metric
from consort.metrics.values import in_words, plain
from consort.vision.models import Catchball, KeyResult, Objective, Proposal, Version
from consort.vision.models.key_result import Aim
from consort.vision.publishing.differences import Piece, of_text
from consort.web.days import in_full

Kind = Proposal.Kind
BY_LOW = (Aim.INCREASE, Aim.KEEP_ABOVE)
BY_HIGH = (Aim.DECREASE, Aim.KEEP_BELOW)
Targets = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Wording:
    """What a version says. `targets`: by key result id its title, unit, decimals, bounds as text, and which bound one
    may propose another value for (`bound`, empty for a corridor and a milestone)."""

    title: str
    due: date | None
    targets: Targets

    @classmethod
    def of(cls, objective: Objective) -> Self:
        """How the objective stands. Runs one query."""
        every = objective.key_results.select_related("metric").order_by("position")
        return cls(objective.title, objective.due, {str(each.pk): _target(each) for each in every})


@dataclass(frozen=True)
class Difference:
    """One thing that a version says otherwise than the one before."""

    what: str
    pieces: list[Piece]
    kind: str
    key_result: str = ""


def _target(key_result: KeyResult) -> dict[str, str]:
    decimals = key_result.metric.decimals if key_result.metric else 0

    def written(value: Decimal | None) -> str:
        return "" if value is None else plain(value, decimals)

    return {
        "title": key_result.title,
        "unit": key_result.metric.unit if key_result.metric else "",
        "decimals": str(decimals),
        "low": written(key_result.target_low),
        "high": written(key_result.target_high),
        "bound": "low" if key_result.aim in BY_LOW else "high" if key_result.aim in BY_HIGH else "",
    }


def latest(catchball: Catchball) -> Version:
    """The version that lies there. Uses prefetched versions when there are any."""
    versions = sorted(catchball.versions.all(), key=lambda version: version.number)
    return versions[-1]


def checked_value(version: Version, kind: Kind, value: str, key_result: str) -> str:
    """The value of a proposal as it is kept. Raises Refused for one that makes no sense or changes nothing."""
    given = value.strip()
    match kind:
        case Kind.CANNOT:
            return ""
        case Kind.TITLE:
            refuse_unless(bool(given) and given != version.title, _("Write it in other words. Nothing was kept."))
            refuse_unless(len(given) <= 160, _("At most 160 letters fit. Nothing was kept."))
            return given
        case Kind.DUE:
            return _checked_day(version, given)
        case Kind.TARGET:
            return _checked_target(version, given, key_result)


def _checked_day(version: Version, given: str) -> str:
    try:
        day = parse_date(given)
    except ValueError:
        day = None
    if day is None or day == version.due:
        raise Refused(_("Choose another day. Nothing was kept."))
    return day.isoformat()


def _checked_target(version: Version, given: str, key_result: str) -> str:
    target = version.targets.get(key_result)
    if target is None or not target["bound"]:
        raise Refused(_("Choose which key result it is about. Nothing was kept."))
    number = _number(given)
    refuse_unless(
        plain(number, int(target["decimals"])) != target[target["bound"]], _("That is the target as it stands.")
    )
    return plain(number, int(target["decimals"]))


def _number(given: str) -> Decimal:
    try:
        number = Decimal(given.replace(",", "."))
    except InvalidOperation:
        raise Refused(_("Write the target as a number. Nothing was kept.")) from None
    if not number.is_finite() or abs(number) >= 10**13:
        raise Refused(_("This number is too large. Nothing was kept."))
    return number


def with_targets(version: Version, given: Mapping[str, Any]) -> Targets:
    """The targets of `version` with other values at the bounds that can be changed."""
    targets: Targets = {}
    for key, target in version.targets.items():
        bound = target["bound"]
        value = given.get(key)
        changed = (
            {bound: plain(_number(str(value)), int(target["decimals"]))} if bound and value not in (None, "") else {}
        )
        targets[key] = {**target, **changed}
    return targets


def taken_into(version: Version) -> Wording:
    """The wording with everything that was taken of the proposals to `version`; of two to one thing, the later."""
    title, due, targets = version.title, version.due, {key: dict(each) for key, each in version.targets.items()}
    for proposal in version.proposals.all():
        if proposal.answer != Proposal.Answer.TAKEN:
            continue
        if proposal.kind == Kind.TITLE:
            title = proposal.value
        elif proposal.kind == Kind.DUE:
            due = parse_date(proposal.value)
        elif proposal.kind == Kind.TARGET and proposal.key_result in targets:
            target = targets[proposal.key_result]
            target[target["bound"]] = proposal.value
    return Wording(title, due, targets)


def differences(before: Version | None, after: Version) -> list[Difference]:
    """What `after` says otherwise, word by word."""
    if before is None:
        return []
    found = []
    if before.title != after.title:
        found.append(Difference(_("Objective"), of_text(before.title, after.title), Kind.TITLE))
    if before.due != after.due:
        found.append(Difference(_("Reached by"), _replaced(_day(before.due), _day(after.due)), Kind.DUE))
    for key, target in after.targets.items():
        old, new = in_target(before.targets.get(key)), in_target(target)
        if old != new:
            found.append(Difference(target["title"], _replaced(old, new), Kind.TARGET, key))
    return found


def _replaced(old: str, new: str) -> list[Piece]:
    """A value is read whole: one stands in the place of the other."""
    return [Piece(kind, text) for kind, text in (("removed", old), ("added", new)) if text]


def _day(day: date | None) -> str:
    return in_full(day) if day else _("no date")


def in_target(target: dict[str, str] | None) -> str:
    """A target as people read it: 95%, or 80% – 90%."""
    if target is None:
        return ""
    bounds = [_with_unit(target[bound], target) for bound in ("low", "high") if target[bound]]
    return " – ".join(bounds)


def _with_unit(value: str, target: dict[str, str]) -> str:
    return in_words(Decimal(value), Metric(unit=target["unit"], decimals=int(target["decimals"])))


def proposed(version: Version, proposal: Proposal) -> str:
    """What a proposal would change, in words."""
    match Kind(proposal.kind):
        case Kind.TITLE:
            return _("“%(title)s”") % {"title": proposal.value}
        case Kind.DUE:
            day = parse_date(proposal.value)
            return _("by %(day)s") % {"day": _day(day)}
        case Kind.TARGET:
            target = version.targets[proposal.key_result]
            return f"{target['title']}: {_with_unit(proposal.value, target)}"
        case Kind.CANNOT:
            return _("we cannot")


def came_through(proposal: Proposal, following: Version | None) -> bool:
    """Whether the next version says what was proposed."""
    if following is None:
        return False
    match Kind(proposal.kind):
        case Kind.TITLE:
            return following.title == proposal.value
        case Kind.DUE:
            return following.due is not None and following.due.isoformat() == proposal.value
        case Kind.TARGET:
            target = following.targets.get(proposal.key_result)
            return target is not None and target[target["bound"]] == proposal.value
        case Kind.CANNOT:
            return False
