"""A foreign file is read within caps, without secrets, and its failure is nobody else's."""

import os

import pytest

from consort.core.foreign_files import Unreadable, apart, read_apart

HERE = "consort.core.foreign_files.tests.readers"


def test_what_the_reader_makes_of_it_comes_back():
    assert read_apart(f"{HERE}:mirror", "grüß dich".encode(), times=2) == ["grüß dich", "grüß dich"]


def test_what_cannot_be_read_says_why_and_where():
    with pytest.raises(Unreadable, match="not my kind") as caught:
        read_apart(f"{HERE}:refuse", b"")
    assert caught.value.line == 7


@pytest.mark.parametrize("reader", ["hog_memory", "hog_time", "crash", "exit"])
def test_a_reader_that_takes_too_much_or_breaks_is_given_up(reader):
    with pytest.raises(Unreadable, match="given up"):
        read_apart(f"{HERE}:{reader}", b"")


def test_a_reader_that_sleeps_is_given_up(monkeypatch):
    monkeypatch.setattr(apart, "WALL_SECONDS", 1)
    with pytest.raises(Unreadable, match="longer than a minute"):
        read_apart(f"{HERE}:sleep", b"")


def test_the_reader_sees_no_secrets_of_the_server(monkeypatch):
    monkeypatch.setenv("CONSORT_SECRET_KEY", "hush")
    assert "hush" in os.environ.values()
    assert "hush" not in read_apart(f"{HERE}:surroundings", b"")


def test_no_more_than_two_are_read_at_once(monkeypatch):
    monkeypatch.setattr(apart, "WALL_SECONDS", 0.01)
    with apart._turns, apart._turns, pytest.raises(Unreadable, match="Other files"):
        read_apart(f"{HERE}:mirror", b"")
