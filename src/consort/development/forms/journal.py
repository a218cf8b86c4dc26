"""The form of the journal."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class EntryForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    words = forms.CharField(
        label=_("What do you want to remember?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 5})
    )
