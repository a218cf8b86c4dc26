"""Opened input, side by side: who would choose what, what would change minds, how likely each forecast is held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.decisions.cases import Case
from consort.decisions.models import Estimate, Forecast
from consort.decisions.queries import estimates_of
from consort.decisions.questions import NONE
from consort.decisions.wording import names
from consort.rounds.queries import answers_of
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
    """What has been opened, None before that. Runs two queries per opened round, and one for the forecasts."""
    opened = case.rounds.opened_inputs
    if not opened:
        return None
    first = {answer.person: answer.answers for answer in answers_of(opened[0]) if answer.person}
    latest = first
    if len(opened) > 1:
        latest = {answer.person: answer.answers for answer in answers_of(opened[-1]) if answer.person}
    voices = [_voice(person, latest[person], first.get(person, {})) for person in latest]
    titles = {option.letter: option.name for option in case.decision.options.all()} | {NONE: _("None of these")}
    camps = [
        Camp(letter, title, [voice for voice in voices if voice.letter == letter]) for letter, title in titles.items()
    ]
    odds = _odds(case, reader, [each.number for each in opened])
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


def _odds(case: Case, reader: Person, numbers: Sequence[int]) -> list[Odds]:
    forecasts = list(case.decision.forecasts.all())
    estimates = estimates_of(forecasts)
    return [odds_of(each, estimates, reader, numbers[0], numbers[-1]) for each in forecasts]


def odds_of(forecast: Forecast, estimates: Iterable[Estimate], reader: Person, first: int, last: int) -> Odds:
    """The picture of one forecast: the first and the last opened round."""
    mine = [each for each in estimates if each.forecast_id == forecast.pk]
    early = {each.person: each.percent for each in mine if each.round_number == first}
    late = {each.person: each.percent for each in mine if each.round_number == last and last != first}
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


def _drawn(forecast: Forecast, said: dict[Person, int]) -> SafeString:
    each = ", ".join(f"{person.first_name} {percent}%" for person, percent in said.items())
    label = _("%(statement)s: %(each)s") % {"statement": forecast.statement, "each": each or _("nobody said")}
    return charts.forecasts(list(said.values()), label)


def crossed_sentence(odds: Odds, reader: Person) -> str:
    """Who went past even between the rounds."""
    who = names(odds.crossed, reader)
    return _("Past even between the rounds: %(names)s.") % {"names": who} if who else ""
