"""The text that is checked, with what stands beside it."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from consort.vision.writing.words import Words, any_of, of_language

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LAST_INFINITIVE = re.compile(r"\s[a-zäöüß]{2,}(?:ieren|ulen|eln|ern|hen|ßen|llen|tzen|nken|ben|ren)[.!]?\s*$")
TELLING = {
    "en": any_of(r"at|be|by|in|is|of|on|to|we|all|and|are|for|new|our|the|who|from|more|than|with|every|their"),
    "de": any_of(
        r"am|im|in|um|zu|als|auf|bei|bis|das|dem|den|der|des|die|ein|für|ist|mit|und|von|wir|zum|zur|alle|eine|"
        r"jede|mehr|neue|sein|sind|soll|wird|durch|einen|einer|haben|jeder|unser|kosten|kunden|sollen|umsatz|"
        r"unsere|werden|dienste|mitarbeiter"
    ),
}


def language_of(text: str, otherwise: str = "en") -> str:
    """`en` or `de`, by the small words in `text` and its umlauts; `otherwise` when nothing tells."""
    words = [word.lower() for word in WORD.findall(text)]
    counts = {language: len(telling.findall(text)) for language, telling in TELLING.items()}
    counts["de"] += len(re.findall(r"[äöüß]", text.lower())) + sum(word.endswith(GERMAN_ENDINGS) for word in words)
    counts["de"] += bool(LAST_INFINITIVE.search(text))
    if counts["en"] == counts["de"]:
        return otherwise
    return max(counts, key=lambda language: counts[language])


GERMAN_ENDINGS = ("ieren", "ung", "ungen", "keit", "heit", "schaft", "quote", "zahl", "ischen", "ichen")


@dataclass(frozen=True)
class Draft:
    """`more` is what stands beside the text, such as its reason: a number or a date there counts.

    `is_measured`, `has_baseline` and `has_date` say that the form holds these already; `is_milestone` that the text is
    a key result which is passed or not.
    """

    text: str
    language: str = ""
    more: str = ""
    is_measured: bool = False
    has_baseline: bool = False
    has_date: bool = False
    is_milestone: bool = False
    today: date | None = None
    otherwise: str = field(default="en", repr=False)

    @cached_property
    def spoken(self) -> str:
        return self.language or language_of(self.text, self.otherwise)

    @cached_property
    def vocabulary(self) -> Words:
        return of_language(self.spoken)

    @cached_property
    def everything(self) -> str:
        return f"{self.text}\n{self.more}"

    @cached_property
    def words(self) -> list[re.Match[str]]:
        return list(WORD.finditer(self.text))
