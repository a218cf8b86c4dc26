"""What the packages below learn of joint development."""

from django.utils.translation import gettext_lazy as _

from consort.core import kinds, waiting
from consort.development.models import Agreement, StyleProfile
from consort.development.waiting import agreements
from consort.web import tabs

kinds.register(kinds.Kind("agreement", Agreement, _("working agreement"), lambda each: (each.words, "")))
kinds.register(kinds.Kind("style_profile", StyleProfile, _("how somebody works")))
waiting.register(agreements)
tabs.register(
    "development",
    [
        tabs.Tab(_("Overview"), "development:list"),
        tabs.Tab(_("Working styles"), "development:styles"),
        tabs.Tab(_("Programs"), "development:programs"),
        tabs.Tab(_("Goals"), "development:goals"),
        tabs.Tab(_("Journal"), "development:journal"),
    ],
)
