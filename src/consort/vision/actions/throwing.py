"""What those do who throw an objective: put it before others, answer what came back, throw again, agree or end it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.vision import turns
from consort.vision.facts.catchball import CatchballAgreed, CatchballEnded, CatchballThrown, ProposalAnswered
from consort.vision.models import Catchball, Catcher, Objective, Proposal, Version
from consort.vision.policy.catchball import may_hold, may_throw

State, Answer = Catchball.State, Proposal.Answer


@transaction.atomic
def throw(
    *, objective: Objective, by: Person, people: Iterable[Person], note: str = "", id: UUID | None = None
) -> Catchball:
    """Put the objective before those who will carry it, as it stands. Round one begins."""
    require(may_throw(objective, by))
    catching = [person for person in dict.fromkeys(people) if person != by]
    require(all(each.organization_id == by.organization_id and each.left is None for each in catching))
    objective.refresh_from_db(from_queryset=Objective.objects.select_for_update())
    if made := made_before(Catchball.objects.filter(objective=objective, owner=by), id):
        return made
    refuse_unless(bool(catching), _("Say who is to catch it. Nothing was sent."))
    refuse_unless(objective.state != Objective.State.CLOSED, _("This objective is closed. Nothing was sent."))
    refuse_unless(
        not objective.catchballs.filter(state__in=(State.DOWN, State.BACK)).exists(),
        _("It is with others already. Nothing was sent."),
    )
    catchball = Catchball.objects.create(
        **({"id": id} if id else {}), **(objective.audience() | {"owner_id": by.pk}), objective=objective
    )
    Catcher.objects.bulk_create(
        Catcher(catchball=catchball, person=person, department=person.department) for person in catching
    )
    _throw(catchball, by, turns.Wording.of(objective), note)
    return catchball


@transaction.atomic
def answer(*, proposal: Proposal, by: Person, taken: bool, because: str = "") -> None:
    """Say what becomes of a proposal. What is not taken is given a reason. It can be said anew until the next throw."""
    catchball = proposal.version.catchball
    _begin(catchball, by)
    _in_hand(catchball)
    refuse_unless(turns.latest(catchball).pk == proposal.version_id, _("That round is over. Nothing was changed."))
    refuse_unless(taken or bool(because.strip()), _("Say why it is not taken. Nothing was kept."))
    proposal.refresh_from_db()
    said = (Answer.TAKEN if taken else Answer.NOT_TAKEN, because.strip())
    if (proposal.answer, proposal.answer_because) == said:
        return
    (proposal.answer, proposal.answer_because), proposal.answered = said, clock.now()
    proposal.save(update_fields=["answer", "answer_because", "answered"])
    whose = proposal.person.first_name if proposal.person else ""
    fact = ProposalAnswered(catchball.objective.title, whose, taken)
    record(fact, on=catchball, by=by, concerning=people_in(catchball))


@transaction.atomic
def throw_again(
    *, catchball: Catchball, by: Person, title: str, due: date | None, targets: dict[str, Any], note: str = ""
) -> Version:
    """Throw the next version, made of what was taken. Every proposal of the last one has been answered first."""
    _begin(catchball, by)
    _in_hand(catchball)
    last = turns.latest(catchball)
    _refuse_the_unanswered(last)
    wording = turns.Wording(title.strip(), due, turns.with_targets(last, targets))
    refuse_unless(bool(wording.title), _("It needs words. Nothing was sent."))
    put(catchball, State.DOWN)
    return _throw(catchball, by, wording, note)


@transaction.atomic
def agree_on(*, catchball: Catchball, by: Person) -> None:
    """Both sides agree: the objective says from now on what the last version says."""
    _begin(catchball, by)
    if catchball.state == State.AGREED:
        return
    _in_hand(catchball)
    last = turns.latest(catchball)
    _refuse_the_unanswered(last)
    missing = catchball.catchers.filter(agreed__lt=last.number, person__left=None).select_related("person")
    names = ", ".join(each.person.first_name for each in missing)
    refuse_unless(not names, _("Not agreed yet by %(names)s. Throw it again. Nothing was changed.") % {"names": names})
    _write_into(catchball.objective, last)
    put(catchball, State.AGREED)
    people = people_in(catchball)
    fact = CatchballAgreed(catchball.objective.title, len(people) - 1, last.number)
    record(fact, on=catchball, by=by, concerning=people)


@transaction.atomic
def end(*, catchball: Catchball, by: Person, because: str) -> None:
    """End it without agreement. The objective stays as it was; every turn stays on record."""
    _begin(catchball, by)
    if not catchball.in_the_air:
        return
    refuse_unless(bool(because.strip()), _("Say why. Nothing was changed."))
    catchball.because = because.strip()
    catchball.save(update_fields=["because"])
    put(catchball, State.ENDED)
    fact = CatchballEnded(catchball.objective.title, because.strip())
    record(fact, on=catchball, by=by, concerning=people_in(catchball))


def hold(catchball: Catchball) -> None:
    """Lock the row and read it anew. Must run inside the action's transaction."""
    rows = Catchball.objects.select_related("objective__organization", "organization", "owner")
    catchball.refresh_from_db(from_queryset=rows.select_for_update(of=("self",)))


def put(catchball: Catchball, state: str) -> None:
    """Note where it lies now."""
    catchball.state, catchball.since = state, clock.now()
    catchball.save(update_fields=["state", "since"])


def people_in(catchball: Catchball) -> list[Person]:
    """Whoever threw it and those who catch. Runs one query."""
    catching = [each.person for each in catchball.catchers.select_related("person")]
    return [*([catchball.owner] if catchball.owner else []), *catching]


def _begin(catchball: Catchball, by: Person) -> None:
    require(may_hold(catchball, by))
    hold(catchball)


def _in_hand(catchball: Catchball) -> None:
    if catchball.state != State.BACK:
        at = {"state": State(catchball.state).label}
        raise Refused(_("This is not with you now: “%(state)s”. Nothing was changed.") % at)


def _refuse_the_unanswered(version: Version) -> None:
    unanswered = version.proposals.filter(answer="").count()
    refuse_unless(not unanswered, _("Every proposal is answered first. Nothing was sent."))


def _throw(catchball: Catchball, by: Person, wording: turns.Wording, note: str) -> Version:
    number = catchball.versions.count() + 1
    version = Version.objects.create(
        catchball=catchball,
        number=number,
        title=wording.title,
        due=wording.due,
        targets=wording.targets,
        note=note.strip(),
    )
    people = catchball.catchers.count()
    record(CatchballThrown(wording.title, people, number), on=catchball, by=by)
    return version


def _write_into(objective: Objective, version: Version) -> None:
    """The agreed words, date and targets."""
    objective.title, objective.due = version.title, version.due
    objective.save(update_fields=["title", "due"])
    for key_result in objective.key_results.all():
        target = version.targets.get(str(key_result.pk))
        if target:
            key_result.target_low = Decimal(target["low"]) if target["low"] else None
            key_result.target_high = Decimal(target["high"]) if target["high"] else None
            key_result.save(update_fields=["target_low", "target_high"])
