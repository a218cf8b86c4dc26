"""Reviewing an objective at the end of its cycle: scored, learned from, and then reached, carried over, adapted or
stopped."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock, links
from consort.core.errors import Refused, refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Link, Person
from consort.metrics.models import MOVING
from consort.vision import scoring
from consort.vision.actions.checking_in import asking_about
from consort.vision.actions.objectives import WHAT, close_objective, reopen_objective, write_objective
from consort.vision.facts.cycles import ObjectiveContinued
from consort.vision.models import Agreement, Cycle, KeyResult, Objective, Review
from consort.vision.policy.cycles import may_review

Ending, State = Objective.Ending, Objective.State
CONTINUED = (Ending.CARRIED_OVER, Ending.ADAPTED)
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Verdict:
    """What a review says. `into` and `due` are for what goes on, `title` for what goes on changed."""

    ending: str
    score: Decimal
    learned: str
    because: str = ""
    into: Cycle | None = None
    title: str = ""
    due: date | None = None


@transaction.atomic
def review_objective(*, objective: Objective, by: Person, verdict: Verdict) -> Review:
    """Close the objective with a verdict; one that goes on is written into the other cycle, tied to this one.

    Sent twice, it is reviewed once. Raises Refused for another verdict on what is reviewed already.
    """
    require(may_review(objective, by))
    _hold(objective)
    if objective.state == State.CLOSED:
        return _reviewed_before(objective, verdict)
    _check(objective, verdict)
    suggested = scoring.progress_of(objective, clock.today())
    close_objective(
        objective=objective,
        by=by,
        ending=verdict.ending,
        learned=verdict.learned,
        score=verdict.score.quantize(HUNDREDTH),
    )
    review = Review.objects.create(
        objective=objective,
        suggested=suggested.quantize(HUNDREDTH) if suggested is not None else None,
        because=verdict.because.strip(),
        by=by,
    )
    if verdict.ending in CONTINUED:
        review.next = _continue(objective, verdict, by)
        review.save(update_fields=["next"])
    return review


@transaction.atomic
def undo_review(*, objective: Objective, by: Person) -> None:
    """Open the objective again, and take away what was to follow it, unless somebody has begun to work with that."""
    require(may_review(objective, by))
    _hold(objective)
    review = Review.objects.filter(objective=objective).select_related("next__cycle").first()
    if review is None:
        return
    if review.next:
        _take_away(review.next)
    review.delete()
    reopen_objective(objective=objective, by=by, because=_("The review was taken back"))


def _hold(objective: Objective) -> None:
    objective.refresh_from_db(from_queryset=Objective.objects.select_related("cycle").select_for_update(of=("self",)))
    cycle = objective.cycle
    refuse_unless(
        cycle is None or cycle.stage in (Cycle.Stage.RUN, Cycle.Stage.REVIEW),
        _("Objectives are reviewed while their cycle runs or is reviewed. Nothing was kept."),
    )


def _reviewed_before(objective: Objective, verdict: Verdict) -> Review:
    found = Review.objects.filter(objective=objective).first()
    if found is None or objective.ending != verdict.ending:
        ending = {"title": objective.title, "ending": objective.get_ending_display()}
        raise Refused(_("“%(title)s” is reviewed already: %(ending)s. Nothing was kept.") % ending)
    return found


def _check(objective: Objective, verdict: Verdict) -> None:
    refuse_unless(0 <= verdict.score <= 1, _("A score lies between 0 and 1. Nothing was kept."))
    refuse_unless(bool(verdict.learned.strip()), _("Write down what you learned. Nothing was kept."))
    refuse_unless(asking_about(objective) is None, _("A sealed check-in is still open. Nothing was kept."))
    needs_why = verdict.ending in (Ending.STOPPED, Ending.ADAPTED)
    refuse_unless(not needs_why or bool(verdict.because.strip()), _("Say why. Nothing was kept."))
    if verdict.ending not in CONTINUED:
        return
    into = verdict.into
    refuse_unless(into is not None, _("Choose the cycle in which it goes on; plan it first. Nothing was kept."))
    assert into is not None
    takes = into.stage in (Cycle.Stage.PLAN, Cycle.Stage.RUN) and into.organization_id == objective.organization_id
    refuse_unless(
        takes and into.pk != objective.cycle_id,
        _("%(cycle)s takes no objective from here. Nothing was kept.") % {"cycle": into.name},
    )


def _continue(objective: Objective, verdict: Verdict, by: Person) -> Objective:
    """The objective of the other cycle: what it serves, who leads it and how it is measured come along."""
    assert verdict.into is not None
    adapted = verdict.ending == Ending.ADAPTED
    due = verdict.due or verdict.into.ends
    following = write_objective(
        by=by,
        leads=objective.leads.all(),
        **{name: getattr(objective, name) for name in WHAT if name not in ("next_look", "trigger")}
        | {"title": (verdict.title.strip() if adapted else "") or objective.title, "cycle": verdict.into}
        | {"begins": verdict.into.begins, "due": due},
    )
    if not adapted:
        _agree_as_before(objective, following)
    _measure_on(objective, following, due)
    links.tie(Link.Kind.CAME_FROM, following, objective, by=by)
    for tie in links.from_here(objective, by, Link.Kind.SERVES):
        links.tie(Link.Kind.SERVES, following, tie.thing, by=by)
    record(ObjectiveContinued(following.title, verdict.into.name), on=following, by=by)
    return following


def _agree_as_before(objective: Objective, following: Objective) -> None:
    """What is carried over unchanged stays agreed by those who had agreed to it."""
    people = [each.person for each in objective.agreements.select_related("person")]
    Agreement.objects.bulk_create(Agreement(objective=following, person=person) for person in people)
    following.state, following.agreed = State.AGREED, clock.now()
    following.save(update_fields=["state", "agreed"])


def _measure_on(objective: Objective, following: Objective, due: date) -> None:
    """The same key results, from where they are now; milestones that were passed stay behind."""
    every = scoring.attained_by([objective], clock.today())[objective.pk]
    KeyResult.objects.bulk_create(
        KeyResult(
            objective=following,
            position=each.key_result.position,
            title=each.key_result.title,
            metric=each.key_result.metric,
            aim=each.key_result.aim,
            baseline=_start_of(each),
            target_low=each.key_result.target_low,
            target_high=each.key_result.target_high,
            begins=clock.today(),
            due=due,
            owner=each.key_result.owner,
        )
        for each in every
        if each.key_result.passed is None
    )


def _start_of(attained: scoring.Attained) -> Decimal | None:
    """What should move starts from where it is now."""
    moves = attained.key_result.aim in MOVING
    return attained.newest.value if attained.newest and moves else attained.key_result.baseline


def _take_away(following: Objective) -> None:
    """Remove what the review wrote, unless it was checked in on, reviewed, or put before others."""
    touched = following.check_ins.exists() or following.catchballs.exists() or following.dependencies.exists()
    refuse_unless(
        not touched and following.state != State.CLOSED,
        _("Work on “%(title)s” in the next cycle has begun. Nothing was undone.") % {"title": following.title},
    )
    Link.objects.filter(from_id=following.pk).delete()
    Link.objects.filter(to_id=following.pk).delete()
    following.delete()
