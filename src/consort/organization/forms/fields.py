"""Fields that several forms here share."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person, User

ROLES = {
    "is_leader": _("Lead"),
    "is_facilitator": _("Facilitate"),
    "is_administrator": _("Administer"),
}
WHAT_ROLES_MAY = {
    "is_leader": _("Frame decisions, begin partnerships, see what is open to all leaders"),
    "is_facilitator": _("Run rounds and partnerships of others; read nothing sealed or personal"),
    "is_administrator": _("Members, sign-in, backup. Reads nothing of the leaders that way"),
}


def time_zones() -> list[tuple[str, str]]:
    """Every time zone of the world, by region."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]


def time_zone_field(empty: Any = None, **more: Any) -> forms.ChoiceField:
    """A choice of time zones; `empty` is what it means when none is chosen."""

    def choices() -> list[tuple[str, Any]]:
        return ([("", empty)] if empty else []) + time_zones()

    return forms.ChoiceField(label=_("Time zone"), choices=choices, required=not empty, **more)


def password_field(**more: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password", "minlength": 10})
    hint = _("At least ten characters. A short sentence that only you would write is best.")
    return forms.CharField(label=_("Password"), strip=False, max_length=200, widget=widget, help_text=hint, **more)


class PasswordForm(forms.Form):
    """A password for a login that is about to be made, told apart from the person's own name and address."""

    password = password_field()

    def __init__(self, *args: Any, login: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.login = login

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, User(email=self.login or str(self.cleaned_data.get("email", ""))))
        return password


class NameForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Person
        fields = ["first_name", "last_name", "title"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].help_text = _("What you lead: “Operations”, “Chief executive”")
        for name, meaning in (("first_name", "given-name"), ("last_name", "family-name")):
            self.fields[name].widget.attrs["autocomplete"] = meaning
