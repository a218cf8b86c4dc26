"""People as they are pasted: one line each, from a list, a letter or a spreadsheet."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

ADDRESS = re.compile(r"[^\s<>\[\](),;\"']+@[^\s<>\[\](),;\"']+")
AROUND = " \t,;<>[]()\"'"
MOST = 200


@dataclass(frozen=True)
class Invitee:
    """Somebody to be invited."""

    email: str
    first_name: str
    last_name: str
    title: str


def read_lines(text: str) -> list[Invitee]:
    """The people in `text`: "First Last <address>, Title", with commas, semicolons or tabs between.

    Raises ValidationError with a sentence for each line that cannot be read.
    """
    lines = enumerate(text.splitlines(), 1)
    numbered = [(number, entry) for number, line in lines for entry in _entries(line) if entry.strip(AROUND)]
    if len(numbered) > MOST:
        raise ValidationError(_("At most %(most)d people at a time. Nobody was invited.") % {"most": MOST})
    found: dict[str, Invitee] = {}
    problems = []
    for number, line in numbered:
        try:
            invitee = _read(line)
            if invitee.email in found:
                raise ValidationError(_("%(email)s stands here twice.") % {"email": invitee.email})
            found[invitee.email] = invitee
        except ValidationError as problem:
            problems.append(_("Line %(number)d: %(problem)s") % {"number": number, "problem": problem.messages[0]})
    if problems:
        raise ValidationError(problems)
    return list(found.values())


def _entries(line: str) -> list[str]:
    """Mail programs put several people on one line, with semicolons between."""
    return line.split(";") if len(ADDRESS.findall(line)) > 1 else [line]


def _read(line: str) -> Invitee:
    match = ADDRESS.search(line)
    if match is None:
        raise ValidationError(_("there is no email address in it."))
    email = match.group().strip(".").lower()
    validate_email(email)
    before, after = _columns(line[: match.start()]), _columns(line[match.end() :])
    columns = before or after
    if not columns:
        raise ValidationError(_("%(email)s has no name beside it.") % {"email": email})
    first, last, more = _name(columns, family_first="<" in line and "," in line[: match.start()])
    title = ", ".join([*more, *(after if before else [])])
    return Invitee(email, first[:60], last[:60], title[:120])


def _columns(text: str) -> list[str]:
    return [" ".join(part.strip(AROUND).split()) for part in re.split(r"[\t;,]", text) if part.strip(AROUND)]


def _name(columns: list[str], *, family_first: bool) -> tuple[str, str, list[str]]:
    """(first name, last name, the rest): "First Last" in one column or one each; "Last, First <address>" as in mail."""
    if family_first and len(columns) == 2:
        return columns[1], columns[0], []
    if len(columns) > 1 and " " not in columns[0] and len(columns[1].split()) <= 2:
        return columns[0], columns[1], columns[2:]
    first, _space, last = columns[0].partition(" ")
    return first, last, columns[1:]
