"""Working agreements as rows and on their own page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from consort.commitments.queries import about
from consort.core.ledger.reading import history_of
from consort.core.models import Person
from consort.development.following_up import Standing, is_signed_by, standing
from consort.development.models import Agreement, AgreementNote

HISTORY = 60


@dataclass(frozen=True)
class Line:
    agreement: Agreement
    standing: Standing


def lines_of(agreements: Iterable[Agreement], members: list[Person]) -> list[Line]:
    return [Line(agreement, standing(agreement, members)) for agreement in agreements]


def detail(agreement: Agreement, members: list[Person], reader: Person) -> dict[str, Any]:
    """One agreement with who signed and what was noted. Runs two queries."""
    signed = {each.person_id: each for each in agreement.signatures.all()}
    return {
        "agreement": agreement,
        "standing": standing(agreement, members),
        "signatures": [(member, signed.get(member.pk)) for member in members],
        "is_signed": is_signed_by(agreement, reader),
        "outcomes": AgreementNote.Outcome.choices,
        "notes": sorted(agreement.notes.all(), key=lambda note: note.day, reverse=True),
        "commitments": list(about([agreement.pk], reader)),
        "changes": history_of(agreement, HISTORY),
    }
