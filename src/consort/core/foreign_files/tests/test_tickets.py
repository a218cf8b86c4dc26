"""Tickets carry what was read to those who read it, and to nobody else."""

import pytest

from consort.core.errors import Refused
from consort.core.foreign_files import Unreadable, tickets


def test_a_ticket_gives_back_what_it_carries(ingrid):
    ticket = tickets.issue("plan", ingrid, {"content": tickets.packed(b"\x00\xff" * 100)})
    assert tickets.unpacked(tickets.carried_by(ticket, "plan", ingrid)["content"]) == b"\x00\xff" * 100


def test_nobody_else_and_nothing_else_can_use_it(ingrid, tomasz):
    ticket = tickets.issue("plan", ingrid, 1)
    for text, scope, person in (
        (ticket, "plan", tomasz),
        (ticket, "table", ingrid),
        ("x" + ticket, "plan", ingrid),
        ("", "plan", ingrid),
        ("\x00", "plan", ingrid),
    ):
        with pytest.raises(Refused, match="too old"):
            tickets.carried_by(text, scope, person)


def test_what_a_form_cannot_hold_is_refused(ingrid, monkeypatch):
    monkeypatch.setattr(tickets, "LONGEST", 100)
    with pytest.raises(Unreadable, match="Divide it"):
        tickets.issue("plan", ingrid, [str(n) for n in range(100)])
