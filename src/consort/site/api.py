"""The API of an organization: one OpenAPI document, each package's part beside its pages. It reads; pages act."""

from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.security import django_auth

from consort.decisions.api import router as decisions
from consort.vision.api import router as vision
from consort.weave.api import router as weave

api = NinjaAPI(title="Consort", version="1", urls_namespace="api", docs_url=None, openapi_url=None, auth=django_auth)
api.add_router("", weave)
api.add_router("", decisions)
api.add_router("", vision)


@api.get("/openapi.json", include_in_schema=False, url_name="openapi-json")
def openapi(request: HttpRequest) -> dict[str, Any]:
    """The document, with the addresses of the reader's organization."""
    return api.get_openapi_schema(path_prefix=request.path.removesuffix("openapi.json"))
