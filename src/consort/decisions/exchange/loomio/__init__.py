"""Loomio group exports: one JSON object per line, `{"table": …, "record": {…}}`."""
