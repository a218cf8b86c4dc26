"""What is done with metrics and their readings."""

from consort.metrics.actions.metrics import change_metric, define_metric
from consort.metrics.actions.readings import add_reading, correct_reading, import_readings, remove_reading

__all__ = ["add_reading", "change_metric", "correct_reading", "define_metric", "import_readings", "remove_reading"]
