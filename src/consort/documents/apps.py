from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "consort.documents"
    label = "documents"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from consort.core import kinds
        from consort.documents import facts  # noqa: F401  (registers facts)
        from consort.documents.models import Document

        kinds.register(kinds.Kind("document", Document, _("document"), lambda document: (document.title, "")))
