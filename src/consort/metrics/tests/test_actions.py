"""Defining metrics and writing readings."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Payload
from consort.metrics import actions
from consort.metrics.models import Direction, Metric, Reading
from consort.metrics.sheets.rows import Row
from consort.metrics.tests.conftest import TODAY
from consort.metrics.waiting import stale_metrics

SEPTEMBER = date(2026, 9, 30)


def add(metric, by, value="85.9", at=SEPTEMBER, **more) -> Reading:
    return actions.add_reading(metric=metric, by=by, at=at, value=Decimal(value), **more)


def facts_of(metric) -> list[str]:
    return [happening.type for happening in reversed(history_of(metric))]


def test_defining_twice_with_one_id_defines_once(ingrid):
    key = uuid4()
    what = {"name": "Weeks", "direction": Direction.KEEP_BELOW, "target_high": Decimal(18)}
    one, two = (actions.define_metric(by=ingrid, id=key, **what) for _ in range(2))
    assert one == two
    assert (one.owner, facts_of(one)) == (ingrid, ["metric.defined"])


def test_who_leads_nothing_defines_nothing(observer):
    with pytest.raises(NotAllowed):
        actions.define_metric(by=observer, name="M", direction=Direction.KEEP_BELOW, target_high=Decimal(1))


@pytest.mark.parametrize(
    "wrong",
    [
        {"target_low": None},
        {"target_low": Decimal(5), "target_high": Decimal(4)},
        {"begins": date(2028, 1, 1)},
        {"name": " "},
        {"direction": Direction.DECREASE},
    ],
)
def test_what_does_not_fit_is_refused(on_time, tomasz, wrong):
    with pytest.raises(Refused):
        actions.change_metric(metric=on_time, by=tomasz, **wrong)
    on_time.refresh_from_db()
    assert on_time.target_low == 95
    assert facts_of(on_time) == ["metric.defined"]


def test_a_change_keeps_what_stood_before(on_time, tomasz):
    actions.change_metric(metric=on_time, by=tomasz, target_low=Decimal(96), name=on_time.name)
    actions.change_metric(metric=on_time, by=tomasz, target_low=Decimal(96))
    body = Payload.objects.get(entry__type="metric.changed").body
    assert body["before"] == {"target_low": "95.000000"}
    assert history_of(on_time)[0].sentence == "Tomasz changed at least"


def test_only_its_keepers_change_it(on_time, ingrid, tomasz, priya, facilitator, stranger, executive_team):
    for person in (ingrid, priya, stranger):
        with pytest.raises(NotAllowed):
            add(on_time, person)
        with pytest.raises(NotAllowed):
            actions.change_metric(metric=on_time, by=person, name="Mine")
    add(on_time, facilitator)
    on_time.partnership = executive_team
    on_time.save()
    add(on_time, priya, at=TODAY)
    assert on_time.readings.count() == 2


def test_a_reading_stands_once_a_day(on_time, tomasz):
    reading = add(on_time, tomasz)
    assert add(on_time, tomasz) == reading
    with pytest.raises(Refused, match=r"already: 85\.9%"):
        add(on_time, tomasz, "86")
    assert reading.source == "Planning system"
    assert facts_of(on_time) == ["metric.defined", "reading.added"]


def test_the_future_and_the_absurd_are_refused(on_time, tomasz):
    for value, at in (("1", date(2026, 10, 6)), ("1e20", SEPTEMBER), ("NaN", SEPTEMBER), ("Infinity", SEPTEMBER)):
        with pytest.raises(Refused):
            add(on_time, tomasz, value, at)
    assert not Reading.objects.exists()


def test_a_correction_keeps_the_old_value_and_the_reason(on_time, tomasz):
    reading = add(on_time, tomasz)
    with pytest.raises(Refused):
        actions.correct_reading(reading=reading, by=tomasz, value=Decimal(86), reason=" ")
    for _ in range(2):
        actions.correct_reading(reading=reading, by=tomasz, value=Decimal(86), reason="Two orders counted twice")
    assert on_time.readings.get().value == 86
    sentence = history_of(on_time)[0].sentence
    assert sentence == "Tomasz corrected Wed 30 Sep 2026 from 85.9% to 86.0%: Two orders counted twice"
    assert facts_of(on_time).count("reading.corrected") == 1


def test_removing(on_time, tomasz):
    reading = add(on_time, tomasz)
    again = Reading.objects.get(pk=reading.pk)
    actions.remove_reading(reading=reading, by=tomasz, reason="A test")
    actions.remove_reading(reading=again, by=tomasz, reason="A test")
    assert not Reading.objects.exists()
    assert facts_of(on_time).count("reading.removed") == 1


def rows(*pairs) -> list[Row]:
    return [Row(at, Decimal(value)) for at, value in pairs]


def test_importing_adds_and_on_request_corrects(on_time, tomasz):
    add(on_time, tomasz)
    wanted = rows((SEPTEMBER, "86.1"), (date(2026, 8, 31), "84.6"))
    assert actions.import_readings(metric=on_time, by=tomasz, rows=wanted) == (1, 0)
    assert on_time.readings.get(at=SEPTEMBER).value == Decimal("85.9")
    assert actions.import_readings(metric=on_time, by=tomasz, rows=wanted, replace=True) == (0, 1)
    assert actions.import_readings(metric=on_time, by=tomasz, rows=wanted, replace=True) == (0, 0)
    assert on_time.readings.get(at=SEPTEMBER).value == Decimal("86.1")
    body = Payload.objects.filter(entry__type="reading.imported").last().body
    assert body == {"added": 0, "corrected": 1, "replaced": {"2026-09-30": "85.9"}}


def test_importing_is_all_or_nothing(on_time, tomasz, monkeypatch):
    with pytest.raises(Refused):
        actions.import_readings(metric=on_time, by=tomasz, rows=rows((SEPTEMBER, "1"), (date(2027, 1, 1), "2")))
    monkeypatch.setattr("consort.metrics.actions.readings.record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.import_readings(metric=on_time, by=tomasz, rows=rows((SEPTEMBER, "1")))
    assert not Reading.objects.exists()


@pytest.mark.parametrize("action", ["add", "correct", "remove", "change", "define"])
def test_a_failing_fact_undoes_the_change(on_time, ingrid, tomasz, monkeypatch, action):
    reading = add(on_time, tomasz)
    before = (list(Reading.objects.values()), list(Metric.objects.values()))
    for module in ("readings", "metrics"):
        monkeypatch.setattr(f"consort.metrics.actions.{module}.record", lambda *_, **__: 1 / 0)
    change = {
        "add": lambda: add(on_time, tomasz, at=TODAY),
        "correct": lambda: actions.correct_reading(reading=reading, by=tomasz, value=Decimal(1), reason="x"),
        "remove": lambda: actions.remove_reading(reading=reading, by=tomasz, reason="x"),
        "change": lambda: actions.change_metric(metric=on_time, by=tomasz, name="Other"),
        "define": lambda: actions.define_metric(
            by=ingrid, name="M", direction=Direction.KEEP_BELOW, target_high=Decimal(1)
        ),
    }[action]
    with pytest.raises(ZeroDivisionError):
        change()
    assert (list(Reading.objects.values()), list(Metric.objects.values())) == before


def test_the_database_itself_refuses_halves(on_time):
    for wrong in ({"target_low": None}, {"decimals": 7}, {"target_high": Decimal(1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Metric.objects.update(**wrong)


def test_a_stale_metric_waits_for_its_keeper_alone(on_time, ingrid, tomasz, django_assert_max_num_queries):
    tomasz.partnership_ids  # noqa: B018  (read once per request)
    assert list(stale_metrics(tomasz)) == []
    add(on_time, tomasz, at=date(2026, 8, 30))
    with django_assert_max_num_queries(1):
        waiting = list(stale_metrics(tomasz))
    assert [(item.place, item.title, item.meta) for item in waiting] == [
        ("strategy", on_time.name, "The last reading is of Sun 30 Aug")
    ]
    assert list(stale_metrics(ingrid)) == []
    add(on_time, tomasz)
    assert list(stale_metrics(tomasz)) == []
