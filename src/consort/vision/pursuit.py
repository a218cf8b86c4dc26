"""What the packages below learn of cycles, check-ins, dependencies and catchball."""

from django.utils.translation import gettext_lazy as _

from consort.core import kinds, sweeps, waiting
from consort.vision import results, sections, sweeping
from consort.vision.contexts.pursuit import place
from consort.vision.models import Catchball, Cycle, Dependency
from consort.vision.waiting import catchball, cycles, dependencies

PROVIDERS = (
    cycles.check_ins,
    cycles.reviews,
    cycles.cycles,
    dependencies.dependencies,
    catchball.catchballs,
)

kinds.register(kinds.Kind("cycle", Cycle, _("cycle"), lambda cycle: (cycle.name, cycle.learned)))
kinds.register(kinds.Kind("dependency", Dependency, _("dependency"), lambda wanted: (wanted.what, wanted.why)))
kinds.register(kinds.Kind("catchball", Catchball, _("catchball")))
sections.register(sections.Section("main", "vision/pursuit/place.html", place))
for provider in PROVIDERS:
    waiting.register(provider)
sweeps.register("cycles", sweeping.begin_reviews)
sweeps.register("silence", sweeping.say_what_is_silent)
sweeps.register("promised days", sweeping.pass_promised_days)
results.register_all()
