"""What is sent while options are debated."""

from typing import Any
from urllib.parse import SplitResult, urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.decisions.forms.making import DAY, MakingForm, OpeningField, words
from consort.decisions.models import Decision, Option, Side, Source


class ArgumentForm(MakingForm):
    """For or against an option, or the question as a whole."""

    name = "argument"

    side = forms.ChoiceField(label=_("Your argument is"), choices=Side.choices, widget=forms.RadioSelect)
    option = forms.ChoiceField(label=_("About"), required=False)
    text = words(_("The argument"))

    def __init__(self, decision: Decision, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.options = {option.letter: option for option in decision.options.all()}
        named = [(letter, option.name) for letter, option in self.options.items()]
        self.fields["option"].choices = [("", _("The question as a whole")), *named]  # type: ignore[attr-defined]

    def clean_option(self) -> Option | None:
        return self.options.get(self.cleaned_data["option"])


class AddressField(forms.CharField):
    """A web address, also of a machine in the house; without a scheme it is taken as https."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not text or text.startswith("/"):
            return text
        address = text if "://" in text else f"https://{text}"
        parts = _split(address)
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or " " in address:
            raise forms.ValidationError(_("This is not the address of a page."))
        return address


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


class EvidenceForm(MakingForm):
    """A document, a finding, or the address of a page in here."""

    name = "evidence"

    title = forms.CharField(label=_("What it is"), max_length=160, required=False)
    url = AddressField(
        label=_("Address"),
        max_length=500,
        required=False,
        help_text=_("Of a document, or of any page in here: a metric, a decision, a commitment."),
    )
    kind = forms.ChoiceField(label=_("What kind"), choices=Source.choices, initial=Source.OTHER)
    source = forms.CharField(label=_("From whom"), max_length=120, required=False)
    dated = forms.DateField(label=_("Of what date"), widget=DAY, required=False)
    note = words(_("What it shows"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("title") and not cleaned.get("url"):
            self.add_error("title", _("Say what it is, or give its address."))
        return cleaned


class AgainForm(MakingForm):
    """Ask everyone a second time."""

    name = "again"

    opens_at = OpeningField()
