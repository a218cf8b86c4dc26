"""How long it takes to walk a strategy of 10,000 nodes from any of them, and to draw the map of 500 objectives."""

from bench.pages import measured_by
from bench.row import Row

MILLISECONDS, QUERIES = 200.0, 15


def run() -> list[Row]:
    rows = []
    for name, found in measured_by("bench.reading_strategy").items():
        rows.append(Row(f"{name}: server time, p95", found["p95"], "ms", MILLISECONDS, "bar"))
        rows.append(Row(f"{name}: queries, at most", found["queries"], "", QUERIES, "bar"))
    return rows
