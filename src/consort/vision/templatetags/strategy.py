"""Tags of the strategy's pages."""

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from consort.vision.sections import Shown

register = template.Library()


@register.simple_tag(takes_context=True)
def section(context: Context, shown: Shown) -> SafeString:
    """A section that its owner puts on the page of an objective."""
    return render_to_string(shown.template, shown.context, request=context["request"])
