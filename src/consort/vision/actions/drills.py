"""Starting a recall drill."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Department, Person
from consort.rounds import actions as rounds
from consort.rounds.models import THRESHOLD, Round
from consort.vision.alignment import drills as rules
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.items import NewItem, checked
from consort.vision.facts.alignment import DrillStarted
from consort.vision.models import Coder, Drill, DrillItem
from consort.vision.policy import alignment as policy

FEWEST, MOST = 2, 9
CODERS = 2


@transaction.atomic
def start_drill(
    *,
    by: Person,
    title: str,
    items: Sequence[NewItem],
    enough: int,
    asking: Asking,
    coders: Sequence[Person],
    threshold: int = THRESHOLD,
    id: UUID | None = None,
) -> Drill:
    """Ask people what they can name from memory. `items` are the codebook, `coders` the two who sort the answers."""
    require(policy.may_start(by) and asking.is_within(by.organization))
    require(all(coder.organization_id == by.organization_id for coder in coders))
    if made := made_before(Drill.objects.filter(owner=by), id):
        return made
    new = checked(items, fewest=FEWEST, most=MOST)
    refuse_unless(len(set(coders)) == CODERS, _("Two different people sort the answers. Nothing was asked."))
    refuse_unless(1 <= enough <= len(new), _("One cannot name more than there is. Nothing was asked."))
    drill = Drill.objects.create(
        id=id or uuid4(),
        owner=by,
        title=title.strip()[:120],
        enough=enough,
        threshold=max(threshold, THRESHOLD),
        **asking.audience(by.organization),
    )
    _write_codebook(drill, new)
    Coder.objects.bulk_create(Coder(drill=drill, person=coder) for coder in coders)
    _ask(drill, by, asking, len(new))
    record(DrillStarted(drill.title, len(asking.people)), on=drill, by=by)
    return drill


def _write_codebook(drill: Drill, items: Sequence[NewItem]) -> None:
    DrillItem.objects.bulk_create(
        DrillItem(drill=drill, position=place, title=item.title, counts=item.counts, priority=item.priority)
        for place, item in enumerate(items, 1)
    )


def _ask(drill: Drill, by: Person, asking: Asking, items: int) -> None:
    ids = {person.department_id for person in asking.people if person.department_id}
    departments = list(Department.objects.filter(organization=by.organization_id, pk__in=ids).order_by("name"))
    rounds.ask(
        by=by,
        kind=rules.KIND,
        about=drill,
        title=drill.title,
        questions=rules.questions(items, departments),
        people=asking.people,
        mode=Round.Mode.CONFIDENTIAL,
        opens_at=asking.opens_at,
        threshold=drill.threshold,
        audience=drill.audience(),
    )
