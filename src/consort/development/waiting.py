"""What of joint development waits for whom."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.models import Person
from consort.core.waiting import Waiting
from consort.development.following_up import EVERY, is_signed_by, last_noted
from consort.development.models import Agreement, CoursePlace
from consort.development.programs.plan import next_step
from consort.development.queries import agreements_to_see_to, places_of

WEEK = timedelta(days=7)


def agreements(person: Person) -> Iterable[Waiting]:
    """Agreements to sign, and those one has not said a word about for a while. Runs three queries."""
    for agreement in agreements_to_see_to(person):
        if not is_signed_by(agreement, person):
            yield _waiting(agreement, _("Working agreement"), _("Sign it, or talk about it"), agreement.written, 1)
        elif (last := last_noted(agreement, person)) + EVERY <= clock.today():
            since = timezone.make_aware(datetime.combine(last + EVERY, time.min))
            yield _waiting(agreement, _("Working agreement, looked at again"), _("Say whether it was kept"), since)


def courses(person: Person) -> Iterable[Waiting]:
    """What is open in the programs one is in, else the weekly question: did one do what one tries? Three queries."""
    today = clock.today()
    for place in places_of(person, today):
        done = {mark.step for mark in place.marks.all()}
        course = place.course
        if step := next_step(course.plan, course.begins, course.every, today, done):
            yield _of_course(place, step.title, _("Go on"), course.opens(step.module))
        elif place.aim and today < course.ends and (asked := _last_tried(place) + WEEK) <= today:
            yield _of_course(place, place.aim, _("Did you do it?"), asked)


def _last_tried(place: CoursePlace) -> date:
    return max([each.day for each in place.tries.all()] + [mark.on for mark in place.marks.all()])


def _of_course(place: CoursePlace, title: str, action: str, since: date) -> Waiting:
    return Waiting(
        place="development",
        label=_("Program"),
        title=title,
        url=place.course.get_absolute_url(),
        meta=place.course.name,
        action=action,
        since=timezone.make_aware(datetime.combine(since, time.min)),
    )


def _waiting(agreement: Agreement, label: str, action: str, since: datetime, holds_up: int = 0) -> Waiting:
    return Waiting(
        place="development",
        label=label,
        title=agreement.words,
        url=agreement.get_absolute_url(),
        meta=_("Every %(days)s days, half a minute") % {"days": EVERY // timedelta(days=1)},
        action=action,
        since=since,
        holds_up=holds_up,
    )
