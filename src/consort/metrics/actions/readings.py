"""Writing readings: one by one, or many from a file."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.metrics import policy
from consort.metrics.facts import ReadingAdded, ReadingCorrected, ReadingRemoved, ReadingsImported
from consort.metrics.models import Metric, Reading
from consort.metrics.sheets.rows import Row
from consort.metrics.values import in_words, plain
from consort.web.days import in_full

LARGEST = Decimal(10) ** 14


@transaction.atomic
def add_reading(*, metric: Metric, by: Person, at: date, value: Decimal, source: str = "", note: str = "") -> Reading:
    """Write what the metric read on a day. The same value again changes nothing; another is a correction."""
    _begin(metric, by)
    _check(at, value)
    standing = metric.readings.filter(at=at).first()
    if standing:
        refuse_unless(
            standing.value == value,
            _("There is a reading for this day already: %s. Correct that one; nothing was added.")
            % in_words(standing.value, metric),
        )
        return standing
    reading = Reading.objects.create(
        metric=metric, at=at, value=value, source=source.strip() or metric.source, note=note.strip(), by=by
    )
    record(ReadingAdded(in_words(value, metric), in_full(at)), on=metric, by=by)
    return reading


@transaction.atomic
def correct_reading(*, reading: Reading, by: Person, value: Decimal, reason: str, note: str | None = None) -> None:
    """Put another value in the place of a wrong one; the ledger keeps the old one and why."""
    metric = reading.metric
    _begin(metric, by)
    reading.refresh_from_db(fields=["value", "note", "by", "written"])
    new_note = reading.note if note is None else note.strip()
    if (reading.value, reading.note) == (value, new_note):
        return
    _check(reading.at, value)
    refuse_unless(bool(reason.strip()), _("Say in a few words why. Nothing was changed."))
    before = in_words(reading.value, metric)
    reading.value, reading.note, reading.by, reading.written = value, new_note, by, clock.now()
    reading.save(update_fields=["value", "note", "by", "written"])
    record(ReadingCorrected(in_words(value, metric), in_full(reading.at), before, reason.strip()), on=metric, by=by)


@transaction.atomic
def remove_reading(*, reading: Reading, by: Person, reason: str) -> None:
    """Take a reading away that should not be there."""
    metric = reading.metric
    _begin(metric, by)
    refuse_unless(bool(reason.strip()), _("Say in a few words why. Nothing was removed."))
    gone, _each = Reading.objects.filter(pk=reading.pk).delete()
    if gone:
        record(ReadingRemoved(in_words(reading.value, metric), in_full(reading.at), reason.strip()), on=metric, by=by)


@transaction.atomic
def import_readings(*, metric: Metric, by: Person, rows: Iterable[Row], replace: bool = False) -> tuple[int, int]:
    """Write all `rows` or none. Days that have a reading are left alone, or corrected when `replace`.

    Gives how many were added and how many corrected. Doing it again changes nothing.
    """
    _begin(metric, by)
    wanted = {row.at: row for row in rows}
    for row in wanted.values():
        _check(row.at, row.value)
    standing = {reading.at: reading for reading in metric.readings.all()}
    new = [row for at, row in wanted.items() if at not in standing]
    wrong = [standing[at] for at, row in wanted.items() if at in standing and standing[at].value != row.value]
    corrected = wrong if replace else []
    if not new and not corrected:
        return 0, 0
    replaced = {reading.at.isoformat(): plain(reading.value, metric.decimals) for reading in corrected}
    _write(metric, by, new, corrected, wanted)
    record(ReadingsImported(len(new), len(corrected), replaced), on=metric, by=by)
    return len(new), len(corrected)


def _write(metric: Metric, by: Person, new: list[Row], corrected: list[Reading], wanted: dict[date, Row]) -> None:
    Reading.objects.bulk_create(
        [
            Reading(metric=metric, at=row.at, value=row.value, source=row.source or metric.source, note=row.note, by=by)
            for row in new
        ],
        batch_size=500,
    )
    for reading in corrected:
        row = wanted[reading.at]
        reading.value, reading.by, reading.written = row.value, by, clock.now()
        reading.source, reading.note = row.source or reading.source, row.note or reading.note
    Reading.objects.bulk_update(corrected, ["value", "source", "note", "by", "written"], batch_size=200)


def _begin(metric: Metric, by: Person) -> None:
    """Ask the policy and lock the metric, so that two writers take turns."""
    require(policy.may_keep(metric, by))
    Metric.objects.select_for_update().filter(pk=metric.pk).first()


def _check(at: date, value: Decimal) -> None:
    refuse_unless(at <= clock.today(), _("This day has not come yet. Nothing was kept."))
    refuse_unless(value.is_finite() and abs(value) < LARGEST, _("This number is too large. Nothing was kept."))
