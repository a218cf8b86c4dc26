import asyncio
import threading
from contextlib import suppress
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from consort.core import live as core_live
from consort.web import live, tickets
from consort.web.hub import Hub, Listener, hub


def test_a_listener_hears_its_topics_only():
    async def scene():
        own, listener = Hub(), Listener(["a"])
        own.join(listener)
        own.publish("b")
        own.publish("a")
        return await listener.changes(1)

    assert asyncio.run(scene()) == {"a"}


def test_topics_reach_the_page_from_other_threads_and_are_gathered():
    async def scene():
        own, listener = Hub(), Listener(["a", "b"])
        own.join(listener)
        threads = [threading.Thread(target=own.publish, args=(topic,)) for topic in "aabab"]
        for thread in threads:
            thread.start()
        await asyncio.to_thread(lambda: [thread.join() for thread in threads])
        return await listener.changes(1), await listener.changes(0.01)

    assert asyncio.run(scene()) == ({"a", "b"}, frozenset())


def test_who_left_is_forgotten():
    async def scene():
        own, listener = Hub(), Listener(["a"])
        own.join(listener)
        assert own.topics == {"a"}
        own.leave(listener)
        own.publish("a")
        return own.topics

    assert asyncio.run(scene()) == frozenset()


def test_publishing_to_a_page_whose_loop_is_gone_harms_nobody():
    async def join(own):
        own.join(Listener(["a"]))

    own = Hub()
    asyncio.run(join(own))
    own.publish("a")


def test_what_the_ledger_announces_reaches_the_hub():
    assert hub.publish in core_live._listeners


def test_a_ticket_is_good_for_what_it_was_given_for():
    user = uuid4()
    ticket = tickets.read(tickets.issue(user, ["a", "b"]))
    assert (ticket.user, ticket.topics) == (str(user), {"a", "b"})


@pytest.mark.parametrize("text", ["", "rubbish", "a:b:c"])
def test_a_forged_ticket_is_none(text):
    assert tickets.read(text) is None


class Browser:
    """Speaks ASGI to the stream and keeps what it hears."""

    def __init__(self, ticket, session=""):
        cookie = f"{settings.SESSION_COOKIE_NAME}={session}".encode()
        query = f"on={ticket}".encode()
        self.scope = {"type": "http", "path": "/live/", "query_string": query, "headers": [(b"cookie", cookie)]}
        self.heard = asyncio.Queue()
        self.away = asyncio.Event()
        self.task = asyncio.create_task(live.Live(nobody)(self.scope, self.receive, self.heard.put))

    async def receive(self):
        await self.away.wait()
        return {"type": "http.disconnect"}

    async def next(self):
        return await asyncio.wait_for(self.heard.get(), 5)

    async def leave(self):
        self.away.set()
        with suppress(asyncio.CancelledError):
            await asyncio.wait_for(self.task, 5)


async def nobody(scope, receive, send):
    raise AssertionError("not for Django")


@pytest.fixture
def session(transactional_db, ingrid):
    client = Client()
    client.force_login(ingrid.user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def ask(person, *topics):
    return tickets.issue(person.user_id, list(topics))


def test_the_stream_says_which_topic_changed_and_nothing_else(session, ingrid):
    async def scene():
        browser = Browser(ask(ingrid, "decision:1"), session)
        start, ready = await browser.next(), await browser.next()
        hub.publish("decision:2")
        hub.publish("decision:1")
        changed = await browser.next()
        await browser.leave()
        return start["status"], ready["body"], changed["body"], hub.topics

    status, ready, changed, left = asyncio.run(scene())
    assert (status, ready) == (200, b"event: ready\ndata:\n\n")
    assert changed == b"event: changed\ndata: decision:1\n\n"
    assert "decision:1" not in left


def test_nobody_listens_with_anothers_ticket_or_none(session, ingrid, tomasz):
    async def scene():
        tries = [(ask(tomasz, "a"), session), (ask(ingrid, "a"), ""), (ask(ingrid, "a"), "stale"), ("forged", session)]
        browsers = [Browser(ticket, cookie) for ticket, cookie in tries]
        answers = [await browser.next() for browser in browsers]
        for browser in browsers:
            await browser.leave()
        return [answer["status"] for answer in answers]

    assert asyncio.run(scene()) == [404, 404, 404, 404]


def test_the_stream_ends_with_the_session(session, ingrid, monkeypatch):
    monkeypatch.setattr(live, "HEARTBEAT", 0.05)
    monkeypatch.setattr(live, "SIGNED_IN_EVERY", 0.1)
    monkeypatch.setattr(live, "BREATH", 0.01)

    async def scene():
        browser = Browser(ask(ingrid, "a"), session)
        assert (await browser.next())["status"] == 200
        await asyncio.to_thread(end, session)
        while b"ended" not in (message := await browser.next())["body"]:
            assert message["more_body"]
        await browser.leave()
        return message

    assert "more_body" not in asyncio.run(scene())


def end(key):
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connection

    SessionStore(key).delete()
    connection.close()
