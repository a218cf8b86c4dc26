"""What this package tells the others when it is ready."""

from django.utils.translation import gettext_lazy as _

from consort.channels import facts  # noqa: F401  (registers facts)
from consort.channels.mail.at_once import send_at_once
from consort.channels.mail.digest import send_digests
from consort.channels.mail.rules import RULES
from consort.core import sweeps
from consort.organization import mailings
from consort.organization.contexts.common import add_tab

for rule in RULES.values():
    mailings.register(mailings.Mail(rule.title, rule.when, _("Whom it waits for, unless they stopped it")))
sweeps.register("mail at once", send_at_once)
sweeps.register("digests", send_digests)
add_tab("channels:reach", _("What reaches you"), after="you", for_all=True)
add_tab("channels:feeds", _("Calendar"), after="channels:reach", for_all=True)
