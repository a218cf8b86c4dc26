"""No page of a leader of the demonstration runs more than fifteen queries, on its first request.

The exceptions are named with what they run.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from consort.core import waiting
from consort.core.models import Person
from consort.weave.demonstration.telling import tell

MOST = 15
LIKE_IT = 4  # how many pages of one kind are read
IDENTITY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
LINK = re.compile(r'href="(/varnholt/[^"#]*)"')
MORE = {
    r"/decisions/\d+/(record|pdf)/$": 18,  # everything about a decision, on one sheet
    r"/decisions/\d+/$": 16,  # evidence of one more kind
    r"/strategy/$": 26,  # the rules read the whole strategy once after each change of it
    r"/strategy/objectives/[0-9a-f-]+/$": 20,  # one for each kind of thing that is tied to it
    r"/strategy/published/new/$": 16,
    r"/strategy/files/objectives/": 17,  # a file with everything in it
}


@pytest.mark.django_db
def test_no_page_runs_more_queries_than_it_may():
    organization = tell()
    leader = Person.objects.get(organization=organization, first_name="Ingrid")
    client = Client()
    client.force_login(leader.user)
    counted = dict(_walked(client, f"/{organization.slug}/"))
    assert len(counted) > 60
    assert {address: count for address, count in counted.items() if count > _most(address)} == {}


def _most(address: str) -> int:
    return next((most for pattern, most in MORE.items() if re.search(pattern, address)), MOST)


def _walked(client: Client, begin: str) -> Iterator[tuple[str, int]]:
    """Every page that links lead to, with nothing remembered, and how many queries it ran."""
    to_read, seen, read = [begin], {begin}, Counter[str]()
    while to_read:
        address = to_read.pop(0)
        kind = IDENTITY.sub("", address.partition("?")[0])
        read[kind] += 1
        if read[kind] > LIKE_IT:
            continue
        waiting._known.clear()
        with CaptureQueriesContext(connection) as run:
            answer = client.get(address)
        yield address, len(run)
        if answer.headers["Content-Type"].startswith("text/html"):
            found = {unescape(link) for link in LINK.findall(answer.content.decode())} - seen
            seen |= found
            to_read += sorted(found)
