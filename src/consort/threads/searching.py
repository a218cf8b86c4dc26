"""Finds a thing by what was said about it: comments stand in the search document of the thing they are about."""

from consort.core.models import Entry, SearchDocument
from consort.threads.queries import texts_about


def follow(entries: list[Entry]) -> None:
    """Put what is said about the things of these entries behind their own words. Follows the reader "search"."""
    texts = texts_about({entry.object_id for entry in entries})
    for document in SearchDocument.objects.filter(object_id__in=list(texts)):
        own, *_ = document.body.split(MARK)
        body = f"{own}{MARK}{texts[document.object_id]}"
        if body != document.body:
            document.body = body
            document.save(update_fields=["body"])


MARK = "\n\u2063\n"
