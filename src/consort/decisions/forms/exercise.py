"""The questions of one sitting."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from consort.decisions.calibration.judging import Given
from consort.decisions.calibration.questions import ALL, Quantity
from consort.decisions.models import Exercise

LARGEST = 1e15


class ExerciseForm(forms.Form):
    """A probability for each statement, two bounds for each quantity."""

    def __init__(self, *args: Any, exercise: Exercise, **more: Any) -> None:
        super().__init__(*args, **more)
        self.questions = [ALL[key] for key in exercise.questions if key in ALL]
        for each in self.questions:
            if isinstance(each, Quantity):
                self.fields[f"{each.key}-low"] = _bound(_("At least"))
                self.fields[f"{each.key}-high"] = _bound(_("At most"))
            else:
                self.fields[each.key] = forms.IntegerField(label=str(each.text), min_value=0, max_value=100)

    def asked(self) -> Iterator[dict[str, Any]]:
        """Each question with its fields, for the page."""
        for each in self.questions:
            if isinstance(each, Quantity):
                yield {"question": each, "low": self[f"{each.key}-low"], "high": self[f"{each.key}-high"]}
            else:
                yield {"question": each, "percent": self[each.key]}

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        for each in self.questions:
            low, high = found.get(f"{each.key}-low"), found.get(f"{each.key}-high")
            if low is not None and high is not None and low > high:
                self.add_error(f"{each.key}-high", _("This lies below the lower bound."))
        return found

    def answers(self) -> list[Given]:
        """Once it is valid."""
        found = self.cleaned_data
        return [
            Given(each.key, low=found[f"{each.key}-low"], high=found[f"{each.key}-high"])
            if isinstance(each, Quantity)
            else Given(each.key, found[each.key])
            for each in self.questions
        ]


def _bound(label: str) -> forms.FloatField:
    return forms.FloatField(label=label, min_value=-LARGEST, max_value=LARGEST)
