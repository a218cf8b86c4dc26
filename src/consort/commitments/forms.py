"""Forms for commitments."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.commitments.days import today_of
from consort.core.models import Level, Person
from consort.core.queries import colleagues_of
from consort.web.widgets import DayInput


class Making(models.TextChoices):
    PROMISE = "promise", _("I promise this")
    ASK = "ask", _("I ask for this")


READERS = [
    (Level.PARTNERSHIP, _("You two, and the smallest partnership you share")),
    (Level.ME, _("You two only")),
    (Level.LEADERS, _("All leaders")),
    (Level.ORGANIZATION, _("Everybody in the organization")),
]


class CommitmentForm(forms.Form):
    """Who promises what to whom by when."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    making = forms.ChoiceField(
        label=_("Who takes it on?"), choices=Making, initial=Making.PROMISE, widget=forms.RadioSelect
    )
    other = forms.ModelChoiceField(Person.objects.none(), label=_("With whom?"), empty_label=_("Choose somebody"))
    what = forms.CharField(label=_("What?"), max_length=240, help_text=_("Something one can see done or not done."))
    due = forms.DateField(label=_("By when?"), widget=DayInput, help_text=_("The end of this day counts."))
    cue = forms.CharField(
        label=_("When and how?"),
        max_length=300,
        required=False,
        help_text=_("“When the minutes are out, I will call the auditor.” Such a plan is kept more often."),
    )
    visibility = forms.ChoiceField(label=_("Who can read it?"), choices=READERS, initial=Level.PARTNERSHIP)

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.person = person
        other = self.fields["other"]
        assert isinstance(other, forms.ModelChoiceField)
        other.queryset = colleagues_of(person).exclude(pk=person.pk)
        other.error_messages["invalid_choice"] = _("Choose somebody from this organization.")

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due < today_of(self.person):
            raise forms.ValidationError(_("This day has passed. Choose today or a later day."))
        return due


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Why?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class NewDateForm(ReasonForm):
    """Which other date, and why."""

    field_order = ["id", "asked", "reason"]
    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    asked = forms.DateField(label=_("New date"), widget=DayInput)
