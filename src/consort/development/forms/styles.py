"""Forms for working styles and agreements."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Level, Person
from consort.development.instrument import SCALES, Pair, Scale
from consort.development.models import AgreementNote, StyleProfile

READERS = [
    (Level.ME, _("Only me")),
    (Level.PARTNERSHIP, _("The people I lead with")),
    (Level.LEADERS, _("All leaders")),
    (Level.ORGANIZATION, _("Everybody in the organization")),
]


@dataclass(frozen=True)
class AskedScale:
    """A scale with the fields that belong to it."""

    scale: Scale
    pairs: list[tuple[Pair, forms.BoundField]]
    said: forms.BoundField


class PlacesForm(forms.Form):
    """Where one stands between each pair of opposites, and in one's own words what a scale means."""

    def __init__(self, *arguments: Any, profile: StyleProfile | None, **more: Any) -> None:
        super().__init__(*arguments, **more)
        answers, said = (profile.answers, profile.said) if profile else ({}, {})
        for scale in SCALES:
            for pair in scale.pairs:
                self.fields[pair.key] = forms.IntegerField(min_value=0, max_value=100, initial=answers.get(pair.key))
            self.fields[f"said-{scale.key}"] = forms.CharField(
                label=_("In your own words"), max_length=200, required=False, initial=said.get(scale.key, "")
            )

    def scales(self) -> list[AskedScale]:
        return [
            AskedScale(scale, [(pair, self[pair.key]) for pair in scale.pairs], self[f"said-{scale.key}"])
            for scale in SCALES
        ]

    def given(self) -> dict[str, dict[str, Any]]:
        """What the action takes."""
        answers = {pair.key: self.cleaned_data[pair.key] for scale in SCALES for pair in scale.pairs}
        return {"answers": answers, "said": {scale.key: self.cleaned_data[f"said-{scale.key}"] for scale in SCALES}}


class PageForm(forms.Form):
    """The page "how to work with me", and who sees it."""

    at_best = forms.CharField(label=_("At my best"), max_length=200, required=False, help_text=_("When, with whom?"))
    under_pressure = forms.CharField(
        label=_("Under pressure"), max_length=200, required=False, help_text=_("What others would notice first.")
    )
    help_by = forms.CharField(label=_("You help me by"), max_length=200, required=False)
    never = forms.CharField(label=_("Never"), max_length=200, required=False)
    brings = forms.CharField(label=_("I bring"), max_length=200, required=False)
    visibility = forms.ChoiceField(
        label=_("Who sees your page and where you stand?"),
        choices=READERS,
        widget=forms.RadioSelect,
        help_text=_("You can change this at any time. Nobody else can, not even an administrator."),
    )


class AgreementForm(forms.Form):
    """What is agreed."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    words = forms.CharField(
        label=_("What do you agree?"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Something both of you would notice when it is not done. When X, one of us does Y."),
    )


class NoteForm(forms.Form):
    outcome = forms.ChoiceField(choices=AgreementNote.Outcome)


class StrengthForm(forms.Form):
    """What the other knows best."""

    words = forms.CharField(max_length=200)

    def __init__(self, *arguments: Any, of: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["words"].label = _("What does %(name)s know best?") % {"name": of.first_name}
