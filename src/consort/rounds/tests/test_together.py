"""What happens when two people act at the same moment, in two connections to a real database."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from consort.core.models import Entry
from consort.rounds.actions import open_round, seal_answers
from consort.rounds.models import Envelope, Round

ANSWER = {"where": "poznan"}
pytestmark = pytest.mark.django_db(transaction=True)
Together = Callable[..., Any]


@contextmanager
def on_disk(folder: Path) -> Iterator[None]:
    """New connections go to a file with what is in memory now: SQLite in memory knows no waiting for one another."""
    if connection.vendor != "sqlite":
        yield
        return
    file = folder / "together.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    settings = connections.settings["default"]
    memory, settings["NAME"] = settings["NAME"], str(file)
    try:
        yield
    finally:
        settings["NAME"] = memory


@pytest.fixture
def together(tmp_path: Path) -> Together:
    """Runs several things at the same moment, each in a connection of its own, and gives what `then` finds after."""

    def run(*works: Callable[[], Any], then: Callable[[], Any]) -> Any:
        with on_disk(tmp_path):
            _at_once(works)
            return _at_once([then])[0]

    return run


def _at_once(works: Any) -> list[Any]:
    barrier, found = threading.Barrier(len(works)), {}

    def one(number: int, work: Callable[[], Any]) -> None:
        barrier.wait()
        try:
            found[number] = work()
        except Exception as error:
            found[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not [each for each in found.values() if isinstance(each, Exception)]
    return [found[number] for number in range(len(works))]


def openings() -> tuple[int, Any]:
    return Entry.objects.filter(type="round.opened").count(), Round.objects.get().result


def test_two_openings_at_the_same_moment_open_once(asking, together, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    opens = [lambda: open_round(Round.objects.get(pk=round.pk), by=ingrid) for _ in range(4)]
    times, result = together(*opens, then=openings)
    assert times == 1
    assert result["answered"] == 1


def test_the_last_answers_at_the_same_moment_are_all_counted(asking, together, ingrid, tomasz, priya):
    round = asking([ingrid, tomasz, priya])
    seals = [
        lambda person=person: seal_answers(round=Round.objects.get(pk=round.pk), by=person, answers=ANSWER)
        for person in (ingrid, tomasz, priya)
    ]
    times, result = together(*seals, then=openings)
    assert times == 1
    assert result["answered"] == 3


def test_one_form_sent_twice_at_the_same_moment_seals_once(asking, together, ingrid, tomasz):
    round = asking([ingrid, tomasz])
    twice = [lambda: seal_answers(round=Round.objects.get(pk=round.pk), by=ingrid, answers=ANSWER) for _ in range(2)]
    sealed, entries = together(
        *twice,
        then=lambda: (
            Envelope.objects.exclude(receipt="").count(),
            Entry.objects.filter(type="round.sealed").count(),
        ),
    )
    assert (sealed, entries) == (1, 1)
