"""Obligations, not notifications: who is mailed, when, by which rule, and how it stops."""

from datetime import timedelta
from email import message_from_bytes
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from consort.channels.actions.reach import choose
from consort.channels.mail.at_once import send_at_once
from consort.channels.mail.digest import send_digests
from consort.channels.mail.rules import DIGEST
from consort.channels.mail.stopping import stop_link
from consort.channels.models import Letter
from consort.channels.tests.conftest import WEDNESDAY
from consort.commitments.actions import accept, propose
from consort.core import clock, waiting
from consort.core.ledger import checkpoints
from consort.core.models import Chain, Level
from consort.rounds.actions import NewQuestion, ask
from consort.rounds.models import Question, Round

CHOSEN = {"digest": True, "hour": 7, "days": "working", "at_once": True}


def mailed_at(moment, send=send_digests):
    """Who was mailed when the sweeps ran at `moment`."""
    mail.outbox.clear()
    waiting._known.clear()
    with clock.at(moment):
        send()
    return sorted(to for message in mail.outbox for to in message.to)


def test_only_those_who_owe_something_are_reminded_and_nobody_else(asked, executives):
    assert mailed_at(WEDNESDAY) == ["tomasz@varnholt.example"]


def test_at_most_one_digest_a_day(asked):
    assert [len(mailed_at(WEDNESDAY + timedelta(hours=hours))) for hours in (-1, 0, 1, 9, 24)] == [0, 1, 0, 0, 1]


def test_what_begins_to_wait_after_the_hour_comes_tomorrow(long_ago, ingrid, tomasz):
    assert mailed_at(WEDNESDAY) == []
    ask_tomasz(ingrid, tomasz, WEDNESDAY + timedelta(hours=1))
    assert mailed_at(WEDNESDAY + timedelta(hours=2)) == []
    assert mailed_at(WEDNESDAY + timedelta(days=1)) == ["tomasz@varnholt.example"]


def test_the_hour_is_that_of_ones_own_zone(asked, tomasz):
    tomasz.time_zone = "America/New_York"
    tomasz.save()
    assert mailed_at(WEDNESDAY) == []
    assert mailed_at(WEDNESDAY + timedelta(hours=6)) == ["tomasz@varnholt.example"]


@pytest.mark.parametrize(
    ("change", "days", "expected"), [({}, 3, 0), ({"days": "every"}, 3, 1), ({"digest": False}, 0, 0)]
)
def test_one_chooses_days_or_none(asked, tomasz, change, days, expected):
    choose(by=tomasz, **CHOSEN | change)
    assert len(mailed_at(WEDNESDAY + timedelta(days=days))) == expected


def test_a_digest_names_its_rule_its_stop_link_and_how_far_the_ledger_had_come(asked, varnholt, tomasz):
    mailed_at(WEDNESDAY)
    sent = message_from_bytes(mail.outbox[0].message().as_bytes())
    body = mail.outbox[0].body
    assert "Name two test sites" in body
    assert str(DIGEST.because) in body
    assert f"Stop it, without signing in: {stop_link(tomasz, DIGEST)}" in body
    assert sent["List-Unsubscribe"].strip() == f"<{stop_link(tomasz, DIGEST)}>"
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    note = body[body.index("consort/") : body.index("\n\nOpen Today")].strip() + "\n"
    _origin, size, _root = checkpoints.read(note, checkpoints.verifier_key(varnholt))
    assert size == Chain.objects.get(organization=varnholt).size


def test_a_stop_link_works_without_signing_in_and_backwards(client, asked, tomasz):
    link = stop_link(tomasz, DIGEST).removeprefix("http://127.0.0.1:8000")
    assert b"Stop this mail?" in client.get(link).content
    assert mailed_at(WEDNESDAY) != []  # looking stopped nothing
    client.post(link, {"List-Unsubscribe": "One-Click"})
    assert mailed_at(WEDNESDAY + timedelta(days=1)) == []
    client.post(link, {"again": "1"})
    assert mailed_at(WEDNESDAY + timedelta(days=2)) != []


@pytest.mark.parametrize("token", ["nonsense", "WyJ4Il0:1abc:xyz"])
def test_a_forged_stop_link_is_nowhere(client, db, token):
    assert client.post(f"/stop/{token}/").status_code == 404


def test_at_once_comes_only_what_others_still_wait_for_after_five_minutes(asked, ingrid, tomasz):
    made = WEDNESDAY - timedelta(hours=2)
    found = [mailed_at(made + timedelta(minutes=minutes), send_at_once) for minutes in (1, 6, 7, 20)]
    assert found == [[], ["tomasz@varnholt.example"], [], []]


def test_what_is_done_within_five_minutes_is_not_mailed(asked, tomasz):
    made = WEDNESDAY - timedelta(hours=2)
    with clock.at(made + timedelta(minutes=3)):
        accept(commitment=asked, by=tomasz)
    assert mailed_at(made + timedelta(minutes=9), send_at_once) == []


def test_a_mail_server_that_refuses_is_asked_again(asked, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", _refuse)
        mailed_at(WEDNESDAY)
    assert Letter.objects.get(things__gt=0).outcome == Letter.Outcome.FAILED
    assert mailed_at(WEDNESDAY + timedelta(minutes=5)) == []
    assert mailed_at(WEDNESDAY + timedelta(minutes=11)) == ["tomasz@varnholt.example"]


def test_who_has_left_and_the_demonstration_get_nothing(asked, varnholt):
    varnholt.is_demonstration = True
    varnholt.save()
    assert mailed_at(WEDNESDAY) == []


def test_a_confidential_round_is_not_named(long_ago, ingrid, tomasz, helene, priya):
    with clock.at(WEDNESDAY - timedelta(hours=3)):
        ask(
            kind="test",
            title="Do we trust Mats?",
            by=ingrid,
            about=None,
            people=[tomasz, helene, priya, ingrid],
            questions=[NewQuestion("why", Question.Kind.TEXT, "Why?")],
            mode=Round.Mode.CONFIDENTIAL,
            audience={"organization_id": ingrid.organization_id, "visibility": Level.LEADERS},
            threshold=3,
        )
    assert len(mailed_at(WEDNESDAY)) == 4
    assert all("Mats" not in message.message().as_string() for message in mail.outbox)


def test_one_chooses_on_the_page_and_sees_what_was_mailed(sign_in, asked, tomasz, django_assert_max_num_queries):
    mailed_at(WEDNESDAY)
    client = sign_in(tomasz)
    with django_assert_max_num_queries(12):
        page = client.get("/varnholt/settings/reach/").content.decode()
    assert "What waits for you" in page
    assert client.post("/varnholt/settings/reach/", {"hour": 25, "days": "every"}).status_code == 422
    assert client.post("/varnholt/settings/reach/", {"hour": 9, "days": "every"}).status_code == 303
    tomasz.refresh_from_db()
    assert (tomasz.reach.hour, tomasz.reach.digest) == (9, False)


def ask_tomasz(ingrid, tomasz, moment):
    with clock.at(moment):
        return propose(by=ingrid, giver=tomasz, what="Something else", due=moment.date() + timedelta(days=9))


def _refuse(*_):
    raise SMTPServerDisconnected("gone")
