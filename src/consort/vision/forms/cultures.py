"""Forms for culture maps and shifts."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Link, Person
from consort.vision.actions.cultures import FEWEST, LONGEST, MOST, NewShift
from consort.vision.alignment.bipolar import as_lines, pairs_in
from consort.vision.forms.asking import GroupForm
from consort.vision.forms.pulses import ItemsField
from consort.vision.models import Culture, Statement, Value
from consort.vision.queries.cultures import things_to_check, values_in_force


class CultureForm(GroupForm):
    """Pairs of ways to work; a set of ours stands there to begin with."""

    months = forms.IntegerField(label=_("How many months ahead?"), min_value=1, max_value=120, initial=24)
    statements = ItemsField(
        label=_("Between which ways to work?"),
        help_text=_("Two on each line with – between them; both should be sensible. Change them as you like."),
        initial=as_lines,
        widget=forms.Textarea(attrs={"rows": 20}),
    )

    def clean_statements(self) -> list[tuple[str, str]]:
        try:
            pairs = pairs_in(self.cleaned_data["statements"])
        except ValueError as error:
            raise forms.ValidationError(
                _("“%(line)s” has no two sides. Write – between them."), params={"line": str(error)}
            ) from error
        if not FEWEST <= len(pairs) <= MOST:
            raise forms.ValidationError(_("Write 3 to 40 lines."))
        if any(len(side) > LONGEST for pair in pairs for side in pair):
            raise forms.ValidationError(_("A side has at most 120 characters."))
        return pairs


class ShiftForm(forms.Form):
    """From how we work to how we need to."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    statement = forms.ModelChoiceField(Statement.objects.none(), label=_("It comes from"), required=False)
    start = forms.CharField(label=_("From"), max_length=160)
    goal = forms.CharField(label=_("To"), max_length=160)
    value = forms.ModelChoiceField(Value.objects.none(), label=_("Which value does it make visible?"), required=False)
    signs = forms.CharField(
        label=_("Signs we will see"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What somebody walking through the building would notice."),
    )

    def __init__(self, *arguments: Any, culture: Culture, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._offer("statement", culture.statements.all(), str(_("None of the statements")))
        self._offer("value", values_in_force(person), str(_("None yet")))

    def _offer(self, name: str, queryset: Any, empty: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.empty_label = queryset, empty

    def shift(self) -> NewShift:
        """Of a valid form."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "id"}
        return NewShift(**given)


class CheckForm(forms.Form):
    """A decision held against a shift."""

    thing = forms.ChoiceField(label=_("Which decision?"))
    kind = forms.ChoiceField(
        label=_("What does it do to this shift?"),
        choices=[(Link.Kind.SERVES, _("It serves it")), (Link.Kind.CONFLICTS_WITH, _("It goes against it"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.things: dict[str, Any] = {str(thing.pk): thing for thing in things_to_check(person)}  # type: ignore[attr-defined]
        thing = self.fields["thing"]
        assert isinstance(thing, forms.ChoiceField)
        thing.choices = [("", _("Choose one")), *((key, str(each)) for key, each in self.things.items())]

    def clean_thing(self) -> Any:
        return self.things[self.cleaned_data["thing"]]
