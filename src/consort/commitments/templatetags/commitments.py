"""Tags for commitments: how one stands, days and shares in words."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from consort.commitments import words
from consort.commitments.days import short
from consort.commitments.models import Commitment

register = template.Library()


@register.simple_tag
def shown(commitment: Commitment) -> words.Shown:
    """Its state in shape and word."""
    return words.shown(commitment)


@register.filter
def day(moment: date | datetime) -> str:
    """Thu 15 Oct, with the year when it is another one."""
    return short(timezone.localtime(moment).date() if isinstance(moment, datetime) else moment)


@register.filter
def moment(moment: datetime) -> str:
    """Thu 15 Oct, 14:05, with the year when it is another one."""
    return f"{day(moment)}, {timezone.localtime(moment):%H:%M}"


@register.filter
def percent(share: float) -> str:
    """A share in whole per cent."""
    return f"{share:.0%}"
