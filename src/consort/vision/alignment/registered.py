"""What the packages below learn of pulses, recall drills and culture maps."""

from django.utils.translation import gettext_lazy as _

from consort.core import kinds, waiting
from consort.rounds import homes
from consort.vision.alignment import drills, pulses
from consort.vision.models import Culture, Drill, Pulse, Shift
from consort.vision.waiting.alignment import waiting_for


def _shift(shift: Shift) -> tuple[str, str]:
    """What search finds it by."""
    return shift.goal, f"{shift.start}\n{shift.signs}"


kinds.register(kinds.Kind("pulse", Pulse, _("alignment pulse"), lambda pulse: (pulse.title, "")))
kinds.register(kinds.Kind("drill", Drill, _("recall drill"), lambda drill: (drill.title, "")))
kinds.register(kinds.Kind("culture", Culture, _("culture map"), lambda culture: (culture.title, "")))
kinds.register(kinds.Kind("shift", Shift, _("shift"), _shift))
homes.register(pulses.KIND)
homes.register(drills.KIND)
pulses.register_result()
drills.register_result()
waiting.register(waiting_for)
