"""Opened input, side by side: who would choose what, what would change minds, how likely each forecast is held."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.decisions.cases import Case
from consort.decisions.models import Forecast
from consort.decisions.questions import NONE, key_of
from consort.rounds import envelopes
from consort.rounds.models import Envelope, Round
from consort.web import charts

EVEN = 50


@dataclass(frozen=True)
class Voice:
    """One person's input of the latest round. `before` is the option they had chosen in the first, when they moved."""

    person: Person
    letter: str
    reason: str
    change: str
    before: str = ""
    reason_before: str = ""


@dataclass(frozen=True)
class Camp:
    """Those who would choose one option."""

    letter: str
    title: str
    voices: list[Voice]


@dataclass(frozen=True)
class Odds:
    """How likely a forecast is held. `second` is empty while there was one round; `crossed` went past even."""

    forecast: Forecast
    first: list[int]
    second: list[int]
    yours: int | None
    crossed: list[Person]
    drawing: SafeString
    drawing_first: SafeString | None

    @property
    def latest(self) -> list[int]:
        return self.second or self.first

    @property
    def mean(self) -> int | None:
        return round(fmean(self.latest)) if self.latest else None

    @property
    def mean_first(self) -> int | None:
        return round(fmean(self.first)) if self.first else None

    @property
    def is_reversed(self) -> bool:
        """The group moved past even: the talk turned it, for better or worse."""
        if not self.first or not self.second:
            return False
        return (fmean(self.first) - EVEN) * (fmean(self.second) - EVEN) < 0


@dataclass(frozen=True)
class Inputs:
    """`rounds` is how many have opened."""

    camps: list[Camp]
    odds: list[Odds]
    rounds: int
    people: int
    voices: list[Voice] = field(default_factory=list)

    @property
    def moved(self) -> list[Voice]:
        return [voice for voice in self.voices if voice.before]

    @property
    def would_change(self) -> list[Voice]:
        return [voice for voice in self.voices if voice.change]

    @property
    def sentence(self) -> str:
        """Who leads, in one sentence."""
        held = sorted((camp for camp in self.camps if camp.voices), key=lambda camp: -len(camp.voices))
        if not held:
            return ""
        lead = [camp for camp in held if len(camp.voices) == len(held[0].voices)]
        counted = {"n": len(held[0].voices), "of": self.people, "options": _(" and ").join(camp.title for camp in lead)}
        if len(lead) > 1:
            return _("%(options)s are level, with %(n)s of %(of)s each.") % counted
        return _("%(n)s of %(of)s would choose %(options)s.") % counted


def inputs(case: Case, reader: Person) -> Inputs | None:
    """What has been opened, None before that. Runs one query."""
    opened = case.rounds.opened_inputs
    if not opened:
        return None
    said = _opened(case, opened)
    first, latest = said[opened[0].pk], said[opened[-1].pk]
    voices = [_voice(person, latest[person], first.get(person, {})) for person in latest]
    titles = {option.letter: option.name for option in case.decision.options.all()} | {NONE: _("None of these")}
    camps = [
        Camp(letter, title, [voice for voice in voices if voice.letter == letter]) for letter, title in titles.items()
    ]
    odds = [_odds(each, reader, first, latest if len(opened) > 1 else {}) for each in case.decision.forecasts.all()]
    return Inputs(
        [camp for camp in camps if camp.voices or camp.letter != NONE], odds, len(opened), len(voices), voices
    )


def _voice(person: Person, latest: dict[str, Any], first: dict[str, Any]) -> Voice:
    letter, before = latest.get("option", NONE), first.get("option", "")
    moved = bool(before) and before != letter
    return Voice(
        person,
        letter,
        latest.get("reason", ""),
        latest.get("change", ""),
        before if moved else "",
        first.get("reason", "") if moved else "",
    )


def _opened(case: Case, opened: Sequence[Round]) -> dict[UUID, dict[Person, dict[str, Any]]]:
    """The answers of each round by person. Input carries names, so an envelope belongs to a person."""
    people = {role.person_id: role.person for role in case.decision.roles.all()}
    by_round: dict[UUID, dict[Person, dict[str, Any]]] = {each.pk: {} for each in opened}
    rounds = {each.pk: each for each in opened}
    rows = Envelope.objects.filter(round__in=list(rounds), sealed__isnull=False, owner__in=list(people))
    for envelope in rows:
        content = envelopes.read(rounds[envelope.round_id], envelope)
        by_round[envelope.round_id][people[envelope.owner]] = content.answers
    return {key: dict(sorted(said.items(), key=lambda each: each[0].full_name)) for key, said in by_round.items()}


def _odds(forecast: Forecast, reader: Person, first: dict[Person, Any], second: dict[Person, Any]) -> Odds:
    """The picture of one forecast: the first and the last opened round."""
    early, late = _percents(forecast, first), _percents(forecast, second)
    crossed = [person for person in late if person in early and (early[person] - EVEN) * (late[person] - EVEN) < 0]
    latest = late or early
    return Odds(
        forecast=forecast,
        first=list(early.values()),
        second=list(late.values()),
        yours=latest.get(reader),
        crossed=crossed,
        drawing=_drawn(forecast, latest),
        drawing_first=_drawn(forecast, early) if late else None,
    )


def _percents(forecast: Forecast, said: dict[Person, Any]) -> dict[Person, int]:
    key = key_of(forecast)
    return {person: answers[key] for person, answers in said.items() if key in answers}


def _drawn(forecast: Forecast, said: dict[Person, int]) -> SafeString:
    each = ", ".join(f"{person.first_name} {percent}%" for person, percent in said.items())
    label = _("%(statement)s: %(each)s") % {"statement": forecast.statement, "each": each or _("nobody said")}
    return charts.forecasts(list(said.values()), label)
