"""The steps of setting up. What is done is read from what there is, so that one can leave and come back."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consort.core.models import Partnership, Person
from consort.organization.mail import why_not

STEPS: list[tuple[str, str | Promise]] = [
    ("first", gettext_lazy("Your organization and you")),
    ("people", gettext_lazy("Who is to join")),
    ("partnership", gettext_lazy("Who leads together")),
    ("confidential", gettext_lazy("What stays confidential")),
]


@dataclass(frozen=True)
class Step:
    title: str | Promise
    note: str = ""
    url: str = ""
    is_done: bool = False
    is_current: bool = False


def first_steps() -> list[Step]:
    return [Step(title, is_current=name == "first") for name, title in STEPS]


def set_up(person: Person, current: str) -> dict[str, Any]:
    """The steps as far as they are done. Runs two queries."""
    notes = _notes(person)
    steps = [_step(person, name, title, notes.get(name, ""), current) for name, title in STEPS]
    number = [name for name, _title in STEPS].index(current) + 1
    return {"steps": steps, "number": number, "count": len(STEPS), "no_mail": why_not(person.organization)}


def _step(person: Person, name: str, title: str | Promise, note: str, current: str) -> Step:
    url = "" if name == "first" else reverse(f"organization:set_up_{name}", args=[person.organization.slug])
    return Step(title, note, url, is_done=bool(note) and name != current, is_current=name == current)


def _notes(person: Person) -> dict[str, str]:
    """What is done, by step, in words."""
    organization = person.organization
    others = Person.objects.filter(organization=organization, left=None).exclude(pk=person.pk).count()
    partnerships = Partnership.objects.filter(organization=organization).count()
    people = ngettext("%(count)d person", "%(count)d people", others) % {"count": others}
    formed = ngettext("%(count)d partnership", "%(count)d partnerships", partnerships) % {"count": partnerships}
    return {
        "first": _("%(organization)s, %(name)s") % {"organization": organization.name, "name": person.full_name},
        "people": people if others else "",
        "partnership": formed if partnerships else "",
    }
