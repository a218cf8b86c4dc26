"""What leaves: valid, complete as far as the reader may see it, and the same when it comes back."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consort.core.models import Level, Organization, Person
from consort.metrics.actions import add_reading, define_metric
from consort.vision.actions import key_results, objectives, priorities, purpose, tying
from consort.vision.drafts import Draft
from consort.vision.exchange.bringing import plan_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.columns import columns_of
from consort.vision.exchange.gathering import Wish, gather
from consort.vision.exchange.items import Kind
from consort.vision.exchange.plans import What
from consort.vision.exchange.stratml import reading
from consort.vision.exchange.stratml.describing import take_out
from consort.vision.exchange.stratml.grammar import Part
from consort.vision.exchange.tests.canonical import canonical
from consort.vision.exchange.tests.conftest import assert_validates, brought, file_of, sample
from consort.vision.models import CheckIn, Objective, Purpose


@pytest.mark.parametrize(("name", "part"), [("harbour.xml", Part.ONE), ("orchard.xml", Part.TWO)])
def test_a_valid_plan_leaves_as_it_came(name, part, ingrid, tomasz):
    made = brought(ingrid, sample(name), Choices(lead=tomasz))
    written = take_out(ingrid, Wish(made.source), part)
    assert canonical(written.content) == canonical(sample(name))
    assert written.losses == []


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("name", ["harbour.xml", "orchard.xml", "untidy.xml"])
def test_what_leaves_validates_and_is_recognised(name, part, ingrid):
    made = brought(ingrid, sample(name))
    for wish in (Wish(made.source), Wish()):
        content = take_out(ingrid, wish, part).content
        assert_validates(content, part)
        assert {step.what for step in plan_of(file_of(content), ingrid, Choices()).steps} == {What.SAME}


def test_what_was_changed_here_leaves_changed_and_the_rest_as_it_came(ingrid):
    made = brought(ingrid, sample("orchard.xml"))
    objective = Objective.objects.get()
    objectives.change_objective(objective=objective, by=ingrid, title="Very careful picking")
    metric = objective.key_results.first().metric
    add_reading(metric=metric, by=ingrid, at=date(2026, 9, 1), value=Decimal("12.5"))
    metric.readings.filter(at=date(2026, 6, 30)).delete()
    content = take_out(ingrid, Wish(made.source), Part.TWO).content.decode()
    assert_validates(content.encode(), Part.TWO)
    assert "<Name>Very careful picking</Name>" in content
    assert "<EndDate>2026-09-01</EndDate><NumberOfUnits>12.5</NumberOfUnits>" in content
    assert "13.2" not in content
    for kept in (
        "One in eight",
        "A wet year",
        "<DescriptorValue>First",
        'RelationshipType="Narrower_Than"',
        "2027-06-30",
    ):
        assert kept in content


def test_states_confidence_and_what_waits_leave_as_lines(ingrid, tomasz):
    made = objectives.write_objective(by=ingrid, title="One", leads=[ingrid])
    objectives.agree_objective(objective=made, by=ingrid)
    for confidence in (40, 70):
        CheckIn.objects.create(objective=made, person=ingrid, confidence=confidence)
    written = take_out(ingrid, Wish(), Part.ONE)
    assert "State: Agreed" in written.content.decode()
    assert "Confidence: 70%" in written.content.decode()
    assert any("earlier check-in" in words for words in written.losses)
    assert "State" not in take_out(ingrid, Wish(with_status=False), Part.ONE).content.decode()


def test_nothing_leaves_that_the_reader_may_not_see(ingrid, tomasz, observer, pair):
    objectives.write_objective(by=ingrid, title="Between two", visibility=Level.PARTNERSHIP, partnership=pair)
    hidden = define_metric(
        by=ingrid,
        name="Hidden",
        direction="increase",
        target_low=Decimal(1),
        visibility=Level.PARTNERSHIP,
        partnership=pair,
    )
    shown = objectives.write_objective(by=ingrid, title="For all", visibility=Level.ORGANIZATION)
    key_results.add_key_result(
        objective=shown, by=ingrid, title="Secret", metric=hidden, aim="increase", target_low=Decimal(1)
    )
    for part in Part:
        written = take_out(observer, Wish(), part)
        content = written.content.decode()
        assert "For all" in content
        assert not [words for words in ("Between two", "Hidden", "Secret") if words in content]
        assert any("not open to you" in words for words in written.losses)
    assert "Between two" in take_out(tomasz, Wish(), Part.ONE).content.decode()


def test_a_source_holds_back_what_became_private(ingrid, observer):
    made = brought(ingrid, sample("harbour.xml"), Choices(visibility=Level.ORGANIZATION))
    Objective.objects.filter(title="Electric cranes").update(visibility=Level.ME)
    content = take_out(observer, Wish(made.source), Part.ONE).content.decode()
    assert "Shore power" in content
    assert "diesel" not in content


def test_an_empty_strategy_is_a_valid_plan(ingrid):
    for part in Part:
        content = take_out(ingrid, Wish(), part).content
        assert_validates(content, part)
        assert reading.read(content).items == []


def test_taking_out_runs_few_queries(ingrid, django_assert_max_num_queries):
    made = brought(ingrid, sample("orchard.xml"))
    ingrid.partnership_ids  # noqa: B018  (read once per request)
    for wish in (Wish(), Wish(made.source)):
        with django_assert_max_num_queries(20):
            gather(ingrid, wish)


WORDS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12),
    min_size=1,
    max_size=4,
)
TITLE = WORDS.map(lambda words: " ".join(words)[:60].strip()).filter(
    lambda text: bool(text.strip()) and "[Consort]" not in text
)
TEXT = st.lists(TITLE, max_size=3).map("\n".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), seed=st.integers(0, 10**6))
def test_a_strategy_comes_back_as_it_left(data, seed, db):
    """Random strategies, taken out of one organization and brought into another."""
    chance = random.Random(seed)
    here, there = (_person(data, seed, name) for name in ("here", "there"))
    _strategy(here, chance, data)
    content = take_out(here, Wish(), Part.TWO).content
    assert_validates(content, Part.TWO)
    brought(there, content)
    assert _told(there) == _told(here)
    assert _told(here)["objective"] != [] or not Objective.objects.filter(owner=here).exists()


def _person(data, seed, name: str) -> Person:
    organization = Organization.objects.create(name=f"{name} {seed}", slug=f"{name}-{Organization.objects.count()}")
    return Person.objects.create(organization=organization, first_name="Ada", last_name="Reid", is_leader=True)


def _strategy(by: Person, chance: random.Random, data) -> None:
    if chance.random() < 0.8:
        values = tuple((each, data.draw(TEXT)) for each in data.draw(st.lists(TITLE, max_size=2, unique=True)))
        will_nots = tuple((each.replace("|", ""), "") for each in data.draw(st.lists(TITLE, max_size=2, unique=True)))
        will_nots = tuple(each for each in will_nots if each[0].strip() == each[0] and each[0])
        title = data.draw(st.one_of(st.just(""), TITLE))
        draft = Draft(data.draw(TITLE), data.draw(TEXT), title, values=values, will_nots=will_nots)
        purpose.propose(by=by, draft=draft)
    made = [
        priorities.add_priority(by=by, title=data.draw(TITLE), why=data.draw(TEXT)) for _ in range(chance.randint(0, 3))
    ]
    metrics = [_metric(by, chance, data) for _ in range(chance.randint(0, 2))]
    written: list[Objective] = []
    for _ in range(chance.randint(0, 4)):
        objective = objectives.write_objective(
            by=by,
            title=data.draw(TITLE),
            why=data.draw(TEXT),
            due=date(2027, 1, 1) if chance.random() < 0.5 else None,
            leads=[by] if chance.random() < 0.5 else [],
        )
        for target in chance.sample([*made, *written], chance.randint(0, min(2, len(made) + len(written)))):
            tying.serve(source=objective, target=target, by=by)
        for _ in range(chance.randint(0, 2)):
            _key_result(objective, by, chance, data, metrics)
        written.append(objective)


def _metric(by: Person, chance: random.Random, data):
    direction = chance.choice(["increase", "decrease", "keep_above", "keep_below", "stay_between"])
    low, high = sorted(Decimal(chance.randint(-(10**6), 10**6)) / 10**3 for _ in range(2))
    metric = define_metric(
        by=by, name=data.draw(TITLE), definition=data.draw(TEXT), unit=data.draw(TITLE)[:20].strip(),
        direction=direction,
        target_low=low if direction != "decrease" else None, target_high=high if direction != "increase" else None,
        decimals=chance.randint(0, 6), every=chance.choice([None, 30]), baseline=chance.choice([None, Decimal("1.5")]),
    )  # fmt: skip
    for days in chance.sample(range(1, 400), chance.randint(0, 3)):
        at = date(2026, 10, 1) - timedelta(days=days)
        add_reading(metric=metric, by=by, at=at, value=Decimal(chance.randint(-99, 99)) / 8, note=data.draw(TITLE))
    return metric


def _key_result(objective: Objective, by: Person, chance: random.Random, data, metrics) -> None:
    if not metrics or chance.random() < 0.3:
        what = {"aim": "milestone", "metric": None}
    else:
        what = {"aim": "stay_between", "target_low": Decimal("0.5"), "target_high": Decimal(9)}
        what |= {"metric": chance.choice(metrics), "baseline": Decimal(1), "owner": chance.choice([None, by])}
    due = chance.choice([None, date(2027, 3, 31)])
    key_results.add_key_result(objective=objective, by=by, title=data.draw(TITLE), due=due, **what)


def _told(by: Person) -> dict[str, object]:
    """The whole strategy of an organization without its identities."""
    strategy = gather(by, Wish())
    names = {each.pk: each.title for each in (*strategy.priorities, *strategy.objectives)}
    results = [each for several in strategy.key_results.values() for each in several]
    told = [strategy.purpose] if strategy.purpose else []
    return {
        "purpose": [columns_of(Kind.PURPOSE, each) for each in told],
        "priority": [columns_of(Kind.PRIORITY, each) for each in strategy.priorities],
        "objective": _sorted([
            [columns_of(Kind.OBJECTIVE, each), sorted(names[key] for key in strategy.serves.get(each.pk, []))]
            for each in strategy.objectives
        ]),
        "key_result": _sorted([columns_of(Kind.KEY_RESULT, each), each.objective.title] for each in results),
        "metric": _sorted(
            [columns_of(Kind.METRIC, each), [(str(one.at), str(one.value), one.note) for one in each.readings.all()]]
            for each in strategy.metrics.values()
        ),
    }  # fmt: skip


def _sorted(found) -> list[object]:
    return sorted(found, key=str)


def test_a_plan_can_be_reviewed_and_leave_as_a_report(ingrid):
    """Closed objectives leave with the plan they came from."""
    made = brought(ingrid, sample("harbour.xml"), Choices(lead=ingrid))
    cranes = Objective.objects.get(title="Electric cranes")
    objectives.agree_objective(objective=cranes, by=ingrid)
    objectives.close_objective(objective=cranes, by=ingrid, ending="reached", learned="Cables first.")
    content = take_out(ingrid, Wish(made.source), Part.ONE).content
    assert_validates(content, Part.ONE)
    assert "State: Closed – Reached" in content.decode()
    assert Purpose.objects.count() == 1


def test_what_serves_a_priority_only_through_another_objective_comes_back_so(ingrid, stranger):
    priority = priorities.add_priority(by=ingrid, title="P")
    upper, lower = (objectives.write_objective(by=ingrid, title=title) for title in ("Upper", "Lower"))
    tying.serve(source=upper, target=priority, by=ingrid)
    tying.serve(source=lower, target=upper, by=ingrid)
    brought(stranger, take_out(ingrid, Wish(), Part.TWO).content)
    assert _told(stranger) == _told(ingrid)
