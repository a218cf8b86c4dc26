"""Rounds that wait for a person's answer, as Today lists them."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _

from consort.core import kinds
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.rounds.models import Round
from consort.rounds.queries import open_rounds_for
from consort.rounds.wording import opening_sentence, who_is_in

PLACES = {
    "decision": "decisions",
    "activity": "meetings",
    **dict.fromkeys(("objective", "pulse", "drill", "culture"), "strategy"),
}


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Runs one query for the rounds and one per kind of thing they are about."""
    done = Count("asked", filter=Q(asked__done=True))
    rounds = list(open_rounds_for(person).annotate(total=Count("asked"), done=done))
    about = kinds.fetch_many({(each.about_kind, each.about_id) for each in rounds if each.about_id}, person)
    for each in rounds:
        yield _waiting(each, about.get(each.about_id) if each.about_id else None)


def _waiting(round: Round, about: object) -> Waiting:
    total, done = round.total, round.done  # type: ignore[attr-defined]
    return Waiting(
        place=PLACES.get(round.about_kind, "today"),
        label=_("Sealed input"),
        title=round.title,
        url=_address(round, about),
        meta=" ".join([opening_sentence(round), who_is_in(round, total, done)]),
        action=_("Give your input"),
        since=round.asked_at,
        holds_up=done if round.is_attributed else 0,
        due=round.opens_at,
        is_confidential=not round.is_attributed,
    )


def _address(round: Round, about: object) -> str:
    """The page of the thing when it has one, else the page of the round."""
    if about is not None and hasattr(about, "get_absolute_url"):
        try:
            return str(about.get_absolute_url())
        except NoReverseMatch:
            pass
    return round.get_absolute_url()
