"""What is sent about dependencies."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Person
from consort.vision.contracts import Verb
from consort.vision.models import Dependency, Objective
from consort.web.widgets import DayInput


def _reason(*, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=_("Why?"), max_length=1000, required=required, widget=forms.Textarea(attrs={"rows": 3})
    )


class AheadField(forms.DateField):
    """A day that has not passed."""

    widget = DayInput

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value < clock.today():
            raise forms.ValidationError(_("This day has passed. Choose today or a later day."))


class AskForm(forms.Form):
    """What one needs from which department by when, and for which objective."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    giving = forms.ModelChoiceField(
        Department.objects.none(), label=_("From whom?"), empty_label=_("Choose a department")
    )
    what = forms.CharField(label=_("What do you need?"), max_length=240, help_text=_("Something one can see done."))
    needed = AheadField(label=_("By when?"), help_text=_("The last day that does no harm."))
    why = forms.CharField(
        label=_("What hangs on it?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    objective = forms.ModelChoiceField(
        Objective.objects.none(), label=_("For which objective?"), required=False, empty_label=_("For none")
    )

    def __init__(self, *arguments: Any, person: Person, objectives: QuerySet[Objective], **more: Any) -> None:
        super().__init__(*arguments, **more)
        others = Department.objects.filter(organization=person.organization_id)
        if person.department_id:
            others = others.exclude(pk=person.department_id)
        for name, rows in (("giving", others), ("objective", objectives)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows


class DeclineForm(forms.Form):
    """A no with its reason."""

    because = _reason()


class NotYetForm(forms.Form):
    """What is missing."""

    because = forms.CharField(label=_("What is missing?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class MoveForm(forms.Form):
    """Another day, and why."""

    day = AheadField(label=_("New day"))
    because = _reason()


class CounterForm(forms.Form):
    """Another thing or another day, and why."""

    what = forms.CharField(label=_("What you can give"), max_length=240)
    day = AheadField(label=_("For which day"))
    because = _reason()


class AgainForm(forms.Form):
    """The request once more, changed or not."""

    what = forms.CharField(label=_("What you need"), max_length=240)
    day = AheadField(label=_("By when"))
    because = _reason(required=False)


FORMS: dict[str, type[forms.Form]] = {
    Verb.COUNTER: CounterForm,
    Verb.ASK_AGAIN: AgainForm,
    Verb.DECLINE: DeclineForm,
    Verb.MOVE: MoveForm,
    Verb.NOT_YET: NotYetForm,
}


def initial(dependency: Dependency) -> dict[str, Any]:
    """What the forms begin with."""
    return {"what": dependency.what, "day": None if dependency.promised else dependency.needed}


class RestForm(forms.Form):
    """What a promise rests on: `kind:id` of a dependency or an objective."""

    on = forms.ChoiceField(label=_("It can only be kept if this comes first"))

    def __init__(self, *arguments: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*arguments, **more)
        on = self.fields["on"]
        assert isinstance(on, forms.ChoiceField)
        on.choices = [("", _("Choose something")), *choices]
