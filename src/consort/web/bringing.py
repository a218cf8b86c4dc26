"""Forms and words for bringing in a file: the file itself, and what has to be asked because it does not show it."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.foreign_files import tickets
from consort.core.foreign_files.tables.lines import LARGEST_FILE
from consort.core.foreign_files.tables.manners import DAY_FIRST, MARK
from consort.core.models import Person


class FileForm(forms.Form):
    """A table, as a file or pasted."""

    largest = LARGEST_FILE
    file = forms.FileField(label=_("CSV or XLSX file"), required=False, help_text=_("2 MB at most."))
    text = forms.CharField(
        label=_("Or paste the lines"), required=False, widget=forms.Textarea(attrs={"rows": 4}), strip=False
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not found.get("file") and not (found.get("text") or "").strip() and not self.errors:
            raise forms.ValidationError(_("Choose a file or paste lines first."))
        return found

    def content(self) -> bytes:
        """The bytes, one more than the most at most, so that a file that is too large is noticed."""
        file = self.cleaned_data.get("file")
        if file:
            return bytes(file.read(self.largest + 1))
        return str(self.cleaned_data["text"]).encode()


QUESTIONS: dict[str, forms.ChoiceField] = {
    DAY_FIRST: forms.ChoiceField(
        label=_("What comes first in dates such as 3/4/2026?"),
        choices=[("yes", _("The day: 3 April")), ("no", _("The month: 4 March"))],
        widget=forms.RadioSelect,
    ),
    MARK: forms.ChoiceField(
        label=_("What stands before the decimals?"),
        choices=[(".", _("A point: 1,234 is a thousand and more")), (",", _("A comma: 1,234 is a little over one"))],
        widget=forms.RadioSelect,
    ),
}


class AnswersForm(forms.Form):
    """What the file does not show: one question for each of `asks`."""

    def __init__(self, *arguments: Any, asks: Sequence[str], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields |= {name: deepcopy(QUESTIONS[name]) for name in asks}


def answers_in(sent: Mapping[str, str]) -> dict[str, str]:
    """The answers among what was sent."""
    return {name: sent[name] for name in QUESTIONS if name in sent}


def carry(scope: str, person: Person, content: bytes, answers: dict[str, str]) -> str:
    """A ticket for the file itself, while questions about it are open. Raises Unreadable when it is too large."""
    return tickets.issue(scope, person, [tickets.packed(content), answers])


def carried(ticket: str, scope: str, person: Person) -> tuple[bytes, dict[str, str]]:
    """The file and the answers so far. Raises Refused."""
    packed, answers = tickets.carried_by(ticket, scope, person)
    return tickets.unpacked(packed), answers
