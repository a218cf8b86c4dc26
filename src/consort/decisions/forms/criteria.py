"""Naming criteria, agreeing on their weights, asking for weights and scores."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from consort.decisions.actions.weighing import MOST_CRITERIA, NewCriterion
from consort.decisions.criteria_asked import POINTS
from consort.decisions.forms.making import MakingForm, NamedForm, OpeningField
from consort.decisions.models import Criterion

LEAST_SHOWN = 4


class RevisedForm(NamedForm):
    """Says which revision of the criteria its reader saw."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class CriteriaForm(RevisedForm):
    """Up to eight, each with what the ends of its scale mean."""

    name = "criteria"

    def __init__(self, kept: Sequence[Criterion], revision: int, data: Any = None) -> None:
        super().__init__(data, initial={"revision": revision})
        self.shown = min(MOST_CRITERIA, max(LEAST_SHOWN, len(kept) + 1))
        for place in range(1, MOST_CRITERIA + 1):
            before = kept[place - 1] if place <= len(kept) else None
            labels = (("name", _("Criterion")), ("low", _("The worst is")), ("high", _("The best is")))
            for key, label in labels:
                initial = getattr(before, key) if before else ""
                self.fields[f"{key}-{place}"] = forms.CharField(
                    label=label, max_length=80, required=False, initial=initial
                )

    @property
    def rows(self) -> list[list[BoundField]]:
        sent = [place for place in range(1, MOST_CRITERIA + 1) if self.data.get(f"name-{place}")]
        shown = max([self.shown, *sent])
        return [[self[f"{key}-{place}"] for key in ("name", "low", "high")] for place in range(1, shown + 1)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        names = [each.name for each in self._named(cleaned)]
        if len(names) < 2:
            self.add_error("name-2" if names else "name-1", _("Name at least two criteria."))
        return cleaned

    def criteria(self) -> list[NewCriterion]:
        return self._named(self.cleaned_data)

    def _named(self, given: dict[str, Any]) -> list[NewCriterion]:
        rows = [[given.get(f"{key}-{n}", "") for key in ("name", "low", "high")] for n in range(1, MOST_CRITERIA + 1)]
        return [NewCriterion(*row) for row in rows if row[0]]


class AgreementForm(RevisedForm):
    """The weights that were agreed, of 100 points."""

    name = "agreement"

    def __init__(self, criteria: Sequence[Criterion], revision: int, means: Sequence[int], data: Any = None) -> None:
        super().__init__(data, initial={"revision": revision})
        self.keys = [criterion.key for criterion in criteria]
        for criterion, mean in zip(criteria, means, strict=True):
            self.fields[criterion.key] = forms.IntegerField(
                label=criterion.name, min_value=0, max_value=POINTS, initial=mean
            )

    @property
    def points(self) -> list[BoundField]:
        return [self[key] for key in self.keys]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given = [cleaned.get(key) for key in self.keys]
        if None not in given and sum(points for points in given if points is not None) != POINTS:
            self.add_error(self.keys[-1], _("Together they must be 100."))
        return cleaned

    def weights(self) -> list[int]:
        return [self.cleaned_data[key] for key in self.keys]


class AskWeightsForm(MakingForm):
    """Until when everyone gives their own weights."""

    name = "ask-weights"

    opens_at = OpeningField()


class AskScoresForm(MakingForm):
    """Until when everyone scores."""

    name = "ask-scores"

    opens_at = OpeningField()
