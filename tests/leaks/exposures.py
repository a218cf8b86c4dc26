"""What somebody, somewhere, can read: the unit in which the sweep looks for marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.leaks.marks import findings


@dataclass(frozen=True)
class Exposure:
    """`own` is the reader's name where they may read what they wrote themselves, else empty."""

    surface: str
    where: str
    content: bytes
    reader: str = ""
    own: str = ""


@dataclass(frozen=True)
class Leak:
    surface: str
    where: str
    reader: str
    found: tuple[str, ...]


def leaks_in(exposures: Iterable[Exposure]) -> list[Leak]:
    """Where sealed text can be read."""
    looked = ((exposure, findings(exposure.content, exposure.own)) for exposure in exposures)
    return [Leak(each.surface, each.where, each.reader, tuple(found)) for each, found in looked if found]
