"""The forms of members, departments and oneself."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from consort.core.models import Department, Organization, Person
from consort.organization.actions.invitations import identity_of
from consort.organization.actions.logins import login_of
from consort.organization.forms.fields import ROLES, WHAT_ROLES_MAY, NameForm, time_zone_field
from consort.organization.forms.setup import LinesField
from consort.organization.lines import Invitee


class RolesForm(forms.Form):
    """What somebody may do. None of the three: an observer."""

    is_leader = forms.BooleanField(label=ROLES["is_leader"], required=False, initial=True)
    is_facilitator = forms.BooleanField(label=ROLES["is_facilitator"], required=False)
    is_administrator = forms.BooleanField(label=ROLES["is_administrator"], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, what in WHAT_ROLES_MAY.items():
            self.fields[name].help_text = what

    def roles(self) -> dict[str, bool]:
        return {name: self.cleaned_data[name] for name in ROLES}


def department_field(**more: Any) -> "forms.ModelChoiceField[Department]":
    none = Department.objects.none()
    return forms.ModelChoiceField(label=_("Department"), queryset=none, required=False, empty_label=_("none"), **more)


class InviteForm(RolesForm):
    """People to be invited, all with the same roles and department."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    people = LinesField()
    department = department_field()

    field_order = ["id", "people", "is_leader", "is_facilitator", "is_administrator", "department"]

    def __init__(self, *args: Any, organization: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organization = organization
        self.fields["department"].queryset = organization.departments.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = {**(super().clean() or {}), **self.cleaned_data}
        if cleaned.get("id") and cleaned.get("people"):
            self._refuse_those_here(cleaned["people"])
        return cleaned

    def sheet(self) -> dict[str, Any]:
        """What `actions.invitations.invite` is to be told."""
        cleaned = self.cleaned_data
        people = {"id": cleaned["id"], "invitees": cleaned["people"], "department": cleaned["department"]}
        return {**people, **self.roles()}

    def _refuse_those_here(self, people: list[Invitee]) -> None:
        """Somebody added by this very form sent twice is not "here already"; `invite` knows them by their id."""
        here = Person.objects.filter(organization=self.organization, email__in=[each.email for each in people])
        known = {person.email: person for person in here}
        problems = [
            _("%(name)s has the address %(email)s already.")
            % {"name": known[each.email].full_name, "email": each.email}
            for each in people
            if each.email in known and known[each.email].pk != identity_of(self.cleaned_data["id"], each.email)
        ]
        if problems:
            self.add_error("people", ValidationError(problems))


class MemberForm(NameForm):
    """What an administrator changes of a member besides the roles."""

    class Meta(NameForm.Meta):
        fields = [*NameForm.Meta.fields, "department"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: forms.ModelChoiceField[Department] = self.fields["department"]  # type: ignore[assignment]
        field.queryset, field.label = self.instance.organization.departments.all(), _("Department")
        field.empty_label = _("none")


class YouForm(NameForm):
    """What one changes of oneself."""

    time_zone = time_zone_field(_("as the organization"))

    class Meta(NameForm.Meta):
        fields = [*NameForm.Meta.fields, "time_zone"]


class AddressForm(forms.Form):
    email = forms.EmailField(label=_("New address"))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if email == self.person.email:
            raise ValidationError(_("This is your address already."))
        if login_of(email) not in (None, self.person.user):
            raise ValidationError(_("Somebody has this address already."))
        return email


class EraseForm(forms.Form):
    """Erasing cannot be undone, so the name is typed."""

    name = forms.CharField(label=_("Write the full name to confirm"), widget=forms.TextInput({"autocomplete": "off"}))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_name(self) -> str:
        name = " ".join(str(self.cleaned_data["name"]).split())
        if name.casefold() != self.person.full_name.casefold():
            raise ValidationError(_("This is not the name. Nothing was erased."))
        return name


class DepartmentForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name"), max_length=120)
    parent = department_field()

    def __init__(self, *args: Any, organization: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = organization.departments.all()  # type: ignore[attr-defined]
        self.fields["parent"].label = _("Belongs to")


class DetailsForm(forms.ModelForm):  # type: ignore[type-arg]
    time_zone = time_zone_field()

    class Meta:
        model = Organization
        fields = ["name", "short_name", "motto", "time_zone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["short_name"].help_text = _("For the top of each page")
        self.fields["motto"].help_text = _("Everybody who comes to sign in reads this sentence")
        self.fields["motto"].widget.attrs.update({"rows": 2, "class": "words", "maxlength": 300})
