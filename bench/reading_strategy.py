"""Makes the large strategy and walks it from many nodes of each kind. Run by `strategy`, in a process of its own."""

import json
import random
import time
from statistics import quantiles
from typing import Any

import django

OF_A_KIND, ROUNDS = 25, 40


def main() -> None:
    django.setup()
    from django.core.management import call_command
    from django.urls import reverse

    call_command("migrate", verbosity=0)
    from bench import large_strategy
    from bench.large_organization import founder

    leader = founder("strategy")
    nodes, choose = large_strategy.make(leader), random.Random(11)
    slug = leader.organization.slug
    chosen = {kind: choose.sample(things, min(OF_A_KIND, len(things))) for kind, things in nodes.items()}
    traces = [reverse("vision:trace", args=[slug, kind, each.pk]) for kind, things in chosen.items() for each in things]
    root, map_ = (
        reverse("vision:trace", args=[slug, "purpose", nodes["purpose"][0].pk]),
        reverse("vision:map", args=[slug]),
    )
    opened = f"{map_}?open={nodes['priority'][0].pk}"
    pages = {
        "any node of 10,000": traces,
        "the vision over 10,000": [root] * ROUNDS,
        "map of 500 objectives": [opened] * ROUNDS,
    }
    print(json.dumps({name: measure(addresses) for name, addresses in pages.items()}))


def measure(addresses: list[str]) -> dict[str, float]:
    """p95 of the time from request to answer in the process, in milliseconds, and the most queries of one."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from consort.core.models import User
    from consort.site.serve import settle

    client: Any = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(email__startswith="first@"))
    settle()  # as the server does once it has started
    client.get(addresses[0])  # what waits and what the rules find is remembered from here on
    times, queries = [], 0
    for address in addresses:
        start = time.perf_counter()
        assert client.get(address).status_code == 200, address
        times.append((time.perf_counter() - start) * 1000)
    for address in set(addresses):
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        queries = max(queries, len(captured))
    return {"p95": quantiles(times, n=20)[-1], "queries": queries}


if __name__ == "__main__":
    main()
