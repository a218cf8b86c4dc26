"""What is sent about who carries an objective."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Department
from consort.vision.models import Objective


class AskForm(forms.Form):
    """Departments to ask."""

    departments = forms.ModelMultipleChoiceField(
        Department.objects.none(), label=_("Which departments?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, objective: Objective, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["departments"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        asked = objective.carriers.values("department")
        field.queryset = Department.objects.filter(organization=objective.organization_id).exclude(pk__in=asked)


class LineForm(forms.Form):
    """One line from the head of a department."""

    line = forms.CharField(
        label=_("What does it ask of your people?"),
        max_length=300,
        help_text=_("One line in your own words. It stands on the page of the objective, with your name."),
    )
