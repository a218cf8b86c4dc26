"""The corpus of goal texts, and how well the writing checks do on it.

395 texts written for this project, none taken from anywhere; they stand under the licence of the program. Each says
which checks a careful reader would want to ask something of it (`asks`). The checks were written and changed with the
part `tuning` in sight; the part `held_out` was written afterwards, from other trades, and the checks were not changed
for it.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from consort.vision.writing import Draft, known, remarks

TEXTS = Path(__file__).parent / "data" / "goals.jsonl"
READ_ON = date(2026, 10, 5)
TUNING, HELD_OUT = "tuning", "held_out"
MISSING = frozenset({"no_measure", "no_baseline", "no_date"})  # what most texts lack; they would hide the rest


@dataclass(frozen=True)
class Labelled:
    part: str
    language: str
    text: str
    asks: frozenset[str]


@dataclass
class Score:
    """How often a check asked rightly, asked in vain, and was silent where it should have asked."""

    right: int = 0
    vain: int = 0
    silent: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.vain) if self.right + self.vain else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.silent) if self.right + self.silent else 1.0


@dataclass
class Scores:
    """By check; `languages` counts the texts whose language was taken for the other one."""

    by_check: dict[str, Score] = field(default_factory=dict)
    languages: int = 0

    def total(self, without: Iterable[str] = ()) -> Score:
        counted = [score for name, score in self.by_check.items() if name not in set(without)]
        return Score(*(sum(getattr(score, name) for score in counted) for name in ("right", "vain", "silent")))


def texts(part: str) -> list[Labelled]:
    lines = (json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines())
    return [
        Labelled(line["part"], line["language"], line["text"], frozenset(line["asks"]))
        for line in lines
        if line["part"] == part
    ]


def score(labelled: Iterable[Labelled]) -> Scores:
    """The checks are not told the language; telling it is part of what is measured."""
    scores = Scores({check.name: Score() for check in known()})
    for each in labelled:
        draft = Draft(each.text, today=READ_ON)
        asked = {remark.check.name for remark in remarks(draft)}
        scores.languages += draft.spoken != each.language
        for name, kind in _judged(asked, each.asks).items():
            setattr(scores.by_check[name], kind, getattr(scores.by_check[name], kind) + 1)
    return scores


def _judged(asked: set[str], wanted: frozenset[str]) -> dict[str, str]:
    outcomes = dict.fromkeys(asked & wanted, "right")
    return outcomes | dict.fromkeys(asked - wanted, "vain") | dict.fromkeys(wanted - asked, "silent")


def wanted_in(labelled: Iterable[Labelled]) -> Counter[str]:
    """How many texts each check should ask something of."""
    return Counter(name for each in labelled for name in each.asks)
