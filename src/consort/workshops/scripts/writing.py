"""A script as a file: JSON with a name and a version, readable in any editor."""

import json
from typing import Any

from consort.workshops.scripts.script import Script, Step

FORMAT, VERSION = "consort-workshop-script", 1


def write(script: Script) -> bytes:
    """The same script gives the same bytes."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "title": script.title,
        "purpose": script.purpose,
        "activities": [_activity(step) for step in script.steps],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _activity(step: Step) -> dict[str, Any]:
    every = {
        "kind": step.kind,
        "title": step.title,
        "minutes": step.minutes,
        "question": step.question,
        "note": step.note,
        "names": step.names,
        "items": [{"title": thing.title, "detail": thing.detail} for thing in step.items],
        "earlier": step.earlier,
        "settings": step.settings,
    }
    return {name: value for name, value in every.items() if value not in ("", [], {}, None)}
