"""Files that are brought in, and what they do not say."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.decisions.actions.bringing import Choices
from consort.decisions.exchange.bundles import LARGEST, MEGABYTE, File, bundle
from consort.decisions.forms.audience import AudienceField
from consort.decisions.models import RANKED, Bringing, Method

MOST_FILES = 300


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, none of them larger than is read."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        sent = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(each, initial) for each in sent or [None]]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("These are too many files at once. Put them into a ZIP archive."))
        if sum(each.size for each in files) > LARGEST:
            too_large = _("More than %(most)d MB. Nothing was read.")
            raise forms.ValidationError(too_large, params={"most": LARGEST // MEGABYTE})
        return files


class BringForm(forms.Form):
    """`id` is that of the report, so that a file sent twice is read once."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    sent = FilesField(
        label=_("Files"),
        help_text=_("Several at once, or a ZIP archive; 64 MB at most."),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty. Nothing was read.")},
    )
    audience = AudienceField()

    def __init__(self, *args: Any, person: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        audience = self.fields["audience"]
        assert isinstance(audience, AudienceField)
        audience.offer(person)

    def file(self) -> File:
        """All that was sent, as one."""
        return bundle([File(each.name or "file", each.read()) for each in self.cleaned_data["sent"]])

    def choices(self) -> Choices:
        return Choices(self.cleaned_data["audience"])


class BallotChoicesForm(forms.Form):
    """How ballots are counted."""

    title = forms.CharField(label=_("The question"), max_length=200, required=False)
    seats = forms.IntegerField(label=_("How many are chosen?"), min_value=1, max_value=199)
    method = forms.ChoiceField(
        label=_("How is it counted?"),
        choices=[(each.value, each.label) for each in RANKED],
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, bringing: Bringing) -> "BallotChoicesForm":
        said = bringing.choices
        title = said["title"] or bringing.report["question"]
        return cls(initial={"title": title, "seats": said["seats"], "method": said["method"]})

    def choices(self, before: Choices) -> Choices:
        found = self.cleaned_data
        return Choices(before.audience, found["title"], found["seats"], Method(found["method"]))
