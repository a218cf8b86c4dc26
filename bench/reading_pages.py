"""Makes the large organization and reads each page many times. Run by `pages`, in a process of its own."""

import json
import sys
import time
from statistics import quantiles

import django

ROUNDS = 40
PAGES = (
    "weave:today",
    "weave:partnerships",
    "weave:find",
    "decisions:list",
    "commitments:list",
    "metrics:list",
    "organization:members",
    "organization:audit",
)


def main(entries: int) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")  # for the making only
    from bench import large_organization

    organization = large_organization.make(entries=entries)
    connection.close()
    print(json.dumps({name: measure(address) for name, address in addresses(organization).items()}))


def addresses(organization: object) -> dict[str, str]:
    """Each page by name; of a partnership's page, one of the founder's own."""
    from django.urls import reverse

    from consort.core.models import Organization, Partnership

    assert isinstance(organization, Organization)
    own = Partnership.objects.filter(seats__person__first_name="First", organization=organization).first()
    found = {name: reverse(name, args=[organization.slug]) for name in PAGES}
    found["weave:find"] += "?q=leader 17"
    if own:
        found["weave:partnership"] = reverse("weave:partnership", args=[organization.slug, own.pk])
        found["weave:partnership_history"] = reverse("weave:partnership_history", args=[organization.slug, own.pk])
    return found


def measure(address: str) -> dict[str, float]:
    """p95 of the time from request to answer in the process, in milliseconds, and the number of queries."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from consort.core.models import User

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(email__startswith="first@"))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
        queries = len(captured)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - start) * 1000)
    return {"p95": quantiles(times, n=20)[-1], "queries": queries}


if __name__ == "__main__":
    main(int(sys.argv[1]))
