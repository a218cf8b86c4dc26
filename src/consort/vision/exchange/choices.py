"""What the person who brings a file in decides about it, because the file does not say."""

from dataclasses import dataclass
from typing import Any

from consort.core.models import Level, Partnership, Person
from consort.vision.models import Cycle


@dataclass(frozen=True)
class Choices:
    """Who leads what names nobody, the cycle of new objectives, and who can see what is new."""

    lead: Person | None = None
    cycle: Cycle | None = None
    visibility: Level = Level.LEADERS
    partnership: Partnership | None = None

    def readers(self) -> dict[str, Any]:
        return {"visibility": self.visibility, "partnership": self.partnership}

    def to_json(self) -> dict[str, Any]:
        keys = {"lead": self.lead, "cycle": self.cycle, "partnership": self.partnership}
        return {name: str(each.pk) if each else "" for name, each in keys.items()} | {"visibility": self.visibility}

    @classmethod
    def from_json(cls, found: dict[str, Any], by: Person) -> "Choices":
        """The choices again, as far as `by` still has them."""
        return cls(
            lead=_one(Person.objects.visible_to(by), found["lead"]),
            cycle=_one(Cycle.objects.visible_to(by), found["cycle"]),
            visibility=Level(found["visibility"]),
            partnership=_one(Partnership.objects.visible_to(by), found["partnership"]),
        )


def _one(queryset: Any, key: str) -> Any:
    return queryset.filter(pk=key).first() if key else None
