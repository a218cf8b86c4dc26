"""Fields that the forms of the strategy share: who can see it, who leads it, a few sentences."""

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from consort.core.models import Level, Partnership, Person
from consort.core.queries import colleagues_of, partnerships_of
from consort.web.widgets import DayInput

FEW = 40


class MakingForm(forms.Form):
    """Carries the id of what it makes, so that sending it twice makes it once."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)


def words(label: Any, rows: int = 2, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """A field for a few sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=4000, widget=area, required=required, help_text=help_text)


def day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput, required=False, help_text=help_text)


def because(label: Any, help_text: Any = "") -> forms.CharField:
    """A reason that stays on record."""
    return forms.CharField(label=label, max_length=300, help_text=help_text)


if TYPE_CHECKING:
    _PeopleField = forms.ModelMultipleChoiceField[Person]
else:
    _PeopleField = forms.ModelMultipleChoiceField


class LeadsField(_PeopleField):
    """One or more people. Offers every leader where they are few, else those one leads with and who leads already."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **more: Any) -> None:
        super().__init__(Person.objects.none(), label=_("Led by"), required=False, **more)

    def offer(self, reader: Person, chosen: Q | None = None) -> None:
        """Fill the choices. Runs two queries."""
        self.queryset = _candidates(reader, chosen or Q(pk=None))


def _candidates(reader: Person, chosen: Q) -> QuerySet[Person]:
    colleagues = colleagues_of(reader)
    leaders = Q(is_leader=True)
    if colleagues.filter(leaders).count() > FEW:
        close = Q(seats__partnership__in=reader.partnership_ids, seats__left=None)
        leaders &= close | Q(pk=reader.pk)
    return colleagues.filter(leaders | chosen).distinct()


class AudienceField(forms.ChoiceField):
    """Who can see it. Its value is the columns of `Visible`: visibility, and a partnership where it is one's."""

    def __init__(self, **more: Any) -> None:
        super().__init__(label=_("Who can see it?"), initial=Level.LEADERS.value, **more)

    def offer(self, reader: Person, kept: Partnership | None = None) -> None:
        """The wide levels, and the reader's partnerships. Runs two queries, once per person."""
        own = partnerships_of(reader)
        self.partnerships = {str(each.pk): each for each in [*own, *([kept] if kept else [])]}
        wide = [(level.value, level.label) for level in (Level.LEADERS, Level.ORGANIZATION)]
        named = [
            (f"partnership:{key}", _("Only %s") % each.name_for(reader)) for key, each in self.partnerships.items()
        ]
        self.choices = [*wide, *named]

    def columns(self, chosen: str) -> dict[str, Any]:
        """What was chosen, as columns."""
        kind, _colon, key = chosen.partition(":")
        if kind == "partnership":
            return {"visibility": Level.PARTNERSHIP, "partnership": self.partnerships[key]}
        return {"visibility": Level(kind), "partnership": None}


def chosen_audience(thing: Any) -> str:
    """The choice that stands for the readers of `thing`."""
    if thing.visibility == Level.PARTNERSHIP and thing.partnership_id:
        return f"partnership:{thing.partnership_id}"
    return str(thing.visibility)


class LedForm(MakingForm):
    """A form for a thing that people lead and that has readers. `PLAIN` are its other fields."""

    PLAIN: ClassVar[tuple[str, ...]]
    leads = LeadsField(help_text=_("Two who answer for it together notice more than one."))
    audience = AudienceField()

    def __init__(self, *args: Any, person: Person, thing: Any = None, **more: Any) -> None:
        if thing is not None:
            more["initial"] = {name: getattr(thing, name) for name in self.PLAIN} | {
                "leads": list(thing.leads.all()),
                "audience": chosen_audience(thing),
            }
        super().__init__(*args, **more)
        leads, audience = self.fields["leads"], self.fields["audience"]
        assert isinstance(leads, LeadsField)
        assert isinstance(audience, AudienceField)
        leads.offer(person, Q(pk__in=thing.leads.values("pk")) if thing else None)
        audience.offer(person, thing.partnership if thing else None)
        self._audience = audience

    def columns(self) -> dict[str, Any]:
        """The fields of the action."""
        plain = {name: self.cleaned_data[name] for name in (*self.PLAIN, "leads")}
        return plain | self._audience.columns(self.cleaned_data["audience"])
