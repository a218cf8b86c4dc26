"""Forms for pulses."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.vision.actions.pulses import FEWEST, MOST
from consort.vision.alignment.items import LONGEST, NewItem, items_of
from consort.vision.forms.asking import GroupForm, OpeningField, in_days
from consort.vision.models import Priority


class ItemsField(forms.CharField):
    """A list, one thing on each line."""

    widget = forms.Textarea(attrs={"rows": 6})

    def clean(self, value: Any) -> list[str]:
        text: str = super().clean(value)
        return [line.strip() for line in text.splitlines() if line.strip()]


class PulseForm(GroupForm):
    """The open priorities, or a list of one's own."""

    items = ItemsField(
        label=_("What is put in order?"),
        help_text=_("One on each line, three to twelve. The open priorities stand here; change the list as you like."),
    )

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, person=person, **more)
        self.priorities = list(Priority.objects.visible_to(person).filter(closed=None)[:MOST])
        self.fields["items"].initial = "\n".join(priority.title for priority in self.priorities)

    def clean_items(self) -> list[NewItem]:
        titles = self.cleaned_data["items"]
        if not FEWEST <= len(titles) <= MOST:
            raise forms.ValidationError(_("Write three to twelve lines."))
        if any(len(title) > LONGEST for title in titles):
            raise forms.ValidationError(_("A line has at most 120 characters."))
        if len({title.casefold() for title in titles}) < len(titles):
            raise forms.ValidationError(_("Two lines are the same."))
        known = {item.title: item for item in items_of(self.priorities)}
        return [known.get(title, NewItem(title)) for title in titles]


class AgainForm(forms.Form):
    """When the second order opens."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    opens_at = OpeningField(label=_("Opens on"), initial=lambda: in_days(2))


def places_in(data: Mapping[str, str], name: str = "order") -> dict[str, str]:
    """The places of a rank list as they were sent; equal ones are ties."""
    prefix = f"{name}:"
    return {key.removeprefix(prefix): place for key, place in data.items() if key.startswith(prefix)}


def matches_in(data: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in data.items() if key.startswith("match-")}
