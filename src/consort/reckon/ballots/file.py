"""What a ballot file holds once it has been read."""

from dataclasses import dataclass, field

from consort.reckon.voting.ballot import Ballot, BallotBox, Unranked

Ranks = tuple[int | None, ...]
MOST_BYTES = 64_000_000
MOST_LINES = 200_000
MOST_OPTIONS = 5_000
MOST_CELLS = 20_000_000
MOST_PEOPLE = 1_000_000_000
MOST_REPAIRS = 200


class BallotFileError(ValueError):
    """The file cannot be read as ballots. `line` counts from 1, None where no one line is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        self.message = message
        self.line = line
        super().__init__(message if line is None else f"Line {line}: {message}")


@dataclass(frozen=True)
class BallotFile:
    """Ballots as read. `ballots`: (how many people, rank of each option or None), in the order of the file.

    `unranked` says what None means here. `repairs`: what was mended, each with its line where it has one.
    """

    title: str
    options: tuple[str, ...]
    ballots: tuple[tuple[int, Ranks], ...]
    unranked: Unranked
    repairs: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """Number of people who cast these ballots."""
        return sum(count for count, _ in self.ballots)

    def box(self) -> BallotBox:
        """The ballots, ready to be counted."""
        cast = (Ballot(ranks, count) for count, ranks in self.ballots)
        return BallotBox.of(cast, options=len(self.options), unranked=self.unranked)


@dataclass
class Repairs:
    """The repair report while a file is being read. Beyond `MOST_REPAIRS` entries it only counts."""

    entries: list[str] = field(default_factory=list)
    further: int = 0

    def note(self, text: str, line: int | None = None) -> None:
        """Enter one repair."""
        if len(self.entries) >= MOST_REPAIRS:
            self.further += 1
            return
        self.entries.append(text if line is None else f"Line {line}: {text}")

    def report(self) -> tuple[str, ...]:
        """All entries, and how many more there were."""
        more = [f"{self.further} further repairs of this kind."] if self.further else []
        return (*self.entries, *more)


@dataclass
class Pile:
    """Ballots while a file is being read, held to the caps."""

    options: int
    ballots: list[tuple[int, Ranks]] = field(default_factory=list)
    people: int = 0

    def add(self, count: int, ranks: Ranks, line: int) -> None:
        """Take one ballot. Raises `BallotFileError` when a cap is passed."""
        self.people += count
        if len(self.ballots) >= MOST_LINES:
            raise BallotFileError(f"More than {MOST_LINES:,} ballot lines.", line)
        if self.people > MOST_PEOPLE:
            raise BallotFileError(f"More than {MOST_PEOPLE:,} ballots.", line)
        if (len(self.ballots) + 1) * self.options > MOST_CELLS:
            raise BallotFileError(f"More than {MOST_CELLS:,} ranks (ballot lines times options).", line)
        self.ballots.append((count, ranks))


def check_options(number: int, line: int | None = None) -> None:
    """Raise `BallotFileError` unless the number of options can be read."""
    if number < 1:
        raise BallotFileError("There are no options to choose from.", line)
    if number > MOST_OPTIONS:
        raise BallotFileError(f"{number:,} options; at most {MOST_OPTIONS:,} are read.", line)


def distinct_names(names: list[str], repairs: Repairs) -> tuple[str, ...]:
    """Give options without a name a number, and mark repeated names, noting both."""
    seen: set[str] = set()
    result: list[str] = []
    for place, given in enumerate(names, start=1):
        name = unused = given or f"Option {place}"
        if not given:
            repairs.note(f"Option {place} has no name; it is called “{name}”.")
        copy = 1
        while unused in seen:
            copy += 1
            unused = f"{name} ({copy})"
        if copy > 1:
            repairs.note(f"The name “{name}” is used more than once; option {place} is called “{unused}”.")
        seen.add(unused)
        result.append(unused)
    return tuple(result)
