from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "consort.commitments"
    label = "commitments"

    def ready(self) -> None:
        from django.db.models import Q
        from django.utils.translation import gettext_lazy as _

        from consort.commitments import facts  # noqa: F401  (registers facts)
        from consort.commitments.calendar import due_days
        from consort.commitments.models import Commitment
        from consort.commitments.states import UNSETTLED
        from consort.commitments.sweeps import miss_what_passed_in_silence
        from consort.commitments.waiting import commitments
        from consort.commitments.words import line
        from consort.core import calendar, kinds, sweeps, waiting

        work = kinds.Work(Q(state__in=UNSETTLED), line, ("giver",))
        kinds.register(kinds.Kind("commitment", Commitment, _("commitment"), lambda each: (each.what, each.cue), work))
        sweeps.register("commitments", miss_what_passed_in_silence)
        waiting.register(commitments)
        calendar.register(due_days)
