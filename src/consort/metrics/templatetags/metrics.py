"""Days and moments in words."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from consort.metrics.values import short

register = template.Library()


@register.filter
def day(moment: date) -> str:
    """Thu 15 Oct, with the year when it is another one."""
    return short(moment)


@register.filter
def moment(moment: datetime) -> str:
    """Thu 15 Oct, 14:05, with the year when it is another one."""
    local = timezone.localtime(moment)
    return f"{short(local.date())}, {local:%H:%M}"
