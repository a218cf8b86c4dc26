"""Brings 702,000 votes in through the pages' own actions. Run by `statements`, in a process of its own."""

import json
import random
import time

import django

VOTES, PEOPLE, STATEMENTS = 702_000, 7_000, 300


def main() -> None:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from bench.large_organization import founder
    from consort.decisions.actions import bringing
    from consort.decisions.exchange.bundles import File, bundle
    from consort.decisions.models import StatementMap

    leader = founder("statements")
    sent = bundle([File("votes.csv", votes()), File("comments.csv", comments())])
    start = time.perf_counter()
    made = bringing.receive(by=leader, file_name=sent.name, content=sent.content, choices=bringing.Choices())
    bringing.keep(bringing=made, by=leader)
    seconds = time.perf_counter() - start
    if StatementMap.objects.get().people != PEOPLE or made.report["cast"] != VOTES:
        raise SystemExit("Not every vote was read.")
    print(json.dumps({"import": {"seconds": seconds}}))


def votes() -> bytes:
    """In random order; a few people change their minds."""
    choose = random.Random(5)
    lines = ["timestamp,datetime,comment-id,voter-id,vote"]
    for number in range(VOTES):
        person = number if number < PEOPLE else choose.randrange(PEOPLE)
        said = choose.choice((1, 1, 0, -1))
        lines.append(f"{1_500_000_000_000 + number},x,{choose.randrange(STATEMENTS)},{person},{said}")
    return "\n".join(lines).encode()


def comments() -> bytes:
    lines = ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
    lines += [f'1,x,{number},1,0,0,1,"Statement number {number}, said by somebody"' for number in range(STATEMENTS)]
    return "\n".join(lines).encode()


if __name__ == "__main__":
    main()
