"""Forms beside the envelope, whose fields depend on what is asked (`contexts/fields.py`)."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReceiptForm(forms.Form):
    receipt = forms.CharField(
        label=_("Your receipt"),
        help_text=_("16 letters and digits, such as 7KQF-2M9X-…"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class MoveForm(forms.Form):
    opens_at = forms.DateTimeField(
        label=_("Open on"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
