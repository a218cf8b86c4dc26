"""What is sent about findings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.vision.forms.fields import because


class ReasonForm(forms.Form):
    """Why something may stay as it is."""

    reason = because(_("Why may it stay as it is?"), help_text=_("Who sees it can read this, with your name."))


class MarkForm(forms.Form):
    """Why an objective goes against a "will not"."""

    because = because(_("In what way does it?"), help_text=_("It is shown as a conflict then, with your words."))
