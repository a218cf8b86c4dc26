import pytest

from consort.vision.actions import initiatives, priorities
from consort.vision.actions.tying import serve
from consort.vision.contexts import initiatives as initiative_contexts
from consort.vision.contexts import priorities as contexts
from consort.vision.models import Initiative, Priority

pytestmark = pytest.mark.usefixtures("_on_monday")
HERE = "/varnholt/strategy/"


def text(answer) -> str:
    return answer.content.decode()


def test_before_there_is_anything_the_lists_say_how_to_begin(ingrid, sign_in):
    browser = sign_in(ingrid)
    assert "Nothing comes first yet." in text(browser.get(HERE + "priorities/"))
    assert "No initiatives yet." in text(browser.get(HERE + "initiatives/"))


def test_one_is_added_changed_and_closed(ingrid, tomasz, sign_in):
    browser = sign_in(ingrid)
    assert browser.post(HERE + "priorities/new/", {"title": "", "audience": "leaders"}).status_code == 422
    browser.post(HERE + "priorities/new/", {"title": "On time", "audience": "leaders", "leads": [tomasz.pk]})
    made = Priority.objects.get()
    assert list(made.leads.all()) == [tomasz]
    where = made.get_absolute_url()
    browser.post(f"{where}edit/", {"title": "On time, every time", "audience": "organization", "why": "They wait."})
    page = text(browser.get(where))
    assert "They wait." in page
    assert "Write an objective for it" in page
    assert browser.post(f"{where}close/", {"words": ""}).status_code == 422
    browser.post(f"{where}close/", {"words": "It is so now."})
    assert "It is so now." in text(browser.get(where))
    browser.post(f"{where}reopen/")
    assert Priority.objects.get().closed is None
    assert "changed priority" in text(browser.get(f"{where}history/"))


def test_they_are_moved_with_buttons(in_force, ingrid, observer, sign_in):
    first, second = (priorities.add_priority(by=ingrid, title=title) for title in ("First", "Second"))
    where = f"{HERE}priorities/{second.pk}/place/"
    assert sign_in(observer).post(where, {"place": "1"}).status_code == 404
    browser = sign_in(ingrid)
    assert browser.post(where, {"place": "x"}).status_code == 404
    browser.post(where, {"place": "1"})
    assert list(Priority.objects.visible_to(ingrid)) == [second, first]


def test_a_partnerships_own_is_seen_by_it_alone(ingrid, tomasz, helene, pair, sign_in):
    sign_in(ingrid).post(HERE + "priorities/new/", {"title": "Ours", "audience": f"partnership:{pair.pk}"})
    made = Priority.objects.get()
    assert sign_in(tomasz).get(made.get_absolute_url()).status_code == 200
    for page in ("", "edit/", "history/", "close/"):
        assert sign_in(helene).get(made.get_absolute_url() + page).status_code == 404
    assert "Ours" not in text(sign_in(helene).get(HERE + "priorities/"))


def test_what_serves_it_stands_on_its_page(on_time, key_result, on_time_priority, tomasz, sign_in):
    serve(source=on_time, target=on_time_priority, by=tomasz)
    serve(source=initiatives.add_initiative(by=tomasz, title="Second phase"), target=on_time_priority, by=tomasz)
    page = text(sign_in(tomasz).get(on_time_priority.get_absolute_url()))
    assert "On-time delivery at 95%" in page
    assert "Second phase" in page


def test_the_pages_run_few_queries(
    on_time, key_result, on_time_priority, tomasz, ingrid, django_assert_max_num_queries
):
    serve(source=on_time, target=on_time_priority, by=tomasz)
    made = initiatives.add_initiative(by=tomasz, title="Second phase", leads=[tomasz])
    serve(source=made, target=on_time, by=tomasz)
    with django_assert_max_num_queries(9):
        contexts.page(on_time_priority, ingrid)
    for number in range(8):
        serve(
            source=initiatives.add_initiative(by=tomasz, title=f"{number}", leads=[ingrid]), target=on_time, by=tomasz
        )
    with django_assert_max_num_queries(6):
        initiative_contexts.listing(ingrid)
    with django_assert_max_num_queries(6):
        initiative_contexts.page(made, ingrid)


def test_an_initiative_is_written_begun_and_stopped(tomasz, priya, sign_in):
    browser = sign_in(tomasz)
    sent = {"title": "Planning system", "audience": "leaders", "begins": "2026-05-01", "ends": "2026-04-01"}
    assert browser.post(HERE + "initiatives/new/", sent).status_code == 422
    browser.post(HERE + "initiatives/new/", sent | {"ends": "2027-04-01", "leads": [tomasz.pk]})
    made = Initiative.objects.get()
    where = made.get_absolute_url()
    assert "It serves nothing yet." in text(browser.get(where))
    browser.post(f"{where}begin/")
    assert browser.post(f"{where}stop/", {"because": ""}).status_code == 422
    browser.post(f"{where}stop/", {"because": "Nobody needs it."})
    assert "Nobody needs it." in text(browser.get(where))
    assert browser.post(f"{where}finish/").status_code == 409
    browser.post(f"{where}begin/")
    browser.post(f"{where}finish/")
    made.refresh_from_db()
    assert made.state == "done"
    assert "Done" in text(browser.get(HERE + "initiatives/"))
