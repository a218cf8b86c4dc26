"""Catchball: the version that lies there, every turn before it, and what each one's input changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.vision import turns
from consort.vision.models import Catchball, Catcher, Objective, Proposal, Version
from consort.vision.policy.catchball import catcher_of, may_hold, may_take_back, may_throw
from consort.vision.queries.catchball import of_objective
from consort.vision.turns import Difference
from consort.web.days import short

State, Answer = Catchball.State, Proposal.Answer
SHAPES = {State.DOWN: "open", State.BACK: "caution", State.AGREED: "done", State.ENDED: "thin"}


@dataclass(frozen=True)
class Shown:
    """A proposal in words, and what came of it. `came` says that the next version says so."""

    proposal: Proposal
    who: str
    what: str
    came: bool
    takes_back: bool

    @property
    def shape(self) -> str:
        return {"": "open", Answer.TAKEN: "good", Answer.NOT_TAKEN: "caution"}[self.proposal.answer]

    @property
    def word(self) -> str:
        return self.proposal.get_answer_display() if self.proposal.answer else _("not answered yet")


@dataclass(frozen=True)
class Round:
    """A version with what differs in it and what was proposed to it. `targets` are (key result, target)."""

    version: Version
    due: str
    targets: list[tuple[str, str]]
    differences: list[Difference]
    proposals: list[Shown]


@dataclass(frozen=True)
class Part:
    """How one who catches stands to the version that lies there."""

    catcher: Catcher
    name: str
    word: str
    shape: str


@dataclass(frozen=True)
class Given:
    """One person's input over all rounds."""

    name: str
    summary: str
    proposals: list[tuple[int, Shown]]


def page(catchball: Catchball, reader: Person) -> dict[str, Any]:
    """One catchball, from `queries.with_turns`. Runs at most one query."""
    rounds = rounds_of(catchball, reader)
    latest = rounds[-1]
    mine = catcher_of(catchball, reader)
    holds = may_hold(catchball, reader)
    down = catchball.state == State.DOWN
    speaks = mine is not None and down and mine.spoken < latest.version.number
    own = [each for each in latest.proposals if each.proposal.person_id == reader.pk]
    return {
        "catchball": catchball,
        "objective": catchball.objective,
        "lede": _lede(catchball, reader),
        "shape": SHAPES[State(catchball.state)],
        "latest": latest,
        "earlier": rounds[-2::-1],
        "parts": [_part(each, latest.version.number) for each in catchball.catchers.all()],
        "speaks": speaks,
        "own": own,
        "answers": holds and catchball.state == State.BACK,
        "unanswered": [each for each in latest.proposals if not each.proposal.answer],
        "can_agree": _all_agree(catchball, latest.version.number),
        "may_end": holds and catchball.in_the_air,
        "topic": f"catchball:{catchball.pk}",
    }


def rounds_of(catchball: Catchball, reader: Person) -> list[Round]:
    """Every round, the first first. Uses what is prefetched."""
    versions = sorted(catchball.versions.all(), key=lambda version: version.number)
    followed = [*versions[1:], None]
    before: list[Version | None] = [None, *versions[:-1]]
    return [_round(*each, reader) for each in zip(versions, before, followed, strict=True)]


def input_of(catchball: Catchball, reader: Person) -> dict[str, Any]:
    """What each one's input changed, the reader's first."""
    rounds = rounds_of(catchball, reader)
    people = [catcher.person for catcher in catchball.catchers.all()]
    given = [_given(person, rounds, reader) for person in sorted(people, key=lambda person: person != reader)]
    first, last = rounds[0].version, rounds[-1].version
    return {
        "catchball": catchball,
        "objective": catchball.objective,
        "given": given,
        "differences": turns.differences(first, last) if first != last else [],
        "rounds": len(rounds),
        "lede": _input_lede(rounds),
    }


def section(objective: Objective, reader: Person) -> dict[str, Any] | None:
    """Catchball on an objective's page; None where there was none and none can be begun. Runs one query."""
    found = list(of_objective(objective, reader))
    throws = may_throw(objective, reader) and objective.state != Objective.State.CLOSED
    in_the_air = any(each.in_the_air for each in found)
    if not found and not throws:
        return None
    shown = [(each, SHAPES[State(each.state)]) for each in found]
    return {"objective": objective, "found": shown, "may_throw": throws and not in_the_air}


def _round(version: Version, before: Version | None, following: Version | None, reader: Person) -> Round:
    return Round(
        version,
        short(version.due) if version.due else _("no date"),
        [(each["title"], words) for each in version.targets.values() if (words := turns.in_target(each))],
        turns.differences(before, version),
        [_shown(version, each, following, reader) for each in version.proposals.all()],
    )


def _shown(version: Version, proposal: Proposal, following: Version | None, reader: Person) -> Shown:
    person = proposal.person
    who = _("You") if person == reader else person.first_name if person else _("Somebody")
    takes_back = following is None and may_take_back(proposal, reader)
    return Shown(proposal, who, turns.proposed(version, proposal), turns.came_through(proposal, following), takes_back)


def _part(catcher: Catcher, number: int) -> Part:
    if catcher.agreed >= number:
        return Part(catcher, catcher.person.full_name, _("agrees"), "good")
    if catcher.spoken >= number:
        return Part(catcher, catcher.person.full_name, _("proposes a change"), "caution")
    return Part(catcher, catcher.person.full_name, _("has not spoken yet"), "open")


def _all_agree(catchball: Catchball, number: int) -> bool:
    here = [catcher for catcher in catchball.catchers.all() if catcher.person.left is None]
    return all(catcher.agreed >= number for catcher in here)


def _given(person: Person, rounds: Sequence[Round], reader: Person) -> Given:
    found = [
        (each.version.number, shown)
        for each in rounds
        for shown in each.proposals
        if shown.proposal.person_id == person.pk
    ]
    taken = sum(shown.proposal.answer == Answer.TAKEN for _number, shown in found)
    words = ngettext("%(n)s proposal, %(taken)s taken", "%(n)s proposals, %(taken)s taken", len(found))
    name = _("You") if person == reader else person.full_name
    return Given(name, words % {"n": len(found), "taken": taken} if found else _("Agreed without a change"), found)


def _lede(catchball: Catchball, reader: Person) -> str:
    number = turns.latest(catchball).number
    owner = _("you") if catchball.owner == reader else catchball.owner.first_name if catchball.owner else ""
    known = {"number": number, "owner": owner}
    match catchball.state:
        case State.DOWN:
            return _("Round %(number)s: those who will carry it say what they would change.") % known
        case State.BACK:
            return _("Round %(number)s is back with %(owner)s: every proposal is answered.") % known
        case State.AGREED:
            words = ngettext("Agreed by both sides in one round.", "Agreed by both sides in %(number)s rounds.", number)
            return words % known
        case _:
            return _("Ended without agreement in round %(number)s.") % known


def _input_lede(rounds: Sequence[Round]) -> str:
    every = [shown for each in rounds for shown in each.proposals]
    taken = sum(shown.proposal.answer == Answer.TAKEN for shown in every)
    if not every:
        return _("Nobody proposed a change.")
    words = ngettext("%(taken)s of %(n)s proposal was taken.", "%(taken)s of %(n)s proposals were taken.", len(every))
    return words % {"taken": taken, "n": len(every)}
