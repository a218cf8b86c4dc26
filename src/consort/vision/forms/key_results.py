"""What is sent about key results."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person
from consort.core.queries import colleagues_of
from consort.metrics.forms import ValueField
from consort.metrics.models import NEEDS_HIGH, NEEDS_LOW, Metric
from consort.vision.actions.key_results import WHAT
from consort.vision.forms.fields import MakingForm, because, day
from consort.vision.models import KeyResult, Objective
from consort.vision.models.key_result import Aim
from consort.web.widgets import DayInput


class KeyResultForm(MakingForm):
    """How one will know: a metric that moves or stays, or a milestone."""

    title = forms.CharField(
        label=_("How will you know?"), max_length=160, help_text=_("Such as: delivered on the promised day.")
    )
    aim = forms.ChoiceField(label=_("Where should it go?"), choices=[("", _("Choose where")), *Aim.choices])
    metric = forms.ModelChoiceField(
        Metric.objects.none(), label=_("Which metric?"), required=False, empty_label=_("A new one, of this name"),
        help_text=_("One that is measured already keeps its definition and its readings."),
    )  # fmt: skip
    unit = forms.CharField(
        label=_("Unit of a new metric"), max_length=20, required=False, help_text=_("%, weeks, €m …")
    )
    decimals = forms.IntegerField(label=_("Its decimals"), min_value=0, max_value=6, required=False, initial=0)
    baseline = ValueField(label=_("Start value"), required=False, help_text=_("Left empty, the metric's own."))
    begins = day(_("Read on"))
    target_low = ValueField(
        label=_("At least"), required=False, help_text=_("The target of what should rise or stay above.")
    )
    target_high = ValueField(
        label=_("At most"), required=False, help_text=_("The target of what should fall or stay below.")
    )
    due = day(_("By"), _("Left empty, the day of the objective."))
    owner = forms.ModelChoiceField(
        Person.objects.none(), label=_("Who watches it?"), required=False, empty_label=_("Nobody yet")
    )
    because = because(_("Why is it changed?"), help_text=_("The objective was agreed. Your reason stays on record."))

    def __init__(
        self, *args: Any, person: Person, objective: Objective, key_result: KeyResult | None = None, **more: Any
    ) -> None:
        if key_result is not None:
            more["initial"] = {name: getattr(key_result, name) for name in WHAT}
        super().__init__(*args, **more)
        metric, owner = self.fields["metric"], self.fields["owner"]
        assert isinstance(metric, forms.ModelChoiceField)
        assert isinstance(owner, forms.ModelChoiceField)
        metric.queryset, owner.queryset = Metric.objects.visible_to(person), colleagues_of(person)
        if key_result is None or objective.state == Objective.State.DRAFT:
            del self.fields["because"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        aim, low, high = found.get("aim"), found.get("target_low"), found.get("target_high")
        if aim in NEEDS_LOW and low is None and "target_low" not in self.errors:
            self.add_error("target_low", _("This direction needs a lowest value."))
        if aim in NEEDS_HIGH and high is None and "target_high" not in self.errors:
            self.add_error("target_high", _("This direction needs a highest value."))
        if low is not None and high is not None and low > high:
            self.add_error("target_high", _("The highest value lies below the lowest."))
        begins, due = found.get("begins"), found.get("due")
        if begins and due and begins >= due:
            self.add_error("due", _("It would end before it begins."))
        return found

    @property
    def is_milestone(self) -> bool:
        return bool(self.cleaned_data["aim"] == Aim.MILESTONE)

    def what(self) -> dict[str, Any]:
        """The fields of the action. A milestone has no metric and no values."""
        plain = {name: self.cleaned_data[name] for name in WHAT}
        if self.is_milestone:
            return plain | dict.fromkeys(("metric", "baseline", "target_low", "target_high"))
        return plain

    def new_metric(self, objective: Objective, person: Person) -> dict[str, Any] | None:
        """What a metric is defined from, when none was chosen and one is needed; its id follows from the form's."""
        cleaned = self.cleaned_data
        if self.is_milestone or cleaned["metric"] is not None:
            return None
        identity: UUID | None = cleaned.get("id")
        return {
            "id": identity and UUID(int=identity.int ^ 1),
            "name": cleaned["title"],
            "unit": cleaned["unit"],
            "decimals": cleaned["decimals"] or 0,
            "direction": cleaned["aim"],
            "baseline": cleaned["baseline"],
            "begins": cleaned["begins"],
            "target_low": cleaned["target_low"],
            "target_high": cleaned["target_high"],
            "target_date": cleaned["due"] or objective.due,
            "owner": cleaned["owner"] or person,
            "visibility": objective.visibility,
            "partnership": objective.partnership,
            "department": objective.department,
        }


class PassedForm(forms.Form):
    """The day on which a milestone was passed."""

    on = forms.DateField(label=_("Passed on"), widget=DayInput, initial=clock.today)

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > clock.today():
            raise forms.ValidationError(_("This day has not come yet."))
        return on
