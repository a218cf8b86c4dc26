"""People, partnerships and who may see what."""

import pytest
from django.http import Http404

from consort.core import clock, kinds, links, search
from consort.core.actions.partnerships import form_partnership, join_partnership, leave_partnership, write_charter
from consort.core.actions.people import add_person, change_roles, claim_seat, erase_person, found_organization, let_go
from consort.core.cursors import follow
from consort.core.errors import NotAllowed, Refused
from consort.core.models import Entry, Link, Organization, Partnership, Person
from consort.core.queries import partnership_around, partnership_of_two, partnerships_of, person_of


def test_an_address_is_given_once(ingrid):
    with pytest.raises(Refused, match="Nothing was made"):
        found_organization(name="Other", slug="varnholt", user=None, first_name="A", last_name="B")
    assert Organization.objects.count() == 1


def test_only_administrators_add_people(tomasz):
    with pytest.raises(NotAllowed):
        add_person(by=tomasz, first_name="New", last_name="Person")
    assert not Person.objects.filter(first_name="New").exists()


def test_the_same_identity_adds_one_person(ingrid, tomasz):
    again = add_person(by=ingrid, first_name="Tomasz", last_name="W", email="other@varnholt.example", id=tomasz.id)
    assert again == tomasz


def test_an_email_belongs_to_one_person(ingrid, tomasz):
    with pytest.raises(Refused):
        add_person(by=ingrid, first_name="Two", last_name="W", email=tomasz.email.upper())


def test_the_last_administrator_stays(ingrid, tomasz):
    with pytest.raises(Refused):
        change_roles(person=ingrid, by=ingrid, is_leader=True, is_facilitator=False, is_administrator=False)
    change_roles(person=tomasz, by=ingrid, is_leader=True, is_facilitator=False, is_administrator=True)
    change_roles(person=ingrid, by=tomasz, is_leader=True, is_facilitator=False, is_administrator=False)
    ingrid.refresh_from_db()
    assert not ingrid.is_administrator


def test_a_login_is_one_person_here(ingrid, tomasz):
    invited = add_person(by=ingrid, first_name="Luca", last_name="Gentile", email="luca@varnholt.example")
    with pytest.raises(Refused):
        claim_seat(person=invited, user=tomasz.user)
    with pytest.raises(Refused):
        claim_seat(person=tomasz, user=ingrid.user)


def test_who_left_is_let_in_no_more_and_sits_nowhere(ingrid, tomasz, pair):
    let_go(person=tomasz, by=ingrid)
    assert person_of(tomasz.user, "varnholt") is None
    assert pair.seats.filter(left=None).count() == 1


def test_only_who_left_can_be_erased(ingrid, tomasz):
    with pytest.raises(Refused):
        erase_person(person=tomasz, by=ingrid)
    let_go(person=tomasz, by=ingrid)
    erase_person(person=tomasz, by=ingrid)
    tomasz.refresh_from_db()
    assert (tomasz.last_name, tomasz.email, tomasz.user) == ("", "", None)


@pytest.mark.parametrize("people", [0, 1])
def test_a_partnership_has_two_people(ingrid, people):
    with pytest.raises((Refused, NotAllowed)):
        form_partnership(by=ingrid, people=[ingrid][:people], name="Alone")


def test_a_team_has_a_name(ingrid, tomasz, priya):
    with pytest.raises(Refused):
        form_partnership(by=ingrid, people=[ingrid, tomasz, priya])


def test_leaders_begin_their_own_partnerships_facilitators_any(ingrid, tomasz, priya, facilitator, observer):
    with pytest.raises(NotAllowed):
        form_partnership(by=ingrid, people=[tomasz, priya])
    with pytest.raises(NotAllowed):
        form_partnership(by=observer, people=[observer, priya])
    assert form_partnership(by=facilitator, people=[tomasz, priya]).is_pair


def test_nobody_from_elsewhere_sits_here(ingrid, stranger):
    with pytest.raises(NotAllowed):
        form_partnership(by=ingrid, people=[ingrid, stranger])


def test_a_pair_stays_a_pair(ingrid, priya, pair):
    with pytest.raises(Refused):
        join_partnership(partnership=pair, person=priya, by=ingrid)


def test_a_pair_is_named_from_its_reader(ingrid, tomasz, priya, pair, executive_team):
    assert pair.name_for(ingrid) == "Tomasz and you"
    assert pair.title == "Ingrid Maas and Tomasz Wierzbicki"
    assert executive_team.name_for(priya) == "Executive team"


def test_pairs_are_seen_by_the_two_and_teams_by_leaders(ingrid, priya, observer, administrator, pair, executive_team):
    def seen(person):
        return set(Partnership.objects.visible_to(person))

    assert seen(ingrid) == {pair, executive_team}
    assert seen(priya) == {executive_team}
    assert seen(observer) == seen(administrator) == set()


def test_another_organization_sees_nothing(stranger, ingrid, pair, executive_team):
    for kind in kinds.known():
        seen = kind.model.objects.visible_to(stranger)
        assert not seen.filter(pk__in=[ingrid.pk, pair.pk, executive_team.pk, ingrid.organization_id]).exists()


def test_the_partnership_around_people_is_the_smallest(ingrid, tomasz, priya, pair, executive_team):
    assert partnership_around([ingrid, tomasz]) == pair == partnership_of_two(tomasz, ingrid)
    assert partnership_around([ingrid, priya]) == executive_team
    assert partnership_of_two(ingrid, priya) is None
    assert partnerships_of(ingrid) == [executive_team, pair] or partnerships_of(ingrid) == [pair, executive_team]


def test_the_charter_is_written_by_those_who_sit_there(priya, tomasz, pair):
    with pytest.raises(NotAllowed):
        write_charter(partnership=pair, charter="mine", by=priya)
    write_charter(partnership=pair, charter="ours", by=tomasz)
    before = Entry.objects.count()
    write_charter(partnership=pair, charter="ours", by=tomasz)
    assert Entry.objects.count() == before


def test_leaving_is_recorded_once(ingrid, priya, executive_team):
    leave_partnership(partnership=executive_team, person=priya, by=priya)
    leave_partnership(partnership=executive_team, person=priya, by=ingrid)
    assert Entry.objects.filter(type="partnership.left").count() == 1


def test_a_thing_one_may_not_see_does_not_exist(priya, pair):
    assert kinds.find("partnership", pair.id, priya) is None
    assert kinds.find("nonsense", pair.id, priya) is None
    with pytest.raises(Http404):
        kinds.fetch("partnership", pair.id, priya)


def test_ties_show_only_what_the_reader_may_see(ingrid, priya, pair, executive_team):
    links.tie(Link.Kind.SERVES, pair, executive_team, by=ingrid)
    links.tie(Link.Kind.SERVES, pair, executive_team, by=ingrid)
    assert [tie.thing for tie in links.to_here(executive_team, ingrid)] == [pair]
    assert links.to_here(executive_team, priya) == []
    links.untie(Link.objects.get(), by=ingrid)
    assert links.from_here(pair, ingrid) == []


def test_search_finds_what_one_may_see(ingrid, priya, pair):
    write_charter(partnership=pair, charter="One office, two doors; čeština, naïve", by=ingrid)
    follow()
    assert pair in search.find("two doo", ingrid)
    assert pair in search.find("čeština office", ingrid)
    assert search.find("doors", priya) == []
    assert ingrid in search.find("maas", priya)


@pytest.mark.parametrize("words", ["", "   ", '"', "a' OR 1=1 --", "NEAR(", "*", "x" * 5000, "\x00", "&|!():*"])
def test_search_takes_any_words(ingrid, words):
    assert search.find(words, ingrid) in ([], [ingrid])


def test_following_twice_reads_nothing_twice(ingrid, pair):
    assert follow() > 0
    assert follow() == 0


def test_the_clock_can_stand_still(ingrid):
    with clock.at(ingrid.joined):
        assert clock.now() == ingrid.joined
    assert clock.now() > ingrid.joined
