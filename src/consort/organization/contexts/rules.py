"""Who can see what, and what is mailed: said from the settings and the registries, so that the pages stay true."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consort.core.models import Level, Organization, Person
from consort.organization import links, mailings
from consort.organization.accounts import MFAAdapter
from consort.organization.contexts.common import common
from consort.organization.mail import why_not

LEVELS: dict[str, str | Promise] = {
    Level.ME: gettext_lazy("You. Administrators and facilitators do not see it"),
    Level.PARTNERSHIP: gettext_lazy("Whoever has a seat in the partnership now"),
    Level.DEPARTMENT: gettext_lazy("Everybody in the department of whoever wrote it"),
    Level.LEADERS: gettext_lazy(
        "Everybody who leads, and facilitators. Administrators who do not lead see nothing of it"
    ),
    Level.ORGANIZATION: gettext_lazy("Everybody who has joined"),
}
MODES: list[tuple[str | Promise, str | Promise]] = [
    (
        gettext_lazy("With names"),
        gettext_lazy("Sealed until all open together; then everybody who was asked sees who said what"),
    ),
    (
        gettext_lazy("Confidential"),
        gettext_lazy(
            "Names stay sealed. Only summaries open, and only from the number of answers the round was asked with"
        ),
    ),
    (
        gettext_lazy("Anonymous"),
        gettext_lazy("Summaries as above; then every single answer is destroyed, so that nobody can ever open it"),
    ),
]


def confidentiality(organization: Organization) -> dict[str, Any]:
    """Levels, modes, thresholds, keys and times as they are on this installation. Runs no query."""
    return {
        **_thresholds(),
        "levels": [(level.label, LEVELS[level]) for level in Level],
        "modes": MODES,
        "session_days": settings.SESSION_COOKIE_AGE // 86_400,
        "invitation_days": links.INVITATION_VALID_FOR.days,
        "address_days": links.ADDRESS_VALID_FOR.days,
        "reset_days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
        "is_https": settings.HTTPS,
        "sends_mail": not why_not(organization),
        "codes_are_encrypted": issubclass(type(get_adapter()), MFAAdapter),
    }


def _thresholds() -> dict[str, int]:
    """How many answers open a summary by itself, and the fewest a round can be set to; asked of the model itself."""
    try:
        round_model: Any = apps.get_model("rounds", "Round")
    except LookupError:
        return {}
    usual = round_model(mode="anonymous")
    return {"usual_answers": usual.least, "fewest_answers": round_model(mode="anonymous", threshold=0).least}


def email(reader: Person) -> dict[str, Any]:
    """Which mail there is, and through what it goes."""
    problem = why_not(reader.organization)
    through = _("%(host)s, port %(port)d") % {"host": settings.EMAIL_HOST, "port": settings.EMAIL_PORT}
    return {
        **common(reader, "email"),
        "mails": mailings.known(),
        "problem": problem,
        "through": "" if problem else through,
        "is_encrypted": settings.EMAIL_USE_TLS,
        "sender": settings.DEFAULT_FROM_EMAIL,
    }
