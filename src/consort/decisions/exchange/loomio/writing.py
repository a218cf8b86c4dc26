"""Records as a Loomio export: a poll for each, with its options and its outcome."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from consort.decisions.exchange.records import Record, Standing


def write(records: Sequence[Record]) -> str:
    """One JSON object per line; identities count from 1 within the file."""
    lines = (line for number, record in enumerate(records, 1) for line in _rows(record, number))
    return "".join(json.dumps({"table": table, "record": row}, ensure_ascii=False) + "\n" for table, row in lines)


def _rows(record: Record, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    is_closed = record.standing is not Standing.OPEN
    yield (
        "polls",
        {
            "id": number,
            "title": record.title,
            "details": record.context,
            "details_format": "md",
            "poll_type": "poll",
            "created_at": record.date or None,
            "closed_at": (record.date or None) if is_closed else None,
        },
    )
    for place, each in enumerate(record.alternatives):
        weighing = [each.text, *(f"+ {text}" for text in each.good), *(f"- {text}" for text in each.bad)]
        meaning = "\n\n".join(part for part in weighing if part)
        option = {"id": number * 1000 + place, "poll_id": number, "name": each.title, "priority": place}
        yield "poll_options", {**option, "meaning": meaning}
    if record.outcome:
        chosen = None if record.chosen is None else number * 1000 + record.chosen
        statement = "\n\n".join(part for part in (record.outcome, record.because) if part)
        outcome = {"id": number, "poll_id": number, "latest": True, "poll_option_id": chosen}
        yield "outcomes", {**outcome, "statement": statement, "statement_format": "md"}
