import pytest

from consort.vision.actions.tying import serve

pytestmark = pytest.mark.usefixtures("_on_monday")
HERE = "/varnholt/api/v1/strategy/"


def test_the_vision_in_force(in_force, ingrid, observer, sign_in):
    found = sign_in(ingrid).get(HERE + "purpose").json()
    assert found["vision"].startswith("By 2035")
    assert found["will_not"] == [{"text": "build boilers", "because": "They would pay for the past."}]
    assert sign_in(observer).get(HERE + "purpose").status_code == 404


def test_while_nothing_is_in_force_there_is_none(ingrid, sign_in):
    assert sign_in(ingrid).get(HERE + "purpose").status_code == 404


def test_priorities_and_objectives(on_time, key_result, on_time_priority, tomasz, sign_in):
    serve(source=on_time, target=on_time_priority, by=tomasz)
    browser = sign_in(tomasz)
    (priority,) = browser.get(HERE + "priorities").json()
    assert (priority["place"], len(priority["leads"])) == (1, 2)
    (line,) = browser.get(HERE + "objectives").json()
    assert line["title"] == "On-time delivery at 95%"
    assert browser.get(HERE + "objectives", {"state": "closed"}).json() == []
    assert browser.get(HERE + "objectives", {"after": line["id"]}).json() == []
    found = browser.get(f"{HERE}objectives/{on_time.pk}").json()
    (measured,) = found["key_results"]
    assert (measured["pace"], measured["now"]) == ("ahead", "86.400000")
    assert found["serves"] == [{"kind": "priority", "id": str(on_time_priority.pk), "title": on_time_priority.title}]


def test_what_is_not_open_to_one_is_not_in_it(between_two, helene, stranger, sign_in):
    browser = sign_in(helene)
    assert browser.get(HERE + "objectives").json() == []
    assert browser.get(f"{HERE}objectives/{between_two.pk}").status_code == 404
    assert sign_in(stranger).get(f"{HERE}objectives/{between_two.pk}").status_code == 404


def test_a_metric_that_is_not_open_gives_no_reading(on_time, key_result, delivered, ingrid, sign_in):
    delivered.visibility = "me"
    delivered.save(update_fields=["visibility"])
    (measured,) = sign_in(ingrid).get(f"{HERE}objectives/{on_time.pk}").json()["key_results"]
    assert (measured["pace"], measured["now"], measured["metric"]) == (None, None, None)
