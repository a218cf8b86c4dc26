"""Forms for metrics and readings."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.foreign_files.tables.numbers import number_of
from consort.core.models import Level, Partnership, Person
from consort.core.queries import colleagues_of
from consort.metrics.models import NEEDS_HIGH, NEEDS_LOW, Direction, Metric
from consort.metrics.values import plain
from consort.web.widgets import DayInput


class ValueField(forms.CharField):
    """A number as people write it: 86.4, 86,4, 1'200, €3."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        number = number_of(text, ".")
        if number.value is None:
            raise forms.ValidationError(_("This is not a number. Write it as 86.4."))
        return number.value

    def prepare_value(self, value: Any) -> Any:
        return plain(value, 0) if isinstance(value, Decimal) else value


if TYPE_CHECKING:
    _MetricForm = forms.ModelForm[Metric]
else:
    _MetricForm = forms.ModelForm


class MetricForm(_MetricForm):
    """What is counted, and where it should go."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    baseline = ValueField(label=_("Start value"), required=False, help_text=_("What it read at the start."))
    target_low = ValueField(
        label=_("At least"), required=False, help_text=_("The target of what should rise or stay above.")
    )
    target_high = ValueField(
        label=_("At most"), required=False, help_text=_("The target of what should fall or stay below.")
    )

    class Meta:
        model = Metric
        fields = [
            "name",
            "definition",
            "unit",
            "decimals",
            "direction",
            "baseline",
            "begins",
            "target_low",
            "target_high",
            "target_date",
            "source",
            "every",
            "owner",
            "visibility",
            "partnership",
        ]
        labels = {
            "definition": _("What does it count, and what does it leave out?"),
            "owner": _("Who keeps it?"),
            "every": _("How many days may pass between readings?"),
            "direction": _("Where should it go?"),
            "visibility": _("Who can see it?"),
            "partnership": _("Which partnership?"),
        }
        help_texts = {
            "decimals": _("How many are shown."),
            "unit": _("%, weeks, €m …"),
            "every": _("After that the metric is shown as stale, however good it was."),
            "begins": _("With a target date it makes the plan."),
        }
        widgets = {
            "definition": forms.Textarea(attrs={"rows": 3}),
            "begins": DayInput,
            "target_date": DayInput,
        }

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._offer("owner", colleagues_of(person), str(_("Nobody yet")))
        own = Partnership.objects.filter(id__in=person.partnership_ids, name__gt="")
        self._offer("partnership", own, str(_("None")))
        direction = self.fields["direction"]
        assert isinstance(direction, forms.ChoiceField)
        direction.choices = [("", _("Choose where")), *Direction.choices]
        visibility = self.fields["visibility"]
        assert isinstance(visibility, forms.ChoiceField)
        offered = [Level.PARTNERSHIP, Level.LEADERS, Level.ORGANIZATION]
        visibility.choices = [(level.value, level.label) for level in offered]

    def _offer(self, name: str, queryset: Any, empty: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.empty_label = queryset, empty

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        direction, low, high = found.get("direction"), found.get("target_low"), found.get("target_high")
        if direction in NEEDS_LOW and low is None and "target_low" not in self.errors:
            self.add_error("target_low", _("This direction needs a lowest value."))
        if direction in NEEDS_HIGH and high is None and "target_high" not in self.errors:
            self.add_error("target_high", _("This direction needs a highest value."))
        if low is not None and high is not None and low > high:
            self.add_error("target_high", _("The highest value lies below the lowest."))
        begins, ends = found.get("begins"), found.get("target_date")
        if begins and ends and begins >= ends:
            self.add_error("target_date", _("The target date lies before the start."))
        if found.get("visibility") == Level.PARTNERSHIP and not found.get("partnership"):
            self.add_error("partnership", _("Say which partnership can see it."))
        if (found.get("decimals") or 0) > 6:
            self.add_error("decimals", _("Six decimals at most."))
        return found

    def validate_constraints(self) -> None:
        """The action checks them, and `clean` says the same in words."""


class ReadingForm(forms.Form):
    """What it read on a day."""

    at = forms.DateField(label=_("Which day?"), widget=DayInput, initial=clock.today)
    value = ValueField(label=_("Value"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
    source = forms.CharField(label=_("Source"), max_length=200, required=False)

    def clean_at(self) -> Any:
        at = self.cleaned_data["at"]
        if at > clock.today():
            raise forms.ValidationError(_("This day has not come yet."))
        return at


class CorrectionForm(forms.Form):
    """Another value, and why."""

    value = ValueField(label=_("Value"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
    reason = forms.CharField(
        label=_("Why?"), max_length=300, help_text=_("The value that stood and your reason stay on record.")
    )
