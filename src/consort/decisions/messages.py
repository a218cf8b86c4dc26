"""Whether the message to the teams may be told."""

from consort.decisions.cases import Case
from consort.decisions.models import Message, Part


def is_approved(message: Message, case: Case) -> bool:
    """Everyone who decides stands behind the words."""
    approved = {each.person_id for each in message.approvals.all()}
    deciders = {person.pk for person in case.holders(Part.DECIDES)}
    return bool(deciders) and deciders <= approved
