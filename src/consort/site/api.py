"""The API of an organization: one OpenAPI document, each package's part beside its pages. It reads; pages act."""

from ninja import NinjaAPI
from ninja.security import django_auth

from consort.weave.api import router as weave

api = NinjaAPI(title="Consort", version="1", urls_namespace="api", docs_url=None, auth=django_auth)
api.add_router("", weave)
