"""Days and moments in words, the same on every page, in every mail and in the ledger."""

from datetime import date, datetime

from django.utils import formats, timezone

from consort.core import clock


def in_full(day: date) -> str:
    """A day as the ledger keeps it: Thu 15 Oct 2026."""
    return formats.date_format(day, "D j M Y")


def short(moment: date | datetime | None) -> str:
    """A day as a page shows it: Thu 15 Oct, with the year when it is another one; empty for none."""
    if moment is None:
        return ""
    local = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return formats.date_format(local, "D j M" if local.year == clock.today().year else "D j M Y")


def exact(moment: datetime | None) -> str:
    """Such as Thu 15 Oct, 17:00, where the reader is; empty for none."""
    return f"{short(moment)}, {formats.date_format(timezone.localtime(moment), 'H:i')}" if moment else ""
