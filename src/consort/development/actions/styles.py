"""Saying how one works, choosing who sees it, saying what the other knows best."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Level, Partnership, Person
from consort.development import policy
from consort.development.facts import StrengthSaid, StylesPlaced, StylesShown
from consort.development.instrument import PAIRS, SCALES
from consort.development.models import Strength, StyleProfile

WORDS = ("at_best", "under_pressure", "help_by", "never", "brings")
SHOWN_TO = (Level.ME, Level.PARTNERSHIP, Level.LEADERS, Level.ORGANIZATION)


@transaction.atomic
def place(*, by: Person, answers: Mapping[str, int], said: Mapping[str, str]) -> StyleProfile:
    """Answer every pair, 0 to 100, and say in own words what a scale means to oneself."""
    known = set(answers) == {pair.key for pair in PAIRS} and set(said) <= {scale.key for scale in SCALES}
    fits = known and all(0 <= answer <= 100 for answer in answers.values())
    refuse_unless(fits, _("Some answers are missing or lie outside 0 to 100. Nothing was kept."))
    profile = _own(by)
    kept = {key: words.strip()[:200] for key, words in said.items() if words.strip()}
    if (profile.answers, profile.said) == (dict(answers), kept):
        return profile
    profile.answers, profile.said, profile.placed_at = dict(answers), kept, clock.now()
    profile.save(update_fields=["answers", "said", "placed_at"])
    record(StylesPlaced(), on=profile, by=by)
    return profile


@transaction.atomic
def describe(*, by: Person, visibility: Level, **words: str) -> StyleProfile:
    """Write the page "how to work with me", and say who sees all of it."""
    refuse_unless(visibility in SHOWN_TO, _("Choose who sees it. Nothing was kept."))
    if unknown := set(words) - set(WORDS):
        raise TypeError(f"The page has no {', '.join(sorted(unknown))}")
    profile = _own(by)
    before = profile.visibility
    for name, said in words.items():
        setattr(profile, name, said.strip())
    profile.visibility = visibility
    profile.save(update_fields=[*words, "visibility"])
    if before != visibility:
        record(StylesShown(str(Level(visibility).label)), on=profile, by=by)
    return profile


def _own(person: Person) -> StyleProfile:
    profile, _made = StyleProfile.objects.select_for_update().get_or_create(
        owner=person, defaults={"organization": person.organization}
    )
    return profile


@transaction.atomic
def say_strength(*, partnership: Partnership, of: Person, by: Person, words: str) -> Strength:
    """Say what a partner knows best. Nobody says it of themselves."""
    require(policy.sits_in(partnership, by) and policy.sits_in(partnership, of) and of != by)
    refuse_unless(bool(words.strip()), _("Say what it is. Nothing was kept."))
    standing = Strength.objects.filter(partnership=partnership, of=of, by=by).first()
    if standing and standing.words == words.strip():
        return standing
    said, _made = Strength.objects.update_or_create(
        partnership=partnership, of=of, by=by, defaults={"words": words.strip(), "said_at": clock.now()}
    )
    record(StrengthSaid(of.full_name), on=partnership, by=by)
    return said
