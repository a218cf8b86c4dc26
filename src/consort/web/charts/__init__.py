"""Fluid charts as SVG: numbers in, markup out. x is in per cent, y in pixels, so text never scales.

Each function returns only the drawing. The template supplies the figure, a title that states the finding, and the
numbers as text or table; `label` is the same finding as a full sentence for those who hear the page. Everything is
escaped, and nothing breaks on no values, one value, equal values or extreme ones.
"""

from consort.web.charts.calibration import Point, calibration
from consort.web.charts.lines import Corridor, line, spark
from consort.web.charts.marks import Evidence, bullet, dots, forecasts, scale, strip
from consort.web.charts.people import between, crowd, split
from consort.web.charts.tables import Cell, heat, slope

__all__ = [
    "Cell",
    "Corridor",
    "Evidence",
    "Point",
    "between",
    "bullet",
    "calibration",
    "crowd",
    "dots",
    "forecasts",
    "heat",
    "line",
    "scale",
    "slope",
    "spark",
    "split",
    "strip",
]
