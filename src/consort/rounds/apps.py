from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "consort.rounds"
    label = "rounds"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from consort.core import calendar, kinds, sweeps, waiting
        from consort.rounds import facts  # noqa: F401  (registers facts)
        from consort.rounds.actions.opening import open_due
        from consort.rounds.calendar import openings
        from consort.rounds.models import Round
        from consort.rounds.waits import waiting_for

        kinds.register(kinds.Kind("round", Round, _("round")))
        sweeps.register("rounds", open_due)
        waiting.register(waiting_for)
        calendar.register(openings)
