"""Who may see what is made: a field for forms outside the frame of a decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Level, Partnership, Person
from consort.core.queries import partnerships_of
from consort.decisions.frames import Audience


class AudienceField(forms.ChoiceField):
    """All leaders, the whole organization, oneself, or a partnership of one's own; its value is an `Audience`."""

    def __init__(self) -> None:
        super().__init__(label=_("Who can see it?"), initial=Level.LEADERS.value)
        self.partnerships: dict[str, Partnership] = {}

    def offer(self, person: Person) -> None:
        """Fill the choices. Runs two queries."""
        self.partnerships = {str(each.pk): each for each in partnerships_of(person)}
        levels = [(level.value, level.label) for level in (Level.LEADERS, Level.ORGANIZATION, Level.ME)]
        self.choices = [*levels, *((key, each.name_for(person)) for key, each in self.partnerships.items())]

    def clean(self, value: Any) -> Any:
        said = super().clean(value)
        partnership = self.partnerships.get(said)
        return Audience(Level.PARTNERSHIP, partnership) if partnership else Audience(Level(said))
