"""Working agreements: written, signed, followed up, ended."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Evidence
from consort.development import queries
from consort.development.actions import agreements as actions
from consort.development.following_up import standing
from consort.development.models import Agreement
from consort.development.tests.conftest import MONDAY
from consort.development.tests.test_styles import text_of
from consort.development.waiting import agreements as waiting

WORDS = "Figures come the evening before, or the item moves."


@pytest.fixture
def agreed(pair, ingrid) -> Agreement:
    """Ingrid wrote it; Tomasz has not signed."""
    return actions.write_agreement(partnership=pair, by=ingrid, words=WORDS)


def stands(agreement) -> str:
    found = queries.whole(Agreement.objects.filter(pk=agreement.pk)).get()
    return standing(found, list(found.partnership.members)).words


def test_it_waits_for_the_other_to_sign(agreed, ingrid, tomasz):
    assert stands(agreed) == "Waits for Tomasz"
    assert [each.action for each in waiting(tomasz)] == ["Sign it, or talk about it"]
    assert list(waiting(ingrid)) == []
    actions.sign_agreement(agreement=agreed, by=tomasz)
    assert stands(agreed) == "Not looked at yet"
    assert list(waiting(tomasz)) == []


def test_it_is_looked_at_every_fortnight(agreed, ingrid, tomasz):
    actions.sign_agreement(agreement=agreed, by=tomasz)
    for number, outcome in enumerate(("kept", "unused", "slipped", "kept"), 1):
        with clock.at(MONDAY + timedelta(days=14 * number)):
            assert len(list(waiting(ingrid))) == 1
            actions.note_agreement(agreement=agreed, by=ingrid, outcome=outcome)
            actions.note_agreement(agreement=agreed, by=ingrid, outcome=outcome)
            assert list(waiting(ingrid)) == []
    assert stands(agreed) == "Kept 2 of 3 times"
    seen = Evidence.objects.filter(partnership=agreed.partnership, strand="development")
    polarities = seen.values_list("polarity", flat=True)
    assert sorted(polarities) == ["down", "up", "up", "up"]


def test_a_second_word_on_one_day_takes_the_place_of_the_first(agreed, ingrid, tomasz):
    actions.sign_agreement(agreement=agreed, by=tomasz)
    for outcome in ("kept", "slipped"):
        actions.note_agreement(agreement=agreed, by=ingrid, outcome=outcome)
    assert stands(agreed) == "Kept 0 of 1 times"


def test_nobody_is_held_to_what_they_did_not_sign(agreed, tomasz):
    with pytest.raises(Refused, match="Sign it first"):
        actions.note_agreement(agreement=agreed, by=tomasz, outcome="kept")


def test_others_neither_see_nor_sign_it(agreed, priya, administrator):
    for somebody in (priya, administrator):
        assert not Agreement.objects.visible_to(somebody).exists()
        with pytest.raises(NotAllowed):
            actions.sign_agreement(agreement=agreed, by=somebody)


def test_what_has_ended_holds_for_nobody(agreed, ingrid, tomasz):
    actions.end_agreement(agreement=agreed, by=tomasz)
    assert stands(agreed) == "Ended"
    with pytest.raises(Refused, match="ended"):
        actions.sign_agreement(agreement=agreed, by=tomasz)


def test_the_pages(agreed, pair, ingrid, tomasz, sign_in):
    client, id = sign_in(tomasz), uuid4()
    new = reverse("development:agreement_new", args=["varnholt", pair.pk])
    assert client.post(new, {"id": id, "words": ""}).status_code == 422
    for _ in range(2):
        assert client.post(new, {"id": id, "words": "We swap sides after two talks"}).status_code == 303
    assert Agreement.objects.count() == 2
    page = text_of(client.get(agreed.get_absolute_url()))
    assert "Waits for Ingrid" not in page
    assert "Sign it" in page
    client.post(reverse("development:agreement_sign", args=["varnholt", agreed.pk]))
    assert (
        client.post(reverse("development:agreement_note", args=["varnholt", agreed.pk]), {"outcome": "x"}).status_code
        == 409
    )
    client.post(reverse("development:agreement_note", args=["varnholt", agreed.pk]), {"outcome": "kept"})
    page = text_of(client.get(agreed.get_absolute_url()))
    assert "Kept 1 of 1 times" in page
