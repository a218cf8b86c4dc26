"""Find anything one may see. SQLite FTS5 or PostgreSQL tsvector behind one function."""

import re
from collections.abc import Iterable
from typing import Any

from django.db import connection

from consort.core import cursors, kinds
from consort.core.models import Entry, Person, SearchDocument

WIDE = 400


def find(words: str, person: Person, limit: int = 20) -> list[Any]:
    """The objects that best match `words` and that `person` may see, best first. One query, and one per kind found."""
    terms = re.findall(r"\w+", words)[:12]
    if not terms:
        return []
    hits = _matches(terms, person)
    visible = kinds.fetch_many({(hit.object_kind, hit.object_id) for hit in hits}, person)
    return [visible[hit.object_id] for hit in hits if hit.object_id in visible][:limit]


def _matches(terms: list[str], person: Person) -> list[SearchDocument]:
    return list(SearchDocument.objects.raw(*_query(terms, person)))


def _query(terms: list[str], person: Person) -> tuple[str, list[Any]]:
    table = SearchDocument._meta.db_table
    if connection.vendor == "sqlite":
        sql = (
            f"SELECT d.* FROM core_search JOIN {table} d ON d.id = core_search.rowid"
            " WHERE core_search MATCH %s AND d.organization_id = %s ORDER BY bm25(core_search, 8.0, 1.0) LIMIT %s"
        )
        return sql, [" ".join(f'"{term}"*' for term in terms), person.organization_id.hex, WIDE]
    weighted = "setweight(to_tsvector('simple', d.title), 'A') || to_tsvector('simple', d.body)"
    sql = (
        f"SELECT d.* FROM {table} d, to_tsquery('simple', %s) q"
        " WHERE to_tsvector('simple', d.title || ' ' || d.body) @@ q AND d.organization_id = %s"
        f" ORDER BY ts_rank({weighted}, q) DESC LIMIT %s"
    )
    return sql, [" & ".join(f"{term}:*" for term in terms), person.organization_id, WIDE]


def index(things: Iterable[Any]) -> None:
    """Put things into the index, or bring what stands there up to date."""
    for thing in things:
        kind = kinds.of(thing)
        if kind.found_as:
            title, body = kind.found_as(thing)
            SearchDocument.objects.update_or_create(
                object_id=thing.pk,
                defaults={"organization": thing.organization, "object_kind": kind.name, "title": title, "body": body},
            )


def forget(identities: Iterable[object]) -> None:
    """Take things out of the index."""
    SearchDocument.objects.filter(object_id__in=list(identities)).delete()


def _follow(entries: list[Entry]) -> None:
    touched = {(entry.object_kind, entry.object_id) for entry in entries}
    for kind in kinds.known():
        wanted = [identity for name, identity in touched if name == kind.name]
        if wanted and kind.found_as:
            things = list(kind.model.objects.filter(pk__in=wanted))
            index(things)
            forget(set(wanted) - {thing.pk for thing in things})


cursors.register("search", _follow)
