"""What every form has that asks a group: the group, when it opens, and whether names are shown."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Partnership, Person
from consort.core.queries import colleagues_of, partnerships_of
from consort.rounds.models import THRESHOLD, Round
from consort.vision.alignment.asking import Asking
from consort.vision.models import Pulse

LEADERS = "leaders"
HOUR = 17


def in_days(days: int) -> datetime:
    """Five in the afternoon, so many days ahead."""
    day = timezone.localtime(clock.now()) + timedelta(days=days)
    return day.replace(hour=HOUR, minute=0, second=0, microsecond=0)


class OpeningField(forms.DateTimeField):
    """When all answers open together."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def clean(self, value: Any) -> Any:
        moment = super().clean(value)
        if moment and moment <= clock.now():
            raise forms.ValidationError(_("This time has passed. Choose a later one."))
        return moment


class GroupForm(forms.Form):
    """Which group is asked, when its answers open, and whether they carry names."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    title = forms.CharField(label=_("What is it called?"), max_length=120)
    whom = forms.ChoiceField(label=_("Who is asked?"), widget=forms.RadioSelect)
    mode = forms.ChoiceField(label=_("How does it open?"), choices=Pulse.Mode.choices, widget=forms.RadioSelect)
    opens_at = OpeningField(
        label=_("Opens on"), help_text=_("It opens sooner when the last answer is in. Nobody reads anything before.")
    )

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.person = person
        self.partnerships = {str(each.pk): each for each in partnerships_of(person)}
        own = [(key, each.name_for(person)) for key, each in self.partnerships.items()]
        whom = self.fields["whom"]
        assert isinstance(whom, forms.ChoiceField)
        whom.choices = [*own, (LEADERS, _("All leaders"))]
        whom.initial = self._largest()
        self.fields["opens_at"].initial = in_days(3)

    def _largest(self) -> str:
        """The partnership in which most sit."""
        return max(self.partnerships, key=lambda key: len(self.partnerships[key].members), default=LEADERS)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("whom") and "mode" in found:
            self._check(len(self.people(found["whom"])), found["mode"])
        return found

    def _check(self, people: int, mode: str) -> None:
        if people < 2:
            self.add_error("whom", _("There is nobody to ask but you. Choose another group."))
        elif mode != Round.Mode.ATTRIBUTED and people < THRESHOLD:
            self.add_error("mode", _("Without names nothing is shown below five answers. Ask this group with names."))

    def people(self, whom: str) -> list[Person]:
        if whom in self.partnerships:
            return list(self.partnerships[whom].members)
        return list(colleagues_of(self.person).filter(is_leader=True))

    def asking(self) -> Asking:
        """Of a valid form."""
        whom = self.cleaned_data["whom"]
        partnership: Partnership | None = self.partnerships.get(whom)
        return Asking(self.people(whom), self.cleaned_data["opens_at"], partnership)
