"""The pages: first what it would do, then exactly that; what leaves, and what cannot."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consort.core.models import Entry
from consort.vision.actions import purpose
from consort.vision.exchange.tests.conftest import brought, sample
from consort.vision.models import Objective, Purpose, Source


def url(name: str, *more: object) -> str:
    return reverse(f"vision:{name}", args=["varnholt", *more])


@pytest.fixture
def ingrids(ingrid, sign_in):
    return sign_in(ingrid)


def send(client, content: bytes, name: str = "plan.xml", **more: str):
    return client.post(url("bring_in"), {"file": SimpleUploadedFile(name, content), "visible_to": "leaders", **more})


def hidden(page, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]+)"', page.content.decode())[1]


def test_a_plan_is_shown_first_and_then_kept(ingrids, ingrid):
    page = send(ingrids, sample("orchard.xml"), lead=str(ingrid.pk))
    words = page.content.decode()
    assert page.status_code == 200
    for shown in (
        "Every apple is eaten.",
        "Less waste",
        "Careful picking",
        "Apples lost",
        "2 readings",
        "Nothing is kept yet",
    ):
        assert shown in words
    assert not Source.objects.exists()
    for _ in range(2):
        answer = ingrids.post(url("bring_in_apply"), {"ticket": hidden(page, "ticket")})
        assert answer.status_code == 303
    source = Source.objects.get()
    assert answer.headers["Location"] == url("source", source.pk)
    kept = ingrids.get(url("source", source.pk)).content.decode()
    assert "Fewer losses between tree and table." in kept
    again = send(ingrids, sample("orchard.xml"))
    assert "stands here already" in again.content.decode()
    assert 'name="ticket"' not in again.content.decode()


def test_a_table_asks_what_it_does_not_show(ingrids):
    page = send(ingrids, b"Objective,Due\nA,03/04/2027\n", "table.csv")
    assert "What comes first in dates" in page.content.decode()
    assert 'name="ticket"' not in page.content.decode()
    page = ingrids.post(url("bring_in"), {"carried": hidden(page, "carried"), "day_first": "no"})
    ingrids.post(url("bring_in_apply"), {"ticket": hidden(page, "ticket")})
    assert str(Objective.objects.get().due) == "2027-03-04"


def test_lines_can_be_pasted(ingrids):
    page = ingrids.post(url("bring_in"), {"text": "Objective\tLed by\nA\tIngrid", "visible_to": "me"})
    assert page.status_code == 200
    assert "the pasted lines" in page.content.decode()


@pytest.mark.parametrize(
    "content",
    [b"", b"<html/>", sample("orchard.xml")[:-500], b"<!DOCTYPE x [<!ENTITY a 'b'>]><StrategicPlan/>", b"x,y\n1,2"],
)
def test_what_cannot_be_read_is_said_and_changes_nothing(ingrids, content):
    before = Entry.objects.count()
    answer = send(ingrids, content)
    assert answer.status_code == 422
    assert "Nothing was read" in answer.content.decode() or "empty" in answer.content.decode()
    assert Entry.objects.count() == before


def test_a_plan_of_fifty_megabytes_is_refused(ingrids):
    assert send(ingrids, b"<StrategicPlan>" + b" " * 50_000_000).status_code in (413, 422)


def test_a_report_is_good_for_its_reader_only_and_not_forged(ingrids, tomasz, sign_in):
    ticket = hidden(send(ingrids, sample("harbour.xml")), "ticket")
    for client, text in ((sign_in(tomasz), ticket), (ingrids, ticket[:-3] + "xxx"), (ingrids, "")):
        assert client.post(url("bring_in_apply"), {"ticket": text}).status_code == 409
    assert ingrids.post(url("bring_in"), {"carried": ticket[:-3]}).status_code == 409
    assert not Source.objects.exists()


def test_who_may_do_what(observer, priya, facilitator, sign_in):
    brought(facilitator, sample("harbour.xml"))
    purpose.agree(purpose=Purpose.objects.get(), by=facilitator)
    assert sign_in(observer).get(url("bring_in")).status_code == 404
    assert sign_in(observer).get(url("take_out")).status_code == 200
    assert sign_in(observer).get(url("source", Source.objects.get().pk)).status_code == 404
    leader = sign_in(priya)
    answer = send(leader, sample("orchard.xml"))
    assert (answer.status_code, "those who keep the strategy" in answer.content.decode()) == (422, True)
    assert send(leader, b"Objective\nA\n", "t.csv").status_code == 200


def test_what_leaves_is_told_and_downloaded(ingrids, ingrid):
    made = brought(ingrid, sample("orchard.xml"))
    page = ingrids.get(url("take_out"), {"part": "1", "what": f"plan-{made.source.pk}"})
    assert "“Apples lost” is measured" in page.content.decode()
    answer = ingrids.get(url("take_out"), {"part": "2", "what": "", "status": "on", "file": "1"})
    assert answer.headers["Content-Disposition"].endswith('part2.xml"')
    assert answer.content.startswith(b"<?xml")
    assert ingrids.get(url("take_out"), {"part": "3", "what": "x"}).status_code == 422
    assert b"Careful picking" in ingrids.get(url("objectives_table")).content
    assert ingrids.get(url("objectives_table"), {"as": "xlsx"}).content.startswith(b"PK")


def test_pages_run_few_queries(ingrids, ingrid, django_assert_max_num_queries):
    made = brought(ingrid, sample("orchard.xml"))
    for address in (url("exchange"), url("bring_in"), url("source", made.source.pk)):
        with django_assert_max_num_queries(15):
            assert ingrids.get(address).status_code == 200
