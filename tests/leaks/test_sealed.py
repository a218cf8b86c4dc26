"""While input is sealed, nobody but its author reads it: on no page, in no mail, export, search, log or table."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from consort.channels.mail.at_once import send_at_once
from consort.channels.mail.digest import send_digests
from consort.channels.models import Reach
from consort.core import clock, sweeps, waiting
from consort.core.models import Person
from tests.leaks import elsewhere, pages, secrets
from tests.leaks.exposures import Exposure, leaks_in
from tests.leaks.marks import MARK
from tests.matrix.people import Who
from tests.matrix.world import World

WHERE_IT_IS_SEALED = ("rounds", "decisions", "vision", "workshops")


@pytest.fixture
def heard(world: World, django_capture_on_commit_callbacks) -> Iterator[tuple[World, Callable[[], list[Exposure]]]]:
    """The sealed world, and all that was logged, asked of the database and announced while it came about."""
    with elsewhere.listening() as report:
        with django_capture_on_commit_callbacks(execute=True):
            sealed = secrets.keep(world)
            sweeps.run_once()
        yield sealed, report


@pytest.mark.parametrize("who", Who)
def test_no_page_and_no_fragment_and_nothing_that_they_lead_to_shows_it(who, sealed_world):
    found = list(pages.answers_to(sealed_world, who))
    assert len(found) > 200
    assert leaks_in(found) == []


def test_its_author_reads_it_on_the_page_of_the_round(sealed_world):
    """Were it not so, the sweep would look for something that is nowhere."""
    own = sealed_world.address(pages.endpoints.every()["rounds:round"], "round-anonymous/open")
    shown = sealed_world.cast.browser(Who.OWNER).get(own)
    assert secrets.marked(sealed_world.cast[Who.OWNER]) in shown.content.decode()


@pytest.mark.parametrize("package", WHERE_IT_IS_SEALED)
def test_no_log_line_no_statement_and_no_stream_carries_it(package, heard):
    world, report = heard
    list(pages.answers(world, only=package))
    exposures = report()
    assert {"statement", "stream"} <= {exposure.surface for exposure in exposures}
    assert leaks_in(exposures) == []


def test_no_mail_carries_it_and_no_search_finds_it(heard):
    assert leaks_in([*elsewhere.mails(), *elsewhere.found_things()]) == []


def test_no_export_carries_it(sealed_world, tmp_path):
    exposures = [*elsewhere.archives(tmp_path), *elsewhere.ledgers(), *elsewhere.sheets_of_metrics()]
    assert {exposure.surface for exposure in exposures} == {"archive", "ledger", "sheet"}
    assert leaks_in(exposures) == []


def test_no_table_holds_it(sealed_world):
    list(pages.answers(sealed_world, only="rounds"))
    assert leaks_in(elsewhere.tables()) == []


def test_a_draft_that_is_refused_stays_with_its_author(sealed_world):
    """A form with a mistake comes back to its sender with their words, and leaves no other trace."""
    round = sealed_world.things["round-confidential/open"]
    form = {"answer.why": f"{MARK}-helene-marzipan", "answer.trust": "900"}
    address = sealed_world.address(pages.endpoints.every()["rounds:seal"], "round-confidential/open")
    with elsewhere.listening() as report:
        answer = sealed_world.cast.browser(Who.PARTNER).post(address, form)
        assert answer.status_code == 422
        assert MARK in answer.content.decode()
        assert leaks_in(report()) == []
    assert round.is_asking
    assert leaks_in(elsewhere.tables()) == []


def test_no_digest_and_no_mail_at_once_carries_it(sealed_world):
    """A day later everybody to whom something waits is mailed."""
    waiting._known.clear()
    Person.objects.update(joined=clock.now() - timedelta(days=9))
    Reach.objects.bulk_create(Reach(person=person, hour=0, days="every") for person in Person.objects.all())
    send_digests()
    with clock.at(clock.now() + timedelta(minutes=6)):
        send_at_once()
    exposures = list(elsewhere.mails())
    assert len(exposures) > 4
    assert leaks_in(exposures) == []


def test_no_calendar_carries_it(sealed_world):
    exposures = list(elsewhere.calendars())
    assert len(exposures) > 4
    assert any(b"BEGIN:VEVENT" in exposure.content for exposure in exposures)
    assert leaks_in(exposures) == []
