from datetime import date

import pytest

from consort.commitments.actions import promise
from consort.core.models import Link
from consort.vision.actions import carrying, initiatives, objectives
from consort.vision.actions.tying import serve
from consort.vision.contexts import objective as one
from consort.vision.contexts import objectives as many
from consort.vision.models import KeyResult, Objective
from consort.vision.queries.objectives import complete, visible

pytestmark = pytest.mark.usefixtures("_on_monday")
HERE = "/varnholt/strategy/"


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def whole(on_time, key_result, on_time_priority, operations, tomasz, ingrid):
    """The objective with all that its page can show."""
    serve(source=on_time, target=on_time_priority, by=tomasz)
    serve(source=promise(by=tomasz, receiver=ingrid, what="A plan", due=date(2026, 10, 30)), target=on_time, by=tomasz)
    serve(source=initiatives.add_initiative(by=tomasz, title="Second phase"), target=on_time, by=tomasz)
    serve(source=objectives.write_objective(by=tomasz, title="Below it"), target=on_time, by=tomasz)
    carrying.ask_to_carry(objective=on_time, by=ingrid, departments=[operations])
    return on_time


def test_the_page_shows_how_it_stands_and_who_carries_it(whole, ingrid, sign_in):
    page = text(sign_in(ingrid).get(whole.get_absolute_url()))
    for words in (
        "On-time delivery at 95%",
        "One late skid costs a customer a week.",
        "Deliver on time, every time",
        "Ahead",
        "Tomasz: A plan",
        "Second phase",
        "Below it",
        "Operations",
        "Not confirmed",
        "Orders on site on the date promised at signature",
        "Agree to lead this",
    ):
        assert words in page, words


def test_the_page_runs_few_queries(whole, ingrid, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        one.page(complete(visible(ingrid)).get(pk=whole.pk), ingrid)


def test_the_list_runs_the_same_few_queries_however_long_it_is(whole, tomasz, ingrid, django_assert_max_num_queries):
    for number in range(12):
        objectives.write_objective(by=tomasz, title=f"Number {number}", leads=[tomasz])
    for by in ("priority", "department", "person"):
        with django_assert_max_num_queries(8):
            many.listing(ingrid, many.Wanted(by=by))


def test_the_list_is_grouped_and_narrowed(whole, ingrid, sign_in):
    browser = sign_in(ingrid)
    for asked, shown in (
        ({}, "Serving another objective"),
        ({"by": "department"}, "Of the whole organization"),
        ({"by": "person"}, "Tomasz Wierzbicki"),
        ({"q": "below"}, "Below it"),
        ({"state": "closed"}, "No objective serves it yet"),
        ({"by": "nonsense", "state": "nonsense"}, "Deliver on time, every time"),
    ):
        assert shown in text(browser.get(HERE + "objectives/", asked)), asked
    assert "Below it" not in text(browser.get(HERE + "objectives/", {"q": "on-time"}))


def test_before_there_is_anything_the_list_says_how_to_begin(ingrid, sign_in):
    assert "No objectives yet." in text(sign_in(ingrid).get(HERE + "objectives/"))


def form(**more):
    return {"title": "Certify the platform", "whose": "organization", "visible_to": "leaders"} | more


def test_one_is_written_sent_twice_and_led(on_time_priority, tomasz, ingrid, sign_in):
    browser, identity = sign_in(tomasz), "5b0cf0f3-5a3a-4a6e-9d58-1c9f7f3f0001"
    sent = form(id=identity, leads=[tomasz.pk, ingrid.pk], serves=[on_time_priority.pk], due="2027-06-30")
    for _each in range(2):
        assert browser.post(HERE + "objectives/new/", sent).status_code == 303
    made = Objective.objects.get()
    assert set(made.leads.all()) == {tomasz, ingrid}
    assert Link.objects.get().to_id == on_time_priority.pk
    browser.post(f"{HERE}objectives/{identity}/agree/")
    sign_in(ingrid).post(f"{HERE}objectives/{identity}/agree/")
    made.refresh_from_db()
    assert made.state == "agreed"


def test_mistakes_come_back_with_what_was_written(tomasz, sign_in):
    answer = sign_in(tomasz).post(
        HERE + "objectives/new/", form(title="", why="Kept words", begins="2027-01-01", due="2026-01-01")
    )
    assert answer.status_code == 422
    assert "Kept words" in text(answer)
    assert "reached before it begins" in text(answer)
    assert not Objective.objects.exists()


def test_it_is_shared_only_with_those_to_whom_it_belongs(tomasz, pair, operations, sign_in):
    browser = sign_in(tomasz)
    assert browser.post(HERE + "objectives/new/", form(visible_to="theirs")).status_code == 422
    browser.post(HERE + "objectives/new/", form(whose=f"partnership:{pair.pk}", visible_to="theirs"))
    browser.post(HERE + "objectives/new/", form(whose=f"department:{operations.pk}", visible_to="theirs", title="B"))
    for_two, for_part = Objective.objects.order_by("created")
    assert (for_two.visibility, for_two.partnership) == ("partnership", pair)
    assert (for_part.visibility, for_part.department) == ("department", operations)


def test_an_agreed_one_is_changed_with_a_reason(on_time, tomasz, ingrid, sign_in):
    for person in (tomasz, ingrid):
        objectives.agree_objective(objective=on_time, by=person)
    browser, where = sign_in(tomasz), f"{on_time.get_absolute_url()}edit/"
    sent = form(title="At 96%", leads=[tomasz.pk, ingrid.pk])
    assert browser.post(where, sent).status_code == 422
    assert browser.post(where, sent | {"because": "Customers ask for it."}).status_code == 303
    assert "Customers ask for it." in text(browser.get(f"{on_time.get_absolute_url()}history/"))


def test_a_key_result_brings_its_metric(on_time, tomasz, sign_in):
    browser, where = sign_in(tomasz), f"{on_time.get_absolute_url()}key-results/new/"
    sent = {
        "id": "5b0cf0f3-5a3a-4a6e-9d58-1c9f7f3f0002", "title": "Weeks from order to delivery", "aim": "decrease",
        "unit": "weeks", "decimals": "1", "baseline": "26", "begins": "2026-01-01", "target_high": "18",
    }  # fmt: skip
    for _each in range(2):
        assert browser.post(where, sent).status_code == 303
    made = KeyResult.objects.get()
    assert (made.metric.name, made.metric.unit) == ("Weeks from order to delivery", "weeks")
    page = text(browser.get(on_time.get_absolute_url()))
    assert "18" in page
    assert "weeks" in page
    assert "Silent" in page


def test_a_key_result_without_its_target_comes_back(on_time, delivered, tomasz, sign_in):
    where = f"{on_time.get_absolute_url()}key-results/new/"
    sent = {"title": "Kept", "aim": "increase", "metric": delivered.pk, "target_high": "x"}
    answer = sign_in(tomasz).post(where, sent)
    assert answer.status_code == 422
    assert "needs a lowest value" in text(answer)
    assert "not a number" in text(answer)


def test_a_key_result_is_changed_made_first_and_removed(key_result, tomasz, sign_in):
    browser = sign_in(tomasz)
    where = f"{HERE}key-results/{key_result.pk}/"
    sent = {"title": "Delivered", "aim": "increase", "metric": key_result.metric_id, "target_low": "96"}
    assert browser.post(f"{where}edit/", sent).status_code == 303
    key_result.refresh_from_db()
    assert (key_result.title, key_result.target_low) == ("Delivered", 96)
    assert browser.post(f"{where}lead/").status_code == 303
    browser.post(f"{where}edit/", sent | {"remove": "1"})
    assert not KeyResult.objects.exists()


def test_a_milestone_is_passed_and_that_is_taken_back(on_time, tomasz, sign_in):
    browser = sign_in(tomasz)
    browser.post(f"{on_time.get_absolute_url()}key-results/new/", {"title": "Hub open", "aim": "milestone"})
    made = KeyResult.objects.get()
    assert browser.post(f"{HERE}key-results/{made.pk}/passed/", {"on": "2026-10-09"}).status_code == 422
    browser.post(f"{HERE}key-results/{made.pk}/passed/", {"on": "2026-10-02"})
    assert "Reached" in text(browser.get(on_time.get_absolute_url()))
    browser.post(f"{HERE}key-results/{made.pk}/not-passed/")
    assert KeyResult.objects.get().passed is None


def test_a_head_confirms_in_one_line(whole, tomasz, priya, sign_in):
    carrier = whole.carriers.get()
    where = f"{HERE}carriers/{carrier.pk}/"
    assert sign_in(priya).get(f"{where}confirm/").status_code == 404
    browser = sign_in(tomasz)
    assert browser.post(f"{where}confirm/", {"line": ""}).status_code == 422
    browser.post(f"{where}confirm/", {"line": "No skid starts before every part is on the floor."})
    assert "No skid starts before every part is on the floor." in text(browser.get(whole.get_absolute_url()))
    assert browser.post(f"{where}remind/").status_code == 409


def test_departments_are_asked(on_time, operations, tomasz, sign_in):
    browser, where = sign_in(tomasz), f"{on_time.get_absolute_url()}ask/"
    assert "Operations" in text(browser.get(where))
    assert browser.post(where, {}).status_code == 422
    browser.post(where, {"departments": [operations.pk]})
    assert on_time.carriers.get().department == operations


def test_closing_and_reopening(on_time, tomasz, sign_in):
    browser, where = sign_in(tomasz), on_time.get_absolute_url()
    assert browser.post(f"{where}close/", {"ending": "stopped"}).status_code == 422
    browser.post(f"{where}close/", {"ending": "stopped", "learned": "Too many at once."})
    page = text(browser.get(where))
    assert "Too many at once." in page
    assert "Reopen it" in page
    browser.post(f"{where}reopen/", {"because": "It is wanted after all."})
    assert Objective.objects.get().state == "draft"


def test_what_serves_it_is_found_and_tied_and_untied(on_time, tomasz, ingrid, priya, sign_in):
    made = promise(by=tomasz, receiver=ingrid, what="Qualification dates", due=date(2026, 10, 30))
    browser = sign_in(tomasz)
    page = text(browser.get(f"{HERE}tie/objective/{on_time.pk}/"))
    assert "Tomasz: Qualification dates" in page
    ends = f"commitment/{made.pk}/objective/{on_time.pk}/"
    assert browser.post(f"{HERE}serve/{ends}").status_code == 303
    assert "Tomasz: Qualification dates" in text(browser.get(on_time.get_absolute_url()))
    assert "Qualification dates" not in text(sign_in(priya).get(on_time.get_absolute_url()))
    assert browser.post(f"{HERE}unserve/{ends}").status_code == 303
    assert not Link.objects.exists()


def test_what_it_serves_is_said_from_its_own_page(on_time, on_time_priority, tomasz, sign_in):
    browser = sign_in(tomasz)
    page = text(browser.get(f"{HERE}serves/objective/{on_time.pk}/"))
    assert "Deliver on time, every time" in page
    answer = browser.post(f"{HERE}serve/objective/{on_time.pk}/priority/{on_time_priority.pk}/?from=source")
    assert answer.headers["Location"] == on_time.get_absolute_url()


def test_people_and_unknown_kinds_are_not_tied(on_time, tomasz, sign_in):
    browser = sign_in(tomasz)
    for ends in (f"person/{tomasz.pk}", f"nonsense/{tomasz.pk}", f"objective/{tomasz.pk}"):
        assert browser.post(f"{HERE}serve/{ends}/objective/{on_time.pk}/").status_code == 404
    assert browser.post(f"{HERE}serve/objective/{on_time.pk}/person/{tomasz.pk}/").status_code == 404


def test_what_is_not_open_to_one_does_not_exist(between_two, helene, observer, stranger, sign_in):
    for person in (helene, observer):
        browser = sign_in(person)
        for page in ("", "edit/", "history/", "close/", "key-results/new/", "ask/"):
            assert browser.get(f"{between_two.get_absolute_url()}{page}").status_code == 404
        assert browser.post(f"{between_two.get_absolute_url()}agree/").status_code == 404
        assert between_two.title not in text(browser.get(HERE + "objectives/"))
        assert between_two.title not in text(browser.get("/varnholt/find/", {"q": "voice"}))
    assert sign_in(stranger).get(between_two.get_absolute_url()).status_code == 404


def test_a_metric_that_is_not_open_to_one_shows_no_reading(on_time, key_result, delivered, ingrid, sign_in):
    delivered.visibility = "me"
    delivered.save(update_fields=["visibility"])
    page = text(sign_in(ingrid).get(on_time.get_absolute_url()))
    assert "86.4" not in page
    assert "Its metric is not open to you" in page
    assert "86.4" not in text(sign_in(ingrid).get(HERE + "objectives/"))
