"""What is done with dependencies: asking, answering, moving the day, delivering, confirming. Every turn is kept."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from consort.core import clock, links
from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import Fact, record
from consort.core.models import Department, Level, Link, Person
from consort.vision.contracts import MACHINE, State, Verb
from consort.vision.facts import dependencies as told
from consort.vision.loops import way_between
from consort.vision.models import Dependency, Objective, Turn
from consort.vision.policy import dependencies as policy
from consort.vision.queries.dependencies import people_of, ties_of
from consort.web.days import in_full


@transaction.atomic
def ask_for(
    *,
    by: Person,
    giving: Department,
    what: str,
    needed: date,
    why: str = "",
    objective: Objective | None = None,
    id: UUID | None = None,
) -> Dependency:
    """Ask another department for something by a day, in the name of one's own. The objective rests on it then."""
    require(policy.may_ask(by, objective) and giving.organization_id == by.organization_id)
    if made := made_before(Dependency.objects.filter(owner=by), id):
        return made
    assert by.department is not None
    refuse_unless(giving.pk != by.department_id, _("That is your own department. Nothing was asked."))
    refuse_unless(bool(what.strip()), _("Say what you need. Nothing was asked."))
    refuse_unless(needed >= clock.today(), _("This day has passed. Nothing was asked."))
    somebody = {"department": giving.name}
    refuse_unless(bool(people_of([giving])), _("Nobody leads in %(department)s yet. Nothing was asked.") % somebody)
    dependency = Dependency.objects.create(
        **({"id": id} if id else {}),
        **_readers(objective, by),
        asking=by.department,
        giving=giving,
        objective=objective,
        what=what.strip(),
        why=why.strip(),
        needed=needed,
    )
    _say(dependency, Verb.ASK, by, what=dependency.what, day=needed)
    _tell(dependency, told.DependencyAsked(dependency.what, giving.name, in_full(needed)), by)
    if objective is not None:
        links.tie(Link.Kind.DEPENDS_ON, objective, dependency, by=by)
    return dependency


@transaction.atomic
def accept(*, dependency: Dependency, by: Person, day: date | None = None) -> None:
    """Promise it, for the day by which it is needed or an earlier one."""
    if not _begin(dependency, Verb.ACCEPT, by):
        return
    promised = day or dependency.needed
    refuse_unless(promised >= clock.today(), _("This day has passed. Nothing was promised."))
    late = _("That is after the day by which it is needed: offer it as another day. Nothing was promised.")
    refuse_unless(promised <= dependency.needed, late)
    _finish(dependency, Verb.ACCEPT, by, promised=promised, day=promised)
    _tell(dependency, told.DependencyAccepted(dependency.what, in_full(promised)), by)


@transaction.atomic
def counter(*, dependency: Dependency, by: Person, what: str, day: date, because: str) -> None:
    """Offer something else, or another day, and say why."""
    if not _begin(dependency, Verb.COUNTER, by):
        return
    _need_reason(because)
    refuse_unless(day >= clock.today(), _("This day has passed. Nothing was offered."))
    offered = what.strip() or dependency.what
    same = offered == dependency.what and day == dependency.needed
    refuse_unless(not same, _("This is what was asked for: promise it instead. Nothing was changed."))
    _finish(dependency, Verb.COUNTER, by, day=day, words=offered, because=because)
    _tell(dependency, told.DependencyCountered(offered, in_full(day), because.strip()), by)


@transaction.atomic
def take_counter(*, dependency: Dependency, by: Person) -> None:
    """Take what was offered: it is promised from now on. The day by which it is needed stays what it was."""
    if not _begin(dependency, Verb.TAKE_COUNTER, by):
        return
    offer = dependency.turns.filter(verb=Verb.COUNTER).last()
    assert offer is not None
    _finish(dependency, Verb.TAKE_COUNTER, by, what=offer.what, promised=offer.day, day=offer.day, words=offer.what)
    assert offer.day is not None
    _tell(dependency, told.CounterTaken(offer.what, in_full(offer.day)), by)


@transaction.atomic
def ask_again(*, dependency: Dependency, by: Person, what: str, day: date, because: str = "") -> None:
    """Ask once more, changed or not, after a counter, a no, or after one had withdrawn it."""
    if not _begin(dependency, Verb.ASK_AGAIN, by):
        return
    refuse_unless(day >= clock.today(), _("This day has passed. Nothing was asked."))
    words = what.strip() or dependency.what
    _finish(
        dependency, Verb.ASK_AGAIN, by, what=words, needed=day, promised=None, day=day, words=words, because=because
    )
    _tell(dependency, told.DependencyAsked(words, dependency.giving.name, in_full(day)), by)


@transaction.atomic
def decline(*, dependency: Dependency, by: Person, because: str) -> None:
    """Say no, and why."""
    if not _begin(dependency, Verb.DECLINE, by):
        return
    _need_reason(because)
    _finish(dependency, Verb.DECLINE, by, because=because)
    _tell(dependency, told.DependencyDeclined(dependency.what, because.strip()), by)


@transaction.atomic
def withdraw(*, dependency: Dependency, by: Person) -> None:
    """It is not needed any more."""
    if _begin(dependency, Verb.WITHDRAW, by):
        _finish(dependency, Verb.WITHDRAW, by)
        _tell(dependency, told.DependencyWithdrawn(dependency.what), by)


@transaction.atomic
def move(*, dependency: Dependency, by: Person, day: date, because: str) -> None:
    """Promise another day. One after the day by which it is needed is a slip, and all that rests on it shows it."""
    if not _begin(dependency, Verb.MOVE, by) or dependency.promised == day:
        return
    _need_reason(because)
    refuse_unless(day >= clock.today(), _("This day has passed. Nothing was changed."))
    assert dependency.promised is not None
    slips = day > max(dependency.needed, dependency.promised)
    _finish(dependency, Verb.MOVE, by, promised=day, slipped_on=None, day=day, because=because)
    days = (day - dependency.needed).days
    words = (dependency.what, in_full(day))
    fact = (
        told.DependencySlipped(*words, days, because.strip())
        if slips
        else told.DependencyMoved(*words, because.strip())
    )
    _tell(dependency, fact, by)


@transaction.atomic
def deliver(*, dependency: Dependency, by: Person) -> None:
    """Say that it is there. Whether it is what was needed, the asking side says."""
    if _begin(dependency, Verb.DELIVER, by):
        _finish(dependency, Verb.DELIVER, by, delivered=clock.today())
        _tell(dependency, told.DependencyDelivered(dependency.what), by)


@transaction.atomic
def take_back(*, dependency: Dependency, by: Person) -> None:
    """It is not delivered after all."""
    if _begin(dependency, Verb.TAKE_BACK, by):
        _finish(dependency, Verb.TAKE_BACK, by, delivered=None)
        _tell(dependency, told.DeliveryTakenBack(dependency.what), by)


@transaction.atomic
def not_yet(*, dependency: Dependency, by: Person, because: str) -> None:
    """What came is not what was needed."""
    if not _begin(dependency, Verb.NOT_YET, by):
        return
    _need_reason(because)
    _finish(dependency, Verb.NOT_YET, by, delivered=None, because=because)
    _tell(dependency, told.DeliveryMissing(dependency.what, because.strip()), by)


@transaction.atomic
def confirm(*, dependency: Dependency, by: Person) -> None:
    """The asking side has what it needed."""
    if _begin(dependency, Verb.CONFIRM, by):
        _finish(dependency, Verb.CONFIRM, by, delivered=dependency.delivered or clock.today())
        _tell(dependency, told.DependencyConfirmed(dependency.what), by)


@transaction.atomic
def pass_by(*, dependency: Dependency) -> None:
    """The promised day passed without a word. Said by the clock, once for each promised day."""
    _lock(dependency)
    if dependency.state != State.ACCEPTED or dependency.slipped_on or not dependency.promised:
        return
    if dependency.promised >= clock.today():
        return
    dependency.slipped_on = dependency.promised
    dependency.save(update_fields=["slipped_on"])
    _tell(dependency, told.DependencyPassed(dependency.what, in_full(dependency.promised)), None)


@transaction.atomic
def rest_on(*, dependency: Dependency, thing: models.Model, by: Person) -> None:
    """Say that the promise can only be kept if something else comes: another dependency or an objective."""
    require(policy.is_on(MACHINE[Verb.ACCEPT].side, dependency, by))
    _lock(dependency)
    refuse_unless(dependency.is_open, _("This is settled. Nothing was changed."))
    loop = way_between(ties_of(by), thing.pk, dependency.pk)
    refuse_unless(not loop, _("“%(title)s” rests on this one already. Nothing was changed.") % {"title": thing})
    links.tie(Link.Kind.DEPENDS_ON, dependency, thing, by=by)


@transaction.atomic
def rest_no_more(*, dependency: Dependency, link: Link, by: Person) -> None:
    """The promise stands whether that comes or not."""
    require(policy.is_on(MACHINE[Verb.ACCEPT].side, dependency, by) and link.from_id == dependency.pk)
    links.untie(link, by=by)


def _readers(objective: Objective | None, by: Person) -> dict[str, Any]:
    """Those of the objective, or all leaders; the two departments see it in any case."""
    if objective is None:
        return {"organization": by.organization, "owner": by, "visibility": Level.LEADERS}
    return objective.audience() | {"owner_id": by.pk}


def _lock(dependency: Dependency) -> None:
    rows = Dependency.objects.select_related("organization", "asking", "giving", "owner", "objective")
    dependency.refresh_from_db(from_queryset=rows.select_for_update(of=("self",)))


def _begin(dependency: Dependency, verb: Verb, by: Person) -> bool:
    """Lock it; False when this was done already. Raises NotAllowed, and Refused when it is too late for it."""
    way = MACHINE[verb]
    require(policy.may(verb, dependency, by))
    _lock(dependency)
    if dependency.state in way.sources:
        return True
    if dependency.state == way.target:
        return False
    at = State(dependency.state).label
    raise Refused(_("This cannot be done any more: it stands at “%(state)s”. Nothing was changed.") % {"state": at})


def _finish(
    dependency: Dependency,
    verb: Verb,
    by: Person,
    *,
    day: date | None = None,
    words: str = "",
    because: str = "",
    **changes: Any,
) -> None:
    """Put it where the verb leads, write `changes`, and keep the turn."""
    changes |= {"state": MACHINE[verb].target, "since": clock.now()}
    for name, value in changes.items():
        setattr(dependency, name, value)
    dependency.save(update_fields=list(changes))
    _say(dependency, verb, by, what=words, day=day, because=because)


def _say(
    dependency: Dependency, verb: Verb, by: Person, *, what: str = "", day: date | None = None, because: str = ""
) -> None:
    Turn.objects.create(dependency=dependency, verb=verb, person=by, what=what, day=day, because=because.strip())


def _tell(dependency: Dependency, fact: Fact, by: Person | None) -> None:
    """Record it; it is evidence between those who speak for the two departments."""
    record(fact, on=dependency, by=by, concerning=people_of([dependency.asking, dependency.giving]))


def _need_reason(because: str) -> None:
    refuse_unless(bool(because.strip()), _("Say in a few words why. Nothing was changed."))
