"""The forms of setting up."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from consort.core.models import Organization, Person
from consort.core.queries import colleagues_of
from consort.organization.forms.fields import PasswordForm, time_zone_field
from consort.organization.lines import Invitee, read_lines

TAKEN = {
    "accounts",
    "api",
    "as",
    "gallery",
    "health",
    "invitation",
    "new-address",
    "ready",
    "set-up",
    "static",
    "theme",
}


class SetUpForm(PasswordForm):
    """The organization and its first person."""

    name = forms.CharField(label=_("What is your organization called?"), max_length=120)
    short_name = forms.CharField(
        label=_("Short name"), max_length=40, required=False, help_text=_("For the top of each page")
    )
    slug = forms.SlugField(label=_("Address"), max_length=60, required=False)
    time_zone = time_zone_field(initial="Europe/Berlin")
    first_name = forms.CharField(label=_("First name"), max_length=60)
    last_name = forms.CharField(label=_("Last name"), max_length=60)
    title = forms.CharField(label=_("What you lead"), max_length=120, required=False)
    email = forms.EmailField(label=_("Work email"))

    field_order = ["name", "short_name", "slug", "time_zone", "first_name", "last_name", "title", "email", "password"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].help_text = _(
            "How web addresses begin, such as “varnholt”. Made from the name when left empty"
        )
        meanings = {"first_name": "given-name", "last_name": "family-name", "name": "organization", "email": "username"}
        for name, meaning in meanings.items():
            self.fields[name].widget.attrs["autocomplete"] = meaning

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        cleaned = {**(super().clean() or {}), **self.cleaned_data}
        slug = (
            cleaned.get("slug") or slugify(cleaned.get("short_name") or cleaned.get("name", ""))[:60] or "organization"
        )
        if slug in TAKEN or Organization.objects.filter(slug=slug).exists():
            self.add_error("slug", _("Another address is needed: this one is taken."))
        return {**cleaned, "slug": slug}

    def organization(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "slug", "short_name", "time_zone")}

    def person(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("first_name", "last_name", "title")}


class LinesField(forms.CharField):
    """Pasted people. The cleaned value is a list of `Invitee`."""

    widget = forms.Textarea

    def __init__(self, **more: Any) -> None:
        hint = _("One on each line: Tomasz Wierzbicki <tomasz@example.com>, Operations")
        super().__init__(label=_("Who is to join?"), help_text=hint, max_length=40_000, **more)
        self.widget.attrs["rows"] = 6

    def clean(self, value: Any) -> list[Invitee]:
        return read_lines(super().clean(value))


class FirstPartnershipForm(forms.Form):
    """Who leads together."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    people = forms.ModelMultipleChoiceField(
        label=_("Who leads together with you?"),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    name = forms.CharField(label=_("What is it called?"), max_length=120, required=False)
    purpose = forms.CharField(label=_("What do you answer for jointly?"), max_length=500, required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others: forms.ModelMultipleChoiceField[Person] = self.fields["people"]  # type: ignore[assignment]
        others.queryset = colleagues_of(person).exclude(pk=person.pk)
        self.fields["name"].help_text = _("Only for more than two; a pair is called by its people")
        self.fields["purpose"].help_text = _("One sentence")
        self.fields["purpose"].widget = forms.Textarea(attrs={"rows": 2, "class": "words"})

    def clean(self) -> dict[str, Any]:
        cleaned = {**(super().clean() or {}), **self.cleaned_data}
        if len(cleaned.get("people", [])) > 1 and not cleaned.get("name", "").strip():
            self.add_error("name", _("A team of more than two needs a name."))
        return cleaned
