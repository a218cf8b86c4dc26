"""What lies in the tables. Every row of every table is searched, so that a new table cannot become a leak unseen."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models.expressions import RawSQL

from consort.core import clock
from consort.rounds.actions import keep_draft, open_round, seal_answers
from consort.rounds.models import Asked, Envelope, Round
from consort.rounds.queries import own

MARKER = "marzipan"
ANSWER = {"where": "poznan", "why": f"Because of the {MARKER}."}


def whole_database() -> str:
    """Every value of every row of every table, as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [_as_text(value) for row in cursor.fetchall() for value in row]
    return "\n".join(found)


def _as_text(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


@pytest.mark.parametrize("mode", ["attributed", "confidential", "anonymous"])
def test_before_the_opening_nothing_is_written_in_plain(asking, executives, tomasz, priya, mode):
    round = asking(executives, mode=mode)
    seal_answers(round=round, by=tomasz, answers=ANSWER)
    keep_draft(round=round, by=priya, answers=ANSWER)
    assert MARKER not in whole_database()
    assert Envelope.objects.filter(sealed__isnull=False).count() == 1


def test_anonymous_text_below_the_threshold_is_nowhere_after_the_opening(asking, executives, ingrid):
    round = asking(executives, mode="anonymous")
    for person in executives[:4]:
        seal_answers(round=round, by=person, answers=ANSWER)
    open_round(round, by=ingrid)
    assert MARKER not in whole_database()


@pytest.mark.parametrize("mode", ["confidential", "anonymous"])
def test_no_row_links_a_person_to_an_envelope(asking, executives, mode):
    round = asking(executives, mode=mode)
    for person in executives[:5]:
        seal_answers(round=round, by=person, answers=ANSWER)
    known = {str(person.id) for person in executives} | {str(key) for key in Asked.objects.values_list("id", flat=True)}
    assert known.isdisjoint(str(owner) for owner in Envelope.objects.values_list("owner", flat=True))


def test_rows_of_answers_and_of_participation_keep_no_times(asking, ingrid, tomasz):
    asking([ingrid, tomasz])
    for model in (Asked, Envelope):
        assert not [each for each in model._meta.get_fields() if "Date" in type(each).__name__]


def test_envelopes_exist_from_the_start_so_that_rows_show_no_order_of_sealing(asking, executives):
    round = asking(executives, mode="anonymous")
    before = list(Envelope.objects.order_by("pk").values_list("pk", flat=True))
    for person in executives[:5]:
        seal_answers(round=round, by=person, answers=ANSWER)
    assert list(Envelope.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_the_length_of_an_envelope_tells_little(asking, executives):
    round = asking(executives, mode="anonymous")
    seal_answers(round=round, by=executives[0], answers={"where": "poznan"})
    seal_answers(round=round, by=executives[1], answers=ANSWER)
    sizes = {len(bytes(each.sealed)) for each in Envelope.objects.filter(sealed__isnull=False)}
    assert len(sizes) == 1


def test_after_a_confidential_opening_rows_stand_in_another_order_than_people_were_asked(asking, executives, ingrid):
    """Nine rows come back in their old order once in 362,880 times; two rounds of it never."""
    kept = []
    for _ in range(2):
        round = asking(executives, mode="confidential", opens_at=clock.now() + timedelta(days=1))
        for person in executives[:8]:
            seal_answers(round=round, by=person, answers=ANSWER)
        open_round(round, by=ingrid)
        kept.append(physical_order(round) == [person.id for person in executives])
    assert not all(kept)
    assert own(round, executives[0]).sealed == ANSWER


def physical_order(round: Round) -> list[object]:
    column = RawSQL("rowid" if connection.vendor == "sqlite" else "ctid::text", [])
    return list(Asked.objects.filter(round=round).order_by(column).values_list("person", flat=True))
