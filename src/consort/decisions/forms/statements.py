"""Opening a statement map, and proposing one more statement."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.decisions.actions.statements import LONGEST
from consort.decisions.forms.audience import AudienceField
from consort.decisions.forms.making import words


class MapForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    title = forms.CharField(
        label=_("What is it about?"),
        max_length=200,
        help_text=_("A question that many see differently: “How do we work when the office is half empty?”"),
    )
    about = words(_("What should everyone know before?"), required=False)
    texts = forms.CharField(
        label=_("Statements to begin with"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("One a line, each a single thought that one can agree or disagree with. Others can add theirs."),
    )
    audience = AudienceField()

    def __init__(self, *args: Any, person: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        audience = self.fields["audience"]
        assert isinstance(audience, AudienceField)
        audience.offer(person)

    def clean_texts(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["texts"].splitlines() if line.strip()]
        if long := next((line for line in lines if len(line) > LONGEST), ""):
            raise forms.ValidationError(
                _("“%(start)s…” is longer than %(most)d characters."), params={"start": long[:40], "most": LONGEST}
            )
        return lines


class StatementForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    text = forms.CharField(
        label=_("Something is missing?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One thought that one can agree or disagree with. It carries no name."),
    )
