"""What is sent about findings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.vision.forms.fields import because
from consort.vision.models import Objective


class ReasonForm(forms.Form):
    """Why something may stay as it is."""

    reason = because(_("Why may it stay as it is?"), help_text=_("Who sees it can read this, with your name."))


class MarkForm(forms.Form):
    """Why an objective goes against a "will not"."""

    because = because(_("In what way does it?"), help_text=_("It is shown as a conflict then, with your words."))


class OpposedForm(forms.Form):
    """Two objectives that cannot both be reached."""

    one = forms.ModelChoiceField(Objective.objects.none(), label=_("Which objective"), empty_label=_("Choose one"))
    other = forms.ModelChoiceField(
        Objective.objects.none(), label=_("stands against which other?"), empty_label=_("Choose one")
    )

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        offered = Objective.objects.visible_to(person).exclude(state=Objective.State.CLOSED).order_by("title")
        for field in self.fields.values():
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = offered
