"""The options as they are to stand, after the frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from consort.decisions.actions.changing_options import Wanted
from consort.decisions.forms.making import NamedForm, words
from consort.decisions.models import Option

NEW = ("new-1", "new-2")


@dataclass(frozen=True)
class Row:
    """One option, or an empty place for a new one. `drops` is None for a new one."""

    letter: str
    title: BoundField
    detail: BoundField
    drops: BoundField | None


class OptionsForm(NamedForm):
    """Every option that stands with its words, and places for new ones."""

    name = "options"

    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, standing: Sequence[Option], edition: int, data: Any = None) -> None:
        super().__init__(data, initial={"edition": edition})
        self.letters = [option.letter for option in standing]
        for option in standing:
            self._add(option.letter, option.title, option.detail)
            label = _("Drop %(option)s") % {"option": option.name}
            self.fields[f"drop-{option.letter}"] = forms.BooleanField(label=label, required=False)
        for key in NEW:
            self._add(key, "", "")

    def _add(self, key: str, title: str, detail: str) -> None:
        self.fields[f"title-{key}"] = forms.CharField(
            label=_("Option"), max_length=160, required=key not in NEW, initial=title
        )
        self.fields[f"detail-{key}"] = words(_("What it means"), required=False)
        self.fields[f"detail-{key}"].initial = detail

    @property
    def rows(self) -> list[Row]:
        kept = [Row(each, self[f"title-{each}"], self[f"detail-{each}"], self[f"drop-{each}"]) for each in self.letters]
        return [*kept, *(Row("", self[f"title-{each}"], self[f"detail-{each}"], None) for each in NEW)]

    def wanted(self) -> list[Wanted]:
        """Those that are to stand, in their order."""
        given = self.cleaned_data
        kept = [each for each in self.letters if not given[f"drop-{each}"]]
        added = [each for each in NEW if given[f"title-{each}"]]
        return [
            Wanted("" if each in NEW else each, given[f"title-{each}"], given[f"detail-{each}"])
            for each in (*kept, *added)
        ]
