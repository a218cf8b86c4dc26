"""The pages of metrics as their readers meet them."""

import re
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consort.metrics import actions, contexts
from consort.metrics.drawing import line_chart
from consort.metrics.models import Direction, Metric, Reading
from consort.metrics.sheets import reading
from consort.metrics.tests.conftest import TODAY
from consort.metrics.tests.test_actions import SEPTEMBER, add


def url(name, thing=None):
    return reverse(f"metrics:{name}", args=["varnholt", *([thing.pk] if thing else [])])


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def tomaszs(sign_in, tomasz):
    return sign_in(tomasz)


@pytest.fixture
def read(on_time, tomasz):
    """Monthly readings from January 2025, the newest of 30 September 2026."""
    for month in range(20):
        at = date(2025, 1, 31) + timedelta(days=month * 31)
        Reading.objects.create(metric=on_time, at=min(at, date(2026, 9, 1)), value=78 + Decimal(month) * 2 / 5)
    add(on_time, tomasz, "86.4")
    return on_time


def test_before_there_is_anything(ingrid, sign_in):
    page = sign_in(ingrid).get(url("list"))
    assert "Nothing is measured together yet." in text_of(page)
    assert "Define a metric" in text_of(page)


def test_the_list_says_how_they_stand(read, ingrid, sign_in):
    actions.define_metric(by=ingrid, name="Weeks", direction=Direction.KEEP_BELOW, target_high=Decimal(18))
    page = text_of(sign_in(ingrid).get(url("list")))
    assert "None are on course, one is not, of one nothing is known." in page
    assert "Behind plan by" in page
    assert "No readings" in page


def test_a_metric_shows_its_line_and_its_numbers(read, tomaszs):
    page = tomaszs.get(url("metric", read))
    words = text_of(page)
    assert "86.4% on Wed 30 Sep, 1.5 points behind the plan that leads to at least 95.0% by Fri 31 Dec 2027." in words
    assert 'class="band"' in page.content.decode()
    assert 'class="series"' in page.content.decode()
    assert "Ingrid defined Orders delivered on the promised day" in words
    assert "Tomasz added" not in words
    assert "Said about it" in words


def test_without_readings_nothing_is_drawn(on_time, tomaszs):
    page = tomaszs.get(url("metric", on_time))
    assert "There is no reading yet, so nothing is known." in text_of(page)
    assert "<figure" not in page.content.decode()


@pytest.mark.parametrize("days", [(), (0,), (0, 1), (0, 400), (0, 1, 2, 900, 901), tuple(range(0, 2000, 3))])
def test_the_chart_holds_for_any_readings(on_time, days):
    readings = [
        Reading(metric=on_time, at=TODAY - timedelta(days=day), value=Decimal(day)) for day in sorted(days)[::-1]
    ]
    drawn = line_chart(on_time, readings, TODAY, "A line")
    assert bool(drawn) == bool(days)
    assert "NaN" not in drawn
    assert len(drawn) < 40_000


def test_who_may_not_see_it_finds_nothing(on_time, executive_team, observer, stranger, sign_in, tomasz):
    reading = add(on_time, tomasz)
    for person in (observer, stranger):
        client = sign_in(person)
        for name in ("metric", "edit", "reading", "import", "export"):
            assert client.get(url(name, on_time)).status_code == 404
        assert client.get(url("correct", reading)).status_code == 404
        assert client.post(url("import_apply", on_time), {"ticket": "x"}).status_code == 404
    assert sign_in(observer).get(url("new")).status_code == 404


def test_who_only_sees_it_changes_nothing(on_time, tomasz, priya, sign_in):
    reading, client = add(on_time, tomasz), sign_in(priya)
    assert client.get(url("metric", on_time)).status_code == 200
    assert client.get(url("export", on_time)).status_code == 200
    for name in ("edit", "reading", "import"):
        assert client.get(url(name, on_time)).status_code == 404
    assert client.get(url("correct", reading)).status_code == 404


WHAT = {
    "name": "Weeks from order to delivery",
    "direction": "decrease",
    "decimals": "1",
    "baseline": "26",
    "begins": "2026-01-01",
    "target_high": "18,5",
    "target_date": "2027-12-31",
    "visibility": "leaders",
}


def test_defining_twice_defines_once(tomasz, tomaszs):
    form = {"id": str(uuid4()), **WHAT}
    for _ in range(2):
        assert tomaszs.post(url("new"), form).status_code == 303
    assert Metric.objects.get().target_high == Decimal("18.5")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"target_high": ""}, "This direction needs a highest value."),
        ({"target_high": "many"}, "This is not a number."),
        ({"target_low": "30"}, "The highest value lies below the lowest."),
        ({"target_date": "2025-01-01"}, "The target date lies before the start."),
        ({"visibility": "partnership"}, "Say which partnership can see it."),
        ({"decimals": "9"}, "Six decimals at most."),
        ({"name": ""}, "This field is required."),
    ],
)
def test_a_bad_definition_keeps_the_words(tomaszs, wrong, words):
    answer = tomaszs.post(url("new"), {"id": str(uuid4()), **WHAT, **wrong, "definition": "From signature"})
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert "From signature" in text_of(answer)
    assert not Metric.objects.exists()


def test_changing(on_time, tomaszs):
    page = tomaszs.get(url("edit", on_time)).content.decode()
    assert 'value="95"' in page
    form = {**WHAT, "direction": "increase", "target_low": "96", "target_high": "", "owner": str(on_time.owner_id)}
    assert tomaszs.post(url("edit", on_time), {"id": str(on_time.pk), **form}).status_code == 303
    on_time.refresh_from_db()
    assert on_time.target_low == 96
    assert "What stood before is on record." in text_of(tomaszs.get(url("metric", on_time)))


def test_adding_correcting_removing(on_time, tomaszs):
    for _ in range(2):
        answer = tomaszs.post(
            url("reading", on_time), {"at": "2026-09-30", "value": "85,9", "note": "Fewer large skids"}
        )
        assert answer.status_code == 303
    reading = Reading.objects.get()
    assert reading.value == Decimal("85.9")
    assert tomaszs.post(url("reading", on_time), {"at": "2026-09-30", "value": "86"}).status_code == 409
    assert tomaszs.post(url("correct", reading), {"value": "86", "reason": ""}).status_code == 422
    assert tomaszs.post(url("correct", reading), {"value": "86", "reason": "Counted twice"}).status_code == 303
    assert Reading.objects.get().value == 86
    assert tomaszs.post(url("correct", reading), {"value": "86", "reason": "A test", "remove": "1"}).status_code == 303
    assert not Reading.objects.exists()


@pytest.mark.parametrize("wrong", [{"at": "2026-10-06"}, {"at": "x"}, {"value": "many"}, {"value": ""}])
def test_a_bad_reading_keeps_the_words(on_time, tomaszs, wrong):
    answer = tomaszs.post(
        url("reading", on_time), {"at": "2026-09-30", "value": "85.9", "note": "Fewer skids", **wrong}
    )
    assert answer.status_code == 422
    assert "Fewer skids" in answer.content.decode()


def upload(client, metric, content: bytes, name="readings.csv"):
    return client.post(url("import", metric), {"file": SimpleUploadedFile(name, content)})


def ticket_of(page) -> str:
    return re.search(r'name="ticket" value="([^"]+)"', page.content.decode())[1]


def test_a_file_is_shown_first_and_then_kept(on_time, tomaszs, tomasz):
    add(on_time, tomasz)
    page = upload(tomaszs, on_time, "Datum;Wert\n31.08.2026;84,6\n30.09.2026;86,0\nx;1\n".encode("utf-16"))
    words = text_of(page)
    assert "2 of 3 lines were read, 1 could not be. Nothing is kept yet." in words
    assert "Line 4 Not read The date cannot be read." in words
    assert Reading.objects.count() == 1
    for _ in range(2):
        answer = tomaszs.post(url("import_apply", on_time), {"ticket": ticket_of(page), "replace": "1"})
        assert answer.status_code == 303
    assert [str(reading.value) for reading in on_time.readings.all()] == ["84.600000", "86.000000"]


def test_lines_can_be_pasted(on_time, tomaszs):
    page = tomaszs.post(url("import", on_time), {"text": "2026-09-30\t85.9"})
    assert "1 of one line was read." in text_of(page)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03", b"x" * (2 * 1024 * 1024 + 1)])
def test_what_cannot_be_read_is_said(on_time, tomaszs, content):
    answer = upload(tomaszs, on_time, content)
    assert answer.status_code == 422
    assert not Reading.objects.exists()


def test_nothing_chosen_is_said(on_time, tomaszs):
    answer = tomaszs.post(url("import", on_time), {"text": " "})
    assert (answer.status_code, "Choose a file or paste lines first." in text_of(answer)) == (422, True)


def test_a_ticket_is_good_for_its_person_and_metric_only(on_time, tomasz, tomaszs, facilitator, sign_in):
    ticket = ticket_of(upload(tomaszs, on_time, b"2026-09-30,85.9"))
    other = actions.define_metric(by=tomasz, name="M", direction=Direction.KEEP_BELOW, target_high=Decimal(1))
    assert sign_in(facilitator).post(url("import_apply", on_time), {"ticket": ticket}).status_code == 409
    assert tomaszs.post(url("import_apply", other), {"ticket": ticket}).status_code == 409
    assert tomaszs.post(url("import_apply", on_time), {"ticket": ticket[:-2] + "xx"}).status_code == 409
    assert not Reading.objects.exists()


def test_export_reads_back(read, tomaszs):
    answer = tomaszs.get(url("export", read))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "orders-delivered-on-the-promised-day.csv" in answer.headers["Content-Disposition"]
    report = contexts.report(read, read.owner, reading.read(answer.content, TODAY))
    assert (report["new"], report["other"], report["same"]) == (0, 0, read.readings.count())


def test_the_contexts_run_few_queries(read, ingrid, django_assert_max_num_queries):
    for number in range(20):
        actions.define_metric(by=ingrid, name=f"M {number}", direction=Direction.KEEP_BELOW, target_high=Decimal(1))
    ingrid.partnership_ids  # noqa: B018  (read once per request)
    with django_assert_max_num_queries(2):
        contexts.listing(ingrid, TODAY)
    with django_assert_max_num_queries(2):
        contexts.metric(read, ingrid, TODAY)


@pytest.mark.parametrize("path", ["list", "new", "metric", "edit", "reading", "import"])
def test_a_page_runs_at_most_fifteen_queries(read, tomaszs, path, django_assert_max_num_queries):
    tomaszs.get(url("list"))  # what waits is remembered from here on
    with django_assert_max_num_queries(15):
        assert tomaszs.get(url(path, None if path in ("list", "new") else read)).status_code == 200


def test_september_is_the_newest(read):
    assert read.readings.last().at == SEPTEMBER


def test_what_a_file_does_not_show_is_asked_before_anything_can_be_kept(on_time, tomaszs):
    page = upload(tomaszs, on_time, b"date,value\n03/04/2026,85\n04/05/2026,86\n")
    assert "What comes first in dates such as 3/4/2026?" in text_of(page)
    assert 'name="ticket"' not in page.content.decode()
    carried = re.search(r'name="carried" value="([^"]+)"', page.content.decode())[1]
    again = tomaszs.post(url("import", on_time), {"carried": carried})
    assert "What comes first" in text_of(again)
    page = tomaszs.post(url("import", on_time), {"carried": carried, "day_first": "yes"})
    tomaszs.post(url("import_apply", on_time), {"ticket": ticket_of(page)})
    assert [reading.at for reading in on_time.readings.all()] == [date(2026, 4, 3), date(2026, 5, 4)]
    assert tomaszs.post(url("import", on_time), {"carried": carried[:-3], "day_first": "yes"}).status_code == 409


def test_readings_leave_as_a_workbook(read, tomaszs):
    answer = tomaszs.get(url("export", read) + "?as=xlsx")
    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    assert len(reading.read(answer.content, TODAY).rows) == read.readings.count()
