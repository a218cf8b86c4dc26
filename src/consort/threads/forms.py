"""The form of a comment."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.threads.actions import LONGEST


class CommentForm(forms.Form):
    """What one says."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    text = forms.CharField(
        label=_("Your comment"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write something first.")},
    )
