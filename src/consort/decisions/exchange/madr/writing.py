"""A record as MADR 4.0: strict and valid."""

import re
from collections.abc import Iterator

import yaml

from consort.decisions.exchange.records import Alternative, Record

NAMES = (("decision-makers", "makers"), ("consulted", "consulted"), ("informed", "informed"))


def write(record: Record) -> str:
    """The text of the file, ending in a newline."""
    blocks = [_front(record), f"# {_line(record.title)}", *_sections(record)]
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n"


def _front(record: Record) -> str:
    said = {"status": record.status, "date": record.date}
    said |= {name: ", ".join(getattr(record, attribute)) for name, attribute in NAMES}
    told = {name: value for name, value in said.items() if value}
    if not told:
        return ""
    return f"---\n{yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10_000)}---"


def _sections(record: Record) -> Iterator[str]:
    yield f"## Context and Problem Statement\n\n{_inside(record.context)}"
    if record.drivers:
        yield f"## Decision Drivers\n\n{_inside(record.drivers)}"
    yield "## Considered Options\n\n" + "\n".join(f"* {_line(each.title)}" for each in record.alternatives)
    yield f"## Decision Outcome\n\n{_outcome(record)}"
    if any(each.text or each.good or each.bad or each.neutral for each in record.alternatives):
        yield "## Pros and Cons of the Options"
        yield from (_weighing(each) for each in record.alternatives)
    if record.more:
        yield "## More Information"
        yield from (f"### {_line(heading)}\n\n{_inside(text, 4)}" for heading, text in record.more)


def _outcome(record: Record) -> str:
    because = _inside(record.because)
    if record.chosen is None:
        return "\n\n".join(part for part in (_inside(record.outcome), because) if part)
    title = _line(record.alternatives[record.chosen].title).replace('"', "'")
    first = f'Chosen option: "{title}"'
    first += f", because {because}" if because else ""
    said = record.outcome if record.outcome not in ("", record.alternatives[record.chosen].title) else ""
    return "\n\n".join(part for part in (first, _inside(said)) if part)


def _weighing(each: Alternative) -> str:
    said = [("Good", each.good), ("Neutral", each.neutral), ("Bad", each.bad)]
    bullets = [f"* {word}, because {_item(text)}" for word, texts in said for text in texts]
    return "\n\n".join(part for part in (f"### {_line(each.title)}", _inside(each.text, 4), "\n".join(bullets)) if part)


def _line(text: str) -> str:
    return " ".join(text.split())


def _item(text: str) -> str:
    return text.strip().replace("\n", "\n  ")


def _inside(text: str, level: int = 3) -> str:
    """Headings in a text of ours must not break the outline: they go below `level`."""
    return re.sub(r"(?m)^(#{1,6})(?=\s)", lambda found: "#" * min(6, max(level, len(found[1]))), text.strip())
