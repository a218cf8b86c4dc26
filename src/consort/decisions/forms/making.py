"""What forms that make something have in common."""

from datetime import datetime, time, timedelta
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consort.core import clock

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NamedForm(forms.Form):
    """Several forms stand on one page, so each gives its controls ids of its own: `name` begins them."""

    name: ClassVar[str]

    def __init__(self, *args: Any, key: object = "", **more: Any) -> None:
        """`key` tells two of the same kind apart."""
        super().__init__(*args, **more)
        self.auto_id = f"{self.name}{key}-%s"


class MakingForm(NamedForm):
    """Carries the id of what it makes, so that sending it twice makes it once."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)


class OpeningField(forms.DateTimeField):
    """When a sealed round opens: ahead, by default in three days at 17:00."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def __init__(self) -> None:
        super().__init__(label=_("Opens on"), help_text=_("Or as soon as the last one is in."), initial=_in_three_days)

    def validate(self, value: datetime | None) -> None:
        super().validate(value)
        if value and value <= clock.now():
            raise ValidationError(_("This time has passed."))


def _in_three_days() -> datetime:
    day = timezone.localtime(clock.now()).date() + timedelta(days=3)
    return datetime.combine(day, time(17))


def words(label: Any, rows: int = 2, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    """A field for a few sentences."""
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        required=required,
        help_text=help_text,
    )
