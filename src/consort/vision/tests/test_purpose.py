from dataclasses import replace

import pytest

from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Evidence
from consort.vision.actions import purpose as actions
from consort.vision.drafts import Draft
from consort.vision.models import Purpose
from consort.vision.policy import purpose as policy

pytestmark = pytest.mark.usefixtures("_on_monday")


def test_a_version_starts_as_a_draft_and_is_put_in_force(ingrid, draft):
    made = actions.propose(by=ingrid, draft=draft)
    assert (made.version, made.state) == (1, "draft")
    assert Draft.of(made) == draft
    actions.agree(purpose=made, by=ingrid)
    actions.agree(purpose=made, by=ingrid)
    made.refresh_from_db()
    assert made.state == "agreed"
    assert [each.type for each in history_of(made)] == ["purpose.agreed", "purpose.drafted"]


def test_a_form_sent_twice_proposes_once(ingrid, draft, in_force):
    again = actions.propose(by=ingrid, draft=draft, id=in_force.id)
    assert again == in_force
    assert Purpose.objects.count() == 1


def test_a_later_version_supersedes_the_one_in_force(ingrid, helene, draft, in_force):
    later = actions.propose(by=helene, draft=replace(draft, mission="We sell heat.", because="We sell heat now."))
    actions.agree(purpose=later, by=ingrid)
    in_force.refresh_from_db()
    assert (in_force.state, later.version) == ("superseded", 2)
    with pytest.raises(Refused, match="later version"):
        actions.agree(purpose=in_force, by=ingrid)


def test_any_leader_proposes_and_those_who_answer_for_it_agree(helene, observer, ingrid, pair, draft):
    proposed = actions.propose(by=helene, draft=draft)
    assert policy.may_agree(proposed, helene)  # she sits in the executive team
    with pytest.raises(NotAllowed):
        actions.propose(by=observer, draft=draft)
    for_two = actions.propose(by=ingrid, draft=replace(draft, partnership=pair))
    with pytest.raises(NotAllowed):
        actions.agree(purpose=for_two, by=helene)


def test_only_who_sits_in_a_partnership_lets_it_answer(helene, pair, draft):
    with pytest.raises(Refused, match="no seat"):
        actions.propose(by=helene, draft=replace(draft, partnership=pair))
    assert not Purpose.objects.exists()


def test_what_is_agreed_stands(ingrid, draft, in_force):
    with pytest.raises(Refused, match="stands as it is"):
        actions.change(purpose=in_force, by=ingrid, draft=replace(draft, vision="Another"))
    with pytest.raises(Refused, match="stands as it is"):
        actions.discard(purpose=in_force, by=ingrid)


def test_a_draft_is_changed_and_what_stands_keeps_its_rows(ingrid, draft):
    made = actions.propose(by=ingrid, draft=draft)
    kept = made.will_nots.get()
    more = replace(
        draft, will_nots=(("sell below cost", ""), ("build boilers", "They are over.")), values=(("Plain words", ""),)
    )
    actions.change(purpose=made, by=ingrid, draft=more)
    assert Draft.of(Purpose.objects.get()) == more
    assert made.will_nots.get(text="build boilers").pk == kept.pk
    assert "values, what we will not do" in history_of(made)[0].sentence
    actions.change(purpose=made, by=ingrid, draft=more)
    assert len(history_of(made)) == 2


def test_an_empty_vision_is_refused(ingrid, draft):
    with pytest.raises(Refused, match="Write the vision down"):
        actions.propose(by=ingrid, draft=replace(draft, vision="  "))


def test_a_draft_is_taken_back(helene, draft):
    made = actions.propose(by=helene, draft=draft)
    actions.discard(purpose=made, by=helene)
    assert not Purpose.objects.exists()


def test_signatures_stand_once_with_their_reservation(ingrid, daniel, in_force, executive_team):
    actions.sign(purpose=in_force, by=ingrid)
    first = actions.sign(purpose=in_force, by=daniel, reservation="The fair is missing.")
    again = actions.sign(purpose=in_force, by=daniel, reservation="Something else")
    assert (again.pk, again.reservation) == (first.pk, "The fair is missing.")
    types = [each.type for each in history_of(in_force)]
    assert types[:2] == ["purpose.reserved", "purpose.signed"]
    assert Evidence.objects.filter(partnership=executive_team, entry__type="purpose.signed").count() == 1
    assert not Evidence.objects.filter(entry__type="purpose.reserved").exists()


def test_only_those_asked_sign_and_only_what_is_in_force(ingrid, observer, draft, in_force):
    with pytest.raises(NotAllowed):
        actions.sign(purpose=in_force, by=observer)
    proposed = actions.propose(by=ingrid, draft=draft)
    with pytest.raises(Refused, match="in force"):
        actions.sign(purpose=proposed, by=ingrid)


def test_without_a_partnership_every_leader_signs(ingrid, tomasz, observer, draft):
    made = actions.propose(by=ingrid, draft=replace(draft, partnership=None))
    everyone = policy.signers_of(made)
    assert tomasz in everyone
    assert observer not in everyone
    assert policy.may_agree(made, ingrid)
    assert not policy.may_agree(made, tomasz)


def test_another_organization_has_its_own(stranger, in_force):
    with pytest.raises(NotAllowed):
        actions.agree(purpose=in_force, by=stranger)
    assert not Purpose.objects.visible_to(stranger).exists()
