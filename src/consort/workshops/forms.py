"""Forms for planning workshops and for what is said in them."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.commitments.days import today_of
from consort.core import clock
from consort.core.models import Partnership, Person
from consort.core.queries import colleagues_of
from consort.rounds.models import Round
from consort.web.widgets import DayInput, MomentInput
from consort.workshops.activities import Takes, behaviour_of
from consort.workshops.models import Activity, ActivityKind, Workshop
from consort.workshops.scripts import Step, Thing

LEADERS = "leaders"


class TimeForm(forms.Form):
    """What it is called, what for, and when."""

    title = forms.CharField(label=_("Name"), max_length=120)
    purpose = forms.CharField(
        label=_("What should be true afterwards?"), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )
    starts_at = forms.DateTimeField(label=_("When does it begin?"), widget=MomentInput)


class PlanForm(TimeForm):
    """The same, and with whom."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    with_whom = forms.ChoiceField(
        label=_("With whom?"), help_text=_("Its members take part and read of it; others can be invited besides.")
    )
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("Who else is invited?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        mine = Partnership.objects.filter(id__in=person.partnership_ids, ended=None).prefetch_related("seats__person")
        self.partnerships = {str(each.pk): each for each in mine}
        whom = self.fields["with_whom"]
        assert isinstance(whom, forms.ChoiceField)
        named = [(key, each.name_for(person)) for key, each in self.partnerships.items()]
        whom.choices = [*named, (LEADERS, _("Whoever is chosen below; all leaders read of it"))]
        people = self.fields["people"]
        assert isinstance(people, forms.ModelMultipleChoiceField)
        people.queryset = colleagues_of(person).exclude(pk=person.pk)

    def clean_starts_at(self) -> Any:
        at = self.cleaned_data["starts_at"]
        if at < clock.now():
            raise forms.ValidationError(_("This time has passed. Choose a later one."))
        return at

    @property
    def partnership(self) -> Partnership | None:
        return self.partnerships.get(self.cleaned_data["with_whom"])

    @property
    def everybody(self) -> tuple[Person, ...]:
        """The members of the partnership, and who else is invited."""
        members = [seat.person for seat in self.partnership.seats.all() if not seat.left] if self.partnership else []
        return tuple(dict.fromkeys([*members, *self.cleaned_data["people"]]))


class InviteForm(forms.Form):
    """More people, also while it goes on."""

    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("Who else?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *arguments: Any, workshop: Workshop, **more: Any) -> None:
        super().__init__(*arguments, **more)
        people = self.fields["people"]
        assert isinstance(people, forms.ModelMultipleChoiceField)
        invited = workshop.participants.filter(left_at=None).values("person")
        everyone = Person.objects.filter(organization=workshop.organization_id, left=None)
        people.queryset = everyone.exclude(pk__in=invited)


class HandOverForm(forms.Form):
    """Who leads from now on."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("Hand over to"), empty_label=_("Choose somebody"))

    def __init__(self, *arguments: Any, workshop: Workshop, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        there = workshop.participants.filter(left_at=None).values("person")
        field.queryset = Person.objects.filter(pk__in=there, left=None).exclude(pk=person.pk)


class CommitForm(forms.Form):
    """A promise in front of everybody."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    what = forms.CharField(label=_("I will …"), max_length=240)
    receiver = forms.ModelChoiceField(Person.objects.none(), label=_("For whom?"), empty_label=_("Choose somebody"))
    due = forms.DateField(label=_("By when?"), widget=DayInput)
    cue = forms.CharField(label=_("When and how?"), max_length=300, required=False)

    def __init__(self, *arguments: Any, person: Person, workshop: Workshop, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.person = person
        field = self.fields["receiver"]
        assert isinstance(field, forms.ModelChoiceField)
        there = workshop.participants.values("person")
        field.queryset = Person.objects.filter(pk__in=there, left=None).exclude(pk=person.pk)

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due < today_of(self.person):
            raise forms.ValidationError(_("This day has passed. Choose today or a later day."))
        return due


class ScriptFileForm(forms.Form):
    """A script that somebody sent."""

    file = forms.FileField(label=_("Script file"), help_text=_("A .json file from Consort, 200 kB at most."))


class ActivityForm(forms.Form):
    """One activity of the script."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(label=_("What is done?"), choices=ActivityKind.choices)
    title = forms.CharField(label=_("Name"), max_length=80)
    question = forms.CharField(
        label=_("Question"), max_length=300, required=False, help_text=_("What everybody reads in large letters.")
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=480, initial=10)
    earlier = forms.ChoiceField(
        label=_("Takes up"),
        required=False,
        help_text=_("An earlier activity that is revealed, talked about or asked again, or that brings the items."),
    )
    items = forms.CharField(
        label=_("Items"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("One to a line; after a bar what explains it, or the other pole: “We plan | We try”."),
    )
    names = forms.ChoiceField(label=_("How do answers open?"), choices=Round.Mode.choices)
    note = forms.CharField(
        label=_("For whoever leads"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *arguments: Any, before: list[Activity], activity: Activity | None = None, **more: Any) -> None:
        if activity:
            more["initial"] = _initial(activity, before)
        super().__init__(*arguments, **more)
        self.settings = activity.settings if activity else {}
        field = self.fields["earlier"]
        assert isinstance(field, forms.ChoiceField)
        places = [(str(place), f"{place}. {each.title}") for place, each in enumerate(before, 1)]
        field.choices = [("", _("Nothing")), *places]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not self.errors:
            self._check(behaviour_of(found["kind"]), found)
        return found

    def _check(self, needs: Any, found: dict[str, Any]) -> None:
        has_source = bool(found["earlier"])
        if needs.takes == Takes.EARLIER and not has_source and found["kind"] != ActivityKind.DISCUSS:
            self.add_error("earlier", _("Say which earlier activity it is about."))
        if needs.takes == Takes.ITEMS and not has_source and len(self._things()) < needs.fewest:
            self.add_error("items", _("It needs items, or an earlier activity that brings them."))

    def _things(self) -> tuple[Thing, ...]:
        lines = [line.partition("|") for line in self.cleaned_data["items"].splitlines() if line.strip()]
        return tuple(Thing(title.strip(), detail.strip()) for title, _bar, detail in lines)

    @property
    def step(self) -> Step:
        found = self.cleaned_data
        return Step(
            kind=found["kind"],
            title=found["title"],
            minutes=found["minutes"],
            question=found["question"],
            note=found["note"],
            names=found["names"],
            items=() if found["earlier"] else self._things(),
            earlier=int(found["earlier"]) if found["earlier"] else None,
            settings=self.settings,
        )


def _initial(activity: Activity, before: list[Activity]) -> dict[str, Any]:
    places = {each.pk: str(place) for place, each in enumerate(before, 1)}
    lines = [" | ".join(filter(None, (each["label"], each.get("detail", "")))) for each in activity.items]
    names = ("kind", "title", "question", "minutes", "names", "note")
    own = {name: getattr(activity, name) for name in names}
    earlier = places.get(activity.source_id, "") if activity.source_id else ""
    return {**own, "id": activity.pk, "earlier": earlier, "items": "\n".join(lines)}
