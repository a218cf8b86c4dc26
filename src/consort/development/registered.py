"""What the packages below learn of joint development."""

from django.utils.translation import gettext_lazy as _

from consort.core import cursors, kinds, waiting
from consort.development import erasing
from consort.development.models import Agreement, Course, Program, StyleProfile
from consort.development.waiting import agreements, courses
from consort.web import tabs

kinds.register(kinds.Kind("agreement", Agreement, _("working agreement"), lambda each: (each.words, "")))
kinds.register(kinds.Kind("style_profile", StyleProfile, _("how somebody works")))
kinds.register(kinds.Kind("course", Course, _("program under way")))
kinds.register(kinds.Kind("program", Program, _("program"), lambda each: (each.name, each.plan.about)))
waiting.register(agreements)
waiting.register(courses)
cursors.register("journals of the erased", erasing.forget_erased)
tabs.register(
    "development",
    [
        tabs.Tab(_("Overview"), "development:list"),
        tabs.Tab(_("Working styles"), "development:styles"),
        tabs.Tab(_("Programs"), "development:programs"),
        tabs.Tab(_("Journal"), "development:journal"),
    ],
)
