"""What the writing checks ask of an objective as it stands, and what was set aside."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from consort.core import clock
from consort.vision.models import Dismissal, KeyResult, Objective
from consort.vision.models.key_result import Aim
from consort.vision.writing import Draft, Remark, remarks


@dataclass(frozen=True)
class Asked:
    """A remark on the objective's own words, or on those of `key_result`, and how it was answered."""

    remark: Remark
    key_result: KeyResult | None
    dismissal: Dismissal | None


@dataclass(frozen=True)
class Read:
    """A text, and what the checks ask of it."""

    text: str
    key_result: KeyResult | None
    asking: list[Asked]
    aside: list[Asked]


def fingerprint(text: str) -> str:
    """Stays the same when only spaces or capitals change."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()


def read(objective: Objective) -> list[Read]:
    """The objective's words and those of its key results. Runs one query, one more unless they are fetched."""
    kept = Dismissal.objects.filter(about_id=objective.pk, source=Dismissal.Source.CHECK).select_related("by")
    dismissals = {(each.name, each.other_id, each.seen): each for each in kept}
    results = list(objective.key_results.all())
    texts: list[tuple[KeyResult | None, Draft]] = [(None, draft_of(objective, results))]
    texts += [(each, draft_of_result(each, objective)) for each in results]
    return [_read(draft, result, dismissals) for result, draft in texts]


def _read(draft: Draft, result: KeyResult | None, dismissals: dict[tuple[str, UUID | None, str], Dismissal]) -> Read:
    seen = fingerprint(draft.text)
    asked = [
        Asked(remark, result, dismissals.get((remark.check.name, result.pk if result else None, seen)))
        for remark in remarks(draft)
    ]
    asking, aside = [each for each in asked if not each.dismissal], [each for each in asked if each.dismissal]
    return Read(draft.text, result, asking, aside)


def draft_of(objective: Objective, results: Sequence[KeyResult]) -> Draft:
    """An objective is measured by its key results, which know where they start."""
    return Draft(
        objective.title,
        more=objective.why,
        is_measured=bool(results),
        has_baseline=bool(results),
        has_date=objective.due is not None,
        today=clock.today(),
    )


def draft_of_result(result: KeyResult, objective: Objective) -> Draft:
    """A key result on a metric is measured and knows where it starts, whatever its words say."""
    is_milestone = result.aim == Aim.MILESTONE
    return Draft(
        result.title,
        is_measured=not is_milestone,
        has_baseline=not is_milestone,
        has_date=result.due is not None or objective.due is not None,
        is_milestone=is_milestone,
        today=clock.today(),
    )
