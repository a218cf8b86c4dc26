"""The sweep would notice: on each surface a leak is planted, and it is found there."""

import base64
import logging
from collections.abc import Iterable

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse

from consort.commitments.models import Commitment
from consort.core import clock, live
from consort.core.ledger import exporting
from consort.core.models import SearchDocument
from consort.core.waiting import Waiting, waiting_for
from consort.metrics.models import Metric, Reading
from consort.rounds.models import Envelope
from consort.weave import api
from consort.weave.finding import Found
from consort.weave.views import pages as weave_pages
from tests.leaks import elsewhere, pages
from tests.leaks.exposures import Exposure, leaks_in
from tests.leaks.marks import mark_of

SECRET = f"Priya is for Poznań: {mark_of('priya')}"


def surfaces_with_leaks(exposures: Iterable[Exposure]) -> set[str]:
    return {leak.surface for leak in leaks_in(exposures)}


def test_in_the_context_of_a_page(world, monkeypatch):
    monkeypatch.setattr("consort.weave.contexts.today.lede", lambda waiting: SECRET)
    for person in world.cast.by_role.values():
        waiting_for(person)  # what is known stands on the page itself
    assert "page" in surfaces_with_leaks(pages.answers(world, only="weave:today"))


def test_in_a_fragment(world, monkeypatch):
    monkeypatch.setattr(weave_pages, "found", lambda *_: [Found(SECRET, "", "/")])
    assert "fragment" in surfaces_with_leaks(pages.answers(world, only="weave:find"))


def test_in_a_header(world, monkeypatch):
    headers = {"HX-Trigger": base64.b64encode(SECRET.encode()).decode()}
    monkeypatch.setattr(weave_pages, "render", lambda *_: HttpResponse("Nothing here.", headers=headers))
    assert surfaces_with_leaks(pages.answers(world, only="weave:words")) == {"page", "fragment"}


def test_in_the_api(world, monkeypatch):
    waiting = Waiting("decisions", "Sealed input", SECRET, "/", "", "", clock.now())
    monkeypatch.setattr(api, "waiting_for", lambda person: [waiting])
    assert "page" in surfaces_with_leaks(pages.answers(world, only="api:today"))


def test_in_a_download(world):
    Reading.objects.update(note=SECRET)
    assert "page" in surfaces_with_leaks(pages.answers(world, only="metrics:export"))
    assert surfaces_with_leaks(elsewhere.sheets_of_metrics()) == {"sheet"}


def test_in_what_is_searched(world):
    decision = world.things["decision-input/open"]
    SearchDocument.objects.create(
        organization=decision.organization, object_kind="decision", object_id=decision.pk, title="", body=SECRET
    )
    assert surfaces_with_leaks(elsewhere.found_things()) == {"search"}


def test_in_a_mail():
    mail.send_mail("Input is waited for", SECRET, "consort@localhost", ["helene@varnholt.example"])
    assert surfaces_with_leaks(elsewhere.mails()) == {"mail"}


def test_in_a_calendar(world):
    Commitment.objects.update(what=SECRET)
    assert surfaces_with_leaks(elsewhere.calendars()) == {"calendar"}


@pytest.mark.parametrize("arguments", [(SECRET,), ("sealed: %s", SECRET)])
def test_in_a_log_line(arguments, db):
    with elsewhere.listening() as report:
        logging.getLogger("consort.rounds").debug(*arguments)
        assert surfaces_with_leaks(report()) == {"log"}


def test_in_what_a_log_line_carries_besides(db):
    with elsewhere.listening() as report:
        logging.getLogger("consort.rounds").info("sealed", extra={"kind": SECRET})
        assert surfaces_with_leaks(report()) == {"log"}


def test_in_a_statement_to_the_database(db):
    with elsewhere.listening() as report:
        Metric.objects.filter(name=SECRET).exists()
        assert surfaces_with_leaks(report()) == {"statement"}


def test_in_the_stream_of_changes(db, django_capture_on_commit_callbacks):
    with elsewhere.listening() as report:
        with django_capture_on_commit_callbacks(execute=True):
            live.announce(mark_of("priya"))
        assert surfaces_with_leaks(report()) == {"stream"}


def test_in_the_exports_of_the_ledger(world, monkeypatch, tmp_path):
    line = exporting._line
    monkeypatch.setattr(exporting, "_line", lambda entry: {**line(entry), "answers": SECRET})
    assert surfaces_with_leaks(elsewhere.ledgers()) == {"ledger"}


def test_in_the_archive(world, tmp_path):
    Reading.objects.update(note=SECRET)
    assert surfaces_with_leaks(elsewhere.archives(tmp_path)) == {"archive"}


def test_in_a_box_that_was_never_closed(sealed_world, tmp_path):
    Envelope.objects.filter(draft__isnull=False).update(draft=SECRET.encode())
    assert surfaces_with_leaks(elsewhere.tables()) == {"table"}
    assert surfaces_with_leaks(elsewhere.archives(tmp_path)) == {"archive"}


def test_in_a_session(db):
    session = SessionStore()
    session["_messages"] = SECRET
    session.save()
    assert surfaces_with_leaks(elsewhere.tables()) == {"table"}


def test_in_the_cache(db):
    cache.set("draft", SECRET)
    assert surfaces_with_leaks(elsewhere.tables()) == {"table"}
    cache.clear()
