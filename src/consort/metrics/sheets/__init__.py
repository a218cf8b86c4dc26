"""Readings from and to CSV files: lenient in reading, with a report by line, and strict in writing."""

from consort.metrics.sheets.reading import read
from consort.metrics.sheets.rows import BadFile, Remark, Report, Row
from consort.metrics.sheets.writing import write

__all__ = ["BadFile", "Remark", "Report", "Row", "read", "write"]
