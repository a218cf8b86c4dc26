"""Sorting what people remembered: laid out without names, coded by two who do not see each other, then settled."""

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock, live
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.reckon.recall import folded, lines_of, normal
from consort.rounds.models import Round
from consort.vision.facts.alignment import DrillLaidOut, DrillSettled, DrillSorted
from consort.vision.models import Code, Coder, Drill, DrillItem, Recollection, Wording
from consort.vision.policy import alignment as policy

LONGEST = 500


@dataclass(frozen=True)
class Answer:
    """One answer without its person. `department` is an id, empty where it was not said."""

    text: str
    claimed: int | None
    department: str


def lay_out(round: Round, answers: Sequence[Answer]) -> None:
    """Keep the answers as wordings and recollections. Called inside the opening, with shuffled answers."""
    drill = Drill.objects.select_for_update().get(pk=str(round.about_id))
    lines = [lines_of(answer.text) for answer in answers]
    wordings = _wordings(drill, lines)
    Wording.objects.bulk_create(wordings.values())
    together = _together(answers, drill.threshold)
    rows = [
        Recollection(drill=drill, claimed=each.claimed, department_id=_shown(each.department, together))
        for each in answers
    ]
    Recollection.objects.bulk_create(rows)
    Recollection.wordings.through.objects.bulk_create(
        Recollection.wordings.through(recollection_id=row.pk, wording_id=wordings[key].pk)
        for row, said in zip(rows, lines, strict=True)
        for key in dict.fromkeys(map(normal, said))
    )
    record(DrillLaidOut(drill.title, len(wordings)), on=drill, by=None)
    _announce(drill)


def _wordings(drill: Drill, lines: Iterable[Sequence[str]]) -> dict[str, Wording]:
    """One for each different thing written, by its normal form, in an order that tells nothing."""
    forms: dict[str, Counter[str]] = {}
    for said in lines:
        for key, text in {normal(line): line for line in said}.items():
            forms.setdefault(key, Counter())[text[:LONGEST]] += 1
    keys = list(forms)
    secrets.SystemRandom().shuffle(keys)
    return {
        key: Wording(drill=drill, position=place, text=forms[key].most_common(1)[0][0], times=sum(forms[key].values()))
        for place, key in enumerate(keys, 1)
    }


def _together(answers: Sequence[Answer], least: int) -> set[str]:
    """Departments that are counted together, since alone they would tell too much."""
    sizes = Counter(each.department for each in answers)
    rest = sizes.pop("", 0)
    return folded(sizes, least=least, rest=rest)


def _shown(department: str, together: set[str]) -> UUID | None:
    return UUID(department) if department and department not in together else None


@transaction.atomic
def code(*, wording: Wording, by: Person, item: DrillItem | None) -> None:
    """Say what a wording means: an item of the codebook, or none of them. Said again, it replaces what was said."""
    coder = _coding(wording.drill, by)
    require(item is None or item.drill_id == wording.drill_id)
    Code.objects.update_or_create(wording=wording, coder=coder, defaults={"item": item})


@transaction.atomic
def hand_in(*, drill: Drill, by: Person) -> None:
    """Hand one's codes in; they stay as they are. When both have, what they agree on is settled."""
    drill.refresh_from_db(from_queryset=Drill.objects.select_for_update())
    coder = policy.coder_of(drill, by)
    require(coder is not None)
    assert coder is not None
    if coder.done:
        return
    left = drill.wordings.exclude(codes__coder=coder).count()
    refuse_unless(left == 0, _("Some answers are not sorted yet. Nothing was handed in."))
    coder.done = clock.now()
    coder.save(update_fields=["done"])
    record(DrillSorted(drill.title), on=drill, by=by)
    if not drill.coders.filter(done=None).exists():
        _settle_agreed(drill)
    _announce(drill)


@transaction.atomic
def settle(*, wording: Wording, by: Person, item: DrillItem | None) -> None:
    """Decide what a wording means on which the two differ: jointly, or as a third. It may be decided anew."""
    drill = wording.drill
    drill.refresh_from_db(from_queryset=Drill.objects.select_for_update())
    require(policy.may_settle(drill, by) and (item is None or item.drill_id == drill.pk))
    refuse_unless(_is_handed_in(drill), _("Both must have sorted everything first. Nothing was settled."))
    wording.refresh_from_db()
    refuse_unless(wording.settled is None or wording.settled_by_id is not None, _("The two agree on this one."))
    was_open = wording.settled is None
    if not was_open and wording.item_id == (item.pk if item else None):
        return
    wording.item, wording.settled, wording.settled_by = item, clock.now(), by
    wording.save(update_fields=["item", "settled", "settled_by"])
    if was_open:
        _finish_if_settled(drill, by)
    _announce(drill)


def _coding(drill: Drill, by: Person) -> Coder:
    """The coder, who has not handed in. Raises NotAllowed and Refused."""
    coder = policy.coder_of(drill, by)
    require(coder is not None)
    assert coder is not None
    refuse_unless(coder.done is None, _("You have handed in. Nothing was changed."))
    return coder


def _is_handed_in(drill: Drill) -> bool:
    return not drill.coders.filter(done=None).exists()


def _settle_agreed(drill: Drill) -> None:
    """What both coded alike means that."""
    agreed = []
    for wording in drill.wordings.prefetch_related("codes"):
        meant = {code.item_id for code in wording.codes.all()}
        if len(meant) == 1:
            wording.item_id, wording.settled = meant.pop(), clock.now()
            agreed.append(wording)
    Wording.objects.bulk_update(agreed, ["item", "settled"])
    _finish_if_settled(drill, None)


def _finish_if_settled(drill: Drill, by: Person | None) -> None:
    if not drill.wordings.filter(settled=None).exists():
        record(DrillSettled(drill.title), on=drill, by=by, concerning=[by] if by else [])


def _announce(drill: Drill) -> None:
    live.announce(live.topic("drill", drill.pk))
