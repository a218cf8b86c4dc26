"""Whatever is sent: a clear message with a status of 4xx, nothing changed, never a fault of the server."""

import time
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consort.core import clock
from consort.core.models import Organization
from consort.metrics.contexts import ticket_for
from consort.organization.links import INVITATION
from tests.matrix import endpoints
from tests.matrix.declared import LINES
from tests.matrix.forms import form_for
from tests.matrix.people import Who
from tests.matrix.reading import Line, Outcome
from tests.matrix.walking import fingerprint, undone
from tests.matrix.world import World

POSTS = [line for line in LINES if line.method == "POST" and ":" in line.endpoint]
FORMS = [line for line in POSTS if not line.thing.endswith("/closed")]
BAD_VALUES = {
    "nothing but NULs": "\x00\x00",
    "a NUL within": "a\x00b",
    "the year 99999": "99999-12-31",
    "a negative number": "-1",
    "a huge number": "9" * 400,
    "not a number": "NaN",
    "infinity": "1e999",
    "an unknown id": str(uuid4()),
    "a broken id": "1234-no-id",
    "far too long": "x" * 200_000,
    "a list in brackets": "[1, 2",
    "markup": "<script>alert(1)</script>",
    "right to left": "\u202e\u2066evil",
}
AGAIN = {
    "rounds:draft": "a draft is sealed anew each time",
    "vision:pulse_keep": "so is the draft of an order",
    "vision:publication_edit": "saving a draft is saving it anew",
    "vision:publication_public": "a page that is opened anew shows what is chosen now, and that is recorded",
    "vision:publication_remind": "until the mail has left, whoever asks again asks again",
    "workshops:here": "each time says when the page was open last",
    "workshops:extend": "each press gives two more minutes",
    "workshops:activity_move": "each press moves it one place",
    "workshops:join": "a code that is none leads nowhere, once or twice",
    "workshops:bring": "a file that is none is refused, once or twice",
    "organization:send_again": "whoever asks for another mail gets another mail",
}
MEGABYTE = 1024 * 1024


def who_may(line: Line) -> Who:
    return next(who for who, outcome in line.outcomes.items() if outcome in (Outcome.DOES, Outcome.PAGE))


def lines() -> Iterator[Line]:
    """Each form once, on a thing with which it does something where there is one."""
    seen: dict[str, Line] = {}
    for wanted in (Outcome.DOES, Outcome.PAGE):
        for line in FORMS:
            if wanted in line.outcomes.values():
                seen.setdefault(line.endpoint, line)
    yield from seen.values()


@pytest.mark.parametrize(
    "kinds", [["a NUL within", "far too long", "markup"], ["an unknown id", "the year 99999"]], ids=str
)
def test_no_value_in_one_field_is_a_fault_of_the_server(kinds, world):
    faults = []
    for line in lines():
        browser, address, form = prepared(line, world)
        for name in form:
            faults += [f"{line}: {name}: {kind}" for kind in kinds if is_fault(browser, address, form, {name: kind})]
    assert faults == []


def test_no_value_in_all_fields_is_a_fault_of_the_server(world):
    faults = []
    for line in lines():
        browser, address, form = prepared(line, world)
        for kind in BAD_VALUES:
            changed = dict.fromkeys(form or ["anything"], kind)
            faults += [f"{line}: {kind}"] if is_fault(browser, address, form, changed) else []
    assert faults == []


def is_fault(browser: Client, address: str, form: dict[str, object], kinds: dict[str, str]) -> bool:
    """Whether the server fails when the named fields hold values of these kinds."""
    with undone():
        answer = browser.post(address, form | {name: BAD_VALUES[kind] for name, kind in kinds.items()})
        return bool(answer.status_code >= 500)


def test_no_bytes_in_any_form_are_a_fault_of_the_server(world):
    """Bytes that are no UTF-8, and a lone surrogate."""
    faults = []
    for line in lines():
        browser, address, form = prepared(line, world)
        for name in form or {"anything": ""}:
            body = urlencode({**form, name: ""}, doseq=True) + f"&{name}=%FF%ED%A0%80%C0"
            with undone():
                answer = browser.generic("POST", address, body, content_type="application/x-www-form-urlencoded")
                faults += [f"{line}: {name}"] if answer.status_code >= 500 else []
    assert faults == []


def test_no_bad_address_is_a_fault_of_the_server(world):
    browser, slug = world.cast.browser(Who.OWNER), "varnholt"
    tails = ("%00", "..%2f..%2fetc", "%ff%fe", "99999999999999999999", str(uuid4()), "'%22--", "%e2%80%ae")
    starts = ("", "decisions/", "rounds/", "commitments/", "metrics/", "partnerships/", "threads/", "settings/members/")
    for address in (f"/{slug}/{start}{tail}/" for start in starts for tail in tails):
        assert browser.get(address).status_code == 404, address


def test_no_bad_question_is_a_fault_of_the_server(world):
    names = ("q", "partnership", "tab", "page", "show", "before", "about", "giver", "of", "next", "stage", "part")
    faults = []
    for line in (line for line in LINES if line.method == "GET" and ":" in line.endpoint):
        who = Who.ADMINISTRATOR if line.endpoint.startswith("organization:") else Who.OWNER
        browser, address, _form = prepared(line, world, who)
        for value in ("\x00", "-1", "9" * 400, "metric:x", "NEAR(", '"'):
            answer = browser.get(address, dict.fromkeys(names, value))
            faults += [f"{address}: {value}"] if answer.status_code >= 500 else []
    assert faults == []


def prepared(line: Line, world: World, who: Who | None = None) -> tuple[Client, str, dict[str, object]]:
    """A browser of somebody who may, the address, and a form without mistakes."""
    who = who or who_may(line)
    thing = world.things.get(line.thing)
    address = world.address(endpoints.every()[line.endpoint], line.thing)
    return world.cast.browser(who), address, form_for(line.endpoint, world, thing, world.cast.by_role[who])


def refused(world: World, answer: object, *statuses: int) -> None:
    """With one of these statuses, with words, and nothing is changed."""
    assert answer.status_code in statuses, answer.status_code  # type: ignore[attr-defined]
    assert len(answer.content) > 20  # type: ignore[attr-defined]
    assert fingerprint() == world.untouched


def metric_address(world: World, name: str) -> str:
    return world.address(endpoints.every()[f"metrics:{name}"], "metric/open")


@pytest.mark.parametrize("size", [3, 50])
def test_a_file_of_many_megabytes_is_refused(size, world):
    file = SimpleUploadedFile("readings.csv", b"2026-01-05,30\r\n" * (size * MEGABYTE // 15))
    refused(world, world.cast.browser(Who.OWNER).post(metric_address(world, "import"), {"file": file}), 413, 422, 400)


NO_TABLES = {
    "empty": b"",
    "NULs": b"\x00" * 5000,
    "bytes of no encoding": b"\xff\xfe\xff\xff\xfe",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a spreadsheet": b"PK\x03\x04" + b"\0" * 60,
    "UTF-16 with a letter in a number": "datum;wert\n05.01.2026;3o".encode("utf-16"),
    "an open quotation": b'2026-01-05,"30',
    "commas": b"," * 100_000,
    "a number without end": b"2026-01-05,1e400",
    "the year 99999": b"99999-01-01,3",
}


@pytest.mark.parametrize("content", NO_TABLES.values(), ids=NO_TABLES)
def test_a_file_that_is_no_table_of_readings_is_refused_with_words(content, world):
    file = SimpleUploadedFile("readings.csv", content)
    answer = world.cast.browser(Who.OWNER).post(metric_address(world, "import"), {"file": file})
    assert answer.status_code in (200, 422)
    assert fingerprint() == world.untouched


def test_a_broken_multipart_body_is_refused(world):
    browser, address = world.cast.browser(Who.OWNER), metric_address(world, "import")
    kinds = ("multipart/form-data", "multipart/form-data; boundary=", f"multipart/form-data; boundary={'x' * 300}")
    for kind in (*kinds, "multipart/form-data; boundary=abc"):
        for body in (b"", b"--abc\r\nContent-Disposition: form-data; name=", b"\x00\xff" * 500):
            refused(world, browser.generic("POST", address, body, content_type=kind), 400, 422)


@pytest.mark.parametrize(
    "kind", ["text/plain; charset=utf-7", "application/json", "application/x-www-form-urlencoded; charset=klingon"]
)
def test_a_body_in_another_form_is_refused(kind, world):
    browser, address = world.cast.browser(Who.OWNER), metric_address(world, "reading")
    refused(world, browser.generic("POST", address, b"+AHg-at=2026\xff\xfe", content_type=kind), 400, 415, 422)


def test_a_form_with_too_many_fields_or_too_large_is_refused(world):
    browser, address = world.cast.browser(Who.OWNER), metric_address(world, "reading")
    refused(world, browser.post(address, {f"field-{number}": "x" for number in range(3000)}), 400)
    refused(world, browser.post(address, {"note": "x" * (3 * MEGABYTE)}), 400, 413)


@pytest.mark.parametrize("forged", ["x", "a:b:c", "a" * 5000, "%00", "../../x"])
def test_a_forged_link_opens_nothing(forged, world):
    for address in (f"/invitation/{forged}/", f"/new-address/{forged}/"):
        for method in ("get", "post"):
            answer = getattr(world.cast.browser(Who.OWNER), method)(address)
            refused(world, answer, 404, 410)


def test_an_invitation_made_by_somebody_else_is_forged(world):
    token = signing.dumps(["0" * 32, "key"], key="another installation's key", salt=INVITATION)
    refused(world, world.cast.browser(Who.VISITOR).get(f"/invitation/{token}/"), 404)


def test_an_expired_invitation_says_so(world):
    token = world.things["invitation"]["token"]
    later = time.time() + timedelta(days=15).total_seconds()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: later)
        for method in ("get", "post"):
            answer = getattr(world.cast.browser(Who.VISITOR), method)(f"/invitation/{token}/", {"password": "p" * 20})
            refused(world, answer, 410)


def test_a_report_of_another_person_or_another_metric_is_not_applied(world):
    owner, facilitator = world.cast[Who.OWNER], world.cast[Who.FACILITATOR]
    rows: list[object] = []
    closed, opened = world.things["metric/closed"], world.things["metric/open"]
    for metric, person in ((opened, facilitator), (closed, owner)):
        form = {"ticket": ticket_for(metric, person, rows)}  # type: ignore[arg-type]
        refused(world, world.cast.browser(Who.OWNER).post(metric_address(world, "import_apply"), form), 409)


@pytest.mark.parametrize("receipt", ["", "x" * 41, "\x00" * 16])
def test_a_receipt_that_is_none_is_no_receipt(receipt, world):
    address = world.address(endpoints.every()["rounds:receipt"], "round-opened/open")
    refused(world, world.cast.browser(Who.OWNER).post(address, {"receipt": receipt}), 422)


def test_a_form_sent_twice_is_done_once(world):
    doubled = []
    for line in (line for line in lines() if line.endpoint not in AGAIN):
        browser, address, form = prepared(line, world)
        with undone():
            assert browser.post(address, form).status_code < 400, line
            once, ledger = fingerprint(), entries()
            again = browser.post(address, form)
            is_same = entries() == ledger and fingerprint() == once and again.status_code < 500
            doubled += [] if is_same else [f"{line}: {again.status_code}"]
    assert doubled == []


def entries() -> int:
    return Organization.objects.get(slug="varnholt").entries.count()


def test_an_identity_that_belongs_to_something_else_is_refused(world):
    """Ids come from the sender; one that is taken by another's thing changes nothing, and is no fault of the server."""
    taken = {
        "commitments:new": ("", world.things["commitment-asked/open"].pk),
        "metrics:new": ("", world.things["metric/closed"].pk),
        "decisions:new": ("", world.things["decision-frame/closed"].pk),
        "decisions:argue": ("decision-debate/open", world.things["argument/closed"].pk),
        "decisions:attach": ("decision-debate/open", world.things["evidence/closed"].pk),
        "decisions:stance": ("decision-commit/open", world.things["objection/closed"].pk),
        "decisions:again": ("decision-debate/open", world.things["round-sealed/closed"].pk),
        "threads:write": ("metric/open", world.things["comment/closed"].pk),
        "vision:pulse_new": ("", world.things["pulse/closed"].pk),
        "vision:pulse_again": ("pulse-opened/open", world.things["round-sealed/closed"].pk),
        "vision:drill_new": ("", world.things["drill/closed"].pk),
        "vision:culture_new": ("", world.things["culture/closed"].pk),
        "vision:shift_choose": ("culture/open", world.things["shift/closed"].pk),
    }
    for endpoint, (thing, id) in taken.items():
        browser = world.cast.browser(Who.FACILITATOR if endpoint != "decisions:stance" else Who.PARTNER)
        form = form_for(endpoint, world, world.things.get(thing), world.cast[Who.FACILITATOR]) | {"id": id}
        with undone():
            answer = browser.post(world.address(endpoints.every()[endpoint], thing), form)
            assert 400 <= answer.status_code < 500, (endpoint, answer.status_code)
            assert fingerprint() == world.untouched, endpoint


def test_a_form_from_a_page_of_another_session_is_refused(world):
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.cookies = world.cast.browser(Who.OWNER).cookies
    refused(world, browser.post(metric_address(world, "reading"), {"at": clock.today(), "value": 3}), 403)
