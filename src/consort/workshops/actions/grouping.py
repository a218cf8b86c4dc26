"""Ideas, once they are open, and the headings under which they are put."""

import secrets
from collections.abc import Iterator
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import Refused, refuse_unless, require
from consort.core.identities import made_before
from consort.core.models import Person
from consort.rounds.models import Round
from consort.rounds.queries import answers_of
from consort.workshops import live, policy
from consort.workshops.actions.locking import current_of, lock_live
from consort.workshops.activities.questions import WORDS
from consort.workshops.models import Activity, ActivityKind, Heading, Idea, Workshop
from consort.workshops.things import written_in

LONGEST, MOST_HEADINGS, MOST_IDEAS = 300, 20, 3000


def draw_ideas(activity: Activity) -> None:
    """What was written becomes ideas, a line each, once it is open. Without names their order tells nothing."""
    if activity.kind != ActivityKind.WRITE or activity.round is None or activity.ideas.exists():
        return
    found = list(_written(activity.round))[:MOST_IDEAS]
    Idea.objects.bulk_create(
        Idea(activity=activity, position=at, text=text, author=author) for at, (text, author) in enumerate(found, 1)
    )


def _written(round: Round) -> Iterator[tuple[str, Person | None]]:
    if round.is_attributed:
        for answer in answers_of(round):
            yield from ((line, answer.person) for line in _lines(answer.answers.get(WORDS, "")))
        return
    texts = (round.result or {}).get("questions", {}).get(WORDS, {}).get("texts", [])
    lines = [line for text in texts for line in _lines(text)]
    secrets.SystemRandom().shuffle(lines)
    yield from ((line, None) for line in lines)


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip(" \t-–•*")[:LONGEST] for line in text.splitlines() if line.strip(" \t-–•*")))


@transaction.atomic
def add_heading(*, workshop: Workshop, title: str, by: Person, id: UUID | None = None) -> Heading:
    """A new group, empty."""
    written = _grouped_now(workshop, by)
    if made := made_before(written.headings.all(), id):
        return made
    name = _checked(title, written)
    refuse_unless(written.headings.count() < MOST_HEADINGS, _("There are twenty groups already. Nothing was added."))
    last = written.headings.last()
    heading = Heading.objects.create(
        id=id or uuid4(), activity=written, title=name, position=last.position + 1 if last else 1
    )
    live.announce_stage(workshop)
    return heading


@transaction.atomic
def rename_heading(*, workshop: Workshop, heading: Heading, title: str, by: Person) -> None:
    """Give a group another name; without any, it is dissolved and its ideas lie loose."""
    written = _grouped_now(workshop, by)
    require(heading.activity_id == written.pk)
    if not title.strip():
        heading.delete()
    elif title.strip() != heading.title:
        heading.title = _checked(title, written)
        heading.save(update_fields=["title"])
    live.announce_stage(workshop)


@transaction.atomic
def put(*, workshop: Workshop, idea: Idea, heading: Heading | None, by: Person) -> None:
    """Put an idea under a heading, or take it away from one."""
    written = _grouped_now(workshop, by)
    require(idea.activity_id == written.pk and (heading is None or heading.activity_id == written.pk))
    idea.heading = heading
    idea.save(update_fields=["heading"])
    live.announce_stage(workshop)


def _grouped_now(workshop: Workshop, by: Person) -> Activity:
    """What is being grouped; everybody who takes part may. Raises Refused when nothing is."""
    require(policy.takes_part(workshop, by) or policy.may_lead(workshop, by))
    lock_live(workshop)
    current = current_of(workshop)
    written = written_in(current) if current and current.kind == ActivityKind.GROUP else None
    if written is None:
        raise Refused(_("Nothing is being grouped now. Nothing was changed."))
    return written


def _checked(title: str, written: Activity) -> str:
    name = title.strip()[:120]
    refuse_unless(bool(name), _("Give the group a name. Nothing was added."))
    taken = written.headings.filter(title=name).exists()
    refuse_unless(not taken, _("There is a group of this name. Nothing was changed."))
    return name
