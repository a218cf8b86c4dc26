"""Free recall: lines as they were written, what they may mean, and how much people could name."""

import re
import unicodedata
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import fmean
from typing import TypeVar

from consort.reckon.errors import require

NEAR = 0.6
FEWEST_PEOPLE = 5
Group = TypeVar("Group", bound=Hashable)
_BULLET = re.compile(r"^\s*(?:[-*•–—]|\d{1,2}[.):])\s*")
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Recall:
    """How much `people` could name of `items`. `claimed` is what they had said they could, None where nobody did.

    `reached` is the share who named at least `enough`, `thought` the share who had said they would.
    """

    people: int
    items: int
    enough: int
    named: float
    reached: float
    claimed: float | None
    thought: float | None

    @property
    def gap(self) -> float | None:
        """How many more things people thought they could name than they did."""
        return None if self.claimed is None else self.claimed - self.named


def lines_of(text: str, *, most: int = 20) -> list[str]:
    """What was written, thing by thing: lines and parts between semicolons, without bullets and numbers."""
    parts = re.split(r"[\n;]+", text)
    found = (_BULLET.sub("", part).strip() for part in parts)
    return [part for part in found if normal(part)][:most]


def normal(text: str) -> str:
    """The same for texts that differ only in case, accents, spaces and marks."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode() or text
    return _NOT_WORDS.sub(" ", plain).casefold().strip()


def nearest(text: str, titles: Sequence[str]) -> int | None:
    """Index of the title that `text` most likely means, None when none is near. A proposal, never a finding."""
    wanted = normal(text)
    likeness = [_likeness(wanted, normal(title)) for title in titles]
    best = max(range(len(titles)), key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= NEAR else None


def recall(named: Sequence[int], claimed: Sequence[int | None], *, items: int, enough: int) -> Recall:
    """`named` and `claimed`: how many of `items` each person named, and had said they could. Raises `TooFew` below 5.

    Claims count only those who made one.
    """
    require("people", needed=FEWEST_PEOPLE, given=len(named))
    said = [claim for claim in claimed if claim is not None]
    return Recall(
        len(named),
        items,
        enough,
        fmean(named),
        fmean(count >= enough for count in named),
        fmean(said) if said else None,
        fmean(claim >= enough for claim in said) if said else None,
    )


def folded(sizes: Mapping[Group, int], *, least: int, rest: int = 0) -> set[Group]:
    """The groups that must be shown together, so that neither they nor what is left of the whole is below `least`.

    `rest` is how many belong to no group; they are among those shown together. Groups below `least` are folded, and
    then the smallest others until all that is folded reaches `least` or nothing is left to fold. Empty groups are
    folded without weight.
    """
    small = {group for group, size in sizes.items() if size < least}
    weight = rest + sum(sizes[group] for group in small)
    for group in sorted((group for group in sizes if group not in small), key=lambda group: sizes[group]):
        if weight == 0 or weight >= least:
            break
        small.add(group)
        weight += sizes[group]
    return small


def _likeness(wanted: str, title: str) -> float:
    """From 0 to 1: letters in the same order, or the share of the shorter one's words that the other has too."""
    ours, theirs = _beginnings(wanted), _beginnings(title)
    fewer = min(len(ours), len(theirs))
    words = len(ours & theirs) / fewer if fewer else 0.0
    return max(SequenceMatcher(None, wanted, title).ratio(), words)


def _beginnings(text: str) -> set[str]:
    """The first letters of each word of three letters or more, so that endings do not matter."""
    return {word[:5] for word in text.split() if len(word) > 2}
