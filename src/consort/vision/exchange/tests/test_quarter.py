"""A plan as it is lived: brought in, seen on the map, checked in on for a quarter, reviewed, and taken out again."""

import os
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from consort.core import clock
from consort.rounds.actions.opening import open_due
from consort.vision.actions import cycles, objectives
from consort.vision.actions.checking_in import check_in
from consort.vision.actions.reviewing import Verdict, review_objective
from consort.vision.exchange.stratml.grammar import Part
from consort.vision.exchange.tests.conftest import DATA, assert_validates
from consort.vision.exchange.tests.test_pages import hidden, send, url
from consort.vision.models import CheckIn, Objective

BEGINS, ENDS = date(2026, 10, 1), date(2026, 12, 31)
FORTNIGHTS = [datetime(2026, 10, 5, 9, tzinfo=UTC) + timedelta(days=14 * number) for number in range(6)]
AFTER = datetime(2027, 1, 4, 9, tzinfo=UTC)
MORE = os.environ.get("CONSORT_STRATML_PLANS", "")
PLANS = [DATA / "orchard.xml", *sorted(Path(MORE).glob("*.xml") if MORE else ())]


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_a_plan_is_lived_for_a_quarter(plan, ingrid, tomasz, sign_in):
    client = sign_in(ingrid)
    _bring_in(client, plan, ingrid)
    written = list(Objective.objects.order_by("title"))
    assert all(each.title in _words(client.get(each.get_absolute_url())) for each in written[:3])
    assert "From vision to this week" in _words(client.get(url("map"), {"cycle": ""}))
    _agree_on_a_cycle(written, ingrid, tomasz)
    for number, moment in enumerate(FORTNIGHTS):
        with clock.at(moment):
            _check_in(written, number, ingrid, tomasz)
    assert CheckIn.objects.count() == len(written) * len(FORTNIGHTS) * 2
    with clock.at(AFTER):
        _review(client, written, ingrid)
        for part in Part:
            wish = {"part": part.value, "what": f"cycle-{written[0].cycle.pk}", "status": "on", "file": "1"}
            answer = client.get(url("take_out"), wish)
            assert_validates(answer.content, part)
            named = [each.title for each in written if each.title != "Without a name"]
            assert [title for title in named if title not in _words(answer)] == []


def _words(answer) -> str:
    return " ".join(unescape(answer.content.decode()).split())


def _bring_in(client, plan: Path, ingrid) -> None:
    page = send(client, plan.read_bytes(), plan.name, lead=str(ingrid.pk))
    assert client.post(url("bring_in_apply"), {"ticket": hidden(page, "ticket")}).status_code == 303


def _agree_on_a_cycle(written: list[Objective], ingrid, tomasz) -> None:
    with clock.at(FORTNIGHTS[0] - timedelta(days=4)):
        cycle = cycles.plan_cycle(by=ingrid, name="Q4 2026", begins=BEGINS, ends=ENDS, every=14)
        for each in written:
            objectives.change_objective(objective=each, by=ingrid, cycle=cycle, leads=[ingrid, tomasz])
            for person in (ingrid, tomasz):
                objectives.agree_objective(objective=each, by=person)
        cycles.move_cycle(cycle=cycle, name="start", by=ingrid)


def _check_in(written: list[Objective], number: int, ingrid, tomasz) -> None:
    for each in written:
        check_in(objective=each, by=ingrid, confidence=50 + 5 * number, note="Most of it stands.")
        check_in(objective=each, by=tomasz, confidence=70 - 5 * number)
    open_due()


def _review(client, written: list[Objective], ingrid) -> None:
    cycle = written[0].cycle
    cycles.move_cycle(cycle=cycle, name="begin_review", by=ingrid)
    verdict = Verdict(ending=Objective.Ending.REACHED, score=Decimal("0.7"), learned="Ask the carrier first.")
    for each in written:
        review_objective(objective=each, by=ingrid, verdict=verdict)
    page = client.get(url("cycle_review", cycle.pk)).text
    assert page.count("Ask the carrier first.") >= len(written[:3])
    cycles.move_cycle(cycle=cycle, name="close", by=ingrid)
