"""The chain through one node: the ways up, what lies below, and who sees what of it."""

import pytest

from consort.core.models import Level, Link
from consort.vision.actions import initiatives, objectives, priorities
from consort.vision.actions.tying import serve
from consort.vision.contexts.trace import ROOM, WIDEST, trace


def context(thing, kind, reader, skip=0):
    return trace(kind, thing.pk, reader, skip)


def below(branches):
    return {branch.step.title + "!" * branch.again: below(branch.branches) for branch in branches}


def ways(found):
    return [[step.title for step in way] for way in found["ways"]]


@pytest.fixture
def tied(in_force, on_time, on_time_priority, key_result, tomasz):
    serve(source=on_time, target=on_time_priority, by=tomasz)
    return on_time


@pytest.fixture
def hub(tied, tomasz):
    made = initiatives.add_initiative(by=tomasz, title="One parts hub")
    serve(source=made, target=tied, by=tomasz)
    return made


def test_from_a_leaf_to_the_vision(hub, in_force, ingrid):
    assert ways(context(hub, "initiative", ingrid)) == [
        [in_force.vision, "Deliver on time, every time", "On-time delivery at 95%"]
    ]


def test_from_the_vision_to_every_leaf(hub, in_force, ingrid):
    found = context(in_force, "purpose", ingrid)
    assert found["counts"] == "1 priority, 1 objective, 1 key result, 1 initiative"
    assert below(found["branches"]) == {
        "Deliver on time, every time": {
            "On-time delivery at 95%": {"Delivered on the promised day": {}, "One parts hub": {}}
        }
    }


def test_what_carries_a_key_result_leads_up_through_it(tied, key_result, tomasz, ingrid, pair):
    made = initiatives.add_initiative(by=tomasz, title="Read it daily")
    Link.objects.create(
        organization=tomasz.organization, kind="carries_out", by=tomasz,
        from_kind="initiative", from_id=made.pk, to_kind="key_result", to_id=key_result.pk,
    )  # fmt: skip
    assert ways(context(made, "initiative", ingrid))[0][-2:] == [
        "On-time delivery at 95%",
        "Delivered on the promised day",
    ]
    assert below(context(key_result, "key_result", ingrid)["branches"]) == {"Read it daily": {}}


def test_a_node_that_is_reached_twice_is_shown_once_and_counted_once(hub, tied, on_time_priority, tomasz, ingrid):
    other = objectives.write_objective(by=tomasz, title="Parts in a day", leads=[tomasz])
    serve(source=other, target=on_time_priority, by=tomasz)
    serve(source=hub, target=other, by=tomasz)
    found = context(on_time_priority, "priority", ingrid)
    assert found["counts"] == "2 objectives, 1 key result, 1 initiative"
    assert sorted(str(below(found["branches"])).count(word) for word in ("One parts hub'", "One parts hub!")) == [1, 1]
    assert len(context(hub, "initiative", ingrid)["ways"]) == 2


def test_a_closed_priority_does_not_lead_to_the_vision(hub, on_time_priority, ingrid):
    priorities.close_priority(priority=on_time_priority, by=ingrid, words="Reached")
    assert ways(context(hub, "initiative", ingrid)) == [["Deliver on time, every time", "On-time delivery at 95%"]]


def test_what_one_may_not_see_is_cut_out_with_what_it_alone_leads_to(
    hub, tied, on_time_priority, pair, tomasz, priya, sign_in
):
    tied.visibility, tied.partnership = Level.PARTNERSHIP, pair
    tied.save(update_fields=["visibility", "partnership"])
    assert context(on_time_priority, "priority", tomasz)["counts"] == "1 objective, 1 key result, 1 initiative"
    found = context(on_time_priority, "priority", priya)
    assert (found["counts"], found["branches"], found["more"]) == ("", [], 0)
    assert context(hub, "initiative", priya)["ways"] == []
    client = sign_in(priya)
    assert client.get(f"/varnholt/strategy/trace/objective/{tied.pk}/").status_code == 404
    assert "On-time" not in client.get(f"/varnholt/strategy/trace/initiative/{hub.pk}/").content.decode()


@pytest.mark.parametrize("kind", ["nonsense", "person", "purpose"])
def test_what_is_not_there_is_not_found(hub, ingrid, sign_in, kind):
    assert sign_in(ingrid).get(f"/varnholt/strategy/trace/{kind}/{hub.pk}/").status_code == 404


def test_many_below_are_opened_on_demand(on_time_priority, tomasz, ingrid, sign_in):
    for number in range(WIDEST + 20):
        made = objectives.write_objective(by=tomasz, title=f"Objective {number}", leads=[tomasz])
        serve(source=made, target=on_time_priority, by=tomasz)
    client, address = sign_in(ingrid), f"/varnholt/strategy/trace/priority/{on_time_priority.pk}/"
    first = client.get(address)
    assert (len(first.context["branches"]), first.context["more"]) == (WIDEST, 20)
    assert WIDEST < ROOM
    rest = client.get(f"{address}?from={WIDEST}", headers={"HX-Request": "true"})
    assert (len(rest.context["branches"]), rest.context["more"]) == (20, 0)
    assert "<html" not in rest.content.decode()
    assert client.get(f"{address}?from=nonsense").context["more"] == 20


def test_it_runs_at_most_fifteen_queries(hub, in_force, key_result, ingrid, sign_in, django_assert_max_num_queries):
    client = sign_in(ingrid)
    client.get("/varnholt/strategy/")
    for kind, thing in (("purpose", in_force), ("initiative", hub), ("key_result", key_result)):
        with django_assert_max_num_queries(15):
            assert client.get(f"/varnholt/strategy/trace/{kind}/{thing.pk}/").status_code == 200
