from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consort.commitments.actions import promise
from consort.core import links
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Link
from consort.vision.actions import initiatives, objectives
from consort.vision.actions.tying import serve, unserve

pytestmark = pytest.mark.usefixtures("_on_monday")


@pytest.fixture
def row(tomasz):
    """First serves second serves third."""
    made = [objectives.write_objective(by=tomasz, title=title) for title in ("First", "Second", "Third")]
    serve(source=made[0], target=made[1], by=tomasz)
    serve(source=made[1], target=made[2], by=tomasz)
    return made


def test_an_objective_serves_many(on_time, on_time_priority, row, tomasz):
    serve(source=on_time, target=on_time_priority, by=tomasz)
    serve(source=on_time, target=on_time_priority, by=tomasz)
    serve(source=on_time, target=row[2], by=tomasz)
    served = [tie.thing for tie in links.from_here(on_time, tomasz, Link.Kind.SERVES)]
    assert set(served) == {on_time_priority, row[2]}


def test_a_circle_is_refused_with_its_way(row, tomasz):
    with pytest.raises(Refused) as refusal:
        serve(source=row[2], target=row[0], by=tomasz)
    assert "“First” serves “Second” serves “Third” serves “First”" in refusal.value.message
    assert Link.objects.count() == 2


def test_a_circle_does_not_tell_what_one_may_not_see(row, between_two, tomasz, helene):
    serve(source=row[2], target=between_two, by=tomasz)
    mine = objectives.write_objective(by=helene, title="Hers")
    serve(source=between_two, target=mine, by=tomasz)
    with pytest.raises(Refused) as refusal:
        serve(source=mine, target=row[0], by=helene)
    assert "Speak with one voice" not in refusal.value.message
    assert "not open to you" in refusal.value.message


def test_it_cannot_serve_itself(on_time, tomasz):
    with pytest.raises(Refused, match="itself"):
        serve(source=on_time, target=on_time, by=tomasz)


def test_a_circle_is_looked_for_in_one_query(row, tomasz):
    for number in range(30):
        serve(source=objectives.write_objective(by=tomasz, title=f"{number}"), target=row[0], by=tomasz)
    with CaptureQueriesContext(connection) as queries:
        serve(source=row[0], target=row[2], by=tomasz)
    assert len([each for each in queries if 'FROM "core_link"' in each["sql"]]) == 2  # the loop; is it tied already


def test_who_may_tie_and_untie(on_time, on_time_priority, ingrid, tomasz, observer, priya, in_force, daniel):
    with pytest.raises(NotAllowed):
        serve(source=on_time, target=on_time_priority, by=observer)
    serve(source=on_time, target=on_time_priority, by=tomasz)
    with pytest.raises(NotAllowed):
        unserve(source=on_time, target=on_time_priority, by=observer)
    unserve(source=on_time, target=on_time_priority, by=priya)  # she keeps the strategy
    assert not Link.objects.exists()
    unserve(source=on_time, target=on_time_priority, by=priya)


def test_a_priority_serves_nothing_by_a_tie(on_time, on_time_priority, in_force, ingrid):
    with pytest.raises(Refused, match="serves the vision"):
        serve(source=on_time_priority, target=on_time, by=ingrid)


def test_commitments_are_tied_by_any_leader_who_sees_them(on_time, ingrid, tomasz, observer):
    made = promise(by=tomasz, receiver=ingrid, what="Name a successor", due=date(2026, 10, 30))
    serve(source=made, target=on_time, by=ingrid)
    with pytest.raises(NotAllowed):
        serve(source=made, target=on_time, by=observer)
    assert [tie.thing for tie in links.to_here(on_time, ingrid)] == [made]


def test_the_name_of_what_others_may_not_see_is_not_told(on_time, between_two, tomasz):
    serve(source=on_time, target=between_two, by=tomasz)
    assert "Speak with one voice" not in history_of(on_time)[0].sentence
    unserve(source=on_time, target=between_two, by=tomasz)
    assert "Speak with one voice" not in history_of(on_time)[0].sentence


def test_an_initiative_is_begun_stopped_and_taken_up_again(on_time, tomasz, observer):
    made = initiatives.add_initiative(by=tomasz, title="Planning system, second phase", leads=[tomasz])
    serve(source=made, target=on_time, by=tomasz)
    with pytest.raises(NotAllowed):
        initiatives.begin_initiative(initiative=made, by=observer)
    with pytest.raises(Refused, match="Planned"):
        initiatives.finish_initiative(initiative=made, by=tomasz)
    initiatives.begin_initiative(initiative=made, by=tomasz)
    with pytest.raises(Refused, match="why"):
        initiatives.stop_initiative(initiative=made, by=tomasz, because="")
    initiatives.stop_initiative(initiative=made, by=tomasz, because="It serves nothing.")
    initiatives.begin_initiative(initiative=made, by=tomasz)
    initiatives.change_initiative(initiative=made, by=tomasz, title="Planning system")
    made.refresh_from_db()
    assert (made.state, made.because) == ("running", "")
