"""Days in words."""

from datetime import date

from django import template

from consort.metrics.values import short

register = template.Library()


@register.filter
def day(moment: date) -> str:
    """Thu 15 Oct, with the year when it is another one."""
    return short(moment)
