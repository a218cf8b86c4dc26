"""What is sent when files are brought in and taken out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consort.core.models import Level, Partnership, Person
from consort.core.queries import colleagues_of, partnerships_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.gathering import Wish
from consort.vision.exchange.stratml.grammar import Part
from consort.vision.exchange.stratml.parsing import LARGEST_FILE
from consort.vision.models import Cycle, Source
from consort.web.bringing import FileForm


class PlanFileForm(FileForm):
    """A plan or a table, and what the file does not say."""

    largest = LARGEST_FILE
    lead = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Who leads what the file gives to nobody?"),
        required=False,
        empty_label=_("Nobody yet"),
    )
    cycle = forms.ModelChoiceField(
        Cycle.objects.none(), label=_("In which cycle are new objectives?"), required=False, empty_label=_("In none")
    )
    visible_to = forms.ChoiceField(label=_("Who can see what is new?"), initial=Level.LEADERS.value)

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["file"].label = _("StratML, CSV or XLSX file")
        self.fields["file"].help_text = _("A plan as XML, 10 MB at most; a table of objectives, 2 MB at most.")
        self.fields["text"].label = _("Or paste a table")
        self._offer("lead", colleagues_of(person))
        self._offer("cycle", Cycle.objects.visible_to(person).exclude(stage=Cycle.Stage.CLOSED))
        self.partnerships = {str(each.pk): each for each in partnerships_of(person)}
        levels = [(level.value, level.label) for level in (Level.LEADERS, Level.ORGANIZATION, Level.ME)]
        own = [(key, each.name_for(person)) for key, each in self.partnerships.items()]
        visible_to = self.fields["visible_to"]
        assert isinstance(visible_to, forms.ChoiceField)
        visible_to.choices = [*levels, *own]

    def _offer(self, name: str, queryset: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset

    def choices(self) -> Choices:
        """What was chosen. Raises KeyError unless the form is valid."""
        seen = self.cleaned_data["visible_to"]
        partnership: Partnership | None = self.partnerships.get(seen)
        level = Level.PARTNERSHIP if partnership else Level(seen)
        return Choices(self.cleaned_data["lead"], self.cleaned_data["cycle"], level, partnership)


class TakeOutForm(forms.Form):
    """Which part of StratML, and what of the strategy."""

    part = forms.ChoiceField(
        label=_("In which form?"),
        choices=[(2, _("StratML Part 2, with measures and results")), (1, _("StratML Part 1, goals and objectives"))],
        widget=forms.RadioSelect,
        required=False,
        initial=2,
    )
    what = forms.ChoiceField(label=_("What leaves?"))
    status = forms.BooleanField(
        label=_("With states, confidence, dependencies and initiatives as lines of text"), required=False, initial=True
    )

    def __init__(self, *arguments: Any, person: Person, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.sources = {f"plan-{each.pk}": each for each in Source.objects.visible_to(person)}
        self.cycles = {f"cycle-{each.pk}": each for each in Cycle.objects.visible_to(person)}
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)
        what.choices = [
            ("", _("Everything that is open, as far as you may see it")),
            *((key, _("The objectives of %s") % each.name) for key, each in self.cycles.items()),
            *((key, _("The plan “%s” that was brought in") % each.name) for key, each in self.sources.items()),
        ]
        what.required = False

    def clean_part(self) -> Part:
        return Part(int(self.cleaned_data["part"] or Part.TWO))

    def wish(self) -> Wish:
        """What is asked for. Raises KeyError unless the form is valid."""
        found = self.cleaned_data
        return Wish(self.sources.get(found["what"]), self.cycles.get(found["what"]), found["status"])
