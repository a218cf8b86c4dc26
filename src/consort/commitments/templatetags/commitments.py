"""Tags for commitments: how one stands, days and shares in words."""

from django import template

from consort.commitments import words
from consort.commitments.models import Commitment

register = template.Library()


@register.simple_tag
def shown(commitment: Commitment) -> words.Shown:
    """Its state in shape and word."""
    return words.shown(commitment)


@register.filter
def percent(share: float) -> str:
    """A share in whole per cent."""
    return f"{share:.0%}"
