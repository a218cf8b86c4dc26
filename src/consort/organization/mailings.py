"""Which mail there is, and by which rule it goes. Packages above register theirs; Settings shows all of them."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Mail:
    """A kind of mail: what it is, when it goes, to whom."""

    what: str | Promise
    when: str | Promise
    to: str | Promise


_registered: list[Mail] = []


def register(mail: Mail) -> None:
    """Say in Settings that there is this mail. Called by a package's AppConfig when it is ready."""
    _registered.append(mail)


def known() -> list[Mail]:
    """All mail that this installation sends."""
    notices = [NOTICE] if getattr(settings, "ACCOUNT_EMAIL_NOTIFICATIONS", False) else []
    return [*OURS, *notices, *_registered]


OURS = [
    Mail(_("Invitation"), _("When somebody is invited, and when it is sent again"), _("The person invited")),
    Mail(
        _("New password"),
        _("When somebody at the sign-in asks for it"),
        _("The address that was typed, if there is a login with it"),
    ),
    Mail(
        _("New address"),
        _("When you change your email address"),
        _("The new address, with a question; the old one, for your information"),
    ),
]
NOTICE = Mail(
    _("Change of sign-in"),
    _("When a password, passkey, authenticator app or set of recovery codes is changed"),
    _("Whoever signs in with it"),
)
