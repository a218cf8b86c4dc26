"""Checks: can one see whether it was reached, from where, and by when?"""

from django.utils.translation import gettext_lazy as _

from consort.vision.writing.check import WHOLE, Span, check
from consort.vision.writing.doing import counted_activity, study_only
from consort.vision.writing.draft import Draft
from consort.vision.writing.signs import first, has_date, says_from_where, says_how_much
from consort.vision.writing.sources import CUES, MONITORING, SPECIFIC


@check(
    "no_measure",
    title=_("How will you see that it is reached?"),
    why=_("Without an amount or a key result two leaders can disagree in good faith on whether it was reached."),
    source=SPECIFIC,
    before=_("Deliver orders on time"),
    after=_("Deliver 95% of orders on the promised day"),
)
def no_measure(draft: Draft) -> Span | None:
    return None if draft.is_measured or draft.is_milestone or says_how_much(draft) else WHOLE


@check(
    "no_baseline",
    title=_("Where does it stand today?"),
    why=_("A target without a starting point hides how far the way is, and progress cannot be told from luck."),
    source=MONITORING,
    before=_("Reach 95% on-time delivery by June 2027"),
    after=_("Raise on-time delivery from 86% to 95% by June 2027"),
)
def no_baseline(draft: Draft) -> Span | None:
    if draft.is_milestone or not says_how_much(draft) or says_from_where(draft):
        return None
    return None if counted_activity(draft) or study_only(draft) else WHOLE


@check(
    "no_date",
    title=_("By when?"),
    why=_("What has no date is always overtaken by what has one."),
    source=CUES,
    before=_("Halve the number of complaints"),
    after=_("Halve the number of complaints by the end of 2027"),
)
def no_date(draft: Draft) -> Span | None:
    return None if has_date(draft) or draft.vocabulary.vague_dates.search(draft.text) else WHOLE


@check(
    "vague_date",
    title=_("Which day does that mean?"),
    why=_("“Soon” is a different day for everybody who reads it."),
    source=CUES,
    before=_("Close the gap in the night shift as soon as possible"),
    after=_("Close the gap in the night shift by 31 March"),
)
def vague_date(draft: Draft) -> Span | None:
    return None if has_date(draft) else first(draft.vocabulary.vague_dates, draft.text)


@check(
    "past_date",
    title=_("Has that date not passed already?"),
    why=_("A goal with a date behind it is no longer a goal: close it, or give it a new date."),
    source=MONITORING,
    before=_("Open the second line by 2020"),
    after=_("Open the second line by October next year"),
)
def past_date(draft: Draft) -> Span | None:
    if draft.today is None:
        return None
    years = list(draft.vocabulary.due_year.finditer(draft.text))
    if not years or any(int(found[1]) >= draft.today.year for found in years):
        return None
    return years[-1].span()


@check(
    "percent_or_points",
    title=_("Per cent, or percentage points?"),
    why=_("“By 5%” of a rate of 80% means 84% to one reader and 85% to another."),
    source=SPECIFIC,
    before=_("Raise the share of repeat orders by 5%"),
    after=_("Raise the share of repeat orders by 5 points, from 40% to 45%"),
)
def percent_or_points(draft: Draft) -> Span | None:
    words = draft.vocabulary
    if not words.shares.search(draft.text) or words.from_to.search(draft.text):
        return None
    return first(words.by_percent, draft.text)


@check(
    "no_movement",
    title=_("Does this change anything?"),
    why=_("Start and target are the same, so nothing would have to be done."),
    source=SPECIFIC,
    before=_("Move the complaint rate from 4% to 4%"),
    after=_("Keep the complaint rate at or below 4%"),
)
def no_movement(draft: Draft) -> Span | None:
    found = draft.vocabulary.from_to.search(draft.text)
    same = found and found[1].strip(".,") == found[2].strip(".,")
    return found.span() if found and same else None
