"""`{% load days %}`: `day` and `moment`, a day and an exact time in words."""

from django import template

from consort.web.days import exact, short

register = template.Library()
register.filter("day", short)
register.filter("moment", exact)
