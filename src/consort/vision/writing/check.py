"""A check: what it asks of a goal, why, on whose evidence, and how it could read instead."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from consort.vision.writing.draft import Draft

Words = str | Promise
Span = tuple[int, int]
Look = Callable[[Draft], Span | None]
WHOLE: Span = (0, 0)  # the finding is that something is missing; there is no place to point at
BOTH = ("en", "de")


@dataclass(frozen=True)
class Check:
    """`before` could read `after`. `languages` are those it looks into."""

    name: str
    title: Words
    why: Words
    source: Words
    before: Words
    after: Words
    look: Look
    languages: tuple[str, ...] = BOTH


@dataclass(frozen=True)
class Remark:
    """A check that asks something of a text; `found` are the words it points at, empty when something is missing."""

    check: Check
    found: str
    start: int
    end: int


_checks: dict[str, Check] = {}


def check(
    name: str,
    *,
    title: Words,
    why: Words,
    source: Words,
    before: Words,
    after: Words,
    languages: tuple[str, ...] = BOTH,
) -> Callable[[Look], Look]:
    """Register a check under a name that never changes: what people set aside is kept under it."""

    def enter(look: Look) -> Look:
        if name in _checks:
            raise ValueError(f"There are two checks called {name}")
        _checks[name] = Check(name, title, why, source, before, after, look, languages)
        return look

    return enter


def known() -> list[Check]:
    """Every check, in the order in which they are asked."""
    return list(_checks.values())


def named(name: str) -> Check:
    """Raises KeyError for one there is not."""
    return _checks[name]


def remarks(draft: Draft) -> list[Remark]:
    """What the checks ask of the draft; nothing of an empty one."""
    if not draft.text.strip():
        return []
    found = ((check, check.look(draft)) for check in _checks.values() if draft.spoken in check.languages)
    return [Remark(check, draft.text[span[0] : span[1]], *span) for check, span in found if span is not None]
