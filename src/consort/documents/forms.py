"""Forms for documents."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Level, Partnership, Person
from consort.documents.models import Document

LONGEST = 400_000


class BeginForm(forms.Form):
    """A new document."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    title = forms.CharField(label=_("Title"), max_length=160)
    kind = forms.ChoiceField(label=_("What is it?"), choices=Document.Kind.choices)
    visibility = forms.ChoiceField(label=_("Who can see it?"), initial=Level.LEADERS)
    partnership = forms.ModelChoiceField(
        Partnership.objects.none(),
        label=_("Which partnership writes it?"),
        required=False,
        empty_label=_("Everyone who can see it"),
    )
    text = forms.CharField(
        label=_("Text to begin with"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("In Markdown. Without it, the document begins with headings for its kind."),
    )

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        partnership, visibility = self.fields["partnership"], self.fields["visibility"]
        assert isinstance(partnership, forms.ModelChoiceField)
        assert isinstance(visibility, forms.ChoiceField)
        partnership.queryset = Partnership.objects.filter(id__in=person.partnership_ids).prefetch_related(
            "seats__person"
        )
        offered = [Level.PARTNERSHIP, Level.LEADERS, Level.ORGANIZATION, Level.ME]
        visibility.choices = [(level.value, level.label) for level in offered]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("visibility") == Level.PARTNERSHIP and not found.get("partnership"):
            self.add_error("partnership", _("Say which partnership can see it."))
        return found


class VersionForm(forms.Form):
    """A version of the document as it stands."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    name = forms.CharField(label=_("Name"), max_length=120, required=False, help_text=_("Such as: for the board."))


class SignForm(forms.Form):
    """A signature."""

    reservation = forms.CharField(
        label=_("Reservation"),
        max_length=300,
        required=False,
        help_text=_("It stays beside your name. Everyone who reads the document reads it."),
    )
