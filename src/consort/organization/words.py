"""Sentences that several pages say."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.organization.forms.fields import ROLES
from consort.organization.models import Invitation


def told(count: int, untold: Sequence[Invitation]) -> str:
    """What has become of `count` new invitations."""
    if not count:
        return _("They were invited already. Nothing was sent again.")
    if untold:
        return _("Nobody was told yet: %(why)s") % {"why": untold[0].problem}
    return ngettext("%(count)d person was invited.", "%(count)d people were invited.", count) % {"count": count}


def roles_of(person: Person) -> str:
    """What somebody may do: "Lead, administer", or "Observe" for none of the roles."""
    held = [str(label) for name, label in ROLES.items() if getattr(person, name)]
    return ", ".join(held[:1] + [word.lower() for word in held[1:]]) or _("Observe")
