"""What is sent while a decision is resolved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.decisions.actions.asking import voters_of
from consort.decisions.actions.resolving import Answer, ballot_count
from consort.decisions.cases import Case
from consort.decisions.forms.making import MakingForm, NamedForm, OpeningField, words
from consort.decisions.models import ON_A_PROPOSAL, Consideration, Option
from consort.decisions.questions import NONE
from consort.decisions.terms import Terms

USED, UNUSED = "used", "unused"


@dataclass(frozen=True)
class Line:
    """One person's input and the two fields in which it is answered."""

    person: Person
    used: BoundField
    because: BoundField


class ConsiderationsForm(NamedForm):
    """Each input answered: used, or not used because. What is left open stays open."""

    name = "considerations"

    def __init__(self, people: Iterable[Person], kept: dict[str, Consideration], data: Any = None) -> None:
        super().__init__(data)
        self.people = list(people)
        for person in self.people:
            done = kept.get(str(person.pk))
            self.fields[f"used-{person.pk}"] = forms.ChoiceField(
                label=_("%(name)s's input was") % {"name": person.first_name},
                choices=[(USED, _("Used")), (UNUSED, _("Not used"))],
                widget=forms.RadioSelect,
                required=False,
                initial=(USED if done.used else UNUSED) if done else None,
            )
            self.fields[f"because-{person.pk}"] = words(_("How, or why not"), 1, required=False)
            self.fields[f"because-{person.pk}"].initial = done.because if done else ""

    @property
    def lines(self) -> list[Line]:
        return [Line(person, self[f"used-{person.pk}"], self[f"because-{person.pk}"]) for person in self.people]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for person in self.people:
            if cleaned.get(f"used-{person.pk}") == UNUSED and not cleaned.get(f"because-{person.pk}"):
                message = _("Say to %(name)s why it was not used.") % {"name": person.first_name}
                self.add_error(f"because-{person.pk}", message)
        return cleaned

    def answers(self) -> list[Answer]:
        given = self.cleaned_data
        return [
            Answer(person, given[f"used-{person.pk}"] == USED, given[f"because-{person.pk}"])
            for person in self.people
            if given[f"used-{person.pk}"]
        ]


class BallotForm(MakingForm):
    """Who votes, on what, until when."""

    name = "ballot"

    proposal = forms.ChoiceField(label=_("The proposal"), widget=forms.RadioSelect)
    voters = forms.MultipleChoiceField(label=_("Who votes"), widget=forms.CheckboxSelectMultiple)
    opens_at = OpeningField()

    def __init__(self, case: Case, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        people = {role.person_id: role.person for role in case.roles}
        self.people = {str(key): person for key, person in people.items()}
        self.terms = Terms.of(case.decision)
        self.options = {option.letter: option for option in case.decision.standing_options}
        voters = self.fields["voters"]
        voters.choices = [(key, person.full_name) for key, person in self.people.items()]  # type: ignore[attr-defined]
        voters.initial = [str(person.pk) for person in voters_of(case)]
        proposal = self.fields["proposal"]
        proposal.choices = [(letter, each.name) for letter, each in self.options.items()]  # type: ignore[attr-defined]
        if case.decision.method not in ON_A_PROPOSAL:
            del self.fields["proposal"]

    def asked(self) -> list[Person]:
        return [self.people[key] for key in self.cleaned_data["voters"]]

    def proposed(self) -> Option | None:
        return self.options.get(self.cleaned_data.get("proposal", ""))


class ResolveForm(NamedForm):
    """What was decided, in words, and why."""

    name = "resolve"

    option = forms.ChoiceField(label=_("We choose"), widget=forms.RadioSelect)
    options = forms.MultipleChoiceField(label=_("We choose"), widget=forms.CheckboxSelectMultiple)
    text = words(_("What we decided"), 3, help_text=_("One or two sentences that can stand alone in ten years."))
    because = words(_("Because"), 3)
    settled_how = words(_("Who settled it, and how"), required=False)

    def __init__(self, case: Case, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_letter = {option.letter: option for option in case.decision.standing_options}
        count = ballot_count(case) or {}
        self.elected, self.contested = count.get("elected", []), count.get("contested", [])
        named = [(letter, option.name) for letter, option in self._offered(bool(count)).items()]
        several = case.decision.seats > 1
        del self.fields["option" if several else "options"]
        field = self.fields["options" if several else "option"]
        none = [] if self.elected or self.contested or several else [(NONE, _("None of these"))]
        field.choices = [*named, *none]  # type: ignore[attr-defined]
        field.initial = self.elected if several else next(iter(self.elected), None)
        left_open = bool(count) and (len(self.elected) < case.decision.seats)
        self.fields["settled_how"].required = left_open
        if not left_open:
            del self.fields["settled_how"]

    def _offered(self, is_counted: bool) -> dict[str, Option]:
        """What the ballot leaves to choose from: all of them where it settled nothing."""
        letters: Sequence[str] = [*self.elected, *self.contested] if is_counted else ()
        return {letter: self.by_letter[letter] for letter in (letters or self.by_letter)}

    def chosen(self) -> list[Option]:
        """In the order of their seats: those the ballot elected, then the others."""
        sent = self.cleaned_data.get("options") or [self.cleaned_data.get("option", NONE)]
        letters = [
            *(each for each in self.elected if each in sent),
            *(each for each in sent if each not in self.elected),
        ]
        return [self.by_letter[letter] for letter in letters if letter in self.by_letter]
