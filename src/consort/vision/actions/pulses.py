"""An alignment pulse: start it, remember, give one's order, ask again, leave it there."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock, live
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.rounds import actions as rounds
from consort.rounds.models import Round
from consort.rounds.queries import own, rounds_about
from consort.vision.alignment import pulses as rules
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.items import NewItem, checked
from consort.vision.facts.alignment import PulseAskedAgain, PulseEnded, PulseStarted
from consort.vision.models import Pulse, PulseItem
from consort.vision.policy import alignment as policy
from consort.vision.queries.pulses import Run, people_of, run_of

FEWEST, MOST = 3, 12
Places = Mapping[str, Any]


@transaction.atomic
def start_pulse(
    *,
    by: Person,
    title: str,
    items: Sequence[NewItem],
    asking: Asking,
    mode: str = Pulse.Mode.ATTRIBUTED,
    id: UUID | None = None,
) -> Pulse:
    """Ask people for their order of some things, and before that what comes to mind without a list."""
    require(policy.may_start(by) and asking.is_within(by.organization))
    if made := made_before(Pulse.objects.filter(owner=by), id):
        return made
    refuse_unless(len(asking.people) > 1, _("Ask at least two people. Nothing was asked."))
    pulse = Pulse.objects.create(
        id=id or uuid4(),
        owner=by,
        title=title.strip()[:120],
        mode=Pulse.Mode(mode),
        **asking.audience(by.organization),
    )
    new = checked(items, fewest=FEWEST, most=MOST)
    PulseItem.objects.bulk_create(
        PulseItem(pulse=pulse, position=place, title=item.title, priority=item.priority)
        for place, item in enumerate(new, 1)
    )
    _ask(pulse, by, asking.people, asking.opens_at)
    record(PulseStarted(pulse.title, len(asking.people), pulse.mode), on=pulse, by=by)
    return pulse


@transaction.atomic
def remember(*, pulse: Pulse, by: Person, words: Sequence[str]) -> None:
    """Keep what came to mind, before the list is shown. It is kept once and stays as it was. Raises Refused."""
    round = _asking_now(pulse, again=False)
    given = _own(round, by)
    if has_remembered(given):
        return
    written = [each.strip()[: rules.LONGEST] for each in words if each.strip()][: rules.RECALLED]
    kept = {rules.recall_key(place): each for place, each in enumerate(written, 1)}
    rounds.keep_draft(round=round, by=by, answers={rules.REMEMBERED: True, **kept})


@transaction.atomic
def keep_order(*, pulse: Pulse, by: Person, places: Places, matches: Mapping[str, str]) -> None:
    """Keep the order as a draft, beside what was remembered."""
    round = _asking_now(pulse)
    rounds.keep_draft(round=round, by=by, answers={rules.REMEMBERED: True, **_answers(round, by, places, matches)})


@transaction.atomic
def give_order(*, pulse: Pulse, by: Person, places: Places, matches: Mapping[str, str]) -> str:
    """Seal one's order and what was remembered, and give the receipt. Raises Refused and BadAnswers."""
    round = _asking_now(pulse)
    return rounds.seal_answers(round=round, by=by, answers=_answers(round, by, places, matches))


@transaction.atomic
def ask_again(*, pulse: Pulse, by: Person, opens_at: datetime | None = None, id: UUID | None = None) -> Round:
    """Ask the same people for their order once more, after they have talked. Both rounds are kept."""
    run = _held(pulse, by)
    if made := made_before(rounds_about(pulse), id):
        return made
    refuse_unless(run.may_go_on, _("It is asked once more after the first order has opened. Nothing was asked."))
    people = people_of(run.opened[0])
    round = _ask(pulse, by, people, opens_at, previous=run.opened[0], id=id)
    record(PulseAskedAgain(pulse.title), on=pulse, by=by, concerning=people)
    return round


@transaction.atomic
def end_pulse(*, pulse: Pulse, by: Person) -> None:
    """Leave it at the first order."""
    run = _held(pulse, by)
    if pulse.ended:
        return
    refuse_unless(run.may_go_on, _("There is nothing to leave there now. Nothing was changed."))
    pulse.ended = clock.now()
    pulse.save(update_fields=["ended"])
    record(PulseEnded(pulse.title), on=pulse, by=by)
    live.announce(live.topic("pulse", pulse.pk))


def has_remembered(given: Mapping[str, Any]) -> bool:
    """Whether the list may be shown to whoever has given this so far."""
    return rules.REMEMBERED in given or "order" in given


def _ask(
    pulse: Pulse,
    by: Person,
    people: Sequence[Person],
    opens_at: datetime | None,
    previous: Round | None = None,
    id: UUID | None = None,
) -> Round:
    audience = pulse.audience()
    return rounds.ask(
        by=by,
        kind=rules.KIND,
        about=pulse,
        title=pulse.title,
        questions=rules.questions(list(pulse.items.all()), again=previous is not None),
        people=people,
        mode=pulse.mode,
        opens_at=opens_at,
        previous=previous,
        audience=audience,
        id=id,
    )


def _held(pulse: Pulse, by: Person) -> Run:
    """The pulse with its row held, for somebody who may steer it."""
    pulse.refresh_from_db(from_queryset=Pulse.objects.select_for_update())
    require(policy.may_steer(pulse, by))
    return run_of(pulse)


def _asking_now(pulse: Pulse, again: bool | None = None) -> Round:
    """The round that is being answered; with `again` only that one of the two. Raises Refused."""
    round = run_of(pulse).asking
    closed = _("Nothing is asked here any more. Your order was not kept.")
    refuse_unless(round is not None and again in (None, round.previous_id is not None), closed)
    assert round is not None
    return round


def _own(round: Round, by: Person) -> dict[str, Any]:
    """What one has written or sealed so far. One who is not asked is not allowed."""
    mine = own(round, by)
    require(mine is not None)
    assert mine is not None
    return mine.draft or mine.sealed or {}


def _answers(round: Round, by: Person, places: Places, matches: Mapping[str, str]) -> dict[str, Any]:
    """The whole answer. What was remembered is what was kept before the list was shown, whatever is sent now."""
    given = _own(round, by)
    if round.previous_id is not None:
        return {"order": dict(places)}
    refuse_unless(has_remembered(given), _("First write what comes to mind without the list. Nothing was sealed."))
    keys = [(rules.recall_key(at), rules.match_key(at)) for at in range(1, rules.RECALLED + 1)]
    words = {key: given[key] for key, _match in keys if key in given}
    said = {match: matches[match] for key, match in keys if key in given and matches.get(match)}
    return {**words, **said, "order": dict(places)}
