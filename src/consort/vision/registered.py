"""What the packages below learn of the strategy."""

from django.utils.translation import gettext_lazy as _

from consort.core import kinds
from consort.vision.models import Catchball, Cycle, Dependency, Initiative, Objective, Priority, Purpose
from consort.vision.tabs import TABS
from consort.web import tabs

kinds.register(kinds.Kind("purpose", Purpose, _("vision"), lambda purpose: (purpose.vision, purpose.mission)))
kinds.register(kinds.Kind("priority", Priority, _("priority"), lambda priority: (priority.title, priority.why)))
kinds.register(kinds.Kind("objective", Objective, _("objective"), lambda objective: (objective.title, objective.why)))
kinds.register(
    kinds.Kind("initiative", Initiative, _("initiative"), lambda initiative: (initiative.title, initiative.what))
)
tabs.register("strategy", TABS)
kinds.register(kinds.Kind("cycle", Cycle, _("cycle"), lambda cycle: (cycle.name, cycle.learned)))
kinds.register(kinds.Kind("dependency", Dependency, _("dependency"), lambda wanted: (wanted.what, wanted.why)))
kinds.register(kinds.Kind("catchball", Catchball, _("catchball")))
