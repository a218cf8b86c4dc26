"""The page on which a question is framed: one form, kept as a draft or sent on its way."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Level, Partnership, Person
from consort.core.queries import colleagues_of, partnerships_of
from consort.decisions.forms.rows import (
    ForecastRows,
    OptionsTable,
    PeopleRows,
    kept_forecasts,
    kept_options,
    kept_people,
    sent_forecasts,
    sent_options,
    sent_people,
)
from consort.decisions.frames import Audience, Frame
from consort.decisions.models import Base, Decision, Method, Share

FEW = 40
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = "%Y-%m-%dT%H:%M"
METHOD_DETAILS = {
    Method.CONSENT.value: _("It passes when nobody who decides or must agree objects"),
    Method.CONSENSUS.value: _("It passes when everyone who is asked agrees"),
    Method.ADVICE.value: _("One named person decides, after asking and answering those who give input"),
    Method.MAJORITY.value: _("More than half, on a base that is stated before"),
    Method.SUPERMAJORITY.value: _("A larger share, on a base that is stated before"),
    Method.APPROVAL.value: _("Everyone names all they could accept"),
    Method.SCORE.value: _("Everyone scores every option; the highest mean is chosen"),
    Method.STAR.value: _("Everyone scores; of the best two, the one that more people prefer"),
    Method.SCHULZE.value: _("Everyone orders the options; each pair is compared"),
    Method.INSTANT_RUNOFF.value: _("Everyone orders the options; the last falls out, again and again"),
    Method.RANKED_PAIRS.value: _("Everyone orders the options; the clearest comparisons hold first"),
    Method.MINIMAX.value: _("Everyone orders the options; the one whose worst defeat is mildest"),
    Method.BORDA.value: _("Everyone orders the options; points for each one below"),
}
ORDER = ("input_closes", "debate_until", "resolve_by", "commit_by", "review_on")


if TYPE_CHECKING:
    _FrameForm = forms.ModelForm[Decision]
else:
    _FrameForm = forms.ModelForm


class FrameForm(_FrameForm):
    """The plain fields; `FramePage` adds what repeats."""

    audience = forms.ChoiceField(label=_("Besides everyone with a part in it"))

    class Meta:
        model = Decision
        fields = [
            "question", "context", "method", "base", "share", "quorum", "seats", "way_back", "rule",
            "input_closes", "debate_until", "resolve_by", "commit_by", "review_on",
        ]  # fmt: skip
        widgets = {
            "question": forms.TextInput(attrs={"autocomplete": "off"}),
            "context": forms.Textarea(attrs={"rows": 2}),
            "method": forms.RadioSelect(),
            "seats": forms.NumberInput(attrs={"min": 1, "max": 25}),
            "quorum": forms.NumberInput(attrs={"min": 0, "max": 100}),
            "input_closes": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
            **dict.fromkeys(ORDER[1:], DAY),
        }
        labels = {"question": _("In one sentence")}
        help_texts = {
            "question": _("It ends with a question mark."),
            "context": _("What happens if nothing is decided, and when."),
            "way_back": _("How hard it would be to undo: time and money."),
            "rule": _("Such as: “If not by 30 Oct, the board chair is asked.”"),
            "review_on": _("On this day we judge how we decided, then look at what happened."),
            "commit_by": _("Until then everyone with a part says where they stand."),
        }
        error_messages = {"question": {"required": _("Write the question down first.")}}

    def __init__(self, *args: Any, partnerships: list[Partnership], reader: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        named = [(f"partnership:{each.pk}", each.name_for(reader)) for each in partnerships]
        levels = [
            (Level.LEADERS.value, _("All leaders")),
            (Level.ORGANIZATION.value, _("Everyone in the organization")),
            (Level.ME.value, _("Only those with a part in it")),
        ]
        audience = self.fields["audience"]
        audience.choices = [*named, *levels]  # type: ignore[attr-defined]
        for name in ("method", "base", "share", "quorum", "seats"):
            self.fields[name].required = False

    def clean_method(self) -> str:
        return self.cleaned_data["method"] or Method.CONSENT

    def clean_base(self) -> str:
        return self.cleaned_data["base"] or Base.CAST

    def clean_share(self) -> str:
        return self.cleaned_data["share"] or Share.TWO_THIRDS

    def clean_quorum(self) -> int:
        quorum = self.cleaned_data["quorum"] or 0
        if quorum > 100:
            raise forms.ValidationError(_("A quorum is at most 100 per cent."))
        return int(quorum)

    def clean_seats(self) -> int:
        return self.cleaned_data["seats"] or 1

    def clean(self) -> dict[str, Any]:
        """Each date at or after the one before."""
        cleaned = super().clean() or self.cleaned_data
        latest: date | None = None
        for name in ORDER:
            value = cleaned.get(name)
            day = timezone.localtime(value).date() if isinstance(value, datetime) else value
            if day and latest and day < latest:
                self.add_error(name, _("This lies before the date above it."))
            latest = max(filter(None, (latest, day)), default=None)
        return cleaned

    def _post_clean(self) -> None:
        """The form makes plain data; the model is written by the action."""


class FramePage:
    """Everything on the page. `frame()` is what it says, once `is_valid()`."""

    def __init__(self, reader: Person, decision: Decision | None = None, data: QueryDict | None = None) -> None:
        self.reader, self.decision = reader, decision
        self.everyone = list(colleagues_of(reader))
        self.partnerships = partnerships_of(reader)
        initial = _initial(decision, self.partnerships)
        self.form = FrameForm(data, initial=initial, partnerships=self._offered(), reader=reader)
        self.options: OptionsTable = sent_options(data) if data else kept_options(decision)
        self.forecasts: ForecastRows = sent_forecasts(data) if data else kept_forecasts(decision)
        self.people: PeopleRows = (
            sent_people(data, self.everyone) if data else kept_people(decision, self._candidates())
        )

    def add(self, what: str) -> None:
        """One more row, without keeping anything."""
        if what == "forecast":
            self.forecasts.add()
        elif what == "person":
            self.people.add(self.everyone)
        else:
            self.options.add(what)
        self.form.errors.clear()

    def is_valid(self) -> bool:
        self._options, self._criteria = self.options.kept()
        named = [letter for letter, title in zip(self.options.letters, self.options.titles, strict=True) if title]
        self._forecasts = self.forecasts.kept(named)
        return self.form.is_valid() and not self.options.errors and not self.forecasts.errors

    def frame(self) -> Frame:
        plain = {name: value for name, value in self.form.cleaned_data.items() if name != "audience"}
        return Frame(
            **plain,
            options=self._options,
            criteria=self._criteria,
            forecasts=self._forecasts,
            roles=self.people.kept(),
            audience=self._audience(self.form.cleaned_data["audience"]),
        )

    def _audience(self, chosen: str) -> Audience:
        kind, _colon, key = chosen.partition(":")
        if kind != "partnership":
            return Audience(Level(kind))
        return Audience(Level.PARTNERSHIP, next(each for each in self._offered() if str(each.pk) == key))

    def _offered(self) -> list[Partnership]:
        """The reader's own partnerships, and the one it belongs to already."""
        kept = self.decision.partnership if self.decision else None
        return [*self.partnerships, *([kept] if kept and kept not in self.partnerships else [])]

    def _candidates(self) -> list[Person]:
        """Who comes to mind: all leaders where they are few, else those one leads with."""
        leaders = [person for person in self.everyone if person.is_leader]
        if len(leaders) <= FEW:
            return leaders
        close = {person.pk for partnership in self.partnerships for person in partnership.members}
        return [person for person in leaders if person.pk in close or person == self.reader]


def _initial(decision: Decision | None, partnerships: list[Partnership]) -> dict[str, Any]:
    if decision is None:
        team = max(partnerships, key=lambda each: len(each.members), default=None)
        return _dates() | {"audience": f"partnership:{team.pk}" if team else Level.LEADERS.value, "seats": 1}
    kept = {name: getattr(decision, name) for name in FrameForm.Meta.fields}
    if decision.input_closes:
        kept["input_closes"] = timezone.localtime(decision.input_closes).replace(tzinfo=None)
    is_shared = decision.visibility == Level.PARTNERSHIP and decision.partnership_id
    return kept | {"audience": f"partnership:{decision.partnership_id}" if is_shared else decision.visibility}


def _dates() -> dict[str, Any]:
    """A week for input, a week for debate, a week to resolve, three days to commit, half a year to see."""
    today = clock.today()
    days = dict(zip(ORDER, (7, 14, 21, 24, 180), strict=True))
    dates: dict[str, Any] = {name: today + timedelta(days=after) for name, after in days.items()}
    dates["input_closes"] = datetime.combine(dates["input_closes"], time(17))
    return dates
