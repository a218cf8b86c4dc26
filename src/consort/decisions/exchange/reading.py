"""Recognising what was sent and reading it: what runs in the process apart."""

from typing import Any

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable
from consort.decisions import parsing
from consort.decisions.exchange import polis
from consort.decisions.exchange.bundles import File, files_in
from consort.decisions.exchange.loomio import reading as loomio
from consort.decisions.exchange.madr import reading as madr
from consort.decisions.exchange.records import Record

MARKDOWN = (".md", ".markdown", ".mdown")


def read(content: bytes, file_name: str) -> dict[str, Any]:
    """The reader itself: no database."""
    files = files_in(content, file_name)
    if any(polis.is_polis(file) for file in files):
        return {"kind": "statements", "read": polis.read(files)}
    if any(file.ending in MARKDOWN for file in files) or any(loomio.is_loomio(file) for file in files):
        return {"kind": "records", "read": _records(files)}
    return {"kind": "ballots", "read": parsing.read(content, file_name)}


def _records(files: list[File]) -> dict[str, Any]:
    found: list[Record] = []
    remarks: list[str] = []
    for file in files:
        if loomio.is_loomio(file):
            records, said = loomio.read(file)
            found += records
            remarks += said
        elif file.ending in MARKDOWN:
            found += _one(file, remarks)
        else:
            remarks.append(_("“%(file)s” is no decision record and was left out.") % {"file": file.name})
    if not found:
        raise Unreadable(_("No decision record was found: none has a state, a context, options or an outcome."))
    return {"records": [record.to_json() for record in found], "remarks": remarks}


def _one(file: File, remarks: list[str]) -> list[Record]:
    record = madr.read(file)
    if record is None:
        remarks.append(_("“%(file)s” is no decision record and was left out.") % {"file": file.name})
    return [record] if record else []
