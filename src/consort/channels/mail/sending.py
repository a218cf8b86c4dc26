"""One mail about things that wait: in the reader's time, with its rule, its stop link and without what others said.

It carries what a thing is called and what is to be done, never what somebody wrote about it; of confidential things it
does not even carry what they are called.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.channels.mail.people import address_of, full
from consort.channels.mail.rules import Rule
from consort.channels.mail.stopping import stop_link
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.organization.mail import send
from consort.web.days import short


@dataclass(frozen=True)
class Entry:
    """One thing as a mail says it."""

    title: str
    action: str
    meta: str
    url: str


def mail(person: Person, rule: Rule, subject: str, waiting: list[Waiting], checkpoint: str = "") -> str:
    """Send it; gives the reason when the mail server refused it."""
    stop = stop_link(person, rule)
    slug = person.organization.slug
    context: dict[str, Any] = {
        "person": person,
        "organization": person.organization,
        "rule": rule,
        "entries": [entry_of(item) for item in waiting],
        "checkpoint": checkpoint,
        "stop_url": stop,
        "reach_url": full(reverse("channels:reach", args=[slug])),
        "act_url": full(reverse("weave:today", args=[slug])),
        "act_label": _("Open Today"),
    }
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    return send("channels/mail/waiting", address_of(person), subject, context, None, headers)


def entry_of(item: Waiting) -> Entry:
    """What a mail says about `item`."""
    title = str(item.label) if item.is_confidential else f"{item.label}: {item.title}"
    held = ngettext("%(n)d other waits for it", "%(n)d others wait for it", item.holds_up) % {"n": item.holds_up}
    said = [held] if item.holds_up else []
    said += [_("since %s") % short(item.since)]
    meta = ", ".join(said)
    return Entry(title, item.action, meta[0].upper() + meta[1:], full(item.url))
