"""What all pages of the settings show: their tabs."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consort.core.models import Person
from consort.organization.policy import may_administer

FOR_ALL = {"you", "members", "confidentiality"}
TABS: list[tuple[str, str | Promise]] = [
    ("you", _("You")),
    ("details", _("Organization")),
    ("members", _("Members")),
    ("departments", _("Departments")),
    ("confidentiality", _("Confidentiality")),
    ("email", _("Email")),
    ("backup", _("Backup and export")),
    ("audit", _("Audit log")),
]


def add_tab(address: str, title: str | Promise, *, after: str, for_all: bool) -> None:
    """Show a page of another package among the settings. `address` is its name, such as `channels:reach`."""
    names = [name for name, _title in TABS]
    TABS.insert(names.index(after) + 1, (address, title))
    if for_all:
        FOR_ALL.add(address)


@dataclass(frozen=True)
class Tab:
    title: str | Promise
    url: str
    is_current: bool


def common(person: Person, current: str) -> dict[str, Any]:
    """The tabs open to `person`. Runs no query."""
    administers = may_administer(person)
    shown = [(name, title) for name, title in TABS if administers or name in FOR_ALL]
    slug = person.organization.slug
    tabs = [Tab(title, reverse(_address(name), args=[slug]), name == current) for name, title in shown]
    return {"settings_tabs": tabs, "administers": administers}


def _address(name: str) -> str:
    return name if ":" in name else f"organization:{name}"
