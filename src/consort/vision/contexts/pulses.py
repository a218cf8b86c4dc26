"""What the pages of pulses show."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from consort.core import live
from consort.core.models import Person
from consort.reckon import recall
from consort.rounds import wording as round_wording
from consort.rounds.contexts import envelope
from consort.rounds.contexts.asking import addresses
from consort.rounds.models import Round
from consort.rounds.orders import comparing
from consort.rounds.orders import wording as order_wording
from consort.rounds.queries import Answer, answers_of
from consort.vision.actions.pulses import has_remembered
from consort.vision.alignment import pulses as rules
from consort.vision.alignment import wording
from consort.vision.contexts.steering import steering
from consort.vision.forms.pulses import AgainForm
from consort.vision.models import Pulse, PulseItem
from consort.vision.policy import alignment as policy
from consort.vision.queries.pulses import Run, run_of

TALK_MINUTES = 10
Context = dict[str, Any]


@dataclass(frozen=True)
class Ranked:
    """One line of a list to be put in order."""

    value: str
    label: str


@dataclass(frozen=True)
class Remembered:
    """A thing that came to mind, and what its writer or the nearest title says it was."""

    name: str
    words: str
    match: str
    is_proposed: bool


@dataclass(frozen=True)
class Named:
    """How many named a thing from memory. Without `is_listed` it is in their own words."""

    title: str
    times: int
    people: int
    is_listed: bool
    names: str = ""


def page(pulse: Pulse, reader: Person, form: Form | None = None, errors: Mapping[str, str] | None = None) -> Context:
    """One pulse, whatever it waits for. At most fifteen queries."""
    run, items = run_of(pulse), list(pulse.items.all())
    steers = policy.may_steer(pulse, reader)
    return {
        "pulse": pulse,
        "run": run,
        "topic": live.topic("pulse", pulse.pk),
        "items": items,
        "stages": stages(run),
        "mode": round_wording.mode_name(run.rounds[0]) if run.rounds else "",
        "answering": answering(run.asking, items, reader, errors or {}) if run.asking else None,
        "found": found(run, items) if run.opened else None,
        "steers": steers,
        "again_form": (form or AgainForm()) if steers and run.may_go_on else None,
        **steering(run.asking, reader),
    }


def stages(run: Run) -> list[tuple[str, str, bool, bool]]:
    """(name, when, done, current) of each step."""
    opened, asking = run.opened, run.asking
    names = [_("Alone"), _("Open and talk"), _("Alone again"), _("What moved")]
    at = len(names) if not run.rounds else 3 if len(opened) > 1 else 2 if opened and asking else 1 if opened else 0
    when = ["", *(_day(each) for each in opened[:1]), "", *(_day(each) for each in opened[1:])]
    days = (when + [""] * len(names))[: len(names)]
    return [(name, days[place], place < at, place == at) for place, name in enumerate(names)]


def _day(round: Round) -> str:
    return formats.date_format(timezone.localtime(round.opened_at), "D j M") if round.opened_at else ""


def answering(round: Round, items: Sequence[PulseItem], reader: Person, errors: Mapping[str, str]) -> Context:
    """The envelope: first what comes to mind, and once that is kept, the list. Three queries."""
    shown = envelope(round, reader, errors=errors)
    mine = shown["own"]
    given: dict[str, Any] = (mine and (mine.draft or mine.sealed)) or {}
    is_again = round.previous_id is not None
    return {
        "envelope": shown,
        "is_again": is_again,
        "shows_list": is_again or has_remembered(given),
        "remembered": _remembered(given, items),
        "matches": [*((item.key, item.title) for item in items), (rules.OTHER, _("Something else"))],
        "ranked": ranked(items, given.get("order"), reader, round),
        "places": range(1, rules.RECALLED + 1),
        "url": addresses(round),
        "round": round,
    }


def ranked(items: Sequence[PulseItem], given: Mapping[str, Any] | None, reader: Person, round: Round) -> list[Ranked]:
    """As it was put in order, else shuffled for each person, so that no order of ours is everybody's beginning."""
    shuffled = sorted(items, key=lambda item: item.position)
    random.Random(f"{reader.pk}{round.pk}").shuffle(shuffled)
    if given:
        shuffled.sort(key=lambda item: _place(given.get(item.key)))
    return [Ranked(item.key, item.title) for item in shuffled]


def _place(given: Any) -> int:
    return int(given) if str(given).isdecimal() and len(str(given)) < 4 else rules.LONGEST


def _remembered(given: Mapping[str, Any], items: Sequence[PulseItem]) -> list[Remembered]:
    """What came to mind; where its writer has not said what it was, the nearest title is proposed."""
    found = []
    for place in range(1, rules.RECALLED + 1):
        words, said = given.get(rules.recall_key(place)), given.get(rules.match_key(place), "")
        if words:
            near = None if said else recall.nearest(words, [item.title for item in items])
            match = said or (items[near].key if near is not None else "")
            found.append(Remembered(rules.match_key(place), words, match, near is not None))
    return found


def found(run: Run, items: Sequence[PulseItem]) -> Context:
    """What opened: the latest order, how it differs from the first, where people differ, what came to mind."""
    rounds = run.opened
    results = [round.result or {} for round in rounds]
    titles = {item.key: item.title for item in items}
    names = list(titles.values())
    summaries = [comparing.order_in(result) for result in results]
    attributed = rounds if rounds[0].is_attributed else []
    orders = [comparing.orders_in(answers_of(round), list(titles)) for round in attributed]
    latest = orders[-1] if orders else None
    people = _people(results[-1], latest)
    differing = comparing.differing(latest) if latest else []
    agreement = summaries[-1].get("agreement")
    before = summaries[0].get("agreement") if len(rounds) > 1 else None
    open_items = sum(each.is_open for each in differing) if latest else None
    sequences = [comparing.sequence_in(summary, titles) for summary in summaries]
    recalled = _recall(rounds[0], items)
    overlap = recalled["figures"]["overlap"] if recalled and recalled["figures"] else None
    return {
        "is_pair": people == 2 and bool(latest),
        "withheld": round_wording.withheld(rounds[-1]) if not sequences[-1] and people != 2 else "",
        "headline": order_wording.headline(agreement, people, open_items),
        "lede": order_wording.lede(agreement, before, people),
        "agreement": agreement if agreement and agreement["w"] is not None else None,
        "figures": order_wording.figures(agreement, before, overlap),
        "order": sequences[-1],
        "slope": comparing.slope(sequences) if len(rounds) > 1 and all(sequences) else None,
        "heat": comparing.heat(latest, names, sequences[-1]) if differing and latest else None,
        "side_by_side": comparing.side_by_side(latest, names) if people == 2 and latest else [],
        "talks": comparing.talks(differing, latest, names, TALK_MINUTES) if differing and latest else [],
        "widest": _widest(results[-1], items),
        "recall": recalled,
        "receipt": addresses(rounds[-1])["receipt"],
        "outcome": round_wording.outcome(rounds[-1]),
    }


def _people(result: Mapping[str, Any], orders: comparing.Orders | None) -> int:
    return len(orders.ranks) if orders else int(comparing.order_in(result).get("complete") or 0)


def _widest(result: Mapping[str, Any], items: Sequence[PulseItem]) -> list[str]:
    titles = {item.key: item.title for item in items}
    return [titles[key] for key in result.get("widest", []) if key in titles]


def _recall(round: Round, items: Sequence[PulseItem]) -> Context | None:
    """What came to mind before the list was shown. Names and lists only where answers carry names."""
    figures = (round.result or {}).get("recall")
    answers = answers_of(round) if round.is_attributed else []
    if figures is None:
        lists = [(each.name, _spoken(each)) for each in answers]
        return {"lists": lists, "figures": None, "named": []} if len(lists) == 2 else None
    titles = {item.key: item.title for item in items}
    keys = [*titles, *(key for key in figures["named_by"] if key not in titles)]
    named = [_named(key, titles, figures, answers) for key in keys]
    return {
        "figures": figures,
        "sentence": wording.recalled(len(figures["core"]), len(figures["singletons"]), figures["people"]),
        "named": sorted(named, key=lambda each: (not each.is_listed, -each.times)),
        "lists": [],
    }


def _spoken(answer: Answer) -> list[str]:
    return [words for words, _match in rules.recalled(answer.answers)]


def _named(key: str, titles: Mapping[str, str], figures: Mapping[str, Any], answers: Sequence[Answer]) -> Named:
    names = zip(answers, comparing.names_of(answers), strict=True)
    who = ", ".join(name for answer, name in names if key in rules.named_in(answer.answers))
    times = figures["named_by"].get(key, 0)
    return Named(titles.get(key, key), times, figures["people"], key in titles, who)
