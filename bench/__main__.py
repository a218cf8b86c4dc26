"""Runs the measurements named on the command line, or all, and prints their table."""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.row import Row

HEADINGS = ["name", "measured", "bar or peer", "times better", "verdict"]
FOLDER = Path(__file__).parent


def main(names: Sequence[str]) -> int:
    known = sorted(path.stem for path in FOLDER.glob("*.py") if "\ndef run(" in path.read_text())
    unknown = sorted(set(names) - set(known))
    if unknown:
        print(f"There is no measurement called {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    rows = [row for name in names or known for row in measured(name)]
    print(f"\n{table(rows)}")
    return 0 if all(row.verdict == "holds" for row in rows) else 1


def measured(name: str) -> list[Row]:
    print(f"  {name} …", flush=True)
    rows: list[Row] = importlib.import_module(f"bench.{name}").run()
    return rows


def table(rows: Sequence[Row]) -> str:
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([shown[0], "  ".join("-" * width for width in widths), *shown[1:]])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
