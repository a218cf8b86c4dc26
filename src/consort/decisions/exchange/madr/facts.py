"""What a record says of itself: state, date, people. In front matter, in bullets, in a table or under a heading."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml
from django.utils.translation import gettext as _

from consort.decisions.exchange.madr.sections import COMMENT, Section, items, plain
from consort.decisions.exchange.records import Record

LINE = re.compile(r"\s*(?:[-*+]\s+)?\**([A-Za-z][A-Za-z -]{2,30}?)\**\s*:\s*\**\s*(.*)$")
ROW = re.compile(r"\s*\|\s*\**([A-Za-z -]{3,30}?)\**\s*\|\s*([^|]*?)\s*\|\s*$")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
SUPERSEDED_BY = re.compile(r"super[sc]eded\s+by\s+(.+)", re.IGNORECASE)
REFERENCE = re.compile(r"\[([^\]]*)\]\(([^()]*)\)")
KEYS = {
    "status": "status",
    "state": "status",
    "date": "date",
    "deciders": "makers",
    "decider": "makers",
    "decision-makers": "makers",
    "decision makers": "makers",
    "consulted": "consulted",
    "informed": "informed",
    "supersedes": "supersedes",
    "superseded by": "superseded_by",
    "superseded-by": "superseded_by",
}
Found = dict[str, Any]


def found_in(front: str, root: Section, status: Section | None, remarks: list[str]) -> Found:
    """By our names: status, date, makers, consulted, informed, supersedes, superseded_by."""
    found: Found = _front(front, remarks) if front else {}
    title = root.inner[0] if root.inner else root
    for key, value in _lines("\n".join((root.text, title.text))):
        found.setdefault(key, value)
    if status is not None and "status" not in found:
        said = next((line.strip() for line in COMMENT.sub("", status.text).splitlines() if line.strip()), "")
        found["status"] = plain(said.lstrip("*-+ "))
    return found


def _front(front: str, remarks: list[str]) -> Found:
    try:
        said = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        said = None
    if isinstance(said, dict):
        return {KEYS[name]: value for key, value in said.items() if (name := str(key).lower().strip()) in KEYS}
    remarks.append(_("The lines above the title are no valid YAML; they were read one by one."))
    return dict(_lines(front))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """“Status: accepted” on a line, in a bullet or in a row of a table."""
    for line in COMMENT.sub("", text).splitlines():
        said = ROW.match(line) or LINE.match(line)
        if said and said[1].lower().strip() in KEYS:
            yield KEYS[said[1].lower().strip()], said[2].strip().strip('"')


def fill(record: Record, found: Found) -> None:
    """Put what was found into the record."""
    status = _text(found.get("status", ""))
    record.status = plain(status)
    record.date = _day(_text(found.get("date", "")), record.remarks)
    record.makers, record.consulted, record.informed = (
        _people(found.get(key, "")) for key in ("makers", "consulted", "informed")
    )
    by = SUPERSEDED_BY.search(status)
    record.superseded_by = _references(by[1] if by else _text(found.get("superseded_by", "")))
    record.supersedes = _references(_text(found.get("supersedes", "")))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_text(each) for each in value)
    return "" if isinstance(value, dict) or value is None else str(value).strip()


def _people(value: Any) -> list[str]:
    if isinstance(value, str) and len(named := items(value)) > 1:
        return [plain(each) for each in named]
    parts = re.split(r"[,;\n]|\s+and\s+", _text(value))
    return [name for part in parts if (name := plain(part).strip(" .")) and not name.startswith("{")]


def _day(said: str, remarks: list[str]) -> str:
    """ISO, empty for none or one that the calendar does not have."""
    if not said:
        return ""
    found = DAY.fullmatch(said.strip()[:10]) or DAY.search(said)
    try:
        return date(*(int(part) for part in found.groups())).isoformat() if found else _no_day(said, remarks)
    except ValueError:
        return _no_day(said, remarks)


def _no_day(said: str, remarks: list[str]) -> str:
    if not said.startswith("{"):
        remarks.append(_("“%(date)s” is no date; it stays in the text.") % {"date": said[:40]})
    return ""


def _references(said: str) -> list[str]:
    """Files or numbers of other records."""
    links = [target.split("#")[0].strip() or words for words, target in REFERENCE.findall(said)]
    return links or [part for each in re.split(r"[,;]", said) if (part := plain(each).strip(" ."))]
