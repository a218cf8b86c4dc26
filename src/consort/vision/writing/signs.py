"""Numbers, dates and starting points in a text. Each function takes the draft with what stands beside it."""

import re
from functools import lru_cache

from consort.vision.writing.check import Span
from consort.vision.writing.draft import Draft

DIGITS = re.compile(r"\d")


def first(pattern: re.Pattern[str], text: str) -> Span | None:
    """Where the pattern is found first."""
    found = pattern.search(text)
    return found.span() if found else None


def has_date(draft: Draft) -> bool:
    return draft.has_date or bool(draft.vocabulary.dates.search(draft.everything))


@lru_cache(maxsize=64)
def without_dates(draft: Draft) -> str:
    return draft.vocabulary.dates.sub(" ", draft.everything)


def says_how_much(draft: Draft) -> bool:
    """Whether the words hold an amount that is not a date."""
    rest = without_dates(draft)
    return bool(DIGITS.search(rest) or draft.vocabulary.number_words.search(rest))


def says_from_where(draft: Draft) -> bool:
    return draft.has_baseline or bool(draft.vocabulary.from_there.search(draft.everything))


def verb_at_front(draft: Draft, verbs: re.Pattern[str]) -> Span | None:
    """Where the sentence begins with one of `verbs`, after "we will" and the like."""
    lead = draft.vocabulary.lead.match(draft.text)
    found = verbs.match(draft.text, lead.end() if lead else 0) or verbs.match(draft.text.lstrip())
    return found.span() if found else None
