"""Reading a ballot file in a process of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable, read_apart
from consort.decisions.exchange.bundles import files_in
from consort.reckon.ballots import BallotFile, BallotFileError, read_ballots
from consort.reckon.ballots.file import Ranks
from consort.reckon.voting import Unranked

MOST_BALLOTS = 30_000
MOST_OPTIONS = 200


@dataclass(frozen=True)
class Parsed:
    """What was read: (how many people, their ranks) per line of the file."""

    title: str
    options: list[str]
    ballots: list[tuple[int, Ranks]]
    unranked: Unranked
    repairs: list[str]

    @property
    def people(self) -> int:
        return sum(count for count, _ranks in self.ballots)


def parse(content: bytes, file_name: str) -> Parsed:
    """Read ballots apart, within the caps. Raises Unreadable."""
    answer: dict[str, Any] = read_apart("consort.decisions.parsing:read", content, file_name=Path(file_name).name)
    answer["ballots"] = [(count, tuple(ranks)) for count, ranks in answer["ballots"]]
    return Parsed(**answer)


def read(content: bytes, file_name: str) -> dict[str, Any]:
    """The reader itself: no database."""
    first, *more = files_in(content, file_name)
    if more:
        raise Unreadable(_("Ballots come one file at a time."))
    try:
        found = read_ballots(first.content, file_name=first.name)
    except BallotFileError as error:
        raise Unreadable(error.message, error.line) from error
    _check_size(found)
    return {
        "title": found.title,
        "options": list(found.options),
        "ballots": [[count, list(ranks)] for count, ranks in found.ballots],
        "unranked": found.unranked,
        "repairs": list(found.repairs),
    }


def _check_size(found: BallotFile) -> None:
    if found.people > MOST_BALLOTS:
        raise Unreadable(f"{found.people:,} ballots; at most {MOST_BALLOTS:,} are imported into a decision.")
    if len(found.options) > MOST_OPTIONS:
        raise Unreadable(f"{len(found.options):,} options; a decision takes at most {MOST_OPTIONS}.")
