"""The API: one OpenAPI document, each package's part beside its pages."""

from ninja import NinjaAPI

api = NinjaAPI(title="Consort", version="1", urls_namespace="api", docs_url=None)
