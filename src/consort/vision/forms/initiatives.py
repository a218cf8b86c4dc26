"""What is sent about initiatives."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.vision.forms.fields import LedForm, day, words


class InitiativeForm(LedForm):
    """Work that is meant to move an objective."""

    PLAIN = ("title", "what", "begins", "ends")
    field_order = ("id", *PLAIN)
    title = forms.CharField(label=_("What is it called?"), max_length=160)
    what = words(_("What is done?"), 3)
    begins = day(_("Begins"))
    ends = day(_("Ends"))

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        begins, ends = found.get("begins"), found.get("ends")
        if begins and ends and begins >= ends:
            self.add_error("ends", _("It would end before it begins."))
        return found
