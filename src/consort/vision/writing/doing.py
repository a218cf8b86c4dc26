"""Checks: is it a change in the world, or only something one does?"""

from django.utils.translation import gettext_lazy as _

from consort.vision.writing.check import Span, check
from consort.vision.writing.draft import Draft
from consort.vision.writing.signs import first, says_how_much, verb_at_front
from consort.vision.writing.sources import APPROACH, CRAFT, MONITORING, SPECIFIC

SHORT_OF_VERB = 24  # characters in which a counted thing follows or precedes its verb


def activity_of(draft: Draft) -> Span | None:
    """Where an activity is named as what is to be reached."""
    words = draft.vocabulary
    if draft.is_milestone or words.outcome.search(draft.text) or words.from_to.search(draft.text):
        return None
    return verb_at_front(draft, words.activities) if words.activities_lead else first(words.activities, draft.text)


def counted_activity(draft: Draft) -> Span | None:
    """Where an activity is counted: "hold 20 workshops"."""
    span = activity_of(draft)
    if span is None:
        return None
    start, end = span
    near = draft.text[end : end + SHORT_OF_VERB] if draft.vocabulary.activities_lead else draft.text[:end]
    bare = Draft(near, draft.spoken)
    return (start, end) if says_how_much(bare) else None


@check(
    "activity",
    title=_("What will be different once this is done?"),
    why=_("This names work, not what the work is for. It can be done in full and change nothing."),
    source=SPECIFIC,
    before=_("Introduce a new planning system"),
    after=_("Promise customers a date that holds: 95% by the end of 2027, from 86%"),
)
def activity(draft: Draft) -> Span | None:
    return activity_of(draft) if counted_activity(draft) is None else None


@check(
    "counts_activity",
    title=_("What do the counted things bring about?"),
    why=_("Counting what one does rewards doing more of it, not what it was meant to change."),
    source=SPECIFIC,
    before=_("Hold 20 safety trainings"),
    after=_("Lost-time accidents from 9 to 3 a year"),
)
def counts_activity(draft: Draft) -> Span | None:
    return counted_activity(draft)


@check(
    "study_only",
    title=_("What will you decide once you know?"),
    why=_("Looking into something is finished only by a decision or a change; name that."),
    source=CRAFT,
    before=_("Explore new markets in the Baltics"),
    after=_("Decide by 30 June, on three signed letters of intent, whether we enter the Baltics"),
)
def study_only(draft: Draft) -> Span | None:
    words = draft.vocabulary
    return verb_at_front(draft, words.studies) if words.activities_lead else first(words.studies, draft.text)


@check(
    "vague_verb",
    title=_("Which change would one see?"),
    why=_("The verb names a direction and leaves open what moves, and how far."),
    source=SPECIFIC,
    before=_("Improve cooperation with sales"),
    after=_("Sales and operations agree every delivery date together before it is promised"),
)
def vague_verb(draft: Draft) -> Span | None:
    return None if says_how_much(draft) else first(draft.vocabulary.vague_verbs, draft.text)


@check(
    "hedge",
    title=_("Will you, or will you try?"),
    why=_("Trying is reached on the first day. Say what is to be reached, and how sure you are at the check-in."),
    source=MONITORING,
    before=_("Try to win two new distributors"),
    after=_("Win two new distributors by September"),
)
def hedge(draft: Draft) -> Span | None:
    return first(draft.vocabulary.hedges, draft.text)


@check(
    "status_quo",
    title=_("At which level do you want to hold it?"),
    why=_("Keeping something going is a goal when the level is named below which you would act."),
    source=SPECIFIC,
    before=_("Continue our good relations with the works council"),
    after=_("At least 80% of works agreements signed within six weeks, as in 2026"),
)
def status_quo(draft: Draft) -> Span | None:
    return None if says_how_much(draft) else first(draft.vocabulary.keeps, draft.text)


@check(
    "avoidance",
    title=_("What should happen instead?"),
    why=_("It says what should not be. People move faster toward something they can picture."),
    source=APPROACH,
    before=_("Avoid losing engineers"),
    after=_("Keep 95 of 100 engineers each year, from 88"),
)
def avoidance(draft: Draft) -> Span | None:
    return first(draft.vocabulary.avoids, draft.text)


@check(
    "passive",
    title=_("Who does it?"),
    why=_("The sentence hides who acts, and so whom to ask."),
    source=CRAFT,
    before=_("Response times should be reduced"),
    after=_("Service halves its response time, from 48 to 24 hours, by May"),
)
def passive(draft: Draft) -> Span | None:
    return first(draft.vocabulary.passive, draft.text)
