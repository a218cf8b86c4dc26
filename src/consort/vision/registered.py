"""What the packages below learn of the strategy."""

from django.utils.translation import gettext_lazy as _

from consort.core import calendar, kinds, waiting
from consort.vision import sections
from consort.vision.calendar import ends_of_cycles
from consort.vision.contexts import findings, writing
from consort.vision.lines import INITIATIVES, OBJECTIVES
from consort.vision.models import Initiative, KeyResult, Objective, Priority, Purpose
from consort.vision.sections import Section
from consort.vision.tabs import TABS
from consort.vision.waiting import chain
from consort.web import tabs

kinds.register(kinds.Kind("purpose", Purpose, _("vision"), lambda purpose: (purpose.vision, purpose.mission)))
kinds.register(kinds.Kind("priority", Priority, _("priority"), lambda priority: (priority.title, priority.why)))
kinds.register(
    kinds.Kind("objective", Objective, _("objective"), lambda objective: (objective.title, objective.why), OBJECTIVES)
)
kinds.register(kinds.Kind("key_result", KeyResult, _("key result")))
kinds.register(
    kinds.Kind(
        "initiative", Initiative, _("initiative"), lambda initiative: (initiative.title, initiative.what), INITIATIVES
    )
)
tabs.register("strategy", TABS)
sections.register(Section("main", "vision/findings/section.html", findings.place))
sections.register(Section("margin", "vision/writing/section.html", writing.of_objective))
for provider in (chain.signing, chain.agreeing, chain.carrying):
    waiting.register(provider)
calendar.register(ends_of_cycles)
