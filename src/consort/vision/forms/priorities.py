"""What is sent about priorities."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.vision.forms.fields import LedForm, words


class PriorityForm(LedForm):
    """One of the few things that matter most."""

    PLAIN = ("title", "why")
    field_order = ("id", *PLAIN)
    title = forms.CharField(label=_("What matters most?"), max_length=120, help_text=_("A few words one remembers."))
    why = words(_("Why does it lead to the vision?"))


class PriorityClosingForm(forms.Form):
    """Why it is closed."""

    words = words(
        _("Why is it closed?"), 3, required=True, help_text=_("What serves it stays tied, so that nothing is lost.")
    )
