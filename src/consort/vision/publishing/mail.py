"""One mail to each person who owes an answer, about everything they owe; nobody else gets one."""

import logging
from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core import clock
from consort.core.models import Organization, Person
from consort.organization.mail import FAILURES, send, why_not
from consort.vision.models import Edition, Publication, Reader
from consort.vision.queries.publishing import to_be_told
from consort.web.middleware import zone_of

log = logging.getLogger("consort.vision")
AT_ONCE = 100
A_DAY = timedelta(days=1)


def tell_who_owes() -> None:
    """Mail whoever was never told, or not for the interval that the publisher chose; `AT_ONCE` people at most."""
    for organization in Organization.objects.filter(pk__in=_open_editions().values("publication__organization")):
        due = [] if why_not(organization) else _due(organization)
        if due:
            _tell(due)


def _open_editions() -> QuerySet[Edition]:
    return Edition.objects.filter(state=Edition.State.OPEN, publication__state=Publication.State.OUT)


def _due(organization: Organization) -> list[list[Reader]]:
    """What each person owes and is to be told of, by person. Runs one query for each open edition."""
    rows: list[Reader] = []
    for edition in _open_editions().filter(publication__organization=organization):
        told = to_be_told(edition).select_related("person__organization", "edition__publication__organization")
        rows += told.select_related("edition__publication__owner").order_by("person")[:AT_ONCE]
    rows.sort(key=lambda reader: str(reader.person_id))
    return [list(owed) for _key, owed in groupby(rows, lambda reader: reader.person_id)][:AT_ONCE]


def _tell(due: Sequence[list[Reader]]) -> None:
    try:
        connection = get_connection()
        connection.open()
    except FAILURES as failure:
        log.warning("no mail server: %s", failure)
        return
    for owed in due:
        if not _mail(owed[0].person, owed, connection):
            Reader.objects.filter(pk__in=[reader.pk for reader in owed]).update(told=clock.now())
    connection.close()


def _mail(person: Person, owed: Sequence[Reader], connection: BaseEmailBackend) -> str:
    titles = [reader.edition.publication.title for reader in owed]
    subject = ngettext("To be confirmed: %(title)s", "To be confirmed: %(title)s and more", len(owed))
    first = owed[0].edition.publication
    context: dict[str, object] = {
        "person": person,
        "organization": person.organization,
        "owed": [(reader, settings.ADDRESS + reader.edition.publication.get_absolute_url()) for reader in owed],
        "waits_long": all(clock.now() - reader.asked > A_DAY for reader in owed),
        "act_url": settings.ADDRESS + first.get_absolute_url() if len(owed) == 1 else "",
        "act_label": _("Read it"),
    }
    with timezone.override(zone_of(person)):
        return send("vision/mail/owed", person.email, subject % {"title": titles[0]}, context, connection)
