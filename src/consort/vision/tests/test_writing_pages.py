"""What the writing checks ask, beside the form and on a page of its own."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.vision import writing
from consort.vision.actions import findings as actions
from consort.vision.actions import objectives
from consort.vision.models import Dismissal
from consort.vision.queries.writing import read

pytestmark = pytest.mark.usefixtures("_on_monday")


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def url(name, *ends):
    return reverse(f"vision:{name}", args=["varnholt", *ends])


@pytest.fixture
def vague(on_time, tomasz):
    """An objective with much to ask."""
    objectives.change_objective(objective=on_time, by=tomasz, title="Try to improve the OTIF", why="")
    return on_time


def asking(objective) -> set[str]:
    return {each.remark.check.name for text in read(objective) for each in text.asking}


def test_beside_the_form_the_words_are_asked_about_as_they_are_written(tomasz, sign_in):
    client = sign_in(tomasz)
    form = client.get(url("objective_new")).content.decode()
    assert f'hx-post="{url("writing_live")}"' in form
    answer = client.post(url("writing_live"), {"title": "Try to improve the OTIF"})
    page = text_of(answer)
    assert "5 of 36 checks ask a question." in page
    assert "Will you, or will you try?" in page
    assert "Found: “OTIF”" in page
    assert 'role="status"' in answer.content.decode()


def test_what_the_form_says_already_is_not_asked(tomasz, sign_in):
    client = sign_in(tomasz)
    bare = text_of(client.post(url("writing_live"), {"title": "Deliver on the promised day"}))
    assert "By when?" in bare
    dated = text_of(client.post(url("writing_live"), {"title": "Deliver on the promised day", "due": "2027-12-31"}))
    assert "By when?" not in dated
    key_result = {"title": "Delivered on the promised day", "aim": "increase", "baseline": "78"}
    assert "None of 36 checks asks a question." in text_of(client.post(url("writing_live"), key_result))


def test_nothing_written_is_asked_nothing(tomasz, sign_in):
    assert text_of(sign_in(tomasz).post(url("writing_live"), {"title": "  "})) == ""


def test_german_is_read_as_german(tomasz, sign_in):
    page = text_of(sign_in(tomasz).post(url("writing_live"), {"title": "Die Prozesse deutlich verbessern"}))
    assert "of 35 checks" in page
    assert "Found: “deutlich”" in page


def test_what_is_written_cannot_break_the_page(tomasz, sign_in):
    page = sign_in(tomasz).post(url("writing_live"), {"title": "<script>Improve</script> " * 100}).content.decode()
    assert "<script>" not in page


def test_the_objectives_page_says_how_many_ask(vague, tomasz, sign_in):
    assert "4 of 36 checks ask a question." in text_of(sign_in(tomasz).get(url("objective", vague.pk)))


def test_setting_a_check_aside_and_taking_it_back(vague, tomasz, sign_in):
    client = sign_in(tomasz)
    assert "Does every department know these letters?" in text_of(client.get(url("writing", vague.pk)))
    there = url("writing_set_aside", vague.pk, "abbreviation")
    empty = client.post(there, {"reason": " "})
    assert (empty.status_code, "This field is required." in text_of(empty)) == (422, True)
    assert client.post(there, {"reason": "It stands on every wall here."}).status_code == 303
    page = text_of(client.get(url("writing", vague.pk)))
    assert "One was set aside" in page
    assert "It stands on every wall here." in page
    assert "left “Does every department know these letters?” as it is" in history_of(vague)[0].sentence
    assert "abbreviation" not in asking(vague)
    assert client.post(url("finding_take_back", Dismissal.objects.get().pk)).status_code == 303
    assert "abbreviation" in asking(vague)


def test_other_words_are_asked_about_again(vague, tomasz):
    actions.set_check_aside(check=writing.named("abbreviation"), objective=vague, by=tomasz, reason="Known.")
    objectives.change_objective(objective=vague, by=tomasz, title="try to improve  the OTIF")
    vague.refresh_from_db()
    assert "abbreviation" not in asking(vague)
    objectives.change_objective(objective=vague, by=tomasz, title="Raise the OTIF")
    vague.refresh_from_db()
    assert "abbreviation" in asking(vague)


def test_key_results_are_asked_about_too(on_time, key_result, tomasz, sign_in):
    key_result.title = "Significantly better OTIF"
    key_result.save(update_fields=["title"])
    there = url("writing_set_aside_result", on_time.pk, "abbreviation", key_result.pk)
    client = sign_in(tomasz)
    assert client.post(there, {"reason": "Known."}).status_code == 303
    assert "abbreviation" not in {each.remark.check.name for text in read(on_time)[1:] for each in text.asking}
    assert (
        client.post(url("writing_set_aside_result", on_time.pk, "abbreviation", uuid4()), {"reason": "x"}).status_code
        == 404
    )


def test_only_who_may_change_it_sets_a_check_aside(vague, in_force, observer, jonas, executive_team, tomasz, sign_in):
    check = writing.named("hedge")
    with pytest.raises(NotAllowed):
        actions.set_check_aside(check=check, objective=vague, by=observer, reason="No.")
    with pytest.raises(Refused, match="why"):
        actions.set_check_aside(check=check, objective=vague, by=tomasz, reason=" ")
    assert sign_in(observer).get(url("writing", vague.pk)).status_code == 404
    assert sign_in(observer).post(url("writing_set_aside", vague.pk, "hedge"), {"reason": "x"}).status_code == 404
    assert sign_in(tomasz).post(url("writing_set_aside", vague.pk, "nonsense"), {"reason": "x"}).status_code == 404


def test_the_list_of_checks_names_them_all(observer, sign_in):
    page = sign_in(observer).get(url("writing_checks")).content.decode()
    assert all(f'id="{check.name}"' in page for check in writing.known())
    assert page.count("English only") == 1


@pytest.mark.parametrize("name", ["writing", "writing_checks", "objective"])
def test_a_page_runs_at_most_fifteen_queries(name, vague, key_result, tomasz, sign_in, django_assert_max_num_queries):
    client = sign_in(tomasz)
    ends = [] if name == "writing_checks" else [vague.pk]
    with django_assert_max_num_queries(15):
        assert client.get(url(name, *ends)).status_code == 200
