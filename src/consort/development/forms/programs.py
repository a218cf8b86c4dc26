"""Forms for programs."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.core.queries import colleagues_of, partnerships_of
from consort.development.programs.files import MOST_CHARACTERS
from consort.web.widgets import DayInput

HELD = [("yes", _("I did it")), ("no", _("Not this time"))]
PACES = [(7, _("every week")), (14, _("every two weeks")), (28, _("every four weeks"))]


class BeginForm(forms.Form):
    """With whom, from when, how fast."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    whom = forms.ChoiceField(label=_("With whom?"), required=False, widget=forms.RadioSelect)
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("Or with these people"), required=False, help_text=_("From two to five hundred.")
    )
    begins = forms.DateField(label=_("It begins on"), widget=DayInput, initial=clock.today)
    every = forms.TypedChoiceField(label=_("A module opens"), choices=PACES, coerce=int, initial=14)

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.partnerships = {str(each.pk): each for each in partnerships_of(person)}
        whom, people = self.fields["whom"], self.fields["people"]
        assert isinstance(whom, forms.ChoiceField)
        whom.choices = [(key, each.name_for(person)) for key, each in self.partnerships.items()]
        assert isinstance(people, forms.ModelMultipleChoiceField)
        if person.is_facilitator:
            people.queryset = colleagues_of(person)
        else:
            del self.fields["people"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not found.get("whom") and not found.get("people") and not self.errors:
            self.add_error("whom", _("Say with whom."))
        return found

    def given(self) -> dict[str, Any]:
        """What the action takes."""
        what = dict(self.cleaned_data)
        partnership = self.partnerships.get(what.pop("whom"))
        people = what.pop("people", None) or ()
        return {**what, "partnership": partnership, "people": () if partnership else people}


class BringInForm(forms.Form):
    """A program as text."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    text = forms.CharField(
        label=_("The program as YAML"),
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 20, "spellcheck": "false"}),
        help_text=_("Take out one that is here, change it, and bring it in under another name."),
    )


class StepForm(forms.Form):
    words = forms.CharField(
        label=_("For yourself alone"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("It goes into your journal, encrypted. Nobody in the program and no administrator reads it."),
    )


class AimForm(forms.Form):
    aim = forms.CharField(label=_("What do you try?"), max_length=240, help_text=_("When …, I will …"))


class TryForm(forms.Form):
    held = forms.ChoiceField(label=_("Did you do it?"), choices=HELD, widget=forms.RadioSelect)
    words = StepForm.base_fields["words"]
