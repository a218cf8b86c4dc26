"""The whole story, from the founding to today."""

from zoneinfo import ZoneInfo

from django.db import transaction

from consort.core import clock, cursors
from consort.core.ledger import checkpoints
from consort.core.models import Organization
from consort.weave.demonstration import (
    alignment,
    cast,
    conflicts,
    figures,
    learning,
    promises,
    publishing,
    quarters,
    statements,
    strategy,
    styles,
    workshops,
)
from consort.weave.demonstration.story import Story
from consort.weave.demonstration.tale import Teller
from consort.weave.demonstration.tales import EVERY


@transaction.atomic
def tell() -> Organization:
    """Make Varnholt Thermal as it stands today. Deterministic but for identities and the day it is told."""
    story = Story(ZoneInfo("Europe/Amsterdam"), clock.now())
    cast.gather(story)
    figures.measure(story)
    promises.promise_all(story)
    promises.pass_days(story, -84)
    for tale in EVERY:
        Teller(story, tale).schedule()
    strategy.pursue(story)
    quarters.run(story)
    quarters.depend(story)
    quarters.talk(story)
    conflicts.notice(story)
    alignment.agree(story)
    publishing.hand_out(story)
    workshops.meet(story)
    statements.ask(story)
    styles.say(story)
    learning.learn(story)
    story.tell()
    cursors.follow()
    checkpoints.make(story.organization)
    return story.organization
