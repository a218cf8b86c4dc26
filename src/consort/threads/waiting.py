"""Comments that wait for an answer."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.threads.queries import unanswered_mentions


def mentions(person: Person) -> Iterable[Waiting]:
    """Each mention of `person` that they have not answered: one query, and one per kind of thing mentioned on."""
    for comment, thing in unanswered_mentions(person):
        yield Waiting(
            place="today",
            label=_("Comment"),
            title=str(thing),
            url=f"{thing.get_absolute_url()}#{comment.anchor}",
            meta=_("%(name)s mentions you: “%(words)s”")
            % {"name": comment.author.first_name, "words": _beginning(comment.text)},
            action=_("Answer"),
            since=comment.written,
            holds_up=1,
        )


def _beginning(text: str, longest: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
