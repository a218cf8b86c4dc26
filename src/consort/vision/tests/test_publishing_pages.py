"""The pages of what is published, as their readers and publishers meet them."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from consort.core.waiting import waiting_for
from consort.vision.actions.publishing import confirming, drafting, issuing
from consort.vision.contexts.publishing import listing, publisher, reading
from consort.vision.models import Ask, Publication, Reader
from consort.vision.queries import publishing as queries
from consort.vision.tests import published as sample
from consort.vision.waiting.publishing import confirmations, permissions


def url(name, publication=None, *more):
    return reverse(f"vision:{name}", args=["varnholt", *([publication.pk] if publication else []), *more])


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def things(ingrid, tomasz):
    goal = sample.objective(tomasz)
    sample.key_result(goal)
    return [sample.agreed_purpose(ingrid), sample.priority(tomasz), goal]


@pytest.fixture
def publication(ingrid, executives, observer, things) -> Publication:
    return sample.published(ingrid, things)


def sent(chosen, **more):
    return {
        "id": uuid4(),
        "title": sample.TITLE,
        "words": sample.WORDS,
        "things": [":".join(map(str, queries.key_of(thing))) for thing in chosen],
        "published_to": "leaders",
        "asks": "understood",
        "every": "7",
    } | more


def test_before_anything_is_published(ingrid, observer, sign_in):
    page = text_of(sign_in(ingrid).get(url("publications")))
    assert "No goals have been published yet." in page
    assert "Publish goals" in page
    assert "Publish goals" not in text_of(sign_in(observer).get(url("publications")))
    assert "no vision, priority or agreed objective" in text_of(sign_in(ingrid).get(url("publication_new")))


def test_from_the_form_to_the_readers(ingrid, executives, things, sign_in):
    browser, form = sign_in(ingrid), sent(things)
    for _time in range(2):
        assert browser.post(url("publication_new"), form).status_code == 303
    publication = Publication.objects.get()
    page = text_of(browser.get(url("publication_draft", publication)))
    assert "Nobody was asked yet" in page
    assert "Publish to 8 people" in page
    assert browser.get(url("publication", publication)).url == url("publication_draft", publication)
    browser.post(url("publication_publish", publication))
    assert "0 of 8 have confirmed edition 1." in text_of(browser.get(url("publication_standing", publication)))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"title": ""}, "This field is required"),
        ({"things": [], "words": ""}, "Choose something, or say something"),
        ({"things": [f"objective:{uuid4()}"]}, "Select a valid choice"),
        ({"published_to": "departments"}, "Say to which departments"),
        ({"published_to": "partnership"}, "Say to which partnership"),
        ({"published_to": "world"}, "Select a valid choice"),
        ({"due": "2001-01-01"}, "This day has passed"),
        ({"every": "0"}, "greater than or equal to 1"),
        ({"words": "x" * 4001}, "at most 4000 characters"),
    ],
)
def test_a_mistake_in_the_form_keeps_what_was_typed(ingrid, executives, things, sign_in, more, sentence):
    answer = sign_in(ingrid).post(url("publication_new"), sent(things, **more))
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not Publication.objects.exists()


def test_a_reader_reads_and_answers(publication, priya, sign_in):
    browser = sign_in(priya)
    assert [item.title for item in confirmations(priya)] == [sample.TITLE]
    page = text_of(browser.get(url("publication", publication)))
    assert "Please read it and answer below" in page
    assert "Only Ingrid reads your words, with your name and department" in page
    assert "Orders on the promised day: from 82.0% to at least 95.0%" in page
    empty = browser.post(url("publication_answer", publication), {"words": " "})
    assert empty.status_code == 422
    section = sample.open_edition(publication).sections.get(thing_kind="objective")
    answer = browser.post(url("publication_answer", publication), {"words": "No new reports.", "about": section.pk})
    assert answer.status_code == 303
    assert "“No new reports.”" in text_of(browser.get(url("publication", publication)))
    assert sample.reader(publication, priya).about == section
    assert list(confirmations(priya)) == []


def test_about_a_section_of_another_publication_is_refused(publication, priya, ingrid, things, sign_in):
    other = sample.open_edition(sample.published(ingrid, things)).sections.first()
    answer = sign_in(priya).post(url("publication_answer", publication), {"words": "Yes.", "about": other.pk})
    assert answer.status_code == 422


def test_one_button_confirms_that_it_was_read(ingrid, executives, priya, things, sign_in):
    publication = sample.published(ingrid, things, asks=Ask.READ)
    browser = sign_in(priya)
    assert "I have read it" in text_of(browser.get(url("publication", publication)))
    browser.post(url("publication_answer", publication))
    assert "You have read it. There is nothing more to do." in text_of(browser.get(url("publication", publication)))


def test_a_reservation_stands_beside_the_signature_for_everyone(ingrid, executives, priya, tomasz, things, sign_in):
    publication = sample.published(ingrid, things, asks=Ask.SIGNS)
    assert "Sign as Priya Raghunathan" in text_of(sign_in(priya).get(url("publication", publication)))
    sign_in(priya).post(url("publication_answer", publication), {"reservation": "Not without two planners."})
    assert "Reservation: Not without two planners." in text_of(sign_in(tomasz).get(url("publication", publication)))


def test_what_changed_stands_first_with_its_differences(publication, ingrid, priya, things, sign_in):
    sample.answer(publication, priya)
    things[2].title = "On-time delivery at 97%"
    things[2].save(update_fields=["title"])
    sample.again(publication, ingrid, because="A customer left.")
    page = sign_in(priya).get(url("publication", publication))
    assert "One part changed" in text_of(page) or "1 part changed" in text_of(page)
    assert "<del>95%</del> <ins>97%</ins>" in page.content.decode()
    assert "3 parts that you confirmed before" in text_of(page)
    assert "Why it changed: A customer left." in text_of(page)


def test_the_words_of_others_are_shown_to_the_publisher_alone(publication, ingrid, priya, tomasz, sign_in):
    sample.answer(publication, priya, "A sentence for one reader.")
    for who, status in ((ingrid, 200), (tomasz, 404), (priya, 404)):
        for page in ("publication_readback", "publication_answers", "publication_standing", "publication_public"):
            assert sign_in(who).get(url(page, publication)).status_code == status
    assert "A sentence for one reader." not in text_of(sign_in(tomasz).get(url("publication", publication)))
    assert "A sentence for one reader." in text_of(sign_in(ingrid).get(url("publication_readback", publication)))


def test_readback_by_department_beside_the_source(publication, ingrid, priya, tomasz, sign_in):
    sample.department(ingrid.organization, "Finance", priya)
    issuing.follow_audience(edition=sample.open_edition(publication))
    section = sample.open_edition(publication).sections.get(thing_kind="objective")
    reader = sample.reader(publication, priya)
    confirming.confirm(reader=reader, by=priya, words="We stop paying late.", about=section)
    sample.answer(publication, tomasz, "All hands on the line.")
    browser = sign_in(ingrid)
    page = text_of(browser.get(url("publication_readback", publication)))
    assert "2 answers in their own words: 0 fit, 0 to be talked about, 0 talked about, 2 not looked at yet." in page
    assert page.index("On-time delivery at 95%") < page.index("Finance") < page.index("We stop paying late.")
    marked = browser.post(url("publication_mark", publication, reader.pk), {"mark": "differs"})
    assert "Differs: to be talked about" in text_of(marked)
    browser.post(url("publication_mark", publication, reader.pk), {"mark": "talked", "note": "She meant suppliers."})
    hers = text_of(sign_in(priya).get(url("publication", publication)))
    assert "Differed: talked about it She meant suppliers." in hers
    assert browser.post(url("publication_mark", publication, reader.pk), {"mark": "best"}).status_code == 404
    assert Reader.objects.get(pk=reader.pk).mark == "talked"


def test_earlier_editions_are_read_back_too(publication, ingrid, tomasz, things, sign_in):
    sample.answer(publication, tomasz, "All hands on the line.")
    things[2].title = "On-time delivery at 97%"
    things[2].save(update_fields=["title"])
    sample.again(publication, ingrid)
    browser, page = sign_in(ingrid), url("publication_readback", publication)
    assert "All hands on the line." not in text_of(browser.get(page))
    assert "What they wrote to edition 1" in text_of(browser.get(page))
    assert "All hands on the line." in text_of(browser.get(page, {"edition": "1"}))
    for wrong in ("3", "x", "-1", "9" * 30):
        assert browser.get(page, {"edition": wrong}).status_code == 404


def test_the_table_runs_no_formula(publication, ingrid, priya, sign_in):
    sample.answer(publication, priya, '=HYPERLINK("http://evil.example")')
    answer = sign_in(ingrid).get(url("publication_answers", publication))
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert len(lines) == 9
    assert any("'=HYPERLINK" in line for line in lines)
    assert not any(re.search(r'(^|,)"?=', line) for line in lines)


def test_who_leads_it_is_asked_for_leave(ingrid, tomasz, priya, executives, pair, sign_in):
    goal = sample.objective(tomasz, sample.SECRET, "partnership", partnership=pair)
    publication = drafting.draft_publication(by=ingrid, draft=sample.draft_of([goal]))
    assert "It cannot be published yet." in text_of(sign_in(ingrid).get(url("publication_draft", publication)))
    (item,) = waiting_for(tomasz)
    browser = sign_in(tomasz)
    assert sample.SECRET in text_of(browser.get(item.url))
    for other in (priya, ingrid):
        assert sign_in(other).get(item.url).status_code == 404
    assert browser.post(item.url, {"permitted": "perhaps"}).status_code == 422
    assert browser.post(item.url, {"permitted": "no", "because": "Not yet."}).status_code == 303
    assert "Not to be published Tomasz Wierzbicki: “Not yet.”" in text_of(
        sign_in(ingrid).get(url("publication_draft", publication))
    )
    assert waiting_for(tomasz) == []


def test_publishing_what_is_held_is_refused_in_a_sentence(ingrid, tomasz, executives, pair, sign_in):
    goal = sample.objective(tomasz, sample.SECRET, "partnership", partnership=pair)
    publication = drafting.draft_publication(by=ingrid, draft=sample.draft_of([goal]))
    answer = sign_in(ingrid).post(url("publication_publish", publication))
    assert answer.status_code == 409
    assert "Fewer people see" in text_of(answer)


def test_everything_about_a_later_edition(publication, ingrid, priya, sign_in):
    sample.answer(publication, priya)
    browser = sign_in(ingrid)
    assert browser.post(url("publication_next", publication)).status_code == 303
    form = {"words": "Shorter.", "things": [], "asks": "read", "every": "", "because": "Too long."}
    assert browser.post(url("publication_edit", publication), form).status_code == 303
    assert "Draft of edition 2" in text_of(browser.get(url("publication", publication)))
    assert "Shorter." not in text_of(sign_in(priya).get(url("publication", publication)))
    browser.post(url("publication_publish", publication))
    assert "No longer part of it: By 2035" in text_of(sign_in(priya).get(url("publication", publication)))
    browser.post(url("publication_close", publication))
    assert "This edition is closed." in text_of(sign_in(priya).get(url("publication", publication)))
    browser.post(url("publication_take_back", publication))
    assert sign_in(priya).get(url("publication", publication)).status_code == 404
    assert "Taken back" in text_of(browser.get(url("publications")))


def test_a_draft_is_dropped(ingrid, executives, things, sign_in):
    publication = drafting.draft_publication(by=ingrid, draft=sample.draft_of(things))
    assert sign_in(ingrid).post(url("publication_drop", publication)).url == url("publications")
    assert not Publication.objects.exists()


def test_one_sheet(publication, priya, sign_in):
    page = text_of(sign_in(priya).get(url("publication_sheet", publication)))
    assert "We will not sell below cost: nobody is served by it" in page


def test_nobody_outside_sees_any_of_it(publication, stranger, observer, sign_in, client):
    for who in (stranger, observer):
        for page in ("publication", "publication_sheet", "publication_draft", "publication_edit"):
            assert sign_in(who).get(url(page, publication)).status_code == 404
    assert client.get(url("publication", publication)).status_code in (302, 404)


def test_the_list_shows_what_waits_first(publication, ingrid, priya, sign_in):
    page = text_of(sign_in(priya).get(url("publications")))
    assert "1 publication waits for you." in page
    assert "Say what it asks of you" in page
    sample.answer(publication, priya)
    assert "Nothing waits for you." in text_of(sign_in(priya).get(url("publications")))
    assert "Edition 1. 1 of 8 have confirmed it" in text_of(sign_in(ingrid).get(url("publications")))


def test_pages_run_the_same_few_queries_however_many_read(
    publication, ingrid, priya, things, django_assert_max_num_queries
):
    for number in range(12):
        sample.newcomer(ingrid, f"Nr{number}")
    issuing.follow_audience(edition=sample.open_edition(publication))
    for reader in sample.open_edition(publication).readers.select_related("person"):
        confirming.confirm(reader=reader, by=reader.person, words="Words.")
    sample.again(publication, ingrid)
    with django_assert_max_num_queries(7):
        found = queries.publications_for(priya).get()
        reading.reading(found, queries.shown_edition(found), priya)
    with django_assert_max_num_queries(4):
        listing.listing(priya)
    for build, most in ((publisher.standing, 4), (publisher.readback, 4)):
        with django_assert_max_num_queries(most + 2):
            found = queries.publications_for(ingrid).get()
            build(found, queries.shown_edition(found))
    edition = drafting.begin_edition(publication=publication, by=ingrid)
    with django_assert_max_num_queries(15):
        publisher.draft(edition, ingrid)


def test_what_waits_takes_two_queries(publication, priya, django_assert_num_queries):

    with django_assert_num_queries(2):
        assert len([*confirmations(priya), *permissions(priya)]) == 1


def test_the_public_page_is_one_of_its_publisher(publication, tomasz, sign_in):
    assert sign_in(tomasz).post(url("publication_public", publication), {"sure": "on"}).status_code == 404
    assert Publication.objects.get().opened is None
