import pytest

from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.vision.actions import priorities as actions
from consort.vision.models import Priority

pytestmark = pytest.mark.usefixtures("_on_monday")


def titles(person):
    return [each.title for each in Priority.objects.visible_to(person).filter(closed=None)]


@pytest.fixture
def three(in_force, ingrid):
    return [actions.add_priority(by=ingrid, title=title) for title in ("First", "Second", "Third")]


def test_priorities_stand_in_the_order_they_were_added(three, ingrid):
    assert titles(ingrid) == ["First", "Second", "Third"]


def test_one_is_moved(three, ingrid):
    actions.place_priority(priority=three[2], by=ingrid, place=1)
    assert titles(ingrid) == ["Third", "First", "Second"]
    actions.place_priority(priority=three[2], by=ingrid, place=99)
    assert titles(ingrid) == ["First", "Second", "Third"]
    assert "from place 1 to place 3" in history_of(three[2])[0].sentence


def test_one_is_changed_and_what_stood_is_kept(three, ingrid, tomasz):
    actions.change_priority(priority=three[0], by=ingrid, title="First of all", leads=[tomasz])
    fact = history_of(three[0])[0]
    assert fact.sentence == "Ingrid changed priority, led by"
    actions.change_priority(priority=three[0], by=tomasz, why="Because.")
    assert Priority.objects.get(pk=three[0].pk).why == "Because."


def test_closing_needs_words_and_can_be_taken_back(three, ingrid):
    with pytest.raises(Refused, match="why it is closed"):
        actions.close_priority(priority=three[0], by=ingrid, words=" ")
    actions.close_priority(priority=three[0], by=ingrid, words="Done.")
    assert titles(ingrid) == ["Second", "Third"]
    with pytest.raises(Refused, match="closed"):
        actions.place_priority(priority=three[0], by=ingrid, place=1)
    actions.reopen_priority(priority=three[0], by=ingrid)
    assert titles(ingrid) == ["Second", "Third", "First"]


def test_those_who_keep_the_strategy_add_priorities(in_force, helene, administrator, observer):
    actions.add_priority(by=helene, title="Hers")
    for person in (administrator, observer):
        with pytest.raises(NotAllowed):
            actions.add_priority(by=person, title="Not theirs")


def test_before_anything_is_in_force_every_leader_begins(tomasz, observer):
    actions.add_priority(by=tomasz, title="A start")
    with pytest.raises(NotAllowed):
        actions.add_priority(by=observer, title="Not theirs")


def test_it_needs_a_name_and_known_fields(in_force, ingrid):
    with pytest.raises(Refused, match="name"):
        actions.add_priority(by=ingrid, title=" ")
    with pytest.raises(TypeError):
        actions.add_priority(by=ingrid, title="A", position=3)


def test_sent_twice_it_is_added_once(three, ingrid):
    assert actions.add_priority(by=ingrid, title="Other", id=three[0].id) == three[0]
