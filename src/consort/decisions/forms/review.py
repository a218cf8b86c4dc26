"""What is sent at the review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.decisions.forms.making import MakingForm, NamedForm, words
from consort.decisions.models import Verdict


class SettleForm(NamedForm):
    """Whether a forecast came true."""

    name = "settle"

    happened = forms.TypedChoiceField(
        label=_("Did it happen?"),
        choices=[("yes", _("It happened")), ("no", _("It did not"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("How we know"), max_length=300, required=False)


class LessonForm(MakingForm):
    """One thing to take along."""

    name = "lesson"

    text = words(_("What we take from it"))
    change = forms.CharField(
        label=_("What changes by it"),
        max_length=160,
        required=False,
        help_text=_("Who does what differently from when."),
    )


class CloseForm(NamedForm):
    """What becomes of the decision."""

    name = "close"

    verdict = forms.ChoiceField(label=_("And the decision itself?"), choices=Verdict.choices, widget=forms.RadioSelect)
    change = forms.CharField(label=_("Which change"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("verdict") == Verdict.CHANGE and not cleaned.get("change"):
            self.add_error("change", _("Say which change."))
        return cleaned
