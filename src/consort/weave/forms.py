"""Forms for partnerships."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.core.queries import colleagues_of


class PartnershipForm(forms.Form):
    """Who leads together, and what."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("Who leads together?"), widget=forms.CheckboxSelectMultiple
    )
    name = forms.CharField(
        label=_("Name of the team"), max_length=120, required=False, help_text=_("A pair needs no name.")
    )
    purpose = forms.CharField(
        label=_("What do you lead together?"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )

    def __init__(self, *arguments: object, person: Person, **more: object) -> None:
        super().__init__(*arguments, **more)  # type: ignore[arg-type]
        people = self.fields["people"]
        assert isinstance(people, forms.ModelMultipleChoiceField)
        people.queryset = colleagues_of(person)
        people.initial = [person.pk]


class CharterForm(forms.Form):
    """Words that both sign for."""

    charter = forms.CharField(
        label=_("Your charter"),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("What you lead together, how you decide, what neither of you does without the other."),
    )
