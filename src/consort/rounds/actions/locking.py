"""One at a time: everything that changes a round holds its row."""

from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless
from consort.rounds.models import Round


def lock(round: Round) -> None:
    """Hold the row until the transaction ends, and bring `round` up to date with it."""
    round.refresh_from_db(from_queryset=Round.objects.select_for_update())


def lock_asking(round: Round) -> None:
    """The same for a round that must still be open for answers. Raises Refused."""
    lock(round)
    refuse_unless(
        round.state != Round.State.WITHDRAWN,
        _("“%(title)s” was withdrawn. Nothing was changed.") % {"title": round.title},
    )
    refuse_unless(round.is_asking, _("The answers have opened already. Nothing was changed."))
