"""What is sent about objectives."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consort.core.models import Department, Level, Partnership, Person
from consort.core.queries import partnerships_of
from consort.vision.forms.fields import LeadsField, MakingForm, because, day, words
from consort.vision.models import Cycle, Objective, Priority
from consort.vision.models.objective import Scope
from consort.vision.queries.objectives import open_priorities

PLAIN = ("title", "why", "cycle", "begins", "due", "next_look", "trigger")
THEIRS = "theirs"


class ObjectiveForm(MakingForm):
    """An objective: what, why, whose, led by whom, by when, and what it serves."""

    title = forms.CharField(
        label=_("What do you want to reach?"), max_length=160, help_text=_("A state one can see, in one line.")
    )
    why = words(_("Why does it matter?"), help_text=_("One or two sentences that stand under the title."))
    whose = forms.ChoiceField(label=_("Whose is it?"))
    leads = LeadsField(help_text=_("Each of them is asked to agree. More than one answer for it together."))
    serves = forms.ModelMultipleChoiceField(
        Priority.objects.none(), label=_("Which priorities does it serve?"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    cycle = forms.ModelChoiceField(
        Cycle.objects.none(), label=_("In which cycle?"), required=False, empty_label=_("In none")
    )
    begins = day(_("Begins"))
    due = day(_("Reached by"))
    next_look = day(_("Next look"), _("When you look at it together."))
    trigger = words(
        _("What do you do if it is off plan then?"),
        help_text=_("Agreed now, while nobody has to defend anything."),
    )
    visible_to = forms.ChoiceField(label=_("Who can see it?"), initial=Level.LEADERS.value)
    because = because(_("Why is it changed?"), help_text=_("It was agreed. Your reason stays on record."))

    def __init__(self, *args: Any, person: Person, objective: Objective | None = None, **more: Any) -> None:
        if objective is not None:
            more["initial"] = _kept(objective) | more.get("initial", {})
        super().__init__(*args, **more)
        self.person, self.objective = person, objective
        if objective is None or objective.state == Objective.State.DRAFT:
            del self.fields["because"]
        self._offer()

    def _offer(self) -> None:
        kept = self.objective
        self.partnerships = {str(each.pk): each for each in _own(self.person, kept)}
        departments = Department.objects.filter(organization=self.person.organization_id)
        self.departments = {str(each.pk): each for each in departments}
        self._choose("whose", self._whose())
        self._choose("visible_to", _readers())
        leads = self.fields["leads"]
        assert isinstance(leads, LeadsField)
        leads.offer(self.person, Q(objectives_led=kept) if kept else None)
        cycles = Cycle.objects.visible_to(self.person)
        self._query("cycle", cycles.filter(~Q(stage=Cycle.Stage.CLOSED) | Q(pk=kept.cycle_id if kept else None)))
        self._query("serves", open_priorities(self.person))

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _query(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    def _whose(self) -> list[Any]:
        ours = [(f"partnership:{key}", each.name_for(self.person)) for key, each in self.partnerships.items()]
        parts = [(f"department:{key}", each.name) for key, each in self.departments.items()]
        return [
            (Scope.ORGANIZATION.value, Scope.ORGANIZATION.label),
            (Scope.PERSON.value, _("Mine alone")),
            (_("A partnership"), ours),
            (_("A department"), parts),
        ]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        begins, due = found.get("begins"), found.get("due")
        if begins and due and begins >= due:
            self.add_error("due", _("It would have to be reached before it begins."))
        is_shared = found.get("whose", "").partition(":")[2]
        if found.get("visible_to") == THEIRS and not is_shared:
            self.add_error("visible_to", _("It belongs to no partnership or department: say who else can see it."))
        return found

    def what(self) -> dict[str, Any]:
        """The fields of the action."""
        cleaned = self.cleaned_data
        scope, _colon, key = cleaned["whose"].partition(":")
        partnership = self.partnerships.get(key) if scope == "partnership" else None
        department = self.departments.get(key) if scope == "department" else None
        return {
            **{name: cleaned[name] for name in PLAIN},
            "scope": Scope(scope),
            "partnership": partnership,
            "department": department,
            "visibility": _level(cleaned["visible_to"], scope),
            "leads": cleaned["leads"],
        }


def _level(chosen: str, scope: str) -> Level:
    if chosen == THEIRS:
        return Level.PARTNERSHIP if scope == "partnership" else Level.DEPARTMENT
    return Level(chosen)


def _readers() -> list[tuple[str, Any]]:
    return [
        (Level.LEADERS.value, Level.LEADERS.label),
        (Level.ORGANIZATION.value, Level.ORGANIZATION.label),
        (THEIRS, _("Only those to whom it belongs")),
        (Level.ME.value, _("Only me and who leads it")),
    ]


def _own(reader: Person, objective: Objective | None) -> list[Partnership]:
    """The reader's own partnerships, and the one it belongs to already."""
    own, kept = partnerships_of(reader), objective.partnership if objective else None
    return [*own, *([kept] if kept and kept not in own else [])]


def _kept(objective: Objective) -> dict[str, Any]:
    keys = {Scope.PARTNERSHIP: objective.partnership_id, Scope.DEPARTMENT: objective.department_id}
    key = keys.get(Scope(objective.scope))
    shared = objective.visibility in (Level.PARTNERSHIP, Level.DEPARTMENT)
    return {name: getattr(objective, name) for name in PLAIN} | {
        "whose": f"{objective.scope}:{key}" if key else objective.scope,
        "leads": list(objective.leads.all()),
        "visible_to": THEIRS if shared else objective.visibility,
    }


class ClosingForm(forms.Form):
    """How an objective ended, and what it taught."""

    ending = forms.ChoiceField(label=_("How did it end?"), choices=Objective.Ending.choices, widget=forms.RadioSelect)
    learned = words(
        _("What did we learn?"),
        3,
        help_text=_("Whoever does something like it next reads this. Needed unless it was reached."),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("ending") not in (None, "", Objective.Ending.REACHED) and not found.get("learned"):
            self.add_error("learned", _now("Say in a few words what was learned."))
        return found


class ReasonForm(forms.Form):
    """A reason, and nothing else."""

    because = because(_("Why?"), _("Your reason stays on record."))


def new_initial(person: Person, today: date) -> dict[str, Any]:
    """What an empty form begins with: the reader leads it, until the end of the year."""
    return {"id": uuid4(), "leads": [person], "begins": today, "whose": Scope.ORGANIZATION.value}
