"""Forms for recall drills."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from consort.core.models import Department, Person
from consort.core.queries import colleagues_of
from consort.rounds.models import THRESHOLD
from consort.vision.actions.drills import FEWEST, MOST
from consort.vision.alignment.asking import Asking
from consort.vision.alignment.items import LONGEST, NewItem
from consort.vision.forms.asking import OpeningField, in_days
from consort.vision.forms.pulses import ItemsField
from consort.vision.models import Priority

SEPARATOR = "|"


class DrillForm(forms.Form):
    """Who is asked, what counts, and who sorts the answers."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    title = forms.CharField(label=_("What is it called?"), max_length=120, initial=_("What are we after?"))
    items = ItemsField(
        label=_("What should one be able to name?"),
        help_text=_("One on each line, two to nine. After a | write what counts as having named it."),
    )
    enough = forms.IntegerField(label=_("How many of them?"), min_value=1, max_value=MOST, initial=3)
    departments = forms.ModelMultipleChoiceField(
        Department.objects.none(),
        label=_("Which departments are asked?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Without any of them, everyone in the organization is asked."),
    )
    first = forms.ModelChoiceField(Person.objects.none(), label=_("Who sorts the answers?"))
    second = forms.ModelChoiceField(Person.objects.none(), label=_("And who sorts them a second time?"))
    opens_at = OpeningField(label=_("Until"), help_text=_("Then the answers open, without names, for the two."))

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.person = person
        self.priorities = list(Priority.objects.visible_to(person).filter(closed=None)[:MOST])
        self.fields["items"].initial = "\n".join(priority.title for priority in self.priorities)
        self.fields["opens_at"].initial = in_days(7)
        self._offer_departments()
        for name in ("first", "second"):
            self._offer(name, colleagues_of(person).filter(Q(is_leader=True) | Q(is_facilitator=True)))

    def _offer_departments(self) -> None:
        staffed = Count("people", filter=Q(people__left=None))
        found = Department.objects.filter(organization=self.person.organization_id)
        self._offer("departments", found.annotate(staff=staffed).filter(staff__gt=0).order_by("name"))

    def _offer(self, name: str, queryset: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset

    def clean_items(self) -> list[NewItem]:
        lines = [line.partition(SEPARATOR) for line in self.cleaned_data["items"]]
        if not FEWEST <= len(lines) <= MOST:
            raise forms.ValidationError(_("Write two to nine lines."))
        titles = [title.strip() for title, _bar, _counts in lines]
        if any(not title or len(title) > LONGEST for title in titles):
            raise forms.ValidationError(_("A line has a name of at most 120 characters."))
        if len({title.casefold() for title in titles}) < len(titles):
            raise forms.ValidationError(_("Two lines are the same."))
        known = {priority.title: priority for priority in self.priorities}
        return [NewItem(title.strip(), known.get(title.strip()), counts.strip()) for title, _bar, counts in lines]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("first") and found.get("first") == found.get("second"):
            self.add_error("second", _("Two different people sort them, so that their codes can be compared."))
        if "items" in found and found.get("enough", 0) > len(found["items"]):
            self.add_error("enough", _("That is more than there is to name."))
        if "departments" in found and len(self._people()) < THRESHOLD:
            self.add_error("departments", _("Fewer than five people work there. Nothing could be shown; ask more."))
        return found

    def _people(self) -> list[Person]:
        asked, chosen = colleagues_of(self.person), self.cleaned_data["departments"]
        return list(asked.filter(department__in=chosen) if chosen else asked)

    def asking(self) -> Asking:
        """Of a valid form."""
        return Asking(self._people(), self.cleaned_data["opens_at"])

    def coders(self) -> list[Person]:
        return [self.cleaned_data["first"], self.cleaned_data["second"]]
