"""Rounds that are answered on the page of what they are about, because one question comes before the next is read."""

from consort.core import kinds
from consort.core.models import Person
from consort.rounds.models import Round

_kinds: set[str] = set()


def register(kind: str) -> None:
    """Rounds of `kind` are answered on the page of their thing alone."""
    _kinds.add(kind)


def home_of(round: Round, reader: Person) -> str:
    """Where a round that asks is answered; empty where that is its own page."""
    if round.kind not in _kinds or not round.is_asking or round.about_id is None:
        return ""
    about = kinds.find(round.about_kind, round.about_id, reader)
    return about.get_absolute_url() if about is not None else ""
