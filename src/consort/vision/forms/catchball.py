"""What is sent in catchball."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.vision.models import Proposal, Version
from consort.vision.turns import Wording, in_target
from consort.web.widgets import DayInput

Kind, Answer = Proposal.Kind, Proposal.Answer


def _words(label: Any, rows: int = 2, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=2000, required=required, widget=area, help_text=help_text)


class ThrowForm(forms.Form):
    """Who is to catch it."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("Who will carry it?"), widget=forms.CheckboxSelectMultiple
    )
    note = _words(_("A word with it"), required=False)

    def __init__(self, *arguments: Any, people: QuerySet[Person], **more: Any) -> None:
        super().__init__(*arguments, **more)
        field = self.fields["people"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = people


class ProposalForm(forms.Form):
    """One change, or "we cannot"; always with its reason."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    kind = forms.ChoiceField(label=_("What would you change?"), choices=Kind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("In other words"), max_length=160, required=False)
    due = forms.DateField(label=_("Another date"), required=False, widget=DayInput)
    key_result = forms.ChoiceField(label=_("Which key result"), required=False)
    target = forms.DecimalField(label=_("Another target"), required=False)
    because = _words(_("Because"), 3)

    def __init__(self, *arguments: Any, version: Version, **more: Any) -> None:
        super().__init__(*arguments, **more)
        movable = [
            (key, f"{each['title']}: {in_target(each)}") for key, each in version.targets.items() if each["bound"]
        ]
        choose = self.fields["key_result"]
        kinds = self.fields["kind"]
        assert isinstance(choose, forms.ChoiceField)
        assert isinstance(kinds, forms.ChoiceField)
        choose.choices = [("", _("Choose one")), *movable]
        self.has_targets = bool(movable)
        if not movable:
            kinds.choices = [choice for choice in Kind.choices if choice[0] != Kind.TARGET]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        needed = {Kind.TITLE: ("title",), Kind.DUE: ("due",), Kind.TARGET: ("key_result", "target")}
        for name in needed.get(Kind(cleaned["kind"]), ()) if cleaned.get("kind") else ():
            if cleaned.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, _("Say what it should be instead."))
        return cleaned

    def proposed(self) -> dict[str, Any]:
        """What `actions.catching.propose` takes."""
        given = self.cleaned_data
        value = {Kind.TITLE: given["title"], Kind.DUE: given["due"], Kind.TARGET: given["target"]}.get(given["kind"])
        return {
            "id": given["id"],
            "kind": given["kind"],
            "because": given["because"],
            "key_result": given["key_result"],
            "value": "" if value is None else str(value),
        }


class AnswerForm(forms.Form):
    """Taken, or not taken and why."""

    answer = forms.ChoiceField(label=_("Your answer"), choices=Answer.choices, widget=forms.RadioSelect)
    because = _words(_("Because"), required=False, help_text=_("Needed when it is not taken."))

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.auto_id = f"answer{self.prefix or ''}-%s"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == Answer.NOT_TAKEN and not cleaned.get("because"):
            self.add_error("because", _("Say why it is not taken."))
        return cleaned


class AgainForm(forms.Form):
    """The next version. It begins with everything that was taken."""

    title = forms.CharField(label=_("Objective"), max_length=160)
    due = forms.DateField(label=_("Reached by"), required=False, widget=DayInput)
    note = _words(_("A word with it"), required=False)

    def __init__(self, *arguments: Any, wording: Wording, **more: Any) -> None:
        more["initial"] = {"title": wording.title, "due": wording.due}
        super().__init__(*arguments, **more)
        self.keys = [key for key, each in wording.targets.items() if each["bound"]]
        for key in self.keys:
            each = wording.targets[key]
            label = f"{each['title']} ({each['unit']})" if each["unit"] else each["title"]
            self.fields[f"target-{key}"] = forms.DecimalField(label=label, initial=each[each["bound"]])
        self.order_fields(["title", "due", *(f"target-{key}" for key in self.keys), "note"])

    def thrown(self) -> dict[str, Any]:
        """What `actions.throwing.throw_again` takes."""
        given = self.cleaned_data
        targets = {key: given[f"target-{key}"] for key in self.keys}
        return {"title": given["title"], "due": given["due"], "note": given["note"], "targets": targets}


class EndForm(forms.Form):
    """Why it ends without agreement."""

    because = _words(_("Why does it end?"))
