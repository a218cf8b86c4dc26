"""What is sent about the purpose."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consort.core.models import Level, Partnership, Person
from consort.core.queries import partnerships_of
from consort.vision.drafts import Draft
from consort.vision.forms.fields import MakingForm, day, words
from consort.vision.models import Value, WillNot

PLAIN = ("vision", "mission", "title", "begins", "ends", "because")
SPARE, MOST = 2, 30
Pairs = tuple[tuple[str, str], ...]


class PurposeForm(MakingForm):
    """The single fields; `PurposePage` adds what repeats."""

    vision = forms.CharField(
        label=_("Vision"), max_length=300, help_text=_("One sentence on how the world is when you have done it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    mission = words(_("Mission"), 3, help_text=_("What you do every day so that it comes true."))
    title = forms.CharField(
        label=_("Name of the strategy"), max_length=120, required=False, help_text=_("Such as: Strategy 2026 to 2028.")
    )
    begins = day(_("From"))
    ends = day(_("Until"))
    because = words(_("Why does it change?"), help_text=_("Those who sign read this first."))
    partnership = forms.ModelChoiceField(
        Partnership.objects.none(), label=_("Who answers for it?"), required=False,
        empty_label=_("Every leader"), help_text=_("They agree to it and sign it."),
    )  # fmt: skip
    visibility = forms.ChoiceField(
        label=_("Who can see it?"), choices=[(each.value, each.label) for each in (Level.LEADERS, Level.ORGANIZATION)]
    )

    def __init__(self, *args: Any, person: Person, kept: Partnership | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        own = [each.pk for each in partnerships_of(person) if each.name]
        field = self.fields["partnership"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Partnership.objects.filter(pk__in=[*own, *([kept.pk] if kept else [])])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        begins, ends = found.get("begins"), found.get("ends")
        if begins and ends and begins >= ends:
            self.add_error("ends", _("It ends before it begins."))
        return found


class Rows:
    """Pairs of texts in rows that can be left empty. `names` are the two fields, each as often as there are rows."""

    def __init__(self, names: tuple[str, str], most: tuple[int, int | None], pairs: Sequence[tuple[str, str]]) -> None:
        self.names, self.most = names, most
        self.rows = [*pairs[:MOST], *[("", "")] * SPARE][:MOST]
        self.error = ""

    @classmethod
    def sent(cls, names: tuple[str, str], most: tuple[int, int | None], data: QueryDict) -> "Rows":
        pairs = zip_longest(*(data.getlist(name) for name in names), fillvalue="")
        kept = [(first.strip(), second.strip()) for first, second in pairs]
        return cls(names, most, [pair for pair in kept if any(pair)])

    def is_valid(self) -> bool:
        """A row needs its first text, and neither may be too long."""
        for first, second in self.rows:
            if second and not first:
                self.error = _now("A row says why but not what: “%s”.") % second[:60]
            if len(first) > self.most[0] or len(second) > (self.most[1] or 4000):
                self.error = _now("This row is too long: “%s”.") % first[:60]
        return not self.error

    @property
    def pairs(self) -> Pairs:
        return tuple(pair for pair in self.rows if pair[0])


VALUES = (("value", "meaning"), (Value._meta.get_field("name").max_length or 0, None))
WILL_NOTS = (
    ("will_not", "why_not"),
    (WillNot._meta.get_field("text").max_length or 0, WillNot._meta.get_field("because").max_length),
)


class PurposePage:
    """One version as it is being written: the form, its values, and what the organization will not do."""

    def __init__(self, person: Person, start: Draft | None, data: QueryDict | None = None) -> None:
        kept = start.partnership if start else None
        initial = {name: getattr(start, name) for name in (*PLAIN, "partnership", "visibility")} if start else {}
        self.form = PurposeForm(data, person=person, kept=kept, initial=initial)
        if data is None:
            self.values = Rows(*VALUES, start.values if start else ())
            self.will_nots = Rows(*WILL_NOTS, start.will_nots if start else ())
        else:
            self.values, self.will_nots = Rows.sent(*VALUES, data), Rows.sent(*WILL_NOTS, data)

    def is_valid(self) -> bool:
        parts = (self.form.is_valid(), self.values.is_valid(), self.will_nots.is_valid())
        return all(parts)

    def draft(self) -> Draft:
        cleaned = self.form.cleaned_data
        return Draft(
            **{name: cleaned[name] for name in PLAIN},
            partnership=cleaned["partnership"],
            visibility=Level(cleaned["visibility"]),
            values=self.values.pairs,
            will_nots=self.will_nots.pairs,
        )


class SigningForm(MakingForm):
    """A signature, with a reservation where there is one."""

    reservation = words(
        _("Your reservation"), 3, help_text=_("Left empty, you sign without one. It stands beside your name for good.")
    )
