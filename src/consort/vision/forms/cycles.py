"""What is sent about cycles, check-ins and reviews."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from consort.vision.actions.reviewing import CONTINUED, Verdict
from consort.vision.models import Cycle, Objective
from consort.web.widgets import DayInput

Ending = Objective.Ending


class CycleForm(forms.Form):
    """A cycle: its name, its days, and how often it asks for a check-in."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("Such as Q4 2026."))
    begins = forms.DateField(label=_("Begins"), widget=DayInput)
    ends = forms.DateField(label=_("Ends"), widget=DayInput)
    every = forms.IntegerField(
        label=_("A check-in every so many days"),
        min_value=1,
        max_value=366,
        initial=14,
        help_text=_("After that an objective is shown as silent."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and begins >= ends:
            self.add_error("ends", _("It has to end after it begins."))
        return cleaned


def following(cycle: Cycle) -> dict[str, Any]:
    """What a form for the cycle after this one begins with: as long, right after it."""
    begins = cycle.ends + timedelta(days=1)
    return {"begins": begins, "ends": begins + (cycle.ends - cycle.begins), "every": cycle.every}


class LearnedForm(forms.Form):
    """What a whole cycle taught."""

    learned = forms.CharField(
        label=_("What we take from this cycle"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class CheckInForm(forms.Form):
    """How likely it is reached by its date, and what happened."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    confidence = forms.IntegerField(
        label=_("How likely is it that it is reached by its date?"), min_value=0, max_value=100
    )
    note = forms.CharField(
        label=_("What happened since the last time?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReviewForm(forms.Form):
    """The review of an objective. What goes on needs a cycle, what is changed or stopped a reason."""

    ending = forms.ChoiceField(label=_("What becomes of it?"), choices=Ending.choices, widget=forms.RadioSelect)
    score = forms.DecimalField(
        label=_("Score"),
        min_value=0,
        max_value=1,
        max_digits=3,
        decimal_places=2,
        help_text=_("0 to 1. The suggestion comes from the key results, by the rule below; say otherwise if you know."),
    )
    learned = forms.CharField(label=_("What we learned"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    because = forms.CharField(
        label=_("Why"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed when it is adapted or stopped."),
    )
    into = forms.ModelChoiceField(
        Cycle.objects.none(), label=_("It goes on in"), required=False, empty_label=_("Choose a cycle")
    )
    title = forms.CharField(
        label=_("How it reads from then on"), max_length=160, required=False, help_text=_("When it is adapted.")
    )
    due = forms.DateField(
        label=_("New date"), required=False, widget=DayInput, help_text=_("Else the end of that cycle.")
    )

    def __init__(self, *arguments: Any, cycles: QuerySet[Cycle], **more: Any) -> None:
        super().__init__(*arguments, **more)
        into = self.fields["into"]
        assert isinstance(into, forms.ModelChoiceField)
        into.queryset = cycles
        into.initial = cycles.first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        ending = cleaned.get("ending")
        if ending in (Ending.ADAPTED, Ending.STOPPED) and not cleaned.get("because"):
            self.add_error("because", _("Say why; it stays with the review."))
        if ending in CONTINUED and not cleaned.get("into"):
            self.add_error("into", _("Choose the cycle in which it goes on."))
        return cleaned

    def verdict(self) -> Verdict:
        """What was sent, once it is valid."""
        given = self.cleaned_data
        return Verdict(
            ending=given["ending"],
            score=Decimal(given["score"]),
            learned=given["learned"],
            because=given["because"],
            into=given["into"],
            title=given["title"],
            due=given["due"],
        )
