"""The tabs of the strategy. One whose page is missing is not shown."""

from django.utils.translation import gettext_lazy as _

from consort.vision.queries.findings import count_conflicts
from consort.web.tabs import Tab

TABS = [
    Tab(_("Map"), "vision:map"),
    Tab(_("Vision"), "vision:purposes"),
    Tab(_("Objectives"), "vision:objectives"),
    Tab(_("Initiatives"), "vision:initiatives"),
    Tab(_("Metrics"), "metrics:list"),
    Tab(_("Plans"), "documents:list"),
    Tab(_("Cycles"), "vision:cycles"),
    Tab(_("Dependencies"), "vision:dependencies"),
    Tab(_("Conflicts"), "vision:findings", count_conflicts),
    Tab(_("Alignment"), "vision:alignment"),
    Tab(_("Shared"), "vision:publications"),
]
