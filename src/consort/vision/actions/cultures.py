"""A culture map: start it, say what to keep, choose the shifts."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import live
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds import actions as rounds
from consort.vision.alignment import cultures as rules
from consort.vision.alignment.asking import Asking
from consort.vision.facts.alignment import (
    CultureStarted,
    ShiftChanged,
    ShiftChosen,
    ShiftDropped,
    ShiftsOrdered,
    StatementKept,
    StatementNotKept,
)
from consort.vision.models import Culture, Purpose, Shift, Statement, Value
from consort.vision.models.culture import MOST_SHIFTS
from consort.vision.policy import alignment as policy

FEWEST, MOST = 3, 40
LONGEST = 120


@dataclass(frozen=True)
class NewShift:
    """From how we work to how we need to; the value it makes visible; what will be seen when it happens."""

    start: str
    goal: str
    signs: str = ""
    value: Value | None = None
    statement: Statement | None = None


@transaction.atomic
def start_culture(
    *,
    by: Person,
    title: str,
    pairs: Sequence[tuple[str, str]],
    asking: Asking,
    mode: str = Culture.Mode.CONFIDENTIAL,
    months: int = 24,
    id: UUID | None = None,
) -> Culture:
    """Ask leaders, each alone, where they stand between pairs of ways to work, today and some months ahead."""
    require(policy.may_start(by) and asking.is_within(by.organization))
    if made := made_before(Culture.objects.filter(owner=by), id):
        return made
    refuse_unless(FEWEST <= len(pairs) <= MOST, _("Between 3 and 40 statements can be asked. Nothing was asked."))
    refuse_unless(1 <= months <= 120, _("Look between one month and ten years ahead. Nothing was asked."))
    culture = Culture.objects.create(
        id=id or uuid4(),
        owner=by,
        title=title.strip()[:120],
        mode=Culture.Mode(mode),
        months=months,
        **asking.audience(by.organization),
    )
    Statement.objects.bulk_create(
        Statement(culture=culture, position=place, one=one.strip()[:LONGEST], other=other.strip()[:LONGEST])
        for place, (one, other) in enumerate(pairs, 1)
    )
    _ask(culture, by, asking)
    record(CultureStarted(culture.title, len(asking.people), culture.mode), on=culture, by=by)
    return culture


@transaction.atomic
def keep_statement(*, statement: Statement, by: Person, kept: bool) -> None:
    """Mark a statement as something to keep, or no longer."""
    culture = _held(statement.culture, by)
    statement.refresh_from_db()
    if statement.kept == kept:
        return
    statement.kept = kept
    statement.save(update_fields=["kept"])
    record((StatementKept if kept else StatementNotKept)(str(statement)), on=culture, by=by)
    _announce(culture)


@transaction.atomic
def choose_shift(*, culture: Culture, by: Person, shift: NewShift, id: UUID | None = None) -> Shift:
    """Choose a shift to make. Seven at most: more are none."""
    _held(culture, by)
    if made := made_before(culture.shifts.all(), id):
        return made
    _check(culture, shift)
    standing = list(culture.shifts.all())
    full = _("Seven shifts are the most a team can make at once. Drop one first; nothing was chosen.")
    refuse_unless(len(standing) < MOST_SHIFTS, full)
    chosen = Shift.objects.create(
        **({"id": id} if id else {}),
        **{**culture.audience(), "owner_id": by.pk},
        culture=culture,
        position=len(standing) + 1,
        **_columns(shift),
    )
    record(ShiftChosen(chosen.start, chosen.goal), on=chosen, by=by, concerning=_partners(culture))
    _announce(culture)
    return chosen


@transaction.atomic
def change_shift(*, shift: Shift, by: Person, to: NewShift) -> None:
    """Say it better, tie it to another value, name other signs."""
    culture = _held(shift.culture, by)
    _check(culture, to)
    shift.refresh_from_db()
    columns = _columns(to)
    before = {name: str(getattr(shift, name) or "") for name in columns if getattr(shift, name) != columns[name]}
    if not before:
        return
    for name, value in columns.items():
        setattr(shift, name, value)
    shift.save(update_fields=list(columns))
    record(ShiftChanged(shift.goal, before), on=shift, by=by)
    _announce(culture)


@transaction.atomic
def drop_shift(*, shift: Shift, by: Person) -> None:
    """Take a shift out of the choice."""
    culture = _held(shift.culture, by)
    record(ShiftDropped(shift.goal), on=culture, by=by)
    shift.delete()
    for place, each in enumerate(culture.shifts.all(), 1):
        _place(each, place)
    _announce(culture)


@transaction.atomic
def order_shifts(*, culture: Culture, by: Person, order: Sequence[UUID]) -> None:
    """Put the shifts in order, the most important first."""
    _held(culture, by)
    shifts = {shift.pk: shift for shift in culture.shifts.all()}
    moved = _("The shifts have changed since you looked. Nothing was put in order; look again.")
    refuse_unless(set(order) == set(shifts) and len(order) == len(shifts), moved)
    if [shifts[key].position for key in order] == sorted(shift.position for shift in shifts.values()):
        return
    for place, key in enumerate(order, 1):
        _place(shifts[key], place)
    record(ShiftsOrdered(culture.title, [shifts[key].goal for key in order]), on=culture, by=by)
    _announce(culture)


def _ask(culture: Culture, by: Person, asking: Asking) -> None:
    rounds.ask(
        by=by,
        kind=rules.KIND,
        about=culture,
        title=culture.title,
        questions=rules.questions(list(culture.statements.all()), culture.months),
        people=asking.people,
        mode=culture.mode,
        opens_at=asking.opens_at,
        audience=culture.audience(),
    )


def _held(culture: Culture, by: Person) -> Culture:
    """The map with its row held, for somebody who may choose."""
    culture.refresh_from_db(from_queryset=Culture.objects.select_for_update())
    require(policy.may_choose(culture, by))
    return culture


def _check(culture: Culture, shift: NewShift) -> None:
    """Raises NotAllowed for what belongs elsewhere, Refused for a shift without words."""
    require(shift.statement is None or shift.statement.culture_id == culture.pk)
    known = (
        shift.value is None
        or Purpose.objects.filter(pk=shift.value.purpose_id, organization=culture.organization_id).exists()
    )
    require(known)
    missing = _("Say from where to where. Nothing was kept.")
    refuse_unless(bool(shift.start.strip() and shift.goal.strip()), missing)


def _columns(shift: NewShift) -> dict[str, object]:
    return {
        "start": shift.start.strip()[:160],
        "goal": shift.goal.strip()[:160],
        "signs": shift.signs.strip(),
        "value": shift.value,
        "statement": shift.statement,
    }


def _partners(culture: Culture) -> list[Person]:
    """The members of the partnership that was asked."""
    return list(culture.partnership.members) if culture.partnership else []


def _place(shift: Shift, place: int) -> None:
    if shift.position != place:
        shift.position = place
        shift.save(update_fields=["position"])


def _announce(culture: Culture) -> None:
    live.announce(live.topic("culture", culture.pk))
