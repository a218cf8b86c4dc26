"""Drafting, permitting, publishing: who is asked, who is asked again, and what a reader keeps."""

import pytest

from consort.core.actions.people import change_roles, let_go
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Evidence
from consort.vision.actions.publishing import confirming, drafting, issuing
from consort.vision.actions.publishing.permitting import permit_section
from consort.vision.models import Ask, Audience, Publication, Reader, Section
from consort.vision.queries import publishing as queries
from consort.vision.tests import published as sample


@pytest.fixture
def things(ingrid, tomasz):
    goal = sample.objective(tomasz)
    sample.key_result(goal)
    return [sample.agreed_purpose(ingrid), sample.priority(tomasz), goal]


@pytest.fixture
def publication(ingrid, executives, observer, things) -> Publication:
    return sample.published(ingrid, things)


def test_all_leaders_are_asked_and_nobody_else(publication):
    assert sample.owing(publication) == {"Tomasz", "Priya", "Hélène", "Daniel", "Jonas", "Mats", "Ruth", "Sofia"}


def test_what_is_published_is_worded_as_it_stood(publication, things):
    texts = [part["text"] for section in sample.open_edition(publication).sections.all() for part in section.parts]
    assert sample.WORDS in texts
    assert "sell below cost: nobody is served by it" in texts
    assert "Orders on the promised day: from 82.0% to at least 95.0%" in texts
    things[2].title = "Something else"
    things[2].save(update_fields=["title"])
    titles = sample.open_edition(publication).sections.values_list("title", flat=True)
    assert "On-time delivery at 95%" in titles


def test_a_reader_keeps_the_snapshot_when_the_objective_is_restricted(publication, things, priya):
    things[2].visibility = "me"
    things[2].save(update_fields=["visibility"])
    assert Publication.objects.visible_to(priya).get() == publication


def test_a_draft_is_seen_by_its_publisher_alone(ingrid, tomasz, things):
    publication = drafting.draft_publication(by=ingrid, draft=sample.draft_of(things))
    assert Publication.objects.visible_to(ingrid).exists()
    assert not Publication.objects.visible_to(tomasz).exists()
    assert publication.visibility == "me"


def test_the_same_form_twice_makes_one_publication(ingrid, tomasz, things):
    id = Publication().pk
    for _time in range(2):
        drafting.draft_publication(by=ingrid, draft=sample.draft_of(things), id=id)
    assert Publication.objects.count() == 1
    with pytest.raises(NotAllowed):
        drafting.draft_publication(by=tomasz, draft=sample.draft_of(things), id=id)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"title": " "}, "It needs a title"),
        ({"things": [], "words": " "}, "Nothing is chosen yet"),
        ({"published_to": Audience.DEPARTMENTS}, "to which departments"),
        ({"published_to": Audience.PARTNERSHIP}, "to which partnership"),
    ],
)
def test_a_draft_that_says_too_little_is_refused(ingrid, things, more, sentence):
    with pytest.raises(Refused, match=sentence):
        drafting.draft_publication(
            by=ingrid,
            draft=sample.draft_of(things, **more) if "things" not in more else sample.Draft(**{"title": "T"} | more),
        )
    assert not Publication.objects.exists()


def test_one_publishes_only_what_one_sees(ingrid, tomasz):
    hidden = sample.objective(tomasz, sample.SECRET, "me")
    with pytest.raises(Refused, match="only what you see yourself"):
        drafting.draft_publication(by=ingrid, draft=sample.draft_of([hidden]))


def test_observers_publish_nothing(observer, ingrid):
    purpose = sample.agreed_purpose(ingrid)
    with pytest.raises(NotAllowed):
        drafting.draft_publication(by=observer, draft=sample.draft_of([purpose]))


def test_what_fewer_people_see_waits_for_its_lead(ingrid, tomasz, priya, executives, pair):
    goal = sample.objective(tomasz, sample.SECRET, "partnership", partnership=pair)
    publication = drafting.draft_publication(by=ingrid, draft=sample.draft_of([goal]))
    edition = publication.editions.get()
    section = edition.sections.get(thing_kind="objective")
    assert section.permission == Section.Permission.ASKED
    assert list(queries.to_be_permitted_by(tomasz)) == [section]
    with pytest.raises(Refused, match="Fewer people see “The merger"):
        issuing.publish(edition=edition, by=ingrid)
    for other in (ingrid, priya):
        with pytest.raises(NotAllowed):
            permit_section(section=section, by=other, permitted=True)
    permit_section(section=section, by=tomasz, permitted=False, because="Not before January.")
    with pytest.raises(Refused):
        issuing.publish(edition=edition, by=ingrid)
    permit_section(section=section, by=tomasz, permitted=True)
    issuing.publish(edition=edition, by=ingrid)
    assert "Priya" in sample.owing(publication)


def test_a_permission_holds_for_the_same_words_to_the_same_people_only(
    ingrid, tomasz, executives, pair, executive_team
):
    goal = sample.objective(tomasz, sample.SECRET, "partnership", partnership=pair)
    narrow = {"published_to": Audience.PARTNERSHIP, "partnership": executive_team}
    publication = drafting.draft_publication(by=ingrid, draft=sample.draft_of([goal], **narrow))
    edition = publication.editions.get()
    permit_section(section=edition.sections.get(thing_kind="objective"), by=tomasz, permitted=True)

    def permission() -> str:
        return edition.sections.get(thing_kind="objective").permission

    drafting.change_draft(edition=edition, by=ingrid, draft=sample.draft_of([goal], due=None, **narrow))
    assert permission() == "given"
    drafting.change_draft(edition=edition, by=ingrid, draft=sample.draft_of([goal]))
    assert permission() == "asked"
    permit_section(section=edition.sections.get(thing_kind="objective"), by=tomasz, permitted=True)
    goal.why = "Because of the price"
    goal.save(update_fields=["why"])
    with pytest.raises(Refused, match="has changed since you chose it"):
        issuing.publish(edition=edition, by=ingrid)
    drafting.change_draft(edition=edition, by=ingrid, draft=sample.draft_of([goal]))
    assert permission() == "asked"


def test_a_metric_that_fewer_people_see_gives_its_figures_away_to_nobody(ingrid, tomasz, executives, pair):
    goal = sample.objective(tomasz)
    result = sample.key_result(goal, "partnership")
    result.metric.partnership = pair
    result.metric.save(update_fields=["partnership"])
    publication = sample.published(ingrid, [goal])
    texts = [part["text"] for section in sample.open_edition(publication).sections.all() for part in section.parts]
    assert "Orders on the promised day" in texts
    assert not any("95.0" in text or "82" in text for text in texts)


def test_departments_include_those_below_and_their_newcomers(ingrid, tomasz, mats, executives, observer, things):
    operations = sample.department(ingrid.organization, "Operations", tomasz)
    sample.department(ingrid.organization, "Assembly", mats, observer, parent=operations)
    publication = sample.published(ingrid, things, published_to=Audience.DEPARTMENTS, departments=[operations])
    assert sample.owing(publication) == {"Tomasz", "Mats", "Olga"}
    sample.newcomer(ingrid, department=operations)
    for _time in range(2):
        issuing.follow_audience(edition=sample.open_edition(publication))
    assert sample.owing(publication) == {"Tomasz", "Mats", "Olga", "Nele"}
    assert [each.sentence for each in history_of(publication, 20)].count(
        "1 more are asked about edition 1, 0 no longer"
    ) == 1


def test_who_leaves_is_asked_no_longer_and_who_comes_back_keeps_the_answer(publication, ingrid, tomasz, priya):
    sample.answer(publication, priya)
    let_go(person=tomasz, by=ingrid)
    change_roles(person=priya, by=ingrid, is_leader=False, is_facilitator=False, is_administrator=False)
    issuing.follow_audience(edition=sample.open_edition(publication))
    assert "Tomasz" not in sample.owing(publication)
    assert queries.counted(sample.open_edition(publication)) == (0, 6)
    change_roles(person=priya, by=ingrid, is_leader=True, is_facilitator=False, is_administrator=False)
    issuing.follow_audience(edition=sample.open_edition(publication))
    assert queries.counted(sample.open_edition(publication)) == (1, 7)


def test_who_moves_before_answering_reads_for_the_new_department(publication, ingrid, tomasz, priya):
    sample.answer(publication, priya)
    finance = sample.department(ingrid.organization, "Finance", tomasz, priya)
    issuing.follow_audience(edition=sample.open_edition(publication))
    assert sample.reader(publication, tomasz).department == finance
    assert sample.reader(publication, priya).department is None


def test_a_new_edition_asks_only_about_what_changed(publication, ingrid, tomasz, priya, things):
    sample.answer(publication, priya)
    things[2].why = "Customers leave after the second late delivery."
    things[2].save(update_fields=["why"])
    edition = sample.again(publication, ingrid)
    assert "Priya" in sample.owing(publication)
    before = {section.digest for section in publication.editions.get(number=1).sections.all()}
    changed = [section.title for section in edition.sections.all() if section.digest not in before]
    assert changed == ["On-time delivery at 95%"]
    assert publication.editions.get(number=1).state == "closed"


def test_who_has_confirmed_everything_before_is_not_asked_again(publication, ingrid, priya):
    sample.answer(publication, priya, "Finance stops two reports.")
    sample.again(publication, ingrid)
    assert "Priya" not in sample.owing(publication)
    assert "Tomasz" in sample.owing(publication)
    carried = sample.reader(publication, priya)
    assert (carried.carried, carried.words) == (True, "Finance stops two reports.")


def test_a_section_left_out_asks_nobody_again(publication, ingrid, priya, things):
    sample.answer(publication, priya)
    sample.again(publication, ingrid, things[:2])
    assert "Priya" not in sample.owing(publication)


def test_who_has_only_read_is_asked_to_sign(ingrid, executives, priya, things):
    publication = sample.published(ingrid, things, asks=Ask.READ)
    confirming.confirm(reader=sample.reader(publication, priya), by=priya)
    sample.again(publication, ingrid, asks=Ask.SIGNS)
    assert "Priya" in sample.owing(publication)
    confirming.confirm(reader=sample.reader(publication, priya), by=priya, reservation="Not the date.")
    sample.again(publication, ingrid, asks=Ask.READ)
    assert "Priya" not in sample.owing(publication)


def test_an_answer_can_be_changed_until_the_edition_is_closed(publication, ingrid, priya):
    answered = sample.answer(publication, priya, "First thought.")
    confirming.mark_answer(reader=answered, by=ingrid, mark=Reader.Mark.FITS)
    sample.answer(publication, priya, "Second thought.")
    again = sample.reader(publication, priya)
    assert (again.words, again.mark) == ("Second thought.", "")
    issuing.close_edition(edition=again.edition, by=ingrid)
    again.refresh_from_db()
    with pytest.raises(Refused, match="Your answer was not kept"):
        confirming.confirm(reader=again, by=priya, words="Third thought.")


def test_words_of_ones_own_cannot_be_empty_and_only_oneself_answers(publication, priya, tomasz):
    reader = sample.reader(publication, priya)
    with pytest.raises(Refused, match="own words"):
        confirming.confirm(reader=reader, by=priya, words="  ")
    with pytest.raises(NotAllowed):
        confirming.confirm(reader=reader, by=tomasz, words="For her.")


def test_the_same_answer_twice_is_recorded_once(publication, priya):
    for _time in range(2):
        sample.answer(publication, priya)
    assert [each.type for each in history_of(publication, 20)].count("publication.confirmed") == 1


def test_confirming_is_evidence_between_reader_and_publisher(publication, tomasz, pair):
    sample.answer(publication, tomasz)
    assert Evidence.objects.filter(partnership=pair, entry__type="publication.confirmed").count() == 1


def test_no_words_of_readers_stand_in_the_ledger(publication, priya):
    sample.answer(publication, priya, "A sentence nobody else reads.")
    assert not any("nobody else reads" in each.sentence for each in history_of(publication, 20))


def test_only_the_publisher_marks_what_was_written(publication, ingrid, priya, tomasz):
    written, silent = sample.answer(publication, priya), sample.reader(publication, tomasz)
    with pytest.raises(NotAllowed):
        confirming.mark_answer(reader=written, by=tomasz, mark=Reader.Mark.FITS)
    with pytest.raises(Refused):
        confirming.mark_answer(reader=silent, by=ingrid, mark=Reader.Mark.FITS)
    confirming.mark_answer(reader=written, by=ingrid, mark=Reader.Mark.DIFFERS, note="Tuesday, over lunch")
    written.refresh_from_db()
    assert (written.mark, written.note) == ("differs", "Tuesday, over lunch")


def test_a_facilitator_takes_over_when_the_publisher_has_left(publication, ingrid, tomasz, priya, facilitator):
    with pytest.raises(NotAllowed):
        issuing.take_back(publication=publication, by=facilitator)
    change_roles(person=tomasz, by=ingrid, is_leader=True, is_facilitator=False, is_administrator=True)
    tomasz.refresh_from_db()
    let_go(person=ingrid, by=tomasz)
    publication = queries.publications_for(facilitator).get()
    with pytest.raises(NotAllowed):
        issuing.take_back(publication=publication, by=priya)
    issuing.take_back(publication=publication, by=facilitator)
    assert not Publication.objects.visible_to(priya).exists()


def test_taken_back_it_is_seen_by_its_publisher_alone(publication, ingrid, priya):
    issuing.take_back(publication=publication, by=ingrid)
    assert not Publication.objects.visible_to(priya).exists()
    assert not queries.owed_by(priya).exists()
    with pytest.raises(Refused):
        drafting.begin_edition(publication=publication, by=ingrid)


def test_an_empty_audience_is_refused(ingrid, things):
    nobody = sample.department(ingrid.organization, "Nobody yet")
    publication = drafting.draft_publication(
        by=ingrid, draft=sample.draft_of(things, published_to=Audience.DEPARTMENTS, departments=[nobody])
    )
    with pytest.raises(Refused, match="Nobody belongs to this audience"):
        issuing.publish(edition=publication.editions.get(), by=ingrid)


def test_a_draft_is_dropped_with_what_belongs_to_it(publication, ingrid, things):
    drafting.drop_draft(edition=drafting.begin_edition(publication=publication, by=ingrid), by=ingrid)
    assert publication.editions.count() == 1
    other = drafting.draft_publication(by=ingrid, draft=sample.draft_of(things))
    drafting.drop_draft(edition=other.editions.get(), by=ingrid)
    assert list(Publication.objects.all()) == [publication]
    with pytest.raises(Refused):
        drafting.drop_draft(edition=sample.open_edition(publication), by=ingrid)


def test_how_many_know_the_vision(publication, ingrid, priya, things, stranger):
    sample.answer(publication, priya)
    assert queries.purpose_known(things[0], priya) == (publication, 1, 8)
    assert queries.purpose_known(things[0], stranger) is None
