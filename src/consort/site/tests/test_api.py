"""The API document is part of what we promise: it changes on purpose only."""

import json
from pathlib import Path

from consort.site.api import api

SNAPSHOT = Path(__file__).parent / "openapi.json"


def test_the_document_is_the_one_we_promised():
    """After a change on purpose: write `described()` into openapi.json, and say so in the changelog."""
    assert json.loads(SNAPSHOT.read_text(encoding="utf-8")) == described()


def test_visitors_read_nothing(client, db):
    assert client.get("/varnholt/api/v1/today").status_code in (302, 401, 404)


def described():
    return json.loads(json.dumps(api.get_openapi_schema(path_prefix="/<organization>/api/v1/"), default=str))
