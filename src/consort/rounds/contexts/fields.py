"""The questions of a round as controls of a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from consort.rounds.answers import field_name
from consort.rounds.answers.cleaning import scale_of
from consort.rounds.models import Question

Kind = Question.Kind
MOST_BUTTONS = 11


@dataclass(frozen=True)
class Control:
    """One input, or one group of them: `choices` are the values it offers, each (value, label, is chosen)."""

    name: str
    label: str
    value: str = ""
    detail: str = ""
    choices: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True)
class Field:
    """A question, what is written in it, and what is wrong with that."""

    question: Question
    value: Any
    error: str = ""

    @property
    def name(self) -> str:
        return field_name(self.question)

    @property
    def described_by(self) -> str:
        """The ids of hint and message."""
        named = [f"{self.name}_hint"] if self.hint else []
        return " ".join([*named, f"{self.name}_error"] if self.error else named)

    @property
    def hint(self) -> str:
        return self.question.hint or _usual_hint(self.question)

    @property
    def ends(self) -> list[str]:
        return [str(end) for end in self.question.settings.get("ends", [])][:2]

    @property
    def unit(self) -> str:
        return str(self.question.settings.get("unit", ""))

    @property
    def options(self) -> list[Control]:
        """A control for each option: radio, checkbox, place or points."""
        return [self._option(option) for option in self.question.settings.get("options", [])]

    @property
    def ranges(self) -> list[Control]:
        """The ends of a number, or of a move."""
        labels = _ends(Kind(self.question.kind))
        return [Control(self._part(end), label, self._at(end), choices=self._points(end)) for end, label in labels]

    @property
    def points(self) -> tuple[tuple[str, str, bool], ...]:
        return self._points(None)

    @property
    def is_long(self) -> bool:
        """Too many points for a row of buttons."""
        return len(scale_of(self.question)) > MOST_BUTTONS

    def _option(self, option: Mapping[str, Any]) -> Control:
        key, label, detail = str(option["key"]), str(option.get("label", option["key"])), str(option.get("detail", ""))
        kind = Kind(self.question.kind)
        if kind in (Kind.RANK, Kind.ALLOCATE):
            return Control(self._part(key), label, self._at(key), detail, self._places(key))
        chosen = key in self.value if isinstance(self.value, list) else key == self.value
        return Control(self.name, label, key, detail, ((key, label, chosen),))

    def _places(self, key: str) -> tuple[tuple[str, str, bool], ...]:
        places = [str(place) for place in range(1, len(self.question.settings["options"]) + 1)]
        written = self._at(key)
        return (("", _("no opinion"), not written), *((place, place, place == written) for place in places))

    def _points(self, end: str | None) -> tuple[tuple[str, str, bool], ...]:
        if self.question.kind not in (Kind.SCALE, Kind.PAIRS):
            return ()
        written = _written(self.value) if end is None else self._at(end)
        points = tuple((str(point), str(point), str(point) == written) for point in scale_of(self.question))
        return points if self.question.required else (*points, ("", _("No opinion"), written == ""))

    def _at(self, part: str) -> str:
        return _written(self.value.get(part)) if isinstance(self.value, Mapping) else ""

    def _part(self, part: str) -> str:
        return field_name(self.question, part)


def fields_of(questions: list[Question], values: Mapping[str, Any], errors: Mapping[str, str]) -> list[Field]:
    """Every question with what is written in it."""
    return [Field(each, values.get(each.key, ""), errors.get(each.key, "")) for each in questions]


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _ends(kind: Question.Kind) -> list[tuple[str, str]]:
    if kind == Kind.PAIRS:
        return [("from", _("Where it stands")), ("to", _("Where it should be"))]
    return [("lower", _("At least")), ("best", _("Best guess")), ("upper", _("At most"))]


def _usual_hint(question: Question) -> str:
    match Kind(question.kind):
        case Kind.RANK:
            return _("1 is the best. Equal places are allowed; what has no place is not compared.")
        case Kind.APPROVAL:
            return _("As many as you like")
        case Kind.ALLOCATE:
            return _("%(points)s points in all") % {"points": question.settings.get("points", 100)}
        case Kind.NUMBER:
            return _("Choose the ends so that the truth lies between them nine times in ten")
        case _:
            return ""
