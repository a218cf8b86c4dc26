"""What a thread shows."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from consort.core import kinds
from consort.core.models import Person
from consort.threads.audience import readers_of
from consort.threads.forms import CommentForm
from consort.threads.markdown import rendered
from consort.threads.models import Comment
from consort.threads.queries import comments_about


@dataclass(frozen=True)
class Said:
    """A comment as its reader sees it."""

    comment: Comment
    html: SafeString
    is_mine: bool


def said(comment: Comment, reader: Person) -> Said:
    return Said(comment, rendered(comment.text), comment.author_id == reader.pk)


def thread(thing: Any, reader: Person, form: CommentForm | None = None, next: str = "") -> dict[str, Any]:
    """The thread of a thing that `reader` may see. Runs one query, and those that name the readers."""
    kind, identity = kinds.reference(thing)
    return {
        "thing": thing,
        "kind": kind,
        "identity": identity,
        "comments": [said(comment, reader) for comment in comments_about(thing)],
        "form": form or CommentForm(),
        "readers": readers_of(thing, reader),
        "topic": f"{kind}:{identity}",
        "next": next,
    }


def edit(thing: Any, reader: Person) -> dict[str, Any]:
    """The page on which one's own comment is changed."""
    return {"thing": thing, "readers": readers_of(thing, reader)}
