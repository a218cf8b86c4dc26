"""The vocabulary of a language: lists of words and endings, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module


def any_of(*lists: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern for whole words or phrases, listed with `|` between them; each may be a regular expression."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(each.strip() for each in lists)})(?!\w)", flags)


@dataclass(frozen=True)
class Words:
    """Patterns, one for each thing a check looks for. `lead` is what may stand before the first verb."""

    lead: re.Pattern[str]
    verbs: re.Pattern[str]
    plain_verbs: re.Pattern[str]
    changes: re.Pattern[str]
    activities: re.Pattern[str]
    activities_lead: bool
    studies: re.Pattern[str]
    vague_verbs: re.Pattern[str]
    outcome: re.Pattern[str]
    hedges: re.Pattern[str]
    keeps: re.Pattern[str]
    avoids: re.Pattern[str]
    passive: re.Pattern[str]
    joins: re.Pattern[str]
    dates: re.Pattern[str]
    vague_dates: re.Pattern[str]
    due_year: re.Pattern[str]
    number_words: re.Pattern[str]
    from_there: re.Pattern[str]
    from_to: re.Pattern[str]
    by_percent: re.Pattern[str]
    shares: re.Pattern[str]
    no_bound: re.Pattern[str]
    comparatives: re.Pattern[str]
    superlatives: re.Pattern[str]
    vague_amounts: re.Pattern[str]
    qualities: re.Pattern[str]
    absolutes: re.Pattern[str]
    means: re.Pattern[str]
    open_lists: re.Pattern[str]
    escapes: re.Pattern[str]
    jargon: re.Pattern[str]
    hollow_nouns: re.Pattern[str]
    unclear_groups: re.Pattern[str]
    own: re.Pattern[str]
    rivals: re.Pattern[str]
    slogans: re.Pattern[str]


LANGUAGES = {"en": "english", "de": "german"}


@cache
def of_language(language: str) -> Words:
    """The vocabulary of `en` or `de`."""
    found: Words = import_module(f"consort.vision.writing.{LANGUAGES[language]}").WORDS
    return found
