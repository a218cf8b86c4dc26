"""Which column holds what: by name in English and German, and by names that are nearly those."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from django.utils.translation import gettext as _

from consort.core.foreign_files.tables.remarks import Remarks

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "priority": ("priority", "strategic priority", "serves", "prioritaet", "schwerpunkt", "strategischer schwerpunkt"),
    "objective": ("objective", "goal", "title", "name", "ziel", "titel", "oberziel", "objectif"),
    "why": ("why", "description", "reason", "warum", "beschreibung", "begruendung", "wozu"),
    "leads": ("led by", "lead", "leads", "owner", "owners", "responsible", "who", "verantwortlich", "leitung", "wer"),
    "begins": ("begins", "start date", "starts", "beginn", "startdatum", "ab"),
    "due": (
        "reached by",
        "due",
        "due date",
        "deadline",
        "end date",
        "until",
        "faellig",
        "frist",
        "termin",
        "bis",
        "ende",
    ),
    "key_result": ("key result", "kr", "measure", "schluesselergebnis", "ergebnis", "messgroesse"),
    "metric": ("metric", "kpi", "indicator", "kennzahl", "indikator"),
    "unit": ("unit", "unit of measurement", "einheit"),
    "aim": ("direction", "aim", "richtung"),
    "baseline": ("start", "baseline", "start value", "from value", "startwert", "ausgangswert", "ist"),
    "target": ("target", "target value", "zielwert", "soll", "sollwert"),
    "target_low": ("at least", "minimum", "min", "mindestens"),
    "target_high": ("at most", "maximum", "max", "hoechstens"),
    "result_begins": ("from", "von"),
    "result_due": ("by", "key result due", "key result by", "ergebnis bis"),
    "owner": ("key result owner", "owner of the key result", "verantwortlich fuer das ergebnis"),
    "state": ("state", "status", "zustand"),
    "now": ("now", "newest", "current", "stand", "aktuell"),
}
LEFT_OUT = ("state", "now")
LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
KNOWN = {name: column for column, names in NAMES.items() for name in names}
NEAR = 0.84


def places_of(heading: Sequence[str], line: int, remarks: Remarks) -> dict[str, int]:
    """The place of each column that is known; what is not is named in the report."""
    places: dict[str, int] = {}
    for place, cell in enumerate(heading):
        if not cell.strip():
            continue
        column = _column(cell, line, remarks)
        if column and column in places:
            remarks.lose(line, _("“%s” is a second column of its kind and was not read.") % cell[:60])
        elif column:
            places[column] = place
    return places


def _column(cell: str, line: int, remarks: Remarks) -> str:
    name = simple(cell)
    if name in KNOWN:
        return KNOWN[name]
    near = get_close_matches(name, KNOWN, n=1, cutoff=NEAR)
    if near:
        remarks.mend(
            line, _("The column “%(given)s” was read as “%(known)s”.") % {"given": cell[:60], "known": near[0]}
        )
        return KNOWN[near[0]]
    remarks.lose(line, _("The column “%s” is not known and was not read.") % cell[:60])
    return ""


def simple(cell: str) -> str:
    """Without brackets, signs and umlauts, in small letters."""
    bare = re.sub(r"\(.*?\)|\[.*?\]", " ", cell.casefold()).translate(LETTERS)
    return " ".join(re.sub(r"[^\w]+|_", " ", bare).split())


def looks_like_heading(cells: Sequence[str]) -> bool:
    """Whether at least two cells are names of columns, the objective among them."""
    columns = {KNOWN[name] for cell in cells if (name := simple(cell)) in KNOWN}
    return "objective" in columns or len(columns) > 2
