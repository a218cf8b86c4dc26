"""Sending mail. A mail server that fails raises nothing here: who sends is given the reason."""

import logging
from collections.abc import Sequence
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Organization, Person, User
from consort.organization import links
from consort.organization.models import Invitation

log = logging.getLogger("consort.mail")
FAILURES = (OSError, SMTPException)


def why_not(organization: Organization) -> str:
    """Why no mail leaves this organization at all, or nothing when it does."""
    if organization.is_demonstration:
        return _("The demonstration sends no mail.")
    if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        return _("No mail server is set up on this installation.")
    return ""


def deliver(invitations: Sequence[Invitation], by: Person) -> list[Invitation]:
    """Mail the invitations over one connection, after the commit; gives those of which nobody was told."""
    closed = why_not(by.organization)
    if closed or not invitations:
        return [_keep(invitation, closed) for invitation in invitations]
    try:
        connection = get_connection()
        connection.open()
    except FAILURES as failure:
        log.warning("no mail server: %s", failure)
        return [_keep(invitation, _("The mail server did not answer.")) for invitation in invitations]
    told = [_keep(invitation, _send(invitation, by, connection)) for invitation in invitations]
    connection.close()
    return [invitation for invitation in told if not invitation.was_told]


def _send(invitation: Invitation, by: Person, connection: BaseEmailBackend) -> str:
    """Send one; gives the reason when the mail server refused it."""
    person = invitation.person
    subject = _("%(who)s invites you to %(organization)s") % {"who": by.full_name, "organization": by.organization.name}
    context = {
        "person": person,
        "by": by,
        "organization": by.organization,
        "act_url": links.invitation_link(invitation),
        "act_label": _("Accept the invitation"),
        "days": links.INVITATION_VALID_FOR.days,
    }
    return send("organization/mail/invitation", person.email, subject, context, connection)


def send(
    template: str,
    to: str,
    subject: str,
    context: dict[str, Any],
    connection: BaseEmailBackend | None,
    headers: dict[str, str] | None = None,
) -> str:
    """Send one mail made from `template` as text and as HTML; gives the reason when the mail server refused it."""
    text = render_to_string(f"{template}.txt", context).strip() + "\n"
    line = " ".join(subject.split())
    message = EmailMultiAlternatives(line, text, to=[to], connection=connection, headers=headers)
    message.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    try:
        message.send()
    except FAILURES as failure:
        log.warning("%s to one person was not sent: %s", template, type(failure).__name__)
        return _("The mail server refused it (%(why)s).") % {"why": type(failure).__name__}
    return ""


def _keep(invitation: Invitation, problem: str) -> Invitation:
    invitation.problem = problem
    if not problem:
        invitation.sent = clock.now()
    invitation.save(update_fields=["problem", "sent"])
    return invitation


def ask_about_address(user: User, person: Person, email: str) -> str:
    """Ask at the new address whether it is theirs, and tell the old one. Gives the reason when it was not sent."""
    if closed := why_not(person.organization):
        return closed
    context = {"person": person, "organization": person.organization, "email": email}
    link = {"act_url": links.address_link(user, email), "act_label": _("This is my address")}
    problem = send("organization/mail/new_address", email, _("Is this your address?"), {**context, **link}, None)
    if not problem:
        send("organization/mail/old_address", user.email, _("Your address is about to change"), context, None)
    return problem
