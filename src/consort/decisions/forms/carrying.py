"""What is sent while a decision is told and carried out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.decisions.forms.making import DAY, MakingForm, NamedForm, words


class MessageForm(NamedForm):
    """What everyone tells their team."""

    name = "message"

    text = words(
        _("What we all tell our teams"),
        6,
        help_text=_("What was decided, why, what it means for people, and what is still open. In words one can say."),
    )


class ApprovalForm(NamedForm):
    """Carries the words that were read."""

    name = "approval"

    text = forms.CharField(widget=forms.HiddenInput, max_length=4000)


class TellingForm(NamedForm):
    """On which day one told the own team."""

    name = "telling"

    on = forms.DateField(label=_("Told my team on"), widget=DAY, initial=clock.today)


class DeviationForm(MakingForm):
    """What is done differently than was decided."""

    name = "deviation"

    text = forms.CharField(label=_("What is done differently"), max_length=300)
    reason = words(_("Why"))
