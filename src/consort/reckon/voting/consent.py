"""Consent: a proposal passes when nobody has a standing objection."""

from collections.abc import Sequence
from dataclasses import dataclass

from consort.reckon.voting.outcome import Outcome


@dataclass(frozen=True)
class Objection:
    """A reason why a proposal would do harm. It stands until it has been met or withdrawn."""

    reason: str
    standing: bool = True


def consent(objections: Sequence[Sequence[Objection]], *, unanswered: int = 0) -> Outcome:
    """Which proposals pass: those without a standing objection. One list of objections for each proposal.

    Silence is not consent: while `unanswered` people have not answered, nothing passes.
    Source: Endenburg 1998, "Sociocracy: the organization of decision-making".
    """
    standing = [[objection.reason for objection in listed if objection.standing] for listed in objections]
    clear = [option for option, reasons in enumerate(standing) if not reasons]
    held = [option for option, reasons in enumerate(standing) if reasons]
    winners = () if unanswered else tuple(clear)
    detail = {
        "standing": standing,
        "met": [sum(not objection.standing for objection in listed) for listed in objections],
        "unanswered": unanswered,
    }
    tiers = tuple(tuple(tier) for tier in (clear, held) if tier)
    return Outcome("consent", winners, tiers, len(winners) > 1, detail, _note(held, unanswered))


def _note(held: list[int], unanswered: int) -> str:
    if unanswered:
        return (
            f"{unanswered} {'person has' if unanswered == 1 else 'people have'} not answered: silence is not consent."
        )
    return "Objections stand." if held else ""
