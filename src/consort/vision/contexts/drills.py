"""What the pages of recall drills show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from consort.core import live
from consort.core.models import Person
from consort.reckon.coding import CodingAgreement, coding_agreement
from consort.reckon.forecasts import wilson_interval
from consort.reckon.recall import Recall, recall
from consort.rounds import wording as round_wording
from consort.rounds.contexts import envelope
from consort.rounds.contexts.asking import addresses
from consort.rounds.models import Round
from consort.vision.contexts.steering import steering
from consort.vision.models import Coder, Drill, DrillItem, Wording
from consort.vision.policy import alignment as policy
from consort.vision.queries.drills import (
    Recalled,
    code_before,
    codes_of,
    disagreements,
    next_for,
    progress_of,
    recalled_in,
    round_of,
)

Context = dict[str, Any]
HARDLY, NEARLY = 0.1, 0.9
NONE = 0


@dataclass(frozen=True)
class Share:
    """A share of people in whole per cent, with the interval that it may lie in."""

    label: str
    people: int
    percent: int
    low: int
    high: int
    words: str


@dataclass(frozen=True)
class Offer:
    """A button of the sorting page: `key` is the digit that presses it."""

    key: int
    title: str
    counts: str
    is_chosen: bool
    by: str = ""


@dataclass(frozen=True)
class State:
    """How far a drill has come: asking, withdrawn, withheld, sorting, settling or counted."""

    name: str
    round: Round | None
    coders: list[Coder]
    open: int = 0


def state_of(drill: Drill) -> State:
    """Runs three queries at most."""
    round, coders = round_of(drill), list(drill.coders.select_related("person"))
    if round is None:
        return State("withdrawn", None, coders)
    if round.is_asking:
        return State("asking", round, coders)
    if (round.result or {}).get("withheld"):
        return State("withheld", round, coders)
    if any(coder.done is None for coder in coders):
        return State("sorting", round, coders)
    open_ones = drill.wordings.filter(settled=None).count()
    return State("settling" if open_ones else "counted", round, coders, open_ones)


def page(drill: Drill, reader: Person) -> Context:
    """One drill, whatever it waits for. At most fifteen queries."""
    state = state_of(drill)
    items = list(drill.items.all())
    mine = next((coder for coder in state.coders if coder.person_id == reader.pk), None)
    steers = policy.may_steer(drill, reader)
    round = state.round
    return {
        "drill": drill,
        "state": state,
        "topic": live.topic("drill", drill.pk),
        "stages": stages(state),
        "items": items if state.name == "counted" or mine or steers else [],
        "envelope": _envelope(round, reader) if round and round.is_asking else None,
        "url": addresses(round) if round else {},
        "next": drill.get_absolute_url(),
        "lede": lede(state),
        "withheld": round_wording.withheld(round) if round and state.name == "withheld" else "",
        "outcome": round_wording.outcome(round) if round and round.is_opened else "",
        "mine": mine,
        "progress": progress_of(mine) if mine and state.name == "sorting" else None,
        "may_settle": steers or mine is not None,
        "agreement": agreement_of(drill) if state.name in ("settling", "counted") else None,
        "figures": figures(drill, items) if state.name == "counted" else None,
        "steers": steers,
        **steering(round, reader),
        "round": round,
    }


def _envelope(round: Round, reader: Person) -> Context:
    """The usual one, with the promise that holds here: two people read the lines."""
    shown = _("Only figures over all answers are shown, none below %(least)s answers.")
    read = _("Once it opens, two people read the lines without names, mixed with everybody else’s.")
    sentence = f"{shown % {'least': round_wording.in_words(round.least)}} {read}"
    return {**envelope(round, reader), "mode_sentence": sentence}


def stages(state: State) -> list[tuple[str, bool, bool]]:
    """(name, done, current) of each step."""
    names = [_("Remember"), _("Sort, twice"), _("Settle"), _("Result")]
    order = ["asking", "sorting", "settling", "counted"]
    at = order.index(state.name) if state.name in order else len(names)
    return [(name, place < at, place == at) for place, name in enumerate(names)]


def lede(state: State) -> str:
    """How it stands, in one sentence."""
    match state.name:
        case "asking":
            return _("Everyone writes from memory what we are after. Looking it up would only deceive ourselves.")
        case "sorting":
            return _("All answers are in. Two people sort them without names and without seeing each other’s codes.")
        case "settling":
            return _("Both have sorted everything. Where they differ, it is decided together.")
        case "withheld":
            return _("Too few answered for anything to be shown.")
        case "counted":
            return ""
        case _:
            return _("It was withdrawn before it opened. What was sealed is destroyed.")


def agreement_of(drill: Drill) -> CodingAgreement | None:
    """How alike the two sorted; None with fewer than two wordings. Two queries."""
    left, right = codes_of(drill)
    return coding_agreement(left, right) if len(left) > 1 else None


def figures(drill: Drill, items: Sequence[DrillItem]) -> Context:
    """What people could name, against what they had said they could. Departments only as far as they are told apart."""
    people = recalled_in(drill, list(items))
    whole = _recall(drill, people, items)
    by_item = [_share(item.title, [item.position in each.named for each in people]) for item in items]
    return {
        "whole": whole,
        "headline": headline(whole),
        "gap": gap(whole),
        "reached": _share("", [len(each.named) >= drill.enough for each in people]),
        "items": sorted(by_item, key=lambda share: -share.percent),
        "departments": _departments(drill, people),
    }


def _recall(drill: Drill, people: Sequence[Recalled], items: Sequence[DrillItem]) -> Recall:
    named, claimed = [len(each.named) for each in people], [each.claimed for each in people]
    return recall(named, claimed, items=len(items), enough=drill.enough)


def headline(whole: Recall) -> str:
    known = {"share": round(whole.reached * 100), "enough": whole.enough, "items": whole.items}
    return _("%(share)s%% could name %(enough)s of %(items)s") % known


def gap(whole: Recall) -> str:
    """What they had said, beside what they did."""
    if whole.thought is None or whole.claimed is None:
        return ""
    known = {
        "thought": round(whole.thought * 100),
        "claimed": round_of_one(whole.claimed),
        "named": round_of_one(whole.named),
    }
    return _("%(thought)s%% had said they could. On average they claimed %(claimed)s and named %(named)s.") % known


def round_of_one(value: float) -> str:
    return f"{value:.1f}"


def _departments(drill: Drill, people: Sequence[Recalled]) -> list[Share]:
    names = sorted({each.department for each in people if each.department})
    if not names:
        return []
    groups = [(name, [each for each in people if each.department == name]) for name in names]
    rest = [each for each in people if not each.department]
    if rest:
        groups.append((str(_("All others, and who did not say")), rest))
    shares = [_share(name, [len(each.named) >= drill.enough for each in group]) for name, group in groups]
    return [_blurred(share) for share in shares]


def _share(label: str, hits: Sequence[bool]) -> Share:
    low, high = wilson_interval(sum(hits), len(hits))
    percent = round(100 * sum(hits) / len(hits))
    return Share(label, len(hits), percent, round(low * 100), round(high * 100), f"{percent}%")


def _blurred(share: Share) -> Share:
    """A share of all or of nobody would say of each what they could name."""
    if share.percent <= HARDLY * 100:
        return Share(share.label, share.people, 5, share.low, share.high, str(_("hardly any")))
    if share.percent >= NEARLY * 100:
        return Share(share.label, share.people, 95, share.low, share.high, str(_("nearly all")))
    return share


def sorting(drill: Drill, coder: Coder, at: Wording | None = None) -> Context:
    """One wording to sort, and the codebook with the digit for each entry. Six queries."""
    progress, wording = progress_of(coder), at or next_for(coder)
    chosen = wording.codes.filter(coder=coder).first() if wording else None
    position = (chosen.item.position if chosen.item else NONE) if chosen else None
    return {
        "drill": drill,
        "wording": wording,
        "progress": progress,
        "offers": offers(drill, {position: ""} if position is not None else {}),
        "before": code_before(coder, wording),
        "is_done": coder.done is not None,
    }


def offers(drill: Drill, chosen: dict[int, str]) -> list[Offer]:
    """The codebook, and "none of them" under 0. `chosen`: who chose it, by position."""
    listed = [
        Offer(each.position, each.title, each.counts, each.position in chosen, chosen.get(each.position, ""))
        for each in drill.items.all()
    ]
    return [*listed, Offer(NONE, str(_("None of them")), "", NONE in chosen, chosen.get(NONE, ""))]


def settling(drill: Drill, at: Wording | None = None) -> Context:
    """One wording on which the two differ; neither is named. Five queries."""
    every = list(disagreements(drill))
    wording = at or next((each for each in every if each.settled is None), None)
    codes = list(wording.codes.select_related("item")) if wording else []
    said = {code.item.position if code.item else NONE: str(_("one of the two")) for code in codes}
    return {
        "drill": drill,
        "wording": wording,
        "offers": offers(drill, said) if wording else [],
        "open": sum(each.settled is None for each in every),
        "every": every,
        "agreement": agreement_of(drill),
    }
