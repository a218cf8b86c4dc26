"""Findings as their readers meet them: the Conflicts tab, one finding, setting it aside, what stays hidden."""

import re
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import NoReverseMatch, reverse

from consort.core import clock, links
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Link
from consort.metrics.actions import define_metric
from consort.vision import rules
from consort.vision.actions import findings as actions
from consort.vision.actions import objectives, priorities, tying
from consort.vision.contexts import findings as contexts
from consort.vision.models import Contradiction, Dismissal, Objective
from consort.vision.queries import findings as queries
from consort.vision.rules.gathering import gather
from consort.vision.rules.remedies import finding_url, page_of, remedy_url
from consort.vision.rules.remembering import judgement_for
from consort.vision.tests.strategies import SEEDS, sound

pytestmark = pytest.mark.usefixtures("_on_monday")


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def url(name, *ends):
    return reverse(f"vision:{name}", args=["varnholt", *ends])


def conflicts(client, **asked):
    """The Conflicts tab once the rules have run."""
    return client.get(url("findings"), {**asked, "now": "1"})


def named(reader) -> set[str]:
    return {finding.rule.name for finding in judgement_for(reader).asking}


def the(reader, name):
    return next(each for each in judgement_for(reader).asking if each.rule.name == name)


@pytest.fixture
def opposed(on_time, tomasz, priya) -> Objective:
    """Priya's objective, which Tomasz says stands against on-time delivery."""
    made = objectives.write_objective(by=priya, title="No stock of parts", leads=[priya], due=date(2027, 6, 30))
    links.tie(Link.Kind.CONFLICTS_WITH, on_time, made, by=tomasz)
    return made


def test_before_there_is_anything(ingrid, sign_in):
    page = text_of(conflicts(sign_in(ingrid)))
    assert "nothing works against anything else" in page
    assert "Thirty rules" in page
    assert len(rules.known()) == 30


def test_the_page_says_what_does_not_fit_and_who_can_resolve_it(on_time, opposed, tomasz, sign_in):
    page = text_of(conflicts(sign_in(tomasz)))
    assert "One conflict and" in page
    assert re.search(r"Conflict 1 “On-time delivery at 95%” and “No stock of parts” stand against each other", page)
    assert "“On-time delivery at 95%” has no key result. How would you know?" in page
    assert "You and Ingrid can resolve it" in page
    assert "Add a key result" in page


def test_it_can_be_narrowed(on_time, opposed, tomasz, priya, sign_in):
    client = sign_in(priya)
    page = text_of(conflicts(client, rule="no_key_result"))
    assert "stand against each other" not in page
    assert "“On-time delivery at 95%” has no key result" in page
    mine = text_of(conflicts(client, mine="1"))
    assert "“No stock of parts” has no key result" in mine
    assert "“On-time delivery at 95%” has no key result" not in mine
    assert "Nothing of that kind asks." in text_of(conflicts(client, department="Legal"))


def test_grouped_by_department(on_time, operations, tomasz, sign_in):
    objectives.change_objective(objective=on_time, by=tomasz, scope="department", department=operations)
    page = text_of(conflicts(sign_in(tomasz), group="department"))
    assert "Operations" in page


def test_who_cannot_mend_it_is_told_whom_to_ask(on_time, in_force, jonas, tomasz, ruth, sign_in, varnholt, observer):
    row = contexts.listing(ruth, contexts.Wanted())["sections"][0].rows[0]
    assert row.who == "Ingrid and Tomasz can resolve it"


def test_setting_aside_and_taking_back(on_time, tomasz, sign_in):
    client, there = sign_in(tomasz), url("finding", "no_key_result", on_time.pk)
    assert client.post(there, {"reason": ""}).status_code == 422
    assert client.post(there, {"reason": "They come on Friday."}).status_code == 303
    page = text_of(conflicts(client))
    assert "They come on Friday." in page
    assert "Tomasz left “No key result” as it is: They come on Friday." in history_of(on_time)[0].sentence
    assert "no_key_result" not in named(tomasz)
    closely = text_of(client.get(there))
    assert "They come on Friday." in closely
    assert "Let it ask again" in closely
    assert client.post(url("finding_take_back", Dismissal.objects.get().pk)).status_code == 303
    assert "no_key_result" in named(tomasz)
    assert not Dismissal.objects.exists()


def test_what_changed_asks_again(on_time, tomasz):
    actions.set_aside(finding=the(tomasz, "no_key_result"), by=tomasz, reason="Soon.")
    objectives.change_objective(objective=on_time, by=tomasz, title="Deliver on the promised day")
    assert "no_key_result" in named(tomasz)


def test_only_who_can_resolve_it_sets_it_aside(on_time, in_force, observer, tomasz, administrator):
    with pytest.raises(NotAllowed):
        actions.set_aside(finding=the(tomasz, "no_key_result"), by=observer, reason="No.")
    with pytest.raises(Refused, match="why"):
        actions.set_aside(finding=the(tomasz, "no_key_result"), by=tomasz, reason=" ")
    actions.set_aside(finding=the(tomasz, "no_key_result"), by=tomasz, reason="Soon.")
    with pytest.raises(NotAllowed):
        actions.take_back(dismissal=Dismissal.objects.get(), by=observer)


def test_a_word_is_asked_about_and_can_be_answered_with_yes(on_time, in_force, tomasz, priya, sign_in):
    boilers = objectives.write_objective(by=tomasz, title="Build boilers in Lyon", leads=[tomasz])
    will_not = in_force.will_nots.get()
    assert "may_contradict" in named(tomasz)
    client = sign_in(priya)
    assert "Yes, it does" in text_of(client.get(url("finding_of_two", "may_contradict", boilers.pk, will_not.pk)))
    there = url("contradiction_mark", boilers.pk, will_not.pk)
    assert client.post(there, {"because": ""}).status_code == 422
    for _ in range(2):
        assert client.post(there, {"because": "They burn gas."}).status_code == 303
    assert "may_contradict" not in named(tomasz)
    finding = the(tomasz, "contradicts_will_not")
    assert "They burn gas." in finding.sentence
    page = text_of(client.get(finding_url(finding, tomasz.organization)))
    assert "Priya Raghunathan" in page
    assert client.post(url("contradiction_withdraw", Contradiction.objects.get().pk)).status_code == 303
    assert "may_contradict" in named(tomasz)


def test_conflicts_are_numbered_and_flagged_at_both_ends(on_time, opposed, tomasz, priya):
    (conflict,) = queries.conflicts_for(tomasz)
    assert conflict.title == "Conflict 1"
    flags = queries.flags_for(priya)
    for end in (on_time, opposed):
        assert flags[end.pk][0].word == "Conflict 1"
        assert flags[end.pk][0].shape == "critical"
    assert queries.count_conflicts(tomasz) == 1


def test_the_objectives_page_tells(on_time, opposed, tomasz, sign_in):
    client = sign_in(tomasz)
    assert url("objective_findings", on_time.pk) in client.get(url("objective", on_time.pk)).content.decode()
    part = text_of(client.get(url("objective_findings", on_time.pk), headers={"HX-Request": "true"}))
    page = text_of(client.get(url("objective", on_time.pk)))
    for shown in (part, page):
        assert "What does not fit" in shown
        assert "Conflict 1" in shown


def test_the_tab_does_not_wait_for_the_rules(on_time, opposed, tomasz, sign_in, django_assert_max_num_queries):
    client = sign_in(tomasz)
    with django_assert_max_num_queries(15):
        page = client.get(url("findings")).content.decode()
    assert 'hx-trigger="load"' in page
    part = client.get(f"{url('findings')}?now=1", headers={"HX-Request": "true"}).content.decode()
    assert "stand against each other" in part
    assert "<html" not in part
    assert "stand against each other" in client.get(url("findings")).content.decode()
    assert "Conflicts 1" in text_of(client.get(url("objectives")))


def test_two_are_marked_as_opposed_and_reconciled(on_time, tomasz, priya, jonas, observer, in_force, sign_in):
    other = objectives.write_objective(by=priya, title="No stock of parts", leads=[priya])
    client, there = sign_in(priya), url("finding_oppose")
    assert sign_in(observer).get(there).status_code == 404
    assert client.post(there, {"one": on_time.pk}).status_code == 422
    assert client.post(there, {"one": on_time.pk, "other": on_time.pk}).status_code == 409
    for one, two in ((on_time, other), (other, on_time)):
        assert client.post(there, {"one": one.pk, "other": two.pk}).status_code == 303
    link = Link.objects.get(kind="conflicts_with")
    page = text_of(client.get(finding_url(the(tomasz, "conflict_marked"), tomasz.organization)))
    assert "Who said so Priya Raghunathan" in page
    assert client.post(url("finding_reconcile", link.pk)).status_code == 303
    assert "conflict_marked" not in named(tomasz)


# What stays hidden


def test_of_what_one_may_not_see_nothing_is_found(between_two, on_time, tomasz, ingrid, priya, observer, sign_in):
    links.tie(Link.Kind.CONFLICTS_WITH, on_time, between_two, by=tomasz)
    hidden = [each for each in judgement_for(tomasz).asking if between_two.pk in {end.id for end in each.things}]
    assert hidden
    for reader in (priya, observer):
        seen = [thing.id for finding in judgement_for(reader).asking for thing in finding.things]
        assert between_two.pk not in seen
        client = sign_in(reader)
        assert "Speak with one voice" not in conflicts(client).content.decode()
        for finding in hidden:
            assert client.get(finding_url(finding, reader.organization)).status_code == 404
            answer = client.post(finding_url(finding, reader.organization), {"reason": "Let me in"})
            assert answer.status_code == 404
    assert not Dismissal.objects.exists()


def test_what_is_hidden_changes_nothing_in_what_others_find(on_time, on_time_priority, tomasz, ingrid, pair, priya):
    """Findings are a function of what one may see: a hidden thing neither adds one nor takes one away."""

    def told():
        return [finding.sentence for finding in rules.evaluate(gather(priya, clock.today()))]

    before = told()
    vars(tomasz).pop("partnership_ids", None)
    secret = {"visibility": "partnership", "partnership": pair}
    hidden = objectives.write_objective(by=tomasz, title="Build a line", leads=[tomasz], **secret)
    tying.serve(source=hidden, target=on_time, by=tomasz)
    define_metric(by=tomasz, name="Weeks", direction="decrease", target_high=Decimal(9), **secret)
    links.tie(Link.Kind.DEPENDS_ON, on_time, hidden, by=tomasz)
    links.tie(Link.Kind.CONFLICTS_WITH, on_time, hidden, by=tomasz)
    assert told() == before


def test_a_stranger_finds_nothing(on_time, opposed, stranger, sign_in):
    client = sign_in(stranger)
    assert client.get(url("findings")).status_code == 404
    assert judgement_for(stranger).asking == []


def test_a_dismissal_of_what_one_may_not_see_cannot_be_taken_back(between_two, tomasz, priya, sign_in):
    actions.set_aside(finding=the(tomasz, "no_key_result"), by=tomasz, reason="Between us.")
    assert sign_in(priya).post(url("finding_take_back", Dismissal.objects.get().pk)).status_code == 404
    assert "Between us." not in conflicts(sign_in(priya)).content.decode()


@pytest.mark.parametrize("key", [("nonsense",), ("no_key_result",)])
def test_what_is_not_found_is_not_there(key, tomasz, sign_in):
    assert sign_in(tomasz).get(url("finding", *key, uuid4())).status_code == 404


# Remembering, and how much is asked of the database


def test_what_was_found_is_remembered_until_something_changes(on_time, tomasz, django_assert_max_num_queries):
    judgement_for(tomasz)
    with django_assert_max_num_queries(1):
        judgement_for(tomasz)
    priorities.add_priority(by=tomasz, title="Sell heat")
    assert "priority_empty" in named(tomasz)
    with clock.at(clock.now() + timedelta(days=60)):
        assert "draft_waiting" in named(tomasz)


def test_reading_the_strategy_asks_the_same_whatever_its_size(
    on_time, opposed, key_result, in_force, tomasz, django_assert_max_num_queries
):
    for number in range(12):
        made = objectives.write_objective(by=tomasz, title=f"Objective {number}", leads=[tomasz])
        links.tie(Link.Kind.DEPENDS_ON, made, on_time, by=tomasz)
    with django_assert_max_num_queries(14):
        gather(tomasz, clock.today())


@pytest.mark.parametrize("name", ["findings", "finding_rules", "finding_of_two"])
def test_a_page_runs_at_most_fifteen_queries(name, on_time, opposed, tomasz, sign_in, django_assert_max_num_queries):
    ends = ["conflict_marked", on_time.pk, opposed.pk] if name == "finding_of_two" else []
    client = sign_in(tomasz)
    conflicts(client)  # what waits and what was found is remembered from here on
    with django_assert_max_num_queries(15):
        assert client.get(url(name, *ends)).status_code == 200


@pytest.mark.parametrize("name", SEEDS)
def test_every_remedy_leads_somewhere(name, tomasz):
    (finding,) = rules.evaluate(SEEDS[name](sound(12), 2, 5))
    try:
        assert remedy_url(finding, tomasz).startswith("/varnholt/")
        assert all(page_of(thing, tomasz.organization) for thing in finding.things)
    except NoReverseMatch as error:
        pytest.fail(f"{name}: {error}")
