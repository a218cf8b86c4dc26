"""Working styles: one's own, somebody's, two side by side, a team."""

import re

import pytest
from django.urls import reverse

from consort.core.errors import NotAllowed, Refused
from consort.core.models import Level, Payload
from consort.development import instrument
from consort.development.actions import styles
from consort.development.models import Strength, StyleProfile
from consort.development.tests.conftest import answers


def url(name, *things):
    return reverse(f"development:{name}", args=["varnholt", *things])


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_nothing_is_placed_before_everything_is_answered():
    assert instrument.placed({}) == {}
    assert {key: place.middle for key, place in instrument.placed(answers(20)).items()} == dict.fromkeys(
        (scale.key for scale in instrument.SCALES), 20
    )


def test_who_leans_left_everywhere_stands_in_between():
    assert all(
        place.middle == pytest.approx(100 / 3) for place in instrument.placed(dict.fromkeys(answers(0), 0)).values()
    )


@pytest.mark.parametrize("given", [{}, {**answers(20), "deciding-1": 101}, {**answers(20), "elsewhere": 3}])
def test_what_is_incomplete_or_outside_is_refused(ingrid, given):
    with pytest.raises(Refused):
        styles.place(by=ingrid, answers=given, said={})
    assert not StyleProfile.objects.exists()


def test_a_page_is_shown_to_whom_its_owner_chose(placed, ingrid, tomasz, priya, administrator, observer):
    def readers():
        everyone = (ingrid, tomasz, priya, administrator, observer)
        return [each for each in everyone if StyleProfile.objects.visible_to(each).filter(owner=ingrid).exists()]

    assert readers() == [ingrid, tomasz]
    styles.describe(by=ingrid, visibility=Level.ME)
    assert readers() == [ingrid]
    styles.describe(by=ingrid, visibility=Level.LEADERS)
    assert readers() == [ingrid, tomasz, priya]
    styles.describe(by=ingrid, visibility=Level.ORGANIZATION)
    assert len(readers()) == 5


def test_nothing_that_was_said_stands_in_the_ledger(placed):
    assert "numbers" not in str(list(Payload.objects.values_list("body", flat=True)))


def test_the_first_page_says_how_to_begin(ingrid, sign_in):
    page = text_of(sign_in(ingrid).get(url("styles")))
    assert "You have not placed yourself yet." in page
    assert "Only me." in page


def test_one_places_oneself(ingrid, sign_in):
    client = sign_in(ingrid)
    assert client.post(url("styles_answers"), {"deciding-1": 40}).status_code == 422
    assert client.post(url("styles_answers"), {**answers(30), "said-dates": "Dates are promises"}).status_code == 303
    assert "“Dates are promises”" in text_of(client.get(url("styles")))


def test_two_side_by_side(placed, ingrid, sign_in, django_assert_max_num_queries):
    client = sign_in(ingrid)
    client.get(url("together", placed.pk))
    with django_assert_max_num_queries(15):
        page = text_of(client.get(url("together", placed.pk)))
    assert "How you two work" in page
    assert "You differ most between “Decide with what is there” and “Wait for what is missing”." in page
    assert "Ingrid: “Ingrid says why.” Tomasz: “Tomasz says why.”" in page
    assert "not yet validated" in page


def test_what_the_other_does_not_show_is_not_shown(placed, ingrid, tomasz, sign_in):
    styles.describe(by=tomasz, visibility=Level.ME)
    page = text_of(sign_in(ingrid).get(url("together", placed.pk)))
    assert "Tomasz shows you no page." in page
    assert "Tomasz says why" not in page
    assert "You differ most" not in page


def test_a_team_stands_on_one_line(placed, executive_team, ingrid, priya, sign_in):
    page = sign_in(ingrid).get(url("together", executive_team.pk))
    assert "2 of you show where they stand." in text_of(page)
    assert "7 have not answered" in text_of(page)
    assert 'class="place own"' in page.content.decode()


def test_a_strength_is_said_by_the_other(placed, ingrid, tomasz, priya, sign_in):
    client = sign_in(ingrid)
    for words in ("Capacity", "Capacity and works councils"):
        assert client.post(url("strength", placed.pk), {"words": words}).status_code == 303
    assert Strength.objects.get().words == "Capacity and works councils"
    assert "Capacity and works councils" in text_of(sign_in(tomasz).get(url("together", placed.pk)))
    for of, by in ((ingrid, ingrid), (tomasz, priya), (priya, tomasz)):
        with pytest.raises(NotAllowed):
            styles.say_strength(partnership=placed, of=of, by=by, words="Numbers")


def test_the_partnership_page_shows_both(placed, ingrid, sign_in, django_assert_max_num_queries):
    client = sign_in(ingrid)
    client.get(placed.get_absolute_url())
    with django_assert_max_num_queries(15):
        page = text_of(client.get(placed.get_absolute_url()))
    assert "How you work" in page
    assert "Decide with what is there" in page
