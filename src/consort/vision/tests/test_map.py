"""The strategy map: the chain as it is drawn, its gaps, what is not tied to it, and who sees what of it."""

from datetime import timedelta

import pytest

from consort.commitments.actions import promise
from consort.core import clock
from consort.core.models import Level
from consort.decisions.actions import framing
from consort.decisions.tests.samples import assembly_line
from consort.threads.models import Comment
from consort.vision.actions import initiatives, objectives, priorities
from consort.vision.actions.carrying import ask_to_carry
from consort.vision.actions.tying import serve
from consort.vision.contexts import map as contexts
from consort.vision.contexts.map.page import MOST_UNTIED, UNFOLDED

MAP = "/varnholt/strategy/"


def page(reader, **asked):
    return contexts.page(reader, contexts.read(asked))


def titles(results):
    """(key result, what carries it) for each; "gap" where there is none, "whole" for all of them, "?" for nothing."""
    for result in results:
        name = result.row.key_result.title if result.row else "gap" if result.is_gap else "whole"
        yield name, [carrier.title for carrier in result.carriers] + ["?"] * result.is_uncarried


def outline(reader, **asked):
    """The map as titles; a name that ends in "!" is drawn elsewhere, and ">" stands before one below another."""
    return {
        node.priority.title if node.priority else None: {
            ">" * each.depth + each.objective.title + "!" * each.elsewhere: list(titles(each.results))
            for each in node.objectives
        }
        for node in page(reader, **asked)["nodes"]
    }


@pytest.fixture
def tied(on_time, on_time_priority, key_result, tomasz):
    """Delivering on time is measured and serves its priority."""
    serve(source=on_time, target=on_time_priority, by=tomasz)
    return on_time


def write(by, title, *targets, **more):
    made = objectives.write_objective(by=by, title=title, leads=[by], **more)
    for target in targets:
        serve(source=made, target=target, by=by)
    return made


def start(by, title, *targets, **more):
    made = initiatives.add_initiative(by=by, title=title, **more)
    for target in targets:
        serve(source=made, target=target, by=by)
    return made


def vow(giver, receiver, what, about=None, **more):
    return promise(by=giver, receiver=receiver, what=what, due=clock.today() + timedelta(days=9), about=about, **more)


def test_the_chain_from_the_vision_to_this_week(in_force, tied, pair, ingrid, tomasz, helene, priya, daniel):
    decision = framing.frame_decision(by=helene, frame=assembly_line(ingrid, tomasz, helene, priya, daniel))
    serve(source=decision, target=tied, by=helene)
    start(tomasz, "One parts hub", tied)
    vow(tomasz, ingrid, "Show the plan", tied)
    (results,) = outline(ingrid)["Deliver on time, every time"].values()
    assert {name: set(carriers) for name, carriers in results} == {
        "Delivered on the promised day": {decision.question, "One parts hub", "Tomasz: Show the plan"}
    }


def test_what_carries_a_key_result_stands_beside_it(tied, key_result, tomasz, ingrid, pair):
    vow(tomasz, ingrid, "Tell the customers", key_result)
    (results,) = outline(ingrid)["Deliver on time, every time"].values()
    assert results == [("Delivered on the promised day", ["Tomasz: Tell the customers"])]


def test_gaps_are_drawn(on_time_priority, tied, tomasz, ingrid):
    write(tomasz, "Plant managers decide more", on_time_priority)
    priorities.add_priority(by=ingrid, title="Sell heat")
    assert outline(ingrid) == {
        "Deliver on time, every time": {
            "On-time delivery at 95%": [("Delivered on the promised day", ["?"])],
            "Plant managers decide more": [("gap", [])],
        },
        "Sell heat": {},
    }


def test_an_objective_is_drawn_once_and_referred_to_elsewhere(tied, on_time_priority, tomasz, ingrid):
    heat = priorities.add_priority(by=ingrid, title="Sell heat")
    serve(source=tied, target=heat, by=tomasz)
    below = write(tomasz, "Halve the waiting for parts", tied)
    assert [list(each) for each in outline(ingrid).values()] == [
        ["On-time delivery at 95%", ">Halve the waiting for parts"],
        ["On-time delivery at 95%!"],
    ]
    objectives.close_objective(objective=tied, by=tomasz, ending="stopped", learned="It asked too much")
    assert outline(ingrid)[None] == {below.title: [("gap", [])]}


def test_what_is_done_carries_nothing_any_more(tied, tomasz, ingrid):
    hub = start(tomasz, "One parts hub", tied)
    initiatives.stop_initiative(initiative=hub, by=tomasz, because="Too dear")
    assert list(outline(ingrid)["Deliver on time, every time"].values()) == [[("Delivered on the promised day", ["?"])]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 2),
        ({"state": "behind"}, 0),
        ({"state": "good"}, 1),
        ({"state": "unmeasured"}, 1),
        ({"state": "uncarried"}, 2),
        ({"state": "conflict"}, 0),
        ({"state": "nonsense"}, 2),
        ({"department": "operations"}, 1),
        ({"person": "ingrid"}, 1),
        ({"person": "tomasz"}, 2),
        ({"priority": "on_time_priority"}, 2),
        ({"priority": "tomasz"}, 0),
        ({"cycle": "tomasz"}, 0),
        ({"person": "not an identity"}, 2),
    ],
)
def test_it_is_narrowed_by_its_address(tied, on_time_priority, operations, tomasz, ingrid, request, asked, found):
    ask_to_carry(objective=tied, by=tomasz, departments=[operations])
    write(tomasz, "Plant managers decide more", on_time_priority)
    named = {name: _identity(value, request) for name, value in asked.items()}
    assert sum(map(len, outline(ingrid, **named).values())) == found


def _identity(value, request):
    try:
        return str(request.getfixturevalue(value).pk)
    except pytest.FixtureLookupError:
        return value


def test_what_serves_nothing_is_listed_with_who_answers_for_it(tied, tomasz, ingrid, helene, priya, daniel, pair):
    framing.frame_decision(by=helene, frame=assembly_line(ingrid, tomasz, helene, priya, daniel))
    write(tomasz, "Plant managers decide more")
    start(daniel, "The fair in Hannover")
    start(daniel, "One parts hub", tied)
    vow(tomasz, ingrid, "Tell the board")
    shown = page(ingrid)
    assert {(row.title, row.answers.first_name) for row in shown["untied"]} == {
        ("Where do we build the second assembly line?", "Hélène"),
        ("Plant managers decide more", "Tomasz"),
        ("The fair in Hannover", "Daniel"),
        ("Tomasz: Tell the board", "Tomasz"),
    }
    assert "one objective has no key result" in shown["untied_sentence"]
    assert "one decision" in shown["untied_sentence"]


def test_of_many_loose_ends_the_first_are_shown_and_all_on_a_page_of_their_own(tied, tomasz, daniel, sign_in):
    for number in range(60):
        start(daniel, f"Work {number:02}")
    answer = sign_in(tomasz).get(MAP)
    assert answer.context["more_untied"]
    assert "12 or more initiatives" in answer.content.decode()
    assert len(answer.context["untied"]) == MOST_UNTIED
    every = [sign_in(tomasz).get(f"{MAP}untied/?kind=initiative&page={number}").context["rows"] for number in (1, 2)]
    assert [len(rows) for rows in every] == [50, 10]


def test_tying_takes_it_off_the_list(tied, helene, tomasz, ingrid, priya, daniel, sign_in):
    decision = framing.frame_decision(by=helene, frame=assembly_line(ingrid, tomasz, helene, priya, daniel))
    client = sign_in(ingrid)
    assert f"/strategy/serves/decision/{decision.pk}/" in client.get(MAP).content.decode()
    serve(source=decision, target=tied, by=ingrid)
    assert client.get(MAP).context["untied"] == []


def test_a_proposal_to_stop_waits_for_who_answers_for_it(tied, daniel, ingrid, sign_in):
    fair = start(daniel, "The fair in Hannover")
    client = sign_in(ingrid)
    address = f"{MAP}stop/initiative/{fair.pk}/"
    form = client.get(address).context["form"]
    assert form["text"].value().startswith("@Daniel Okonjo")
    sent = {"id": form["id"].value(), "text": f"{form['text'].value()}nobody came last year."}
    for _twice in range(2):
        assert client.post(address, sent).headers["Location"] == f"{MAP}#s-untied"
    (comment,) = Comment.objects.all()
    assert (comment.about_id, list(comment.mentions.all())) == (fair.pk, [daniel])
    assert client.post(address, sent | {"text": " "}).status_code == 422


def test_nobody_proposes_to_stop_what_they_cannot_see(between_two, priya, on_time_priority, sign_in):
    for kind, thing in (("objective", between_two), ("priority", on_time_priority), ("nonsense", between_two)):
        assert sign_in(priya).get(f"{MAP}stop/{kind}/{thing.pk}/").status_code == 404


def test_what_one_may_not_see_is_not_on_the_map_nor_counted(tied, between_two, pair, tomasz, ingrid, priya, sign_in):
    start(tomasz, "Only between us", between_two, visibility=Level.PARTNERSHIP, partnership=pair)
    start(tomasz, "Loose between us", visibility=Level.PARTNERSHIP, partnership=pair)
    vow(tomasz, ingrid, "Whisper", tied)
    hidden = ("Speak with one voice", "Only between us", "Loose between us", "Whisper")
    seen, unseen = (sign_in(person).get(MAP).content.decode() for person in (ingrid, priya))
    assert all(title in seen for title in ("Speak with one voice", "Loose between us", "Whisper"))
    assert not any(title in unseen for title in hidden)
    assert page(priya)["untied"] == []
    assert page(priya)["untied_sentence"] == ""
    assert sum(node.count for node in page(priya)["nodes"]) == 1


def test_a_value_that_is_not_open_is_not_shown(tied, delivered, priya, ingrid):
    delivered.visibility = Level.ME
    delivered.save(update_fields=["visibility"])
    (result,) = page(priya)["nodes"][0].objectives[0].results
    assert (result.row.now, result.row.drawing) == ("", "")


def test_a_house_without_a_strategy_learns_the_first_step(ingrid, observer, sign_in):
    assert 'href="/varnholt/strategy/vision/new/"' in sign_in(ingrid).get(MAP).content.decode()
    shown = sign_in(observer).get(MAP)
    assert shown.status_code == 200
    assert "/vision/new/" not in shown.content.decode()


def test_the_head_says_what_was_agreed_and_who_signed(in_force, sign_in, priya):
    text = sign_in(priya).get(MAP).content.decode()
    assert "By 2035" in text
    assert "Agreed on 5 October 2026" in text
    assert "0 of 9 leaders" in text


def test_many_objectives_are_folded_by_priority(on_time_priority, ingrid, sign_in, django_assert_max_num_queries):
    many(ingrid, on_time_priority, UNFOLDED + 5)
    client = sign_in(ingrid)
    assert "Show its 45 objectives" in client.get(MAP).content.decode()
    opened = client.get(f"{MAP}?open={on_time_priority.pk}").content.decode()
    assert opened.count("No key result. How would you know?") == UNFOLDED + 5


def test_the_map_runs_at_most_fifteen_queries(in_force, tied, on_time_priority, ingrid, tomasz, pair, sign_in,
                                              django_assert_max_num_queries):  # fmt: skip
    for number in range(6):
        below = write(ingrid, f"Objective {number}", on_time_priority)
        start(tomasz, f"Work {number}", below)
        start(tomasz, f"Loose {number}")
        vow(tomasz, ingrid, f"Promise {number}", below)
    client = sign_in(ingrid)
    client.get(MAP)  # what waits and what the rules find is remembered from here on
    for asked in ("", "?state=behind", f"?priority={on_time_priority.pk}"):
        with django_assert_max_num_queries(15):
            assert client.get(MAP + asked).status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(f"{MAP}untied/?kind=initiative").status_code == 200


def many(by, target, number):
    for each in range(number):
        write(by, f"Objective {each}", target)
