"""Readings from and to tables: lenient in reading, with a report by line, and strict in writing."""
