"""What leaves the house: the public page and the mail."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.vision.actions.publishing import drafting, issuing, opening, reminding
from consort.vision.models import Publication, Section
from consort.vision.publishing.sweeping import sweep
from consort.vision.tests import published as sample

PAGE = "/varnholt/published/what-we-are-about-in-2027/"


@pytest.fixture(autouse=True)
def _a_mail_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def things(ingrid, tomasz, executives):
    goal = sample.objective(tomasz)
    sample.key_result(goal)
    return [sample.agreed_purpose(ingrid), goal]


@pytest.fixture
def publication(ingrid, things, observer) -> Publication:
    return sample.published(ingrid, things)


def shown(publication: Publication, *kinds: str) -> list[Section]:
    return list(sample.open_edition(publication).sections.filter(thing_kind__in=kinds))


def open_page(publication, by, *kinds, indexed=False):
    opening.open_public_page(publication=publication, by=by, sections=shown(publication, *kinds), indexed=indexed)


def test_there_is_no_public_page_unless_it_is_opened(publication, client):
    assert client.get(PAGE).status_code == 404


def test_the_world_reads_what_was_marked_and_nothing_else(publication, ingrid, client):
    open_page(publication, ingrid, "purpose", "objective")
    answer = client.get(PAGE)
    page = answer.content.decode()
    assert "Orders on the promised day: from 82.0% to at least 95.0%" in page
    assert sample.WORDS not in page
    assert "Tomasz" not in page
    assert "Ingrid" not in page
    assert "<script" not in page
    assert not answer.cookies


def test_search_engines_are_kept_away_unless_allowed(publication, ingrid, client):
    open_page(publication, ingrid, "purpose")
    answer = client.get(PAGE)
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert 'name="robots"' in answer.content.decode()
    open_page(publication, ingrid, "purpose", indexed=True)
    answer = client.get(PAGE)
    assert "X-Robots-Tag" not in answer.headers
    assert 'name="robots"' not in answer.content.decode()


def test_withdrawn_it_is_gone_at_once_and_its_address_kept(publication, ingrid, client):
    open_page(publication, ingrid, "purpose")
    opening.withdraw_public_page(publication=publication, by=ingrid)
    assert client.get(PAGE).status_code == 404
    open_page(publication, ingrid, "purpose")
    assert client.get(PAGE).status_code == 200
    issuing.take_back(publication=publication, by=ingrid)
    assert client.get(PAGE).status_code == 404


def test_words_that_changed_are_public_only_when_chosen_again(publication, ingrid, things, client):
    open_page(publication, ingrid, "purpose", "objective")
    things[1].title = "Something not meant for outside"
    things[1].save(update_fields=["title"])
    sample.again(publication, ingrid)
    page = client.get(PAGE).content.decode()
    assert "By 2035" in page
    assert "Something not meant" not in page
    assert "On-time delivery" not in page


def test_a_draft_of_the_next_edition_stays_inside(publication, ingrid, things, client):
    open_page(publication, ingrid, "objective")
    things[1].why = "Because a rival fails."
    things[1].save(update_fields=["why"])
    drafting.begin_edition(publication=publication, by=ingrid)
    assert "rival" not in client.get(PAGE).content.decode()


def test_what_not_everyone_inside_sees_is_not_shown_outside(ingrid, tomasz, things, sign_in):
    inside = sample.objective(tomasz, sample.SECRET, "leaders")
    publication = sample.published(ingrid, [*things, inside])
    with pytest.raises(Refused, match="Not everyone in the organization"):
        open_page(publication, ingrid, "objective")
    url = reverse("vision:publication_public", args=["varnholt", publication.pk])
    browser = sign_in(ingrid)
    assert "Stays inside:" in browser.get(url).content.decode()
    secret = sample.open_edition(publication).sections.get(title=sample.SECRET)
    assert browser.post(url, {"sections": [secret.pk], "sure": "on"}).status_code == 422
    assert Publication.objects.get().opened is None


def test_the_publisher_has_to_say_that_it_is_meant(publication, ingrid, sign_in, client):
    url = reverse("vision:publication_public", args=["varnholt", publication.pk])
    browser, (section,) = sign_in(ingrid), shown(publication, "purpose")
    answer = browser.post(url, {"sections": [section.pk]})
    assert answer.status_code == 422
    assert "Say that this is meant. Nothing was opened." in answer.content.decode()
    assert client.get(PAGE).status_code == 404
    assert browser.post(url, {"sections": [section.pk], "sure": "on"}).status_code == 303
    assert PAGE in browser.get(url).content.decode()
    assert client.get(PAGE).status_code == 200
    browser.post(reverse("vision:publication_withdraw", args=["varnholt", publication.pk]))
    assert client.get(PAGE).status_code == 404


def test_a_section_of_another_publication_cannot_be_opened(publication, ingrid, things):
    other = sample.published(ingrid, things)
    with pytest.raises(NotAllowed):
        opening.open_public_page(publication=publication, by=ingrid, sections=shown(other, "purpose"), indexed=False)
    assert Publication.objects.get(pk=publication.pk).opened is None


def test_two_of_one_title_have_two_addresses(publication, ingrid, things, client):
    other = sample.published(ingrid, things)
    open_page(publication, ingrid, "purpose")
    open_page(other, ingrid, "purpose")
    assert client.get(PAGE.rstrip("/") + "-2/").status_code == 200


def test_who_is_asked_gets_one_mail_and_nobody_else_does(publication, observer, ingrid, mailoutbox):
    sweep()
    assert len(mailoutbox) == 8
    assert observer.email not in {mail.to[0] for mail in mailoutbox}
    assert ingrid.email not in {mail.to[0] for mail in mailoutbox}
    text, (html, _kind) = mailoutbox[0].body, mailoutbox[0].alternatives[0]
    assert str(publication.pk) in text
    assert str(publication.pk) in html
    assert "On-time delivery" not in text + html
    sweep()
    assert len(mailoutbox) == 8


def test_only_those_who_owe_are_reminded_once_an_interval(publication, priya, tomasz, mailoutbox):
    sweep()
    sample.answer(publication, priya)
    mailoutbox.clear()
    for days, mails in ((6, 0), (7, 7), (8, 0), (13, 0), (14, 7)):
        with clock.at(clock.now() + timedelta(days=days, minutes=1)):
            sweep()
            sweep()
        assert len(mailoutbox) == mails, days
        assert priya.email not in {mail.to[0] for mail in mailoutbox}
        mailoutbox.clear()


def test_two_publications_are_one_mail(publication, ingrid, things, mailoutbox):
    sample.published(ingrid, things, title="The plan for Brescia")
    sweep()
    assert len(mailoutbox) == 8
    assert all("The plan for Brescia" in mail.body and sample.TITLE in mail.body for mail in mailoutbox)


def test_without_an_interval_only_the_publisher_reminds(ingrid, things, mailoutbox):
    publication = sample.published(ingrid, things, every=None)
    sweep()
    mailoutbox.clear()
    later = clock.now() + timedelta(days=30)
    with clock.at(later):
        sweep()
        assert not mailoutbox
        assert reminding.remind(edition=sample.open_edition(publication), by=ingrid) == 8
        sweep()
        assert len(mailoutbox) == 8
        assert "still" in mailoutbox[0].body
        with pytest.raises(Refused, match="told within a day"):
            reminding.remind(edition=sample.open_edition(publication), by=ingrid)


def test_no_mail_leaves_the_demonstration(publication, ingrid, varnholt, mailoutbox):
    varnholt.is_demonstration = True
    varnholt.save(update_fields=["is_demonstration"])
    sweep()
    assert not mailoutbox
    with pytest.raises(Refused, match="Nobody was reminded"):
        reminding.remind(edition=sample.open_edition(publication), by=ingrid)


def test_a_broken_mail_server_is_tried_again(publication, settings, mailoutbox):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 1,
    )  # fmt: skip
    sweep()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    sweep()
    assert len(mailoutbox) == 8
