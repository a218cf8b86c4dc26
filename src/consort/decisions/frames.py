"""What a frame says, before it is kept: plain data that the form, the importer and the tests make alike."""

from dataclasses import dataclass
from datetime import date, datetime

from consort.core.models import Department, Level, Partnership, Person
from consort.decisions.models import Base, Method, Part, Share


@dataclass(frozen=True)
class NewOption:
    """`facts`: one for each criterion of the frame, in the same order."""

    title: str
    detail: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewRole:
    person: Person
    part: Part
    scope: str = ""


@dataclass(frozen=True)
class NewForecast:
    """`option`: the place of the option it is about, None for all."""

    statement: str
    resolves_on: date | None = None
    option: int | None = None


@dataclass(frozen=True)
class Audience:
    """Who may see a decision besides those who have a part in it."""

    level: Level = Level.LEADERS
    partnership: Partnership | None = None
    department: Department | None = None


ALL_LEADERS = Audience()


@dataclass(frozen=True)
class Frame:
    """A question with everything that is known before anybody is asked. Only the question must be there."""

    question: str
    context: str = ""
    way_back: str = ""
    rule: str = ""
    method: Method = Method.CONSENT
    base: Base = Base.CAST
    share: Share = Share.TWO_THIRDS
    quorum: int = 0
    seats: int = 1
    input_closes: datetime | None = None
    debate_until: date | None = None
    resolve_by: date | None = None
    commit_by: date | None = None
    review_on: date | None = None
    options: tuple[NewOption, ...] = ()
    criteria: tuple[str, ...] = ()
    roles: tuple[NewRole, ...] = ()
    forecasts: tuple[NewForecast, ...] = ()
    audience: Audience = ALL_LEADERS
