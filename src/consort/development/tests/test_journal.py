"""The journal: its owner's alone, unreadable in the database, gone with whoever is erased."""

from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from consort.core import cursors
from consort.core.actions.people import erase_person, let_go
from consort.core.errors import NotAllowed
from consort.core.models import Seal
from consort.development.actions import journal
from consort.development.models import JournalEntry
from consort.development.tests.test_styles import text_of

WORDS = "I spoke second and noticed on the way out"


@pytest.fixture
def entry(tomasz):
    return journal.write_entry(by=tomasz, words=WORDS, about="Plant meeting")


def test_the_owner_reads_what_stands_there(entry, tomasz, sign_in):
    page = text_of(sign_in(tomasz).get(reverse("development:journal", args=["varnholt"])))
    assert WORDS in page
    assert "Plant meeting" in page


def test_nobody_else_does(entry, ingrid, administrator, sign_in):
    for somebody in (ingrid, administrator):
        client = sign_in(somebody)
        assert WORDS not in client.get(reverse("development:journal", args=["varnholt"])).content.decode()
        assert client.post(reverse("development:journal_remove", args=["varnholt", entry.pk])).status_code == 404
        with pytest.raises(NotAllowed):
            journal.remove_entry(entry=entry, by=somebody)
        with pytest.raises(NotAllowed):
            journal.write_entry(by=somebody, words="x", id=entry.pk)


def test_it_cannot_be_read_from_the_database(entry):
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = [bytes(each) if isinstance(each, memoryview) else each for row in cursor.fetchall() for each in row]
            assert not any(words in str(rows) for words in ("noticed", "Plant meeting")), table


def test_written_twice_it_stands_once(tomasz, sign_in):
    address, id = reverse("development:journal", args=["varnholt"]), uuid4()
    client = sign_in(tomasz)
    assert client.post(address, {"id": id, "words": " "}).status_code == 422
    for _ in range(2):
        assert client.post(address, {"id": id, "words": WORDS}).status_code == 303
    assert JournalEntry.objects.count() == 1
    client.post(reverse("development:journal_remove", args=["varnholt", id]))
    assert not JournalEntry.objects.exists()


def test_it_goes_with_whoever_is_erased(entry, tomasz, ingrid):
    let_go(person=tomasz, by=ingrid)
    erase_person(person=tomasz, by=ingrid)
    cursors.follow()
    assert not JournalEntry.objects.exists()
    assert Seal.objects.get().destroyed
