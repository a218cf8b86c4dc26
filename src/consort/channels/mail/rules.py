"""By which rules mail goes. Each mail names its rule, and each rule can be stopped."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Rule:
    """`name` is also the field of `Reach` that turns it off."""

    name: str
    title: str | Promise
    when: str | Promise
    because: str | Promise


DIGEST = Rule(
    "digest",
    _("What waits for you"),
    _("Once a day, at the hour that everyone chooses, when something waits for them"),
    _("You get this once a day, and only when something waits for you."),
)
AT_ONCE = Rule(
    "at_once",
    _("Others wait for you"),
    _("Five minutes after other people cannot go on without somebody, unless it is done by then"),
    _("You get this because other people cannot go on without you."),
)
RULES = {rule.name: rule for rule in (DIGEST, AT_ONCE)}
