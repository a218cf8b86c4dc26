"""The form that opens a calendar."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Partnership, Person
from consort.core.queries import partnerships_of

ALL = "all"


class FeedForm(forms.Form):
    """Whose dates, and how much of them."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    partnership = forms.ChoiceField(label=_("Whose dates"), initial=ALL)
    busy_only = forms.BooleanField(
        label=_("Only when I am busy"), help_text=_("Without any words, for whoever plans around you."), required=False
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = {str(each.pk): each for each in partnerships_of(person)}
        choices = [(key, each.name_for(person)) for key, each in self.own.items()]
        self.fields["partnership"].choices = [(ALL, _("All that concerns me")), *choices]  # type: ignore[attr-defined]

    def sheet(self) -> dict[str, Any]:
        """What `actions.feeds.open_feed` is to be told."""
        partnership: Partnership | None = self.own.get(self.cleaned_data["partnership"])
        return {**self.cleaned_data, "partnership": partnership}
