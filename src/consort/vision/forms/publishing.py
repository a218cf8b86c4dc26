"""Drafting what is published, answering it, marking answers, and opening the public page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Partnership, Person
from consort.core.queries import partnerships_of
from consort.vision.models import Ask, Audience, Edition, Publication, Reader, Section
from consort.vision.publishing.drafts import Draft
from consort.vision.publishing.snapshots import Thing
from consort.vision.queries.publishing import key_of, wordable
from consort.web.widgets import DayInput

ASK_DETAILS = {
    Ask.READ.value: _("One button"),
    Ask.UNDERSTOOD.value: _("“What does this ask of us?” Only you read the answers, with names"),
    Ask.SIGNS.value: _("With a reservation if they have one, which everyone sees beside the name"),
}
LONGEST = 4000
SETTLED = ("title", "published_to", "departments", "partnership")
GROUPS: dict[str, str | Promise] = {
    "purpose": _("Vision and mission"),
    "priority": _("Priorities"),
    "objective": _("Objectives, with their key results"),
}


@dataclass(frozen=True)
class Choosable:
    """A thing with its box."""

    value: str
    title: str
    chosen: bool


class DraftForm(forms.Form):
    """What is published, to whom, and what is asked of them. Later editions only say what and why."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    title = forms.CharField(label=_("What is it called?"), max_length=120, help_text=_("Readers see it first."))
    words = forms.CharField(
        label=_("In your own words"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What this is, and why now. It stands first."),
    )
    because = forms.CharField(
        label=_("Why did it change?"), max_length=300, required=False, help_text=_("Readers see it above the changes.")
    )
    things = forms.MultipleChoiceField(label=_("What is published?"), required=False)
    published_to = forms.ChoiceField(label=_("To whom?"), choices=Audience.choices, widget=forms.RadioSelect)
    departments = forms.ModelMultipleChoiceField(
        Department.objects.none(),
        label=_("Which departments?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those below them are included."),
    )
    partnership = forms.ModelChoiceField(
        Partnership.objects.none(), label=_("Which partnership?"), required=False, empty_label=_("None")
    )
    asks = forms.ChoiceField(label=_("What do you ask for?"), choices=Ask.choices, widget=forms.RadioSelect)
    due = forms.DateField(label=_("By when?"), required=False, widget=DayInput)
    every = forms.IntegerField(
        label=_("Days between reminders"),
        min_value=1,
        max_value=90,
        required=False,
        help_text=_("Only those who owe an answer are reminded. Empty: nobody, unless you say so."),
    )

    def __init__(self, *arguments: Any, person: Person, edition: Edition | None = None, **more: Any) -> None:
        self.person, self.edition = person, edition
        self.wordable = wordable(person)
        super().__init__(*arguments, **{"initial": _initial(edition)} | more)
        things = self.fields["things"]
        assert isinstance(things, forms.MultipleChoiceField)
        things.choices = [(_value(thing), str(thing)) for thing in self.wordable]
        self._offer("departments", Department.objects.filter(organization=person.organization_id))
        own = [partnership.pk for partnership in partnerships_of(person)]
        self._offer("partnership", Partnership.objects.filter(pk__in=own).prefetch_related("seats__person"))
        if edition:
            del self.fields["id"]
        if edition and edition.number > 1:
            for name in SETTLED:
                del self.fields[name]
        else:
            del self.fields["because"]

    def _offer(self, name: str, queryset: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset

    @property
    def groups(self) -> list[tuple[str | Promise, list[Choosable]]]:
        """What can be chosen, by kind; empty kinds are left out."""
        chosen = set(self["things"].value() or ())
        found = []
        for kind, label in GROUPS.items():
            of_kind = [thing for thing in self.wordable if key_of(thing)[0] == kind]
            boxes = [Choosable(_value(thing), str(thing), _value(thing) in chosen) for thing in of_kind]
            if boxes:
                found.append((label, boxes))
        return found

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due and due < clock.today():
            raise forms.ValidationError(_("This day has passed."))
        return due

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not found.get("things") and not (found.get("words") or "").strip() and "words" not in self.errors:
            self.add_error("things", _("Choose something, or say something in your own words."))
        audience = found.get("published_to")
        if audience == Audience.DEPARTMENTS and not found.get("departments"):
            self.add_error("departments", _("Say to which departments."))
        if audience == Audience.PARTNERSHIP and not found.get("partnership"):
            self.add_error("partnership", _("Say to which partnership."))
        return found

    def draft(self) -> Draft:
        """What the form says, once it is valid."""
        found = self.cleaned_data
        chosen = set(found["things"])
        publication = self.edition.publication if self.edition else None
        settled = publication and self.edition and self.edition.number > 1
        return Draft(
            title=publication.title if publication and settled else found["title"],
            things=[thing for thing in self.wordable if _value(thing) in chosen],
            words=found["words"],
            published_to=Audience(publication.published_to if publication and settled else found["published_to"]),
            departments=list(publication.departments.all() if publication and settled else found["departments"]),
            partnership=publication.partnership if publication and settled else found["partnership"],
            asks=Ask(found["asks"]),
            due=found["due"],
            every=found["every"],
            because=found.get("because", ""),
        )


def _value(thing: Thing) -> str:
    kind, key = key_of(thing)
    return f"{kind}:{key}"


def _initial(edition: Edition | None) -> dict[str, Any]:
    if edition is None:
        return {"published_to": Audience.LEADERS.value, "asks": Ask.UNDERSTOOD.value, "every": 7}
    publication, sections = edition.publication, list(edition.sections.all())
    own = [part["text"] for section in sections if not section.thing_kind for part in section.parts]
    return {
        "title": publication.title,
        "words": "\n\n".join(own),
        "because": edition.because,
        "things": [f"{section.thing_kind}:{section.thing_id}" for section in sections if section.thing_kind],
        "published_to": publication.published_to,
        "departments": [department.pk for department in publication.departments.all()],
        "partnership": publication.partnership_id,
        "asks": edition.asks,
        "due": edition.due,
        "every": edition.every,
    }


class AnswerForm(forms.Form):
    """What a reader answers; which fields there are depends on what was asked."""

    words = forms.CharField(
        label=_("What does this ask of us?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences, as you would say it to your people."),
    )
    about = forms.ChoiceField(label=_("Which part asks most of you?"), required=False)
    reservation = forms.CharField(
        label=_("A reservation"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stays beside your name, and everyone it was published to sees it."),
    )

    def __init__(self, *arguments: Any, asks: Ask, sections: Sequence[Section], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.sections = {str(section.pk): section for section in sections}
        about = self.fields["about"]
        assert isinstance(about, forms.ChoiceField)
        titled = [(key, section.title) for key, section in self.sections.items() if section.thing_kind]
        about.choices = [("", _("All of it alike")), *titled]
        for name in ("words", "about") if asks != Ask.UNDERSTOOD else ():
            del self.fields[name]
        if asks != Ask.SIGNS:
            del self.fields["reservation"]

    def answer(self) -> dict[str, Any]:
        """The arguments of the action, once the form is valid."""
        found = dict(self.cleaned_data)
        if "about" in found:
            found["about"] = self.sections.get(found["about"])
        return found


class MarkForm(forms.Form):
    """How what somebody wrote stands to its source, and what came of talking about it."""

    mark = forms.ChoiceField(choices=[choice for choice in Reader.Mark.choices if choice[0]])
    note = forms.CharField(label=_("What came of it"), max_length=300, required=False)


class PermitForm(forms.Form):
    """Leave to publish, or not."""

    permitted = forms.ChoiceField(choices=[("yes", _("Agree")), ("no", _("Decline"))], widget=forms.HiddenInput)
    because = forms.CharField(
        label=_("Why, or why not"), max_length=300, required=False, help_text=_("Whoever publishes it reads this.")
    )


class PublicPageForm(forms.Form):
    """What the world sees, and the reader's word that this is meant."""

    sections = forms.MultipleChoiceField(
        label=_("On the public page"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one section.")},
    )
    indexed = forms.BooleanField(
        label=_("Search engines may list it"),
        required=False,
        help_text=_("Otherwise the page asks them not to."),
    )
    sure = forms.BooleanField(
        label=_("Everybody in the world may read this, without an account"),
        error_messages={"required": _("Say that this is meant. Nothing was opened.")},
    )

    def __init__(self, *arguments: Any, publication: Publication, sections: Sequence[Section], **more: Any) -> None:
        initial = {
            "sections": [str(section.pk) for section in sections if section.is_public],
            "indexed": publication.indexed,
        }
        super().__init__(*arguments, **{"initial": initial} | more)
        self.by_key = {str(section.pk): section for section in sections}
        field = self.fields["sections"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, section.title) for key, section in self.by_key.items()]

    def chosen(self) -> list[Section]:
        return [self.by_key[key] for key in self.cleaned_data["sections"]]
