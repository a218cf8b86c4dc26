"""What the packages below learn of workshops."""

from django.utils.translation import gettext_lazy as _

from consort.core import calendar, kinds, waiting
from consort.rounds import homes
from consort.web import shared, tabs
from consort.workshops.actions.asking import ROUND
from consort.workshops.calendar import workshops
from consort.workshops.contexts.sharing import who_is_in
from consort.workshops.live import ROOM
from consort.workshops.models import Activity, Workshop
from consort.workshops.waiting import waiting_for

kinds.register(kinds.Kind("workshop", Workshop, _("workshop"), lambda workshop: (workshop.title, workshop.purpose)))
kinds.register(kinds.Kind("activity", Activity, _("activity of a workshop")))
homes.register(ROUND)
waiting.register(waiting_for)
shared.register(ROOM, who_is_in)
tabs.register("meetings", [tabs.Tab(_("Workshops"), "workshops:list")])
calendar.register(workshops)
