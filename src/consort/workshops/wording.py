"""What is said about workshops, in sentences."""

from datetime import datetime, timedelta

from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.rounds.wording import in_words
from consort.workshops.models import Activity, Participant, Workshop
from consort.workshops.pace import Pace


def moment(at: datetime) -> str:
    """Such as "Thu 8 Oct, 14:00" in the reader's time zone."""
    return formats.date_format(timezone.localtime(at), "D j M, H:i")


def day(at: datetime) -> str:
    return formats.date_format(timezone.localtime(at), "D j M")


def minutes(number: int) -> str:
    return _("%(n)s min") % {"n": number}


def locked_in(done: int, asked: int) -> str:
    """Such as "Six of nine have locked in"."""
    if not done:
        return _("Nobody has locked in yet")
    if done == asked:
        return _("All %(asked)s have locked in") % {"asked": in_words(asked)}
    sentence = ngettext("%(done)s of %(asked)s has locked in", "%(done)s of %(asked)s have locked in", done)
    return sentence % {"done": capfirst(in_words(done)), "asked": in_words(asked)}


def are_here(number: int, invited: int) -> str:
    """While nothing is asked."""
    words = ngettext("%(n)s of %(all)s is here", "%(n)s of %(all)s are here", number)
    return words % {"n": capfirst(in_words(number)), "all": in_words(invited)}


def left_out(number: int) -> str:
    if not number:
        return ""
    words = ngettext("Revealing now leaves out %(n)s", "Revealing now leaves out %(n)s", number)
    return words % {"n": in_words(number)}


def how_long_ago(moment: timedelta) -> str:
    """Such as "40 seconds ago"."""
    seconds = int(moment.total_seconds())
    if seconds < 120:
        return ngettext("%(n)s second ago", "%(n)s seconds ago", seconds) % {"n": seconds}
    return ngettext("%(n)s minute ago", "%(n)s minutes ago", seconds // 60) % {"n": seconds // 60}


def pace(found: Pace) -> str:
    """How far it is behind or ahead, and when it ends."""
    ends = formats.date_format(timezone.localtime(found.ends), "H:i")
    if found.behind > 0:
        words = ngettext("%(n)s minute behind.", "%(n)s minutes behind.", found.behind) % {"n": found.behind}
    elif found.behind < 0:
        words = ngettext("%(n)s minute ahead.", "%(n)s minutes ahead.", -found.behind) % {"n": -found.behind}
    else:
        words = _("On time.")
    return f"{words} {_('Ends %(time)s at this pace.') % {'time': ends}}"


def time_left(left: timedelta) -> str:
    """As a clock shows it: 2:14, or −0:30 once it is over."""
    seconds = round(left.total_seconds())
    sign, seconds = ("−", -seconds) if seconds < 0 else ("", seconds)
    if seconds >= 172_800:
        return ngettext("%(n)s day", "%(n)s days", seconds // 86_400) % {"n": seconds // 86_400}
    hours, rest = divmod(seconds, 3600)
    face = f"{hours}:{rest // 60:02}" if hours else str(rest // 60)
    return f"{sign}{face}:{rest % 60:02}"


def place_of(activity: Activity, place: int, many: int) -> str:
    return _("Activity %(place)s of %(many)s") % {"place": place, "many": many}


def standing(workshop: Workshop) -> str:
    """How it stands, in one sentence."""
    if workshop.is_live:
        return _("It is going on now.")
    if workshop.is_planned:
        return _("It begins %(when)s.") % {"when": moment(workshop.starts_at)}
    if workshop.is_ended and workshop.ended_at:
        return _("It ended %(when)s.") % {"when": moment(workshop.ended_at)}
    return _("It was called off.")


def way(participant: Participant) -> str:
    return str(participant.get_way_display())


def lasted(activity: Activity) -> str:
    """How long it took, and how much of that was over its time."""
    if not activity.began_at or not activity.closed_at:
        return minutes(activity.minutes)
    took = max(round((activity.closed_at - activity.began_at).total_seconds() / 60), 1)
    over = took - activity.minutes
    if over > 0:
        return _("%(took)s min, %(over)s over") % {"took": took, "over": over}
    return minutes(took)


def enough(is_enough: bool) -> str:
    """Of a round without names."""
    return _("Enough have locked in") if is_enough else _("Not enough have locked in yet")
