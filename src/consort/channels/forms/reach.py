"""The form of what reaches a person by mail."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.channels.models import Reach


class ReachForm(forms.ModelForm):  # type: ignore[type-arg]
    """Which mail, when."""

    hour = forms.TypedChoiceField(
        label=_("At"), coerce=int, choices=[(hour, f"{hour:02}:00") for hour in range(24)], initial=7
    )

    class Meta:
        model = Reach
        fields = ["digest", "hour", "days", "at_once"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        digest, at_once = self.fields["digest"], self.fields["at_once"]
        digest.label, at_once.label = _("A digest of what waits for me"), _("At once, what others cannot go on without")
        digest.help_text = _("One mail a day at most, and none when nothing waits.")
        at_once.help_text = _("Five minutes later, unless you have done it by then. Each thing once.")
        self.fields["days"].label = _("On")
