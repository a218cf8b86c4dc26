"""One commitment, and the forms about it."""

from typing import Any

from django.utils.translation import gettext as _

from consort.commitments import queries
from consort.commitments.contexts.rows import row
from consort.commitments.facts import NewDateAsked
from consort.commitments.forms import CommitmentForm, ReasonForm
from consort.commitments.models import Commitment
from consort.commitments.states import State, Verb
from consort.core import kinds
from consort.core.ledger.reading import history_of
from consort.core.models import Person
from consort.web.days import short


def detail(commitment: Commitment, reader: Person) -> dict[str, Any]:
    """The page of a commitment. Runs at most four queries."""
    history = history_of(commitment)
    was_asked = any(happening.type == NewDateAsked.registration.name for happening in history)
    asked = list(commitment.renegotiations.all()) if was_asked or commitment.state == State.RENEGOTIATED else []
    things = kinds.fetch_many({commitment.about} if commitment.about else set(), reader)
    between_us = reader.pk in (commitment.giver_id, commitment.receiver_id)
    shares = between_us or commitment.partnership_id in reader.partnership_ids
    return {
        "commitment": commitment,
        "row": row(commitment, reader, things),
        "about": next(iter(things.values()), None),
        "asked": asked,
        "open_question": next((each for each in asked if not each.answer), None),
        "lede": _lede(commitment, reader),
        "history": history,
        "record": queries.record_between(commitment.giver, commitment.receiver) if shares else None,
        "readers": commitment.readers_for(reader),
        "topic": f"commitment:{commitment.pk}",
    }


def _lede(commitment: Commitment, reader: Person) -> str:
    names = {
        "giver": commitment.giver.first_name,
        "receiver": commitment.receiver.first_name,
        "day": short(commitment.due),
    }
    if commitment.state == "proposed":
        if reader.pk == commitment.giver_id:
            return _("%(receiver)s asks you for this by %(day)s.") % names
        return _("%(receiver)s asks %(giver)s for this by %(day)s.") % names
    if reader.pk == commitment.giver_id:
        return _("You promised this to %(receiver)s by %(day)s.") % names
    if reader.pk == commitment.receiver_id:
        return _("%(giver)s promised you this by %(day)s.") % names
    return _("%(giver)s promised this to %(receiver)s by %(day)s.") % names


def new(form: CommitmentForm, about: Any) -> dict[str, Any]:
    """The form; `about` is what the commitment will carry out."""
    reference = ":".join(map(str, kinds.reference(about))) if about else ""
    return {"form": form, "about": about, "about_reference": reference}


def answer(form: ReasonForm, commitment: Commitment, verb: Verb) -> dict[str, Any]:
    """A short page that asks for a reason."""
    names = {"giver": commitment.giver.first_name, "receiver": commitment.receiver.first_name}
    titles = {
        Verb.DECLINE: (_("Decline"), _("%(receiver)s reads your reason."), _("Decline it")),
        Verb.SAY_NOT_KEPT: (_("Not done"), _("%(giver)s reads what is missing."), _("Say what is missing")),
        Verb.ASK_NEW_DATE: (
            _("Ask for a new date"),
            _("Before its date this costs nothing: it counts as kept faith. %(receiver)s answers."),
            _("Ask for this date"),
        ),
        Verb.REFUSE_NEW_DATE: (_("Hold to the date"), _("%(giver)s reads your reason."), _("Hold to the date")),
    }
    title, lede, label = titles[verb]
    return {"form": form, "commitment": commitment, "title": title, "lede": lede % names, "label": label}
