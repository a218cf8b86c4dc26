"""How the record of decisions is narrowed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Department, Person
from consort.core.queries import colleagues_of
from consort.decisions.models import Method
from consort.decisions.queries import Wish
from consort.web.widgets import DayInput

STATES = [
    ("", _("Any")),
    ("standing", _("Stands")),
    ("carried_out", _("Being carried out")),
    ("reviewed", _("Reviewed")),
    ("superseded", _("Superseded")),
    ("dropped", _("Dropped")),
]


class RegisterForm(forms.Form):
    """Sent with GET. What makes no sense narrows nothing."""

    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    method = forms.ChoiceField(label=_("How it is decided"), choices=[("", _("Any")), *Method.choices], required=False)
    decider = forms.ModelChoiceField(
        Person.objects.none(), label=_("Who decides"), required=False, empty_label=_("Anyone")
    )
    department = forms.ModelChoiceField(
        Department.objects.none(), label=_("Of which department"), required=False, empty_label=_("Any")
    )
    since = forms.DateField(label=_("Framed from"), required=False, widget=DayInput)
    until = forms.DateField(label=_("To"), required=False, widget=DayInput)

    def __init__(self, *args: Any, person: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        offered = {
            "decider": colleagues_of(person),
            "department": Department.objects.filter(organization=person.organization_id),
        }
        for name, found in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = found

    def wish(self) -> Wish:
        self.is_valid()
        found = self.cleaned_data
        return Wish(**{name: found[name] for name in self.fields if found.get(name)})


class SupersedeForm(forms.Form):
    """Which earlier decision this one takes the place of."""

    number = forms.IntegerField(label=_("Number of the earlier decision"), min_value=1, max_value=2**31 - 1)
