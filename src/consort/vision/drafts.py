"""The text of a version of the purpose, before it is kept."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from consort.core.models import Level, Partnership
from consort.vision.models import Purpose

OWN = ("title", "vision", "mission", "begins", "ends", "because", "visibility", "partnership")


@dataclass(frozen=True)
class Draft:
    """`values` are (name, what it asks of us), `will_nots` are (what, because), in their order."""

    vision: str
    mission: str = ""
    title: str = ""
    begins: date | None = None
    ends: date | None = None
    because: str = ""
    values: tuple[tuple[str, str], ...] = ()
    will_nots: tuple[tuple[str, str], ...] = ()
    visibility: Level = Level.LEADERS
    partnership: Partnership | None = None

    @classmethod
    def of(cls, purpose: Purpose) -> Self:
        """What a version says. Runs two queries unless values and will nots are fetched."""
        return cls(
            **{name: getattr(purpose, name) for name in OWN},
            values=tuple((each.name, each.meaning) for each in purpose.values.all()),
            will_nots=tuple((each.text, each.because) for each in purpose.will_nots.all()),
        )

    def renewed(self) -> Self:
        """The same as the beginning of the next version: why it changes is yet to be said."""
        return replace(self, because="")

    def columns(self) -> dict[str, Any]:
        """The fields of the version itself, by name."""
        return {name: getattr(self, name) for name in OWN}
