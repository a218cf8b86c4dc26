"""What the packages below learn of plans that came from elsewhere."""

from django.utils.translation import gettext_lazy as _

from consort.core import kinds
from consort.vision.facts import exchange  # noqa: F401  (registers facts)
from consort.vision.models import Source

kinds.register(kinds.Kind("source", Source, _("plan from elsewhere"), lambda source: (source.name, source.file_name)))
