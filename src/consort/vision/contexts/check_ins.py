"""Check-ins: the section of an objective's page, and the page on which one checks in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock
from consort.core.models import Person
from consort.rounds import contexts as rounds
from consort.rounds.models import Round
from consort.rounds.wording import who_is_in
from consort.vision import silence
from consort.vision.drawing.confidence import confidence_chart, spoken
from consort.vision.models import CheckIn, Objective
from consort.vision.policy.cycles import leads_of, may_check_in
from consort.vision.queries.cycles import asking_rounds, check_ins_of, pursued
from consort.vision.scoring import progress
from consort.vision.silence import Standing, Word
from consort.vision.where import check_in_url
from consort.web.days import short

NEWEST = 12


@dataclass(frozen=True)
class Moment:
    """What was said at one time: by one, or by several whose answers opened together."""

    at: datetime
    said: list[CheckIn]
    progress: int | None

    @property
    def is_pair(self) -> bool:
        return len(self.said) == 2


def section(objective: Objective, reader: Person) -> dict[str, Any]:
    """What `vision/check_ins/section.html` shows. Runs two queries on an objective with its cycle and leads."""
    said = check_ins_of([objective])[objective.pk]
    standing = silence.find(objective, said, clock.today())
    round = asking_rounds([objective]).get(objective.pk)
    moments = moments_of(said)
    return {
        "objective": objective,
        "standing": standing,
        "word": standing_words(standing),
        "moments": moments[:NEWEST],
        "has_more": len(moments) > NEWEST,
        "chart": confidence_chart(said, reader, horizon(objective), spoken(said)),
        "finding": _finding(objective, standing, reader),
        "sealed": sealed_words(round),
        "may_check_in": objective.state == Objective.State.AGREED and may_check_in(objective, reader),
        "check_in_url": check_in_url(objective),
        "takes_back": _taken_back(said, reader),
    }


def page(objective: Objective, reader: Person, form: Any) -> dict[str, Any]:
    """The page on which `reader` checks in: a form, or the envelope of the sealed check-in that is open."""
    round = asking_rounds([objective]).get(objective.pk)
    leads = leads_of(objective)
    asked = Round.objects.with_people().get(pk=round.pk) if round else None
    (found,) = pursued([objective], clock.today())
    return {
        "objective": objective,
        "form": form,
        "envelope": rounds.envelope(asked, reader) if asked else None,
        "next": objective.get_absolute_url(),
        "others": [person for person in leads if person != reader],
        "last": [each for each in found.standing.last if each.person_id == reader.pk],
        "progress": percent(progress(found.attained)),
    }


def moments_of(check_ins: Sequence[CheckIn]) -> list[Moment]:
    """Newest first; what opened together stands together."""
    found: dict[Any, list[CheckIn]] = {}
    for each in check_ins:
        found.setdefault(each.round_id or each.pk, []).append(each)
    return [Moment(said[0].at, said, percent(said[0].progress)) for said in reversed(found.values())]


def standing_words(standing: Standing) -> str:
    """The word of the rule, with its days."""
    if standing.word == Word.SILENT:
        silent = ngettext("Silent for %(n)s day", "Silent for %(n)s days", standing.silent_for)
        return silent % {"n": standing.silent_for}
    return str(standing.word.label)


def sealed_words(round: Round | None) -> str:
    """How many of those asked are in, of a round with `total` and `done`."""
    return who_is_in(round, round.total, round.done) if round else ""  # type: ignore[attr-defined]


def percent(share: Any) -> int | None:
    """A share of 0 to 1 in whole per cent."""
    return None if share is None else round(float(share) * 100)


def horizon(objective: Objective) -> date | None:
    """How far ahead its chart reaches: the end of its cycle, as it may run for years."""
    return objective.cycle.ends if objective.cycle else objective.due


def _taken_back(check_ins: Sequence[CheckIn], reader: Person) -> CheckIn | None:
    """The newest check-in, when it is the reader's own and nobody answered alone to it."""
    last = check_ins[-1] if check_ins else None
    return last if last and last.person_id == reader.pk and last.round_id is None else None


def _finding(objective: Objective, standing: Standing, reader: Person) -> str:
    """The title of the chart. Of two people it names both; a mean would hide one behind the other."""
    last = standing.last
    if not last:
        return ""
    if len(last) == 1:
        return _("%(who)s: %(percent)s%% likely by %(day)s") % _said(last[0], objective, reader)
    if len(last) == 2:
        pair = [_("%(who)s %(percent)s%%") % _said(each, objective, reader) for each in last]
        return _("%(one)s, %(other)s") % {"one": pair[0], "other": pair[1]}
    said = sorted(each.confidence for each in last)
    return _("Between %(low)s%% and %(high)s%%, %(n)s people") % {"low": said[0], "high": said[-1], "n": len(said)}


def _said(check_in: CheckIn, objective: Objective, reader: Person) -> dict[str, Any]:
    who = _("You") if check_in.person == reader else check_in.person.first_name if check_in.person else _("Somebody")
    due = objective.due
    return {"who": who, "percent": check_in.confidence, "day": short(due) if due else _("its date")}


def due_words(standing: Standing) -> str:
    """When the next check-in is due, or was."""
    if standing.due is None:
        return ""
    day = {"day": short(standing.due)}
    return _("Was due %(day)s") % day if clock.today() > standing.due else _("Next by %(day)s") % day
