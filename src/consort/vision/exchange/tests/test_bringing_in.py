"""Bringing a plan in does exactly what was shown, once, by those who may, and never over what was changed here."""

from datetime import date
from decimal import Decimal

import pytest

from consort.core.errors import NotAllowed, Refused
from consort.core.models import Entry, Level, Link
from consort.metrics.models import Metric, Reading
from consort.vision.actions import objectives, priorities, purpose
from consort.vision.actions.importing import bring_in
from consort.vision.exchange.bringing import plan_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.items import Kind
from consort.vision.exchange.plans import What
from consort.vision.exchange.tests.conftest import brought, file_of, sample
from consort.vision.models import Cycle, KeyResult, Objective, Priority, Purpose, Source


def verdicts(by, content: bytes) -> set[What]:
    return {step.what for step in plan_of(file_of(content), by, Choices()).steps}


def test_a_plan_becomes_a_vision_priorities_objectives_metrics_and_readings(ingrid, tomasz):
    cycle = Cycle.objects.create(
        organization=ingrid.organization, name="2026", begins=date(2026, 1, 1), ends=date(2026, 12, 31)
    )
    made = brought(ingrid, sample("orchard.xml"), Choices(lead=tomasz, cycle=cycle, visibility=Level.ORGANIZATION))
    assert (made.made, made.changed, made.readings) == (6, 0, 2)
    vision, priority, objective = Purpose.objects.get(), Priority.objects.get(), Objective.objects.get()
    assert (vision.vision, vision.state, vision.begins) == ("Every apple is eaten.", "draft", date(2026, 1, 1))
    assert (priority.title, list(priority.leads.all())) == ("Less waste", [tomasz])
    assert (objective.cycle, objective.visibility, objective.state) == (cycle, Level.ORGANIZATION, "draft")
    assert Link.objects.filter(kind="serves", from_id=objective.pk, to_id=priority.pk).exists()
    metric = Metric.objects.get()
    assert (metric.name, metric.unit, metric.direction, metric.target_high) == (
        "Apples lost",
        "%",
        "decrease",
        Decimal("8.5"),
    )
    assert [(each.at, each.value) for each in metric.readings.all()] == [
        (date(2025, 12, 31), 15),
        (date(2026, 6, 30), Decimal("13.2")),
    ]
    measured, milestone = objective.key_results.all()
    assert (measured.metric, measured.due, measured.aim) == (metric, date(2027, 12, 31), "decrease")
    assert (milestone.title, milestone.aim) == ("Pickers trained: Everybody has seen it done once", "milestone")
    assert Entry.objects.filter(type="plan.brought_in").count() == 1


def test_a_dry_run_changes_nothing_and_few_queries_do(ingrid, django_assert_max_num_queries):
    before = Entry.objects.count()
    file = file_of(sample("orchard.xml"))
    with django_assert_max_num_queries(12):
        plan = plan_of(file, ingrid, Choices())
    assert {step.what for step in plan.steps} == {What.NEW}
    assert Entry.objects.count() == before
    assert any("a day to come" in str(remark.text) for remark in plan.remarks)


def test_the_same_plan_again_does_nothing(ingrid):
    brought(ingrid, sample("harbour.xml"))
    entries = Entry.objects.count()
    assert verdicts(ingrid, sample("harbour.xml")) == {What.SAME}
    assert brought(ingrid, sample("harbour.xml")).was_there
    assert (Entry.objects.count(), Source.objects.count(), Objective.objects.count()) == (entries, 1, 2)


def test_the_same_form_sent_twice_is_done_once(ingrid):
    file = file_of(sample("harbour.xml"))
    shown = plan_of(file, ingrid, Choices()).fingerprint()
    identity = Source().pk
    for _ in range(2):
        bring_in(by=ingrid, file=file_of(sample("harbour.xml")), choices=Choices(), fingerprint=shown, id=identity)
    assert (Source.objects.count(), Priority.objects.count()) == (1, 1)


def test_a_new_edition_changes_what_differs_and_nothing_that_was_changed_here(ingrid):
    brought(ingrid, sample("harbour.xml"))
    cranes = Objective.objects.get(title="Electric cranes")
    objectives.change_objective(objective=cranes, by=ingrid, why="We know better.")
    edition = sample("harbour.xml").replace(b"diesel cranes.", b"old diesel cranes.")
    edition = edition.replace(b"<Name>Quiet nights", b"<Name>Silent nights").replace(b"sleep beside", b"dream beside")
    edition = edition.replace(b"</Goal>", b"<Objective><Name>Soft fenders</Name></Objective></Goal>")
    plan = plan_of(file_of(edition), ingrid, Choices())
    found = {step.item.title: step.what for step in plan.steps}
    assert found["Electric cranes"] is What.OURS
    assert found["Silent nights"] is What.CHANGED
    assert found["Soft fenders"] is What.NEW
    assert any("was changed here" in str(remark.text) for remark in plan.remarks)
    brought(ingrid, edition)
    cranes.refresh_from_db()
    assert cranes.why == "We know better."
    assert Priority.objects.get().title == "Silent nights"
    assert Purpose.objects.get().vision == "A harbour one can dream beside."
    assert (Objective.objects.count(), Source.objects.count()) == (3, 1)


def test_what_was_agreed_is_not_changed_but_proposed_anew(ingrid, facilitator):
    brought(facilitator, sample("harbour.xml"))
    purpose.agree(purpose=Purpose.objects.get(), by=facilitator)
    brought(facilitator, sample("harbour.xml").replace(b"sleep beside", b"dream beside"))
    assert [(each.version, each.state) for each in Purpose.objects.order_by("version")] == [(1, "agreed"), (2, "draft")]


def test_what_is_closed_stays_closed(ingrid):
    brought(ingrid, sample("harbour.xml"))
    priorities.close_priority(priority=Priority.objects.get(), by=ingrid, words="Done.")
    assert verdicts(ingrid, sample("harbour.xml").replace(b"Nothing loud", b"Nothing")) == {What.SAME, What.CLOSED}


def test_what_has_changed_since_the_report_is_refused_as_a_whole(ingrid):
    file = file_of(sample("harbour.xml"))
    shown = plan_of(file, ingrid, Choices()).fingerprint()
    with pytest.raises(Refused, match="changed since"):
        bring_in(by=ingrid, file=file_of(sample("orchard.xml")), choices=Choices(), fingerprint=shown)
    assert not Source.objects.exists()
    assert not Priority.objects.exists()


def test_a_refusal_in_the_middle_keeps_nothing_and_names_the_step(ingrid, monkeypatch):
    def refuse(**_more):
        raise Refused("Not today.")

    monkeypatch.setattr("consort.vision.actions.importing.key_results.add_key_result", refuse)
    before = Entry.objects.count()
    with pytest.raises(Refused, match="“Apples lost”: Not today"):
        brought(ingrid, sample("orchard.xml"))
    assert (Entry.objects.count(), Purpose.objects.count(), Metric.objects.count()) == (before, 0, 0)


def test_only_those_who_keep_the_strategy_bring_a_plan_in(observer, priya, ingrid, facilitator):
    made = brought(facilitator, sample("harbour.xml"))
    purpose.agree(purpose=Purpose.objects.get(), by=facilitator)
    for person in (observer, priya):
        with pytest.raises(NotAllowed):
            brought(person, sample("orchard.xml"))
    assert made.source.owner == facilitator


def test_a_plan_of_another_organization_is_not_recognised(ingrid, stranger):
    brought(stranger, sample("harbour.xml"))
    assert verdicts(ingrid, sample("harbour.xml")) == {What.NEW}


def test_names_in_our_own_files_find_their_people(ingrid, tomasz):
    content = sample("harbour.xml").replace(
        b"<OtherInformation/>",
        b"<OtherInformation>[Consort]\nLed by: Tomasz Nowak; Nobody Known\nReached by: 2027-01-01</OtherInformation>",
    )
    content = content.replace(b"Tomasz Nowak", tomasz.full_name.encode())
    plan = plan_of(file_of(content), ingrid, Choices())
    step = next(step for step in plan.of(Kind.OBJECTIVE) if step.item.title == "Electric cranes")
    assert (step.columns["leads"], step.columns["due"]) == ([tomasz.full_name], "2027-01-01")
    assert any("Nobody Known is not in this organization" in str(remark.text) for remark in plan.remarks)


def test_readings_that_stand_are_left_alone(ingrid):
    brought(ingrid, sample("orchard.xml"))
    Reading.objects.filter(at=date(2026, 6, 30)).update(value=14)
    more = sample("orchard.xml").replace(b"<NumberOfUnits>13.2", b"<NumberOfUnits>13.9")
    assert brought(ingrid, more).was_there
    assert Reading.objects.get(at=date(2026, 6, 30)).value == 14
    assert KeyResult.objects.count() == 2
