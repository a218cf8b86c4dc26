"""What is done with comments."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock, kinds
from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Person
from consort.threads.facts import CommentEdited, CommentWithdrawn, CommentWritten
from consort.threads.mentions import Mentioned, mentioned_in
from consort.threads.models import Comment

LONGEST = 10_000


@dataclass(frozen=True)
class Written:
    """A comment, and who it mentions or fails to."""

    comment: Comment
    mentioned: Mentioned


@transaction.atomic
def write(*, by: Person, about: Any, text: str, id: UUID | None = None) -> Written:
    """Say something about a thing that one may see. Whoever is mentioned and may not see it is not told."""
    kind, identity = kinds.reference(about)
    require(kinds.find(kind, identity, by) is not None)
    if made := made_before(Comment.objects.filter(author=by), id):
        return Written(made, Mentioned())
    comment = Comment(
        id=id or uuid4(),
        organization=by.organization,
        about_kind=kind,
        about_id=identity,
        author=by,
        text=_checked(text),
    )
    comment.save(force_insert=True)
    mentioned = _mention(comment, about, by)
    record(CommentWritten(str(comment.pk)), on=about, by=by)
    return Written(comment, mentioned)


@transaction.atomic
def edit(*, comment: Comment, by: Person, text: str) -> Written:
    """Change one's own comment; readers see that it was changed."""
    about = _own(comment, by)
    refuse_unless(comment.withdrawn is None, _("This comment was withdrawn. Nothing was changed."))
    if comment.text == text.strip():
        return Written(comment, Mentioned())
    comment.text, comment.edited = _checked(text), clock.now()
    comment.save(update_fields=["text", "edited"])
    mentioned = _mention(comment, about, by)
    record(CommentEdited(str(comment.pk)), on=about, by=by)
    return Written(comment, mentioned)


@transaction.atomic
def withdraw(*, comment: Comment, by: Person) -> None:
    """Take one's own comment away. Its words are gone; that there was one stays."""
    about = _own(comment, by)
    if comment.withdrawn:
        return
    comment.text, comment.withdrawn = "", clock.now()
    comment.save(update_fields=["text", "withdrawn"])
    comment.mentions.clear()
    record(CommentWithdrawn(str(comment.pk)), on=about, by=by)


def _own(comment: Comment, by: Person) -> Any:
    """The thing the comment is about, as its author sees it. Reads the row anew and locks it."""
    comment.refresh_from_db(from_queryset=Comment.objects.select_for_update())
    require(comment.author_id == by.pk)
    about = kinds.find(comment.about_kind, comment.about_id, by)
    require(about is not None)
    return about


def _checked(text: str) -> str:
    refuse_unless(bool(text.strip()), _("There was nothing to say. Nothing was kept."))
    refuse_unless(len(text) <= LONGEST, _("A comment has at most 10,000 characters. Nothing was kept."))
    return text.strip()


def _mention(comment: Comment, about: Any, by: Person) -> Mentioned:
    mentioned = mentioned_in(comment.text, about, by)
    comment.mentions.set(mentioned.people)
    return mentioned
