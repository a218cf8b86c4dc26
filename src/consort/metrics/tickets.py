"""What was read from a file, signed, so that exactly what the report showed is what is applied."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.core import signing
from django.utils.translation import gettext as _

from consort.core.errors import Refused
from consort.core.models import Person
from consort.metrics.models import Metric
from consort.metrics.sheets.rows import BadFile, Row

SALT = "consort.metrics.import"
VALID_FOR = 60 * 60
LONGEST = 1_800_000


def issue(metric: Metric, person: Person, rows: Iterable[Row]) -> str:
    """A ticket with the rows, for this metric and person, good for an hour. Raises BadFile when it would not fit."""
    kept = [[row.at.isoformat(), str(row.value), row.note, row.source] for row in rows]
    ticket = signing.dumps([str(metric.pk), str(person.pk), kept], salt=SALT, compress=True)
    if len(ticket) > LONGEST:
        raise BadFile(_("The notes are too long to be kept. Leave the column of notes out. Nothing was read."))
    return ticket


def rows_of(ticket: str, metric: Metric, person: Person) -> list[Row]:
    """The rows. Raises Refused for a ticket that is forged, somebody else's, or more than an hour old."""
    try:
        whose, by, kept = signing.loads(ticket, salt=SALT, max_age=VALID_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        whose, by, kept = "", "", []
    if (whose, by) != (str(metric.pk), str(person.pk)):
        raise Refused(_("This report is too old. Bring the file in again; nothing was kept."))
    return [Row(date.fromisoformat(at), Decimal(value), note, source) for at, value, note, source in kept]
