"""What a publisher writes before anybody is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from consort.core.models import Department, Partnership
from consort.vision.models import Ask, Audience
from consort.vision.publishing.snapshots import Thing


@dataclass(frozen=True)
class Draft:
    """`things` in the order in which they are read. Title and audience are settled with the first edition."""

    title: str
    things: Sequence[Thing]
    words: str = ""
    published_to: Audience = Audience.LEADERS
    departments: Sequence[Department] = ()
    partnership: Partnership | None = None
    asks: Ask = Ask.UNDERSTOOD
    due: date | None = None
    every: int | None = 7
    because: str = ""
