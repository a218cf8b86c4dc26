"""How a thing of the strategy is worded when it is published: a title, lines, and a digest of both."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.metrics.models import Metric
from consort.metrics.values import in_words
from consort.metrics.words import target_words
from consort.vision.models import KeyResult, Objective, Priority, Purpose
from consort.vision.models.key_result import Aim
from consort.vision.publishing.audience import Reach
from consort.web.days import in_full

Thing = Purpose | Priority | Objective


class Part(TypedDict):
    """One line. What is `inside` names people and departments, and never stands on a public page."""

    label: str
    text: str
    inside: bool


@dataclass(frozen=True)
class Snapshot:
    title: str
    parts: list[Part]

    @property
    def digest(self) -> str:
        """The same for the same wording, in every edition."""
        said = json.dumps([self.title, self.parts], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


def of_words(words: str) -> Snapshot:
    """The publisher's own words."""
    return Snapshot(_("In short"), [_part("", words)])


def of_thing(thing: Thing, reach: Reach) -> Snapshot:
    """A thing as it stands now. A metric that the audience may not see gives away neither its unit nor its figures.

    Runs no query when key results with their metrics, leads, carriers, values and will-nots were fetched before.
    """
    match thing:
        case Purpose():
            return Snapshot(thing.vision, list(_of_purpose(thing)))
        case Priority():
            return Snapshot(thing.title, list(_of_priority(thing)))
        case Objective():
            return Snapshot(thing.title, list(_of_objective(thing, reach)))


def _of_purpose(purpose: Purpose) -> Iterator[Part]:
    if purpose.mission:
        yield _part("", purpose.mission)
    for value in purpose.values.all():
        yield _part(_("We hold to"), _with(value.name, value.meaning))
    for will_not in purpose.will_nots.all():
        yield _part(_("We will not"), _with(will_not.text, will_not.because))


def _of_priority(priority: Priority) -> Iterator[Part]:
    if priority.why:
        yield _part("", priority.why)
    yield from _led_by(list(priority.leads.all()))


def _of_objective(objective: Objective, reach: Reach) -> Iterator[Part]:
    if objective.why:
        yield _part("", objective.why)
    for result in objective.key_results.all():
        yield _part(_("We will know by"), _key_result(result, reach))
    if objective.due:
        yield _part(_("Reached by"), in_full(objective.due))
    yield from _led_by(list(objective.leads.all()))
    carriers = [carrier.department.name for carrier in objective.carriers.all()]
    if carriers:
        yield _part(_("Carried by"), ", ".join(sorted(carriers)), inside=True)


def _key_result(result: KeyResult, reach: Reach) -> str:
    """Dates are in full: the wording, and with it the digest, must not change with the year in which it is read."""
    said = _figures(result, reach)
    return _("%(said)s, by %(day)s") % {"said": said, "day": in_full(result.due)} if result.due else said


def _figures(result: KeyResult, reach: Reach) -> str:
    metric = result.metric
    if metric is None or not reach.is_within(metric):
        return result.title
    measured = Metric(
        unit=metric.unit,
        decimals=metric.decimals,
        direction=Aim(result.aim).value,
        target_low=result.target_low,
        target_high=result.target_high,
    )
    words = {
        "title": result.title,
        "target": target_words(measured),
        "start": in_words(result.baseline, metric),
    }
    if result.baseline is None:
        return _("%(title)s: %(target)s") % words
    return _("%(title)s: from %(start)s to %(target)s") % words


def _led_by(people: list[Person]) -> Iterator[Part]:
    if people:
        yield _part(_("Led by"), ", ".join(sorted(person.full_name for person in people)), inside=True)


def _with(name: str, more: str) -> str:
    return f"{name}: {more}" if more else name


def _part(label: str, text: str, *, inside: bool = False) -> Part:
    return {"label": label, "text": text.strip(), "inside": inside}
