"""The tabs of the strategy. One whose page is missing is not shown."""

from django.utils.translation import gettext_lazy as _

from consort.web.tabs import Tab

TABS = [
    Tab(_("Map"), "vision:map"),
    Tab(_("Vision"), "vision:purposes"),
    Tab(_("Objectives"), "vision:objectives"),
    Tab(_("Initiatives"), "vision:initiatives"),
    Tab(_("Metrics"), "metrics:list"),
    Tab(_("Cycles"), "vision:cycles"),
    Tab(_("Conflicts"), "vision:findings"),
    Tab(_("Alignment"), "vision:alignment"),
    Tab(_("Shared"), "vision:publications"),
]
