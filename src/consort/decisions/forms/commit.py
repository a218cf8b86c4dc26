"""What is sent when leaders say where they stand, and commit to steps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.decisions.cases import Case
from consort.decisions.forms.making import DAY, MakingForm, NamedForm, words
from consort.decisions.models import Choice, Part

OWN_WORDS = [
    (Choice.AGREE.value, _("I agree")),
    (Choice.COMMIT.value, _("I disagree and commit")),
    (Choice.OBJECT.value, _("I object")),
]
DETAILS = {
    Choice.AGREE.value: _("And will carry it out"),
    Choice.COMMIT.value: _("My reason is kept with it"),
    Choice.OBJECT.value: _("It would do harm; say which"),
}


class StanceForm(MakingForm):
    """Where the reader stands."""

    name = "stance"

    choice = forms.ChoiceField(label=_("Where do you stand?"), choices=OWN_WORDS, widget=forms.RadioSelect)
    reason = words(_("Your reason"), required=False, help_text=_("Needed if you disagree or object."))

    details = DETAILS

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("choice") not in (None, Choice.AGREE) and not cleaned.get("reason"):
            self.add_error("reason", _("Say why; your reason is kept with it."))
        return cleaned


class AnswerForm(NamedForm):
    """A decider's answer to an objection."""

    name = "answer"

    answer = words(_("Your answer"), help_text=_("What changes because of it, or why nothing does."))


class StepForm(MakingForm):
    """A commitment made from the decision."""

    name = "step"

    giver = forms.ChoiceField(label=_("Who"))
    what = forms.CharField(label=_("Will do what"), max_length=240)
    due = forms.DateField(label=_("By when"), widget=DAY)
    receiver = forms.ChoiceField(label=_("For whom"), help_text=_("Who will confirm that it was kept."))
    cue = forms.CharField(
        label=_("When and how"), max_length=300, required=False, help_text=_("“When X, I will Y” makes it likelier.")
    )

    def __init__(self, case: Case, reader: Person, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        people = {role.person_id: role.person for role in case.roles}
        self.people = {str(key): person for key, person in people.items()}
        named = [(key, person.full_name) for key, person in self.people.items()]
        doers, deciders = case.holders(Part.CARRIES_OUT), case.holders(Part.DECIDES)
        for name in ("giver", "receiver"):
            self.fields[name].choices = named  # type: ignore[attr-defined]
        giver = reader if reader in doers or not doers else doers[0]
        self.fields["giver"].initial = str(giver.pk)
        others = [person for person in [*deciders, *people.values()] if person != giver]
        self.fields["receiver"].initial = str(others[0].pk) if others else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("giver") and cleaned.get("giver") == cleaned.get("receiver"):
            self.add_error("receiver", _("A commitment is made to somebody else."))
        return cleaned

    def person(self, name: str) -> Person:
        return self.people[self.cleaned_data[name]]
