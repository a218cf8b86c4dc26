"""Changing the options after they were framed. A ballot on the earlier ones ends, is kept, and counts no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import clock
from consort.core.errors import refuse_unless, require
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.actions.asking import call_ballot
from consort.decisions.actions.moving import in_stage, tell, write
from consort.decisions.cases import Case
from consort.decisions.facts import OptionsChanged
from consort.decisions.models import ON_A_PROPOSAL, Decision, Option, Stage, letter_of
from consort.decisions.rounds_of import BALLOT
from consort.rounds import actions as rounds
from consort.rounds.models import Asked, Round
from consort.rounds.queries import questions_of

CHANGED_IN = (Stage.DEBATE, Stage.RESOLVE)


@dataclass(frozen=True)
class Wanted:
    """An option as it is to stand. `letter` is empty for a new one."""

    letter: str
    title: str
    detail: str = ""


@transaction.atomic
def change_options(*, decision: Decision, by: Person, options: Sequence[Wanted], edition: int) -> Round | None:
    """Let exactly these options stand: reword, add, and drop those that are not named.

    A ballot that is being voted on opens as it stands, about the earlier options, and the same voters are asked anew:
    that ballot is given back. Refused when somebody else changed the options since `edition` was read.
    """
    list(Round.objects.select_for_update().filter(about_id=decision.pk))  # an opening holds the round first as well
    case = in_stage(decision, *CHANGED_IN)
    require(policy.may_change_options(case, by))
    kept = decision.standing_options
    if _as_wanted(kept) == [*options]:
        return None
    _check(case, kept, options, edition)
    told = _apply(decision, kept, options)
    write(decision, edition=edition + 1)
    tell(case, told, by)
    return _ask_anew(case, by)


def changed_meanwhile() -> str:
    return _("The options were changed meanwhile. Nothing of yours was kept: read them, then change them again.")


def _as_wanted(options: Sequence[Option]) -> list[Wanted]:
    return [Wanted(option.letter, option.title, option.detail) for option in options]


def _check(case: Case, kept: Sequence[Option], options: Sequence[Wanted], edition: int) -> None:
    refuse_unless(edition == case.decision.edition, changed_meanwhile())
    asking = case.rounds.asking
    refuse_unless(
        asking is None or asking.kind == BALLOT,
        _("A sealed round asks about these options: it opens first. Nothing was changed."),
    )
    require({each.letter for each in options if each.letter} <= {option.letter for option in kept})
    refuse_unless(len(options) >= 2, _("At least two options must stand. Nothing was changed."))
    titles = [each.title.strip().casefold() for each in options]
    refuse_unless(all(titles), _("Every option needs a name. Nothing was changed."))
    refuse_unless(len(set(titles)) == len(titles), _("Two options have the same name. Nothing was changed."))


def _apply(decision: Decision, kept: Sequence[Option], options: Sequence[Wanted]) -> OptionsChanged:
    wanted = {each.letter: each for each in options if each.letter}
    dropped = [option for option in kept if option.letter not in wanted]
    reworded = [option for option in kept if option.letter in wanted and _reword(option, wanted[option.letter])]
    for option in dropped:
        option.dropped = clock.now()
        option.save(update_fields=["dropped"])
    added = _add(decision, [each for each in options if not each.letter])
    letters = ([each.letter for each in some] for some in (added, dropped, reworded))
    return OptionsChanged(decision.question, decision.edition + 1, *letters)


def _reword(option: Option, wanted: Wanted) -> bool:
    """Whether there was anything to change."""
    before = (option.title, option.detail)
    option.title, option.detail = wanted.title.strip(), wanted.detail.strip()
    option.save(update_fields=["title", "detail"])
    return before != (option.title, option.detail)


def _add(decision: Decision, wanted: Sequence[Wanted]) -> list[Option]:
    """A letter is never used twice, so that what was said about a dropped option stays its own."""
    first = 1 + max(decision.options.values_list("position", flat=True))
    return Option.objects.bulk_create(
        Option(
            decision=decision,
            letter=letter_of(first + place),
            title=each.title.strip(),
            detail=each.detail.strip(),
            position=first + place,
        )
        for place, each in enumerate(wanted)
    )


def _ask_anew(case: Case, by: Person) -> Round | None:
    """End the ballot on the earlier options; ask its voters about these, unless its time is up or its proposal gone."""
    old, decision = case.rounds.asking, case.decision
    if old is None:
        return None
    voters = [asked.person for asked in Asked.objects.filter(round=old).select_related("person") if asked.person]
    letter = questions_of(old)[0].settings.get("proposal", "")
    rounds.open_round(old)
    proposal = next((option for option in decision.standing_options if option.letter == letter), None)
    is_over = old.opens_at is not None and old.opens_at <= clock.now()
    if is_over or len(voters) < 2 or (decision.method in ON_A_PROPOSAL and proposal is None):
        return None
    return call_ballot(decision=decision, by=by, opens_at=old.opens_at, voters=voters, proposal=proposal, previous=old)
