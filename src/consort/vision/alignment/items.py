"""What people are asked about, as it is given to an action."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless
from consort.vision.models import Priority

LONGEST = 120


@dataclass(frozen=True)
class NewItem:
    """A priority as it is called now, or a line somebody wrote. `counts`: what counts as having named it."""

    title: str
    priority: Priority | None = None
    counts: str = ""


def items_of(priorities: Iterable[Priority]) -> list[NewItem]:
    return [NewItem(priority.title, priority) for priority in priorities]


def checked(items: Sequence[NewItem], *, fewest: int, most: int) -> list[NewItem]:
    """The same, trimmed. Raises Refused when there are too few, too many, or two with one name."""
    found = [NewItem(item.title.strip()[:LONGEST], item.priority, item.counts.strip()[:300]) for item in items]
    fits = fewest <= len(found) <= most and all(item.title for item in found)
    words = _("Between %(fewest)s and %(most)s things can be asked about. Nothing was asked.")
    refuse_unless(fits, words % {"fewest": fewest, "most": most})
    names = {item.title.casefold() for item in found}
    refuse_unless(len(names) == len(found), _("Two of them have the same name. Nothing was asked."))
    return found
