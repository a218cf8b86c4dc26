from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "consort.commitments"
    label = "commitments"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from consort.commitments import facts  # noqa: F401  (registers facts)
        from consort.commitments.models import Commitment
        from consort.commitments.sweeps import miss_what_passed_in_silence
        from consort.commitments.waiting import commitments
        from consort.core import kinds, sweeps, waiting

        kinds.register(kinds.Kind("commitment", Commitment, _("commitment"), lambda each: (each.what, each.cue)))
        sweeps.register("commitments", miss_what_passed_in_silence)
        waiting.register(commitments)
