"""Polls of a Loomio export become records; whatever hangs on a poll stays with it word for word."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable
from consort.decisions.exchange.bundles import File, text_of
from consort.decisions.exchange.records import Alternative, Record, Standing, packed

Row = dict[str, Any]
MOST_LINES = 500_000
BELONGS = ("poll_options", "stances", "outcomes")
GOOD, BAD = ("agree", "yes", "consent"), ("disagree", "block", "no", "object", "objection")


def is_loomio(file: File) -> bool:
    """Whether the first line is an object with a table and a record."""
    first = file.content[:100_000].lstrip(b"\xef\xbb\xbf \r\n\t").split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"table"' in first and b'"record"' in first


def read(file: File) -> tuple[list[Record], list[str]]:
    """Every poll, and what was not understood. Raises Unreadable with the line."""
    remarks: list[str] = []
    tables = _tables(text_of(file, remarks), remarks)
    polls = [each for each in tables["polls"] if not each.get("discarded_at")]
    if not polls:
        raise Unreadable(_("There is no poll in this export, so there is no decision to bring."))
    others = sorted(
        name for name in tables if name not in {"polls", *BELONGS, "stance_choices", "discussions", "users"}
    )
    if others:
        words = ", ".join(f"{name} ({len(tables[name])})" for name in others)
        remarks.append(_("No part of a decision, and not brought: %(tables)s.") % {"tables": words})
    index = _Index(tables)
    return [index.record(poll, file.name) for poll in polls], remarks


def _tables(text: str, remarks: list[str]) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = defaultdict(list)
    for number, line in enumerate(text.splitlines(), 1):
        if number > MOST_LINES:
            raise Unreadable(_("More than %(most)s lines.") % {"most": f"{MOST_LINES:,}"}, number)
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            tables[str(said["table"])].append(dict(said["record"]))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Unreadable(_("This line is no record of a table."), number) from error
    return tables


class _Index:
    """The rows by what they belong to."""

    def __init__(self, tables: dict[str, list[Row]]) -> None:
        self.people = {str(each.get("id")): _name(each) for each in tables["users"]}
        self.discussions = {str(each.get("id")): each for each in tables["discussions"]}
        self.of = {name: _by(tables[name], "poll_id") for name in BELONGS}
        self.choices = _by(tables["stance_choices"], "stance_id")

    def record(self, poll: Row, file_name: str) -> Record:
        key = str(poll.get("id"))
        options = sorted(self.of["poll_options"][key], key=lambda each: _number(each.get("priority")))
        outcomes = self.of["outcomes"][key]
        outcome = next((each for each in reversed(outcomes) if each.get("latest", True)), {})
        record = Record(
            _words(poll, "title") or _("Poll %(number)s") % {"number": key},
            form="loomio",
            file_name=file_name,
            content=packed(self.lines(poll).encode()),
            date=str(poll.get("closed_at") or poll.get("created_at") or "")[:10],
            context=self.context(poll),
            outcome=_words(outcome, "statement"),
            makers=[name] if (name := self.people.get(str(outcome.get("author_id")))) else [],
        )
        record.status = "closed" if poll.get("closed_at") else "open"
        record.alternatives = [Alternative(_words(each, "name") or "?", _words(each, "meaning")) for each in options]
        self.tally(record, poll, options)
        self.settle(record, poll, outcome, options)
        return record

    def context(self, poll: Row) -> str:
        discussion = self.discussions.get(str(poll.get("discussion_id")), {})
        parts = (_words(poll, "details"), _words(discussion, "title"), _words(discussion, "description"))
        return "\n\n".join(part for part in parts if part)

    def settle(self, record: Record, poll: Row, outcome: Row, options: list[Row]) -> None:
        places = {str(each.get("id")): place for place, each in enumerate(options)}
        record.chosen = places.get(str(outcome.get("poll_option_id")))
        if record.outcome:
            record.standing = Standing.DECIDED
        elif poll.get("closed_at"):
            record.remarks.append(_("The poll is closed and has no outcome; it comes in as a question."))

    def tally(self, record: Record, poll: Row, options: list[Row]) -> None:
        """How the stances fell on the options, and what people gave as their reasons."""
        places = {str(each.get("id")): place for place, each in enumerate(options)}
        sums, voices = [0] * len(options), [0] * len(options)
        for stance in self._latest(poll):
            chosen = [(places[key], _number(each.get("score", 1))) for each in self._chosen(stance)
                      if (key := str(each.get("poll_option_id"))) in places]  # fmt: skip
            for place, score in chosen:
                sums[place], voices[place] = sums[place] + score, voices[place] + bool(score)
            if reason := _words(stance, "reason"):
                _say(record, reason, [place for place, score in chosen if score])
        for place, each in enumerate(record.alternatives):
            told = _("%(voices)d chose it; the scores add up to %(sum)d.")
            line = told % {"voices": voices[place], "sum": sums[place]}
            each.text = "\n\n".join(part for part in (each.text, line) if part)

    def _latest(self, poll: Row) -> list[Row]:
        """One stance for each person: the one that Loomio marks as the latest."""
        stances = self.of["stances"][str(poll.get("id"))]
        return [each for each in stances if each.get("latest", True) and not each.get("revoked_at")]

    def _chosen(self, stance: Row) -> list[Row]:
        if isinstance(given := stance.get("option_scores"), dict) and given:
            return [{"poll_option_id": key, "score": score} for key, score in given.items()]
        return self.choices[str(stance.get("id"))]

    def lines(self, poll: Row) -> str:
        """The poll and all that belongs to it, as an export of its own."""
        key = str(poll.get("id"))
        rows: list[tuple[str, Row]] = [("polls", poll)]
        rows += [(name, each) for name in BELONGS for each in self.of[name][key]]
        for stance in self.of["stances"][key]:
            rows += [("stance_choices", each) for each in self.choices[str(stance.get("id"))]]
        if discussion := self.discussions.get(str(poll.get("discussion_id"))):
            rows.append(("discussions", discussion))
        return "".join(json.dumps({"table": name, "record": row}, ensure_ascii=False) + "\n" for name, row in rows)


def _by(rows: Iterable[Row], name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row.get(name))].append(row)
    return found


def _say(record: Record, reason: str, places: list[int]) -> None:
    """A reason speaks for what was chosen; in a poll of agreement, for or against the question."""
    for place in places[:1]:
        each = record.alternatives[place]
        (each.bad if each.title.lower() in BAD else each.good).append(reason)
    if not places:
        record.more.append((_("Said without a choice"), reason))


def _words(row: Row, name: str) -> str:
    return str(row.get(name) or "").strip()


def _name(user: Row) -> str:
    return _words(user, "name") or _words(user, "username")


def _number(value: Any) -> int:
    return int(value) if isinstance(value, int | float) and abs(value) < 1_000_000 else 0
