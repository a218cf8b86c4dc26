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
    tabs = [Tab(title, reverse(f"organization:{name}", args=[slug]), name == current) for name, title in shown]
    return {"settings_tabs": tabs, "administers": administers}
