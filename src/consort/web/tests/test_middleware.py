import re

import pytest
from django.test import Client

ONCE = re.compile(r'nonce="[^"]*"|"X-CSRFToken": "[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"')
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.urls("consort.web.tests.addresses")


def same(answer):
    """The page without what is made anew for each answer."""
    return ONCE.sub("", answer.content.decode())


def test_the_address_says_who_reads_and_where(ingrid, sign_in):
    answer = sign_in(ingrid).get("/varnholt/who/")
    assert answer.json() == {"person": "Ingrid Maas", "place": "Varnholt", "zone": "Europe/Berlin"}


def test_a_person_reads_times_in_their_own_zone(ingrid, sign_in):
    ingrid.time_zone = "America/Lima"
    ingrid.save(update_fields=["time_zone"])
    assert sign_in(ingrid).get("/varnholt/who/").json()["zone"] == "America/Lima"


def test_an_unknown_zone_falls_back_to_the_organizations(ingrid, sign_in):
    ingrid.time_zone = "Mars/Olympus"
    ingrid.save(update_fields=["time_zone"])
    assert sign_in(ingrid).get("/varnholt/who/").json()["zone"] == "Europe/Berlin"


def test_anyone_else_gets_the_same_404_as_for_nothing(ingrid, stranger, sign_in):
    client = sign_in(stranger)
    closed, nothing = client.get("/varnholt/who/"), client.get("/nowhere/who/")
    assert closed.status_code == nothing.status_code == 404
    assert same(closed) == same(nothing)


def test_somebody_who_left_is_a_stranger(tomasz, sign_in):
    tomasz.left = tomasz.joined
    tomasz.save(update_fields=["left"])
    assert sign_in(tomasz).get("/varnholt/who/").status_code == 404


def test_signed_out_readers_are_asked_to_sign_in(ingrid):
    answer = Client().get("/varnholt/who/")
    assert answer.status_code == 302
    assert "/accounts/login/" in answer.headers["Location"]


def test_signed_out_in_the_middle_of_work_keeps_the_page(ingrid):
    answer = Client().post("/varnholt/who/", headers=HTMX)
    assert answer.status_code == 401
    assert answer.headers["HX-Retarget"] == "#toasts"
    assert "What you typed is still on this page." in answer.content.decode()


def test_forbidden_looks_like_not_found(ingrid, sign_in):
    client = sign_in(ingrid)
    pages = [client.get(f"/varnholt/{name}/") for name in ("missing", "not_allowed", "forbidden")]
    assert {page.status_code for page in pages} == {404}
    assert len({same(page) for page in pages}) == 1


def test_a_refusal_is_a_sentence(ingrid, sign_in):
    answer = sign_in(ingrid).get("/varnholt/refused/")
    assert answer.status_code == 409
    assert "The round has closed &amp; cannot be opened." in answer.content.decode()
    assert "what you typed should still be there" in answer.content.decode()


def test_a_refusal_reaches_htmx_as_a_toast_beside_the_page(ingrid, sign_in):
    answer = sign_in(ingrid).post("/varnholt/refused/", headers=HTMX)
    assert (answer.status_code, answer.headers["HX-Reswap"]) == (409, "beforeend")
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize("name", ["not_allowed", "too_large", "nothing-here"])
def test_htmx_never_swaps_in_an_error_page(ingrid, sign_in, name):
    answer = sign_in(ingrid).get(f"/varnholt/{name}/", headers=HTMX)
    assert answer.status_code >= 400
    assert answer.headers["HX-Retarget"] == "#toasts"
    assert "<html" not in answer.content.decode()


def test_too_much_at_once_is_said_as_such(ingrid, sign_in):
    answer = sign_in(ingrid).get("/varnholt/too_large/")
    assert answer.status_code == 413
    assert "Nothing was changed." in answer.content.decode()


def test_a_failure_says_what_became_of_the_work_and_tells_nothing_else(ingrid, sign_in, caplog):
    client = sign_in(ingrid)
    client.raise_request_exception = False
    page = client.get("/varnholt/broken/").content.decode()
    assert "was not saved" in page
    assert "secret detail" not in page
    mark = page.split("<code>")[1].split("</code>")[0]
    assert any(mark in record.getMessage() for record in caplog.records)


def test_going_on_tells_what_happened_and_offers_undo(ingrid, sign_in):
    client = sign_in(ingrid)
    answer = client.post("/varnholt/done/")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/varnholt/")
    page = client.get("/varnholt/").content.decode()
    assert "It is &lt;done&gt;." in page
    assert 'action="/varnholt/undo/"' in page
    assert "It is &lt;done&gt;." not in client.get("/varnholt/").content.decode()


def test_going_on_under_htmx(ingrid, sign_in):
    answer = sign_in(ingrid).post("/varnholt/done/", headers=HTMX)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/varnholt/")


def test_a_part_brings_its_toast_along(ingrid, sign_in):
    part = sign_in(ingrid).get("/varnholt/row/", headers=HTMX).content.decode()
    assert 'hx-swap-oob="beforeend"' in part
    assert "The row has changed." in part


def test_a_stale_form_is_not_lost_without_a_word(ingrid):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ingrid.user)
    answer = client.post("/varnholt/done/")
    assert answer.status_code == 403
    assert "It was not sent." in answer.content.decode()


def test_the_theme_is_kept_and_leads_back(ingrid, sign_in):
    client = sign_in(ingrid)
    answer = client.post("/theme/", {"theme": "dark", "next": "/varnholt/"})
    assert answer.headers["Location"] == "/varnholt/"
    assert 'data-theme="dark"' in client.get("/varnholt/").content.decode()
    client.post("/theme/", {"theme": ""})
    assert "data-theme=" not in client.get("/varnholt/").content.decode()


@pytest.mark.parametrize("away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_the_theme_leads_nowhere_else(db, away):
    assert Client().post("/theme/", {"theme": "dark", "next": away}).headers["Location"] == "/"


def test_an_unknown_theme_is_no_theme(ingrid, sign_in):
    client = sign_in(ingrid)
    client.cookies["theme"] = '"><script>'
    assert "data-theme=" not in client.get("/varnholt/").content.decode()


def test_nothing_runs_that_is_not_ours(ingrid, sign_in):
    answer = sign_in(ingrid).get("/varnholt/")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self' 'nonce-" in policy
    assert "unsafe-eval" not in policy
    page = answer.content.decode()
    assert "<script>" not in page
    assert " onclick=" not in page
