"""What an activity works on: its own items, or those that an earlier one brought."""

from consort.workshops.models import Activity, ActivityKind, Heading, Idea

Item = dict[str, str]
WITH_ITEMS = (ActivityKind.RANK, ActivityKind.ALLOCATE, ActivityKind.RATE, ActivityKind.FROM_TO, ActivityKind.DECIDE)
MOST = 30


def written_in(activity: Activity | None) -> Activity | None:
    """The activity in which was written what `activity` groups, reveals or takes up. One query per step back."""
    while activity is not None and activity.kind not in (ActivityKind.WRITE, ActivityKind.CHECK_IN):
        if activity.kind in WITH_ITEMS:
            return None
        activity = activity.source
    return activity


def items_for(activity: Activity) -> list[Item]:
    """The items to begin with, in the words of rounds: frozen ones first, else from what it takes up."""
    if activity.items:
        return list(activity.items)
    source = activity.source
    while source is not None and source.kind not in WITH_ITEMS and written_in(source) is None:
        source = source.source
    if source is None:
        return []
    if source.kind in WITH_ITEMS:
        return items_for(source)
    return _headings_or_ideas(written_in(source))


def _headings_or_ideas(activity: Activity | None) -> list[Item]:
    """The names of the groups; where nothing was grouped, what was written."""
    if activity is None:
        return []
    things: list[Heading] | list[Idea] = list(activity.headings.all()[:MOST])
    things = things or list(activity.ideas.all()[:MOST])
    titles = dict.fromkeys(str(thing)[:120] for thing in things)
    return [{"key": f"item-{at}", "label": title, "detail": ""} for at, title in enumerate(titles, 1)]


def needs_nothing_earlier(activity: Activity) -> bool:
    """Whether it can be answered before the workshop begins."""
    return activity.source_id is None
