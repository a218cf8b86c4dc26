"""What is done with the organization itself."""

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.actions.people import found_organization
from consort.core.errors import refuse_unless, require
from consort.core.facts import OrganizationChanged
from consort.core.ledger import record
from consort.core.models import Organization, Person
from consort.core.queries import organization_exists
from consort.organization.actions.logins import make_login
from consort.organization.policy import may_administer

DETAILS = ("name", "short_name", "motto", "time_zone")


@transaction.atomic
def set_up(*, organization: dict[str, str], person: dict[str, str], email: str, password: str) -> Person:
    """Make the first organization, its first person and their login. Raises Refused when somebody was quicker."""
    refuse_unless(not organization_exists(), _("This installation is set up already. Nothing was made."))
    user = make_login(email=email, password=password)
    time_zone = organization.pop("time_zone")
    first = found_organization(user=user, **organization, **person)
    Organization.objects.filter(pk=first.organization_id).update(time_zone=time_zone)
    return first


@transaction.atomic
def change_details(*, by: Person, **new: str) -> None:
    """Change name, short name, motto or time zone; what is not given stays."""
    require(may_administer(by))
    organization = by.organization
    changed = [name for name in DETAILS if name in new and getattr(organization, name) != new[name].strip()]
    for name in changed:
        setattr(organization, name, new[name].strip())
    if changed:
        organization.save(update_fields=changed)
        labels = [str(Organization._meta.get_field(name).verbose_name) for name in changed]  # type: ignore[union-attr]
        record(OrganizationChanged(", ".join(labels)), on=organization, by=by)
