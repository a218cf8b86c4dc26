"""Questions about comments."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from consort.core import kinds
from consort.core.models import Person
from consort.threads.models import Comment


def comments_about(thing: Any) -> QuerySet[Comment]:
    """The comments on a thing that its reader may see, oldest first. Runs one query."""
    return Comment.objects.filter(about_id=thing.pk).select_related("author").order_by("written")


def texts_about(identities: Iterable[object]) -> dict[object, str]:
    """What is said about things, by their id. Runs one query."""
    texts: dict[object, list[str]] = {}
    standing = Comment.objects.filter(about_id__in=list(identities), withdrawn=None).order_by("written")
    for identity, text in standing.values_list("about_id", "text"):
        texts.setdefault(identity, []).append(text)
    return {identity: "\n".join(said) for identity, said in texts.items()}


def unanswered_mentions(person: Person, newest: int = 20) -> list[tuple[Comment, Any]]:
    """(comment, thing) for mentions the person has not answered on things they may see. One query, and one per kind."""
    answers = Comment.objects.filter(
        about_id=OuterRef("about_id"), author=person, written__gt=OuterRef("written"), withdrawn=None
    )
    mentions = person.mentioned_in.filter(~Exists(answers), withdrawn=None).exclude(author=person)
    comments = list(mentions.select_related("author").order_by("-written")[:newest])
    seen = kinds.fetch_many({(comment.about_kind, comment.about_id) for comment in comments}, person)
    return [(comment, seen[comment.about_id]) for comment in comments if comment.about_id in seen]
