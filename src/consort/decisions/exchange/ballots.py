"""The opened ballots of a ranked decision, as a file that others can count."""

from django.http import Http404
from django.utils.text import slugify

from consort.decisions.exchange.bundles import File
from consort.decisions.models import RANKED, Decision
from consort.decisions.rounds_of import rounds_of
from consort.reckon.ballots import BallotFile, write_blt, write_preflib
from consort.rounds import envelopes
from consort.rounds.models import Envelope, Round

PREFLIB, BLT = "preflib", "blt"


def can_leave(decision: Decision, ballot: Round | None) -> bool:
    """Ballots are told one by one where they carry names or came from a file; never where few promised silence."""
    if decision.method not in RANKED or ballot is None or not ballot.is_opened or ballot.seal.destroyed:
        return False
    return ballot.is_attributed or not ballot.asked.filter(person__isnull=False).exists()


def ballots_of(decision: Decision, form: str) -> File:
    """PrefLib or BLT. Raises Http404 where no ballots can leave."""
    ballot = rounds_of(decision).ballot
    if ballot is None or not can_leave(decision, ballot):
        raise Http404
    options = list(decision.options.all())
    sealed = Envelope.objects.filter(round=ballot, sealed__isnull=False)
    ranks = [envelopes.read(ballot, each).answers.get("rank", {}) for each in sealed]
    unranked = (ballot.result or {}).get("unranked", "last")
    piles = tuple((1, tuple(places.get(option.letter) for option in options)) for places in ranks)
    file = BallotFile(decision.question, tuple(option.title for option in options), piles, unranked)
    name = slugify(decision.question)[:60] or "ballots"
    if form == BLT:
        return File(f"{name}.blt", write_blt(file, seats=decision.seats).encode())
    text = write_preflib(file, name=name)
    kind = text.partition("DATA TYPE: ")[2][:3]
    return File(f"{name}.{kind}", text.encode())
