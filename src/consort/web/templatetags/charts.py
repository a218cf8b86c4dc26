"""The charts as tags: `{% load charts %}{% bullet start now target label=sentence %}`."""

from django import template

from consort.web import charts

register = template.Library()

for _chart in (
    charts.between,
    charts.bullet,
    charts.calibration,
    charts.dots,
    charts.forecasts,
    charts.heat,
    charts.line,
    charts.scale,
    charts.slope,
    charts.spark,
    charts.strip,
):
    register.simple_tag(_chart)
